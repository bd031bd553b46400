"""Titles of earlier work in a text for a new employer: what hints at a disability stays out."""

import pytest

from matcher.prose import titles_of


@pytest.mark.parametrize(
    "title",
    [
        "Productiemedewerker beschut werk", "Inpakker beschut werk", "Productiemedewerker met jobcoach",
        "administratief medewerker lichte taken", "administratief medewerker in aangepast werk",
        "medewerker sociale werkvoorziening", "productiemedewerker garantiebaan",
    ],
)  # fmt: skip
def test_a_title_that_hints_at_a_disability_is_held_back(title: str) -> None:
    assert titles_of(title) == (None,)


@pytest.mark.parametrize("title", ["productiemedewerker", "administratief medewerker", "jobcoach", "lichttechnicus"])
def test_an_ordinary_title_that_looks_like_one_passes(title: str) -> None:
    assert titles_of(title) == (title,)
