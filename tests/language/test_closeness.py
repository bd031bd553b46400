"""How much experience carries over."""

import pytest

from matcher.errors import UnknownName
from matcher.language.closeness import LEVELS, closeness


def test_a_heftruckchauffeur_does_the_same_work_as_a_reachtruckchauffeur() -> None:
    assert closeness("heftruckchauffeur", "reachtruckchauffeur").level == "same"


def test_a_heftruckchauffeur_brings_part_of_his_work_to_the_magazijn() -> None:
    found = closeness("heftruckchauffeur", "magazijnmedewerker")
    assert found.level in ("adjacent", "same_sector", "transferable")
    assert found.shared


def test_a_timmerman_brings_little_to_a_secretariaat() -> None:
    assert closeness("timmerman", "secretaresse").level == "far"


def test_one_occupation_is_the_same_as_itself() -> None:
    assert closeness("isco:5120", "isco:5120").level == "same"


def test_short_or_old_experience_counts_one_level_less() -> None:
    fresh = closeness("isco:8344", "isco:9333")
    short = closeness("isco:8344", "isco:9333", years=0.2)
    old = closeness("isco:8344", "isco:9333", years_ago=15)
    assert LEVELS.index(short.level) == min(LEVELS.index(fresh.level) + 1, 4)
    assert old.level == short.level


def test_unknown_years_change_nothing() -> None:
    assert closeness("kok", "bakker") == closeness("kok", "bakker", years=None, years_ago=None)


def test_a_nurse_without_an_esco_occupation_is_still_compared() -> None:
    assert closeness("isco:3221", "isco:3256").score is not None


@pytest.mark.parametrize("named", ["isco:0000", "esco:nergens", ""])
def test_unknown_work_is_refused(named: str) -> None:
    with pytest.raises(UnknownName):
        closeness(named, "kok")
