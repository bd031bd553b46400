"""Words that are shorter than they are meant, and titles with a written unit group."""

import pytest

from matcher.language import link_title, normalise
from matcher.language.bench.noise_kinds import noise_gaps, noise_kinds
from matcher.language.linker import default_linker


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Sterilisatiemedew. ziekenhuis", "sterilisatiemedewerker ziekenhuis"),
        ("PIW'er", "penitentiair inrichtingswerker"),
        ("C.F.O.", "financieel directeur"),
        ("aardappel- en groenteteler", "aardappelteler en groenteteler"),
        ("sgt-maj", "sergeant majoor"),
        ("onderhoutsmonteur", "onderhoudsmonteur"),
        ("Wij zoeken een kok!", "kok"),
        ("timmerman aan huis, 3 dagen p/w", "timmerman"),
    ],
)
def test_what_was_written_short_is_read_in_full(text: str, title: str) -> None:
    assert normalise(text).title == title


def test_an_unknown_word_for_someone_at_work_is_not_dropped() -> None:
    assert "plaagdierbeheerser" in normalise("Plaagdierbeheerser (KBA)").title


def test_a_title_with_a_written_unit_group_keeps_it_with_words_behind_it() -> None:
    assert link_title("lasser mig mag rvs").matches[0].isco08 == "7212"


@pytest.mark.parametrize("title", ["lasser", "accountant", "piloot", "metselaar", "automonteur"])
def test_the_occupation_of_that_name_is_answered_first(title: str) -> None:
    assert link_title(title).matches[0].title == title


def test_each_kind_of_noise_is_measured_beside_the_clean_title() -> None:
    found = noise_gaps([("kok", "5120"), ("timmerman", "7115")], default_linker(), seed=1, each=4)
    assert {one.kind for one in found} == set(noise_kinds())
    assert len(found) >= 10
    assert all(one.clean == 1 for one in found)
