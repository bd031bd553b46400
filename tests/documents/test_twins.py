"""A profile for a new employer is the same for an ill person and for a healthy one with the same life."""

import pytest

from matcher.documents import FileFormat
from tests.documents.twins import pairs, profile

TWINS = list(pairs(many=4))


@pytest.mark.parametrize("twin", TWINS, ids=lambda twin: f"pair {twin.number}")
def test_nothing_in_the_text_tells_the_ill_one_from_the_other(twin):
    assert twin.ill != twin.well
    assert profile(twin.ill, twin.work) == profile(twin.well, twin.work)


def test_nothing_in_a_finished_pdf_tells_them_apart_either():
    twin = TWINS[0]
    made = [profile(case, twin.work, FileFormat.PDF) for case in (twin.ill, twin.well)]
    assert made[0] == made[1]
