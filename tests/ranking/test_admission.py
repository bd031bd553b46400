"""The minimum wage stays the floor in every stage, whatever a coach writes in a cell."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np

from matcher.catalogue import load_catalogue
from matcher.domain.case import Case, CellOverride, PolicyChoice
from matcher.policy import stage_views
from matcher.ranking import person_facts
from matcher.ranking.admission import NEVER, admission
from matcher.ranking.wage_part import minimum_wage

ON = date(2026, 3, 2)
OLD_WAGE = Decimal(20)


def _opens(override: str | None, share: float) -> int:
    catalogue = load_catalogue()
    empty = Case.model_validate({"schema": "matcher/case/1", "id": "verzonnen"})
    facts = replace(person_facts(empty, catalogue, ON), old_wage_eur_per_hour=OLD_WAGE)
    cells = (
        []
        if override is None
        else [
            CellOverride(cell=f"S{stage}.wage_share_min", value=override, reason="verzonnen") for stage in (1, 2, 3, 4)
        ]
    )
    size = len(catalogue.occupations)
    opens = admission(
        facts,
        catalogue,
        np.zeros(size, np.int8),
        np.full(size, share),
        stage_views(PolicyChoice(overrides=tuple(cells)), ON),
        ON,
    )
    return int(opens.by_wage[0])


def _floor() -> float:
    wage = minimum_wage(ON)
    assert wage is not None
    return float(wage / OLD_WAGE)


def test_work_at_the_minimum_wage_opens_and_a_cent_below_it_never_does():
    assert _opens(None, _floor()) != NEVER
    assert _opens(None, _floor() - 0.001) == NEVER


def test_a_lower_share_by_the_coach_does_not_go_below_the_minimum_wage():
    assert _opens("0.10", _floor()) == 0
    assert _opens("0.10", _floor() - 0.001) == NEVER
