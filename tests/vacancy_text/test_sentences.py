"""One sentence, one demand: asked (+), said not to be asked (-) or left as a question (?), as vacancies say it."""

from pathlib import Path

import pytest

from matcher.domain.vacancy import VacancyRecord
from matcher.vacancy_text import understand

LINES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_the_sentence_is_read_as_it_is_meant(line):
    text, expected = line.rsplit("|", 1)
    vacancy = understand(VacancyRecord("1", "Medewerker", text))
    found = {each.value.channel: each.value.channel not in vacancy.eased for each in vacancy.demands}
    channel, meant = expected[:-1], expected[-1]
    if meant == "?":
        assert channel not in found
        assert channel in {each.value for each in vacancy.in_doubt}
    elif meant == ".":
        assert channel not in found
    else:
        assert found.get(channel) is (meant == "+"), found
