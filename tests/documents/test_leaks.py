"""No document holds what its reader may not see; a seeded sample of the proof."""

from datetime import date

import pytest

from matcher import Case, load_catalogue, match
from matcher.documents import FileFormat, Kind, build_document, write_document
from matcher.documents.read_back import words_of_file
from matcher.prose import Audience
from tests.documents.leaks import prove
from tests.made_up import ON, raw_case

FIRST = 9001  # this case is written in every format, the next one in Markdown


def test_a_sample_of_random_cases_leaks_nothing_in_any_format():
    seen = prove(2, first_seed=FIRST)
    assert (seen.leaks, seen.refused_files) == ([], [])
    assert seen.files > 60


def _profile(raw: dict, on: date = ON) -> str:
    case = Case.model_validate(raw)
    catalogue = load_catalogue()
    document = build_document(Kind.PROFILE, match(case, on, catalogue), case, catalogue, Audience.NEW_EMPLOYER)
    return words_of_file(write_document(document, case, FileFormat.MD), "md")


def test_the_profile_for_a_new_employer_has_the_same_headings_with_and_without_a_form():
    ill, well = raw_case([{"item": "IV.13", "levels": [3]}]), raw_case()
    del well["forms"]
    well["person"]["dates"] = {}

    def headings(words: str) -> list[str]:
        return [part.split(" ")[1] for part in words.split("##")[1:]]

    assert headings(_profile(ill)) == headings(_profile(well))


@pytest.mark.parametrize("levels", [[2], [3], [4]])
def test_fewer_hours_change_only_the_hours_that_a_new_employer_reads(levels: list[int]):
    words = _profile(raw_case([{"item": "VI.3", "levels": levels}]))
    assert f"ongeveer {[30, 20, 10][levels[0] - 2]} uur per week" in words
    assert "beperk" not in words
