"""Sum the parts, order the occupations, and keep the list broad. A score never moves a conflict up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.capacity import CapacityProfile
from matcher.domain.case import Case
from matcher.domain.contribution import Contribution
from matcher.fit import Screening
from matcher.policy import Stage, StageView
from matcher.policy.stage import WIDENING
from matcher.ranking.admission import NEVER, Admission, admission
from matcher.ranking.capacity_parts import margin_part, open_part
from matcher.ranking.digital_part import digital_part
from matcher.ranking.direction_part import direction_codes, direction_part
from matcher.ranking.entry import Entry, entry
from matcher.ranking.experience_part import Closeness, closeness_to, experience_part
from matcher.ranking.facts import PersonFacts
from matcher.ranking.level_part import education_part
from matcher.ranking.market_part import market_part
from matcher.ranking.part import Part, Points
from matcher.ranking.spread import alike_own, spread_out, waits_of
from matcher.ranking.wage_part import wage_part, wage_shares
from matcher.ranking.weights import weights_on
from matcher.ranking.wish_part import wish_part


@dataclass(frozen=True, slots=True)
class RankedRow:
    """One occupation in the order.

    Attributes:
        row: row number in the catalogue.
        score: sum of the contributions.
        opens_at: stage from which it counts, or None when no stage opens it.
        waited: True when it stands lower than its score because enough of its kind stand above it.
    """

    row: int
    score: int
    opens_at: str | None
    waited: bool


@dataclass(frozen=True, slots=True)
class Ranking:
    """All occupations in order: those that may be shown, then those that exceed, then those that are not open yet.

    Attributes:
        shown: not exceeding and open in the search stage, best first, kept broad.
        exceeding: exceeding, best score first.
        later: not exceeding, opening in a later stage.
        never: not exceeding, but above the person's level or barred by an entry requirement.
        own: the own work's unit group.
        admission: from which stage each occupation counts.
        entry: which occupations are barred by an entry requirement.
        alike_own: bool [occupations], so much like the own work that one must ask which task would go.
        closeness: closeness to what the person has done.
        contributions: turns a row into its contributions.
        wage_shares: wage as a share of the old wage, per row; NaN when unknown.
        points: points of each part by its name, per row.
    """

    shown: tuple[RankedRow, ...]
    exceeding: tuple[RankedRow, ...]
    later: tuple[RankedRow, ...]
    never: tuple[RankedRow, ...]
    own: tuple[RankedRow, ...]
    admission: Admission
    entry: Entry
    alike_own: npt.NDArray[np.bool_]
    closeness: Closeness
    contributions: Callable[[int], tuple[Contribution, ...]]
    wage_shares: npt.NDArray[np.float64]
    points: Mapping[str, Points]


def rank(
    case: Case,
    facts: PersonFacts,
    profile: CapacityProfile,
    catalogue: Catalogue,
    screening: Screening,
    stages: Mapping[str, Stage],
    view: StageView,
    on: date,
    rejected: frozenset[str] = frozenset(),
) -> Ranking:
    """Answer the order of all occupations for a person in a stage.

    Args:
        case: for licences, certificates and education directions.
        facts: experience, level, wage and wishes.
        profile: capacity, for the capacity parts.
        catalogue: occupations.
        screening: outcomes over all occupations.
        stages: the stages as they hold for this case.
        view: the stage that applies.
        on: the day of matching.
        rejected: occupation ids already rejected or excluded; they stay visible, but wait: they are not repeated.

    Returns:
        Every occupation exactly once. Scores are whole numbers; ties are broken by occupation id.
    """
    weights = weights_on(on)
    stage = view.stage.code
    close = closeness_to(facts, catalogue, weights["experience"])
    shares = wage_shares(facts, catalogue, on)
    directions = direction_codes(case, facts, catalogue)
    parts: tuple[Part, ...] = (
        margin_part(catalogue, profile, screening, weights["capacity"]),
        open_part(screening, weights["capacity"]),
        experience_part(facts, catalogue, close, weights["experience"], stage),
        education_part(facts, catalogue, close, weights["education"], stage),
        wage_part(catalogue, shares, weights["wage"], stage, on),
        _hours_part(catalogue, weights["hours"]),
        wish_part(facts, catalogue, weights["wishes"]),
        market_part(catalogue, screening, weights["market"]),
        direction_part(directions, weights["direction"]),
        digital_part(case, catalogue, weights["digital"]),
    )
    scores = np.stack([part.points for part in parts]).sum(axis=0, dtype=np.int32)
    gate = admission(facts, catalogue, close.codes, shares, stages, on)
    entries = entry(case, facts, catalogue, close.closeness, directions)
    order = sorted(
        range(len(catalogue.occupations)), key=lambda row: (-int(scores[row]), catalogue.occupations[row].id)
    )
    groups = _split(order, gate, entries, screening, facts, catalogue, view)
    alike = alike_own(facts, catalogue, weights["spread"])
    ruled_out = np.array([occupation.id in rejected for occupation in catalogue.occupations])
    waits = waits_of(facts, catalogue, screening, close, directions, ruled_out, alike, stage, weights["spread"])
    waiting = spread_out(groups["shown"], scores, waits, catalogue, weights["spread"])

    def rows(numbers: Sequence[int]) -> tuple[RankedRow, ...]:
        return tuple(RankedRow(r, int(scores[r]), _stage_name(int(gate.opens_at[r])), waited=False) for r in numbers)

    return Ranking(
        shown=tuple(RankedRow(r, int(scores[r]), _stage_name(int(gate.opens_at[r])), waited) for r, waited in waiting),
        exceeding=rows(groups["exceeding"]),
        later=rows(groups["later"]),
        never=rows(groups["never"]),
        own=rows(groups["own"]),
        admission=gate,
        entry=entries,
        alike_own=alike,
        closeness=close,
        contributions=lambda row: tuple(part.explain(row) for part in parts),
        wage_shares=shares,
        points={part.explain(0).part: part.points for part in parts},
    )


def _split(
    order: Sequence[int],
    gate: Admission,
    entries: Entry,
    screening: Screening,
    facts: PersonFacts,
    catalogue: Catalogue,
    view: StageView,
) -> dict[str, list[int]]:
    own_rows = {catalogue.index[code] for code in facts.own_work}
    last_shown = WIDENING.index(view.search_stage) if view.search_stage in WIDENING else NEVER - 1
    barred = entries.barred()
    groups: dict[str, list[int]] = {"shown": [], "exceeding": [], "later": [], "never": [], "own": []}
    for row in order:
        opens = int(gate.opens_at[row])
        if row in own_rows:
            groups["own"].append(row)
        elif screening.exceeds[row]:
            groups["exceeding"].append(row)
        elif opens == NEVER or barred[row]:
            groups["never"].append(row)
        else:
            groups["shown" if opens <= last_shown else "later"].append(row)
    return groups


def _stage_name(opens_at: int) -> str | None:
    return None if opens_at == NEVER else WIDENING[opens_at]


def _hours_part(catalogue: Catalogue, weights: Mapping[str, Any]) -> Part:
    """Hours belong to a vacancy; no source gives them per occupation, so the part is there and adds nothing."""
    top = int(weights["points"]["fits"])
    why = "Hoeveel uur het werk is, verschilt per vacature. Vraag dit aan de werkgever."
    contribution = Contribution("hours", "uren", "unknown", "niet bekend", int(weights["points"]["unknown"]), top, why)
    return Part(np.zeros(len(catalogue.occupations), np.int32), lambda _row: contribution)
