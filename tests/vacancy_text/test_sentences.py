"""One sentence, one demand: asked (+) or said not to be asked (-), in the many ways in which vacancies say it."""

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
    assert found.get(expected[:-1]) is (expected[-1] == "+"), found
