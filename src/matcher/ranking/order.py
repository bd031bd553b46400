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
from matcher.ranking.entry import Entry, entry
from matcher.ranking.experience_part import Closeness, closeness_to, experience_part
from matcher.ranking.facts import PersonFacts
from matcher.ranking.level_part import below_level_waits, education_part
from matcher.ranking.market_part import market_part
from matcher.ranking.part import Part, Points
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
    parts: tuple[Part, ...] = (
        margin_part(catalogue, profile, screening, weights["capacity"]),
        open_part(screening, weights["capacity"]),
        experience_part(facts, catalogue, close, weights["experience"], stage),
        education_part(facts, catalogue, close, weights["education"], stage),
        wage_part(catalogue, shares, weights["wage"], stage, on),
        _hours_part(catalogue, weights["hours"]),
        wish_part(facts, catalogue, weights["wishes"]),
        market_part(catalogue, weights["market"]),
    )
    scores = np.stack([part.points for part in parts]).sum(axis=0, dtype=np.int32)
    gate = admission(facts, catalogue, close.codes, shares, stages, on)
    entries = entry(case, facts, catalogue, close.closeness)
    order = sorted(
        range(len(catalogue.occupations)), key=lambda row: (-int(scores[row]), catalogue.occupations[row].id)
    )
    groups = _split(order, gate, entries, screening, facts, catalogue, view)
    alike = alike_own(facts, catalogue, weights["spread"])
    own_wait, doubt_wait = int(weights["spread"]["alike_own_wait"]), int(weights["spread"]["doubt_wait"])
    doubt_most = int(weights["spread"]["doubt_wait_most"])
    level_wait = below_level_waits(facts, catalogue, weights["spread"]["level_waits"])
    ruled_out = np.array([occupation.id in rejected for occupation in catalogue.occupations])
    waits = alike * own_wait + np.minimum(screening.doubtful * doubt_wait, doubt_most) + level_wait
    waits = waits + ruled_out * int(weights["spread"]["rejected_wait"])
    waiting = _spread(groups["shown"], scores, waits, catalogue, weights["spread"])

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


def alike_own(facts: PersonFacts, catalogue: Catalogue, rules: Mapping[str, Any]) -> npt.NDArray[np.bool_]:
    """Answer which occupations are so much like the own work that one must ask which task would go (decision 7).

    Args:
        facts: the own work.
        catalogue: occupations.
        rules: the `spread` weights: from which closeness work is this much alike.
    """
    alike = np.zeros(len(catalogue.occupations), np.bool_)
    minor = np.array([occupation.isco08[:3] for occupation in catalogue.occupations])
    for own in (catalogue.index[code] for code in facts.own_work):
        close = catalogue.closeness[own]
        alike |= (close >= int(rules["alike_own_from"])) | (
            (minor == minor[own]) & (close >= int(rules["alike_own_in_minor_group_from"]))
        )
    return alike


def _spread(
    rows: Sequence[int],
    scores: npt.NDArray[np.int32],
    waits: npt.NDArray[np.int64],
    catalogue: Catalogue,
    rules: Mapping[str, Any],
) -> list[tuple[int, bool]]:
    """Keep the list broad: from a few of one group on, each next one of that group waits. Scores stay as they are.

    Work much like the own work waits too, and work of which it is not sure that a tenth of the jobs stays within every
    limit. Neither takes the place of better work of its group.
    """
    minor: dict[str, int] = {}
    major: dict[str, int] = {}
    keyed = []
    ids = [occupation.id for occupation in catalogue.occupations]
    for row in sorted(rows, key=lambda r: (int(waits[r]) - int(scores[r]), ids[r])):
        code = catalogue.occupations[row].isco08
        over_minor = max(minor.get(code[:3], 0) - int(rules["per_minor_group"]) + 1, 0)
        over_major = max(major.get(code[:2], 0) - int(rules["per_major_group"]) + 1, 0)
        minor[code[:3]], major[code[:2]] = minor.get(code[:3], 0) + 1, major.get(code[:2], 0) + 1
        wait = int(waits[row]) + over_minor * int(rules["minor_wait"]) + over_major * int(rules["major_wait"])
        keyed.append((wait - int(scores[row]), ids[row], row, wait > 0))
    return [(row, waited) for _, _, row, waited in sorted(keyed)]


def _stage_name(opens_at: int) -> str | None:
    return None if opens_at == NEVER else WIDENING[opens_at]


def _hours_part(catalogue: Catalogue, weights: Mapping[str, Any]) -> Part:
    """Hours belong to a vacancy; no source gives them per occupation, so the part is there and adds nothing."""
    top = int(weights["points"]["fits"])
    why = "Hoeveel uur het werk is, verschilt per vacature. Vraag dit aan de werkgever."
    contribution = Contribution("hours", "uren", "unknown", "niet bekend", int(weights["points"]["unknown"]), top, why)
    return Part(np.zeros(len(catalogue.occupations), np.int32), lambda _row: contribution)
