"""Compare two versions of a case: what opened, what closed, what moved, and the deciding cause of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.domain.coach import CoachAction
from matcher.domain.finding import Verdict, VerdictKind
from matcher.domain.zoekprofiel import RankedOccupation
from matcher.dossier.causes import (
    Cause,
    CauseKind,
    capacity_cause,
    finding_causes,
    input_causes,
    part_causes,
    same_capacity,
    stage_cause,
)
from matcher.dossier.coached_profile import CoachedProfile
from matcher.dossier.market import MarketEvidence, market_nl
from matcher.errors import InputError
from matcher.matching import Match, match
from matcher.report.sentences import verdict_nl

_BETTER = (VerdictKind.EXCEEDS, VerdictKind.POSSIBLE, VerdictKind.WITHIN)


class What(StrEnum):
    """What happened to one occupation, most telling first."""

    OPENED = "opened"
    CLOSED = "closed"
    EXPECTED = "expected"  # may now be expected of the worker
    NOT_EXPECTED = "not_expected"
    LIGHTER = "lighter"  # a better verdict
    HEAVIER = "heavier"
    ENTERED = "entered"  # came into the zoekprofiel
    LEFT = "left"
    MOVED = "moved"  # another place or another number of points within the zoekprofiel
    MARKET = "market"  # another count of vacancies


@dataclass(frozen=True, slots=True)
class OccupationChange:
    """What happened to one occupation between two versions.

    Attributes:
        id: occupation id.
        title_nl: Dutch title.
        what: the most telling thing that happened.
        before_nl: where it stood.
        after_nl: where it stands.
        causes: why, the deciding cause first; never empty.
        entered: whether it came into the zoekprofiel as well.
        left: whether it left the zoekprofiel as well.
    """

    id: str
    title_nl: str
    what: What
    before_nl: str
    after_nl: str
    causes: tuple[Cause, ...]
    entered: bool = False
    left: bool = False


@dataclass(frozen=True, slots=True)
class VersionChange:
    """Everything that changed between two versions of a case. For the coach's eyes.

    Attributes:
        case_id: the case's own mark.
        old_on: day of the old version.
        new_on: day of the new version.
        inputs: what is different in what went in.
        changes: what happened per occupation, most telling first; empty when nothing happened.
        counts: per group how many occupations there were and are.
    """

    case_id: str
    old_on: date
    new_on: date
    inputs: tuple[Cause, ...]
    changes: tuple[OccupationChange, ...]
    counts: Mapping[str, tuple[int, int]]

    def of(self, what: What) -> tuple[OccupationChange, ...]:
        """Answer the occupations to which one thing happened."""
        return tuple(change for change in self.changes if change.what is what)

    @property
    def is_empty(self) -> bool:
        """Answer whether nothing went in differently and nothing came out differently."""
        return not self.inputs and not self.changes


def full_match(case: Case, on: date, catalogue: Catalogue) -> Match:
    """Answer a match that explains every occupation, as a comparison of versions needs.

    Args:
        case: the case.
        on: the day of matching.
        catalogue: occupations.
    """
    return match(case, on, catalogue, top=len(catalogue.occupations))


def compare_versions(
    old: Match,
    new: Match,
    *,
    coached: tuple[CoachedProfile, CoachedProfile] | None = None,
    evidence: tuple[Sequence[MarketEvidence], Sequence[MarketEvidence]] = ((), ()),
) -> VersionChange:
    """Answer what changed between two versions of one case, and why.

    Args:
        old: the old version, with every occupation explained (`full_match`).
        new: the new version, the same way.
        coached: the coach's hand in the old and in the new version.
        evidence: counts of vacancies in the old and in the new version.

    Returns:
        One change per occupation at most. Comparing a version with itself gives nothing.

    Raises:
        InputError: the versions are of two cases, or do not explain every occupation.
    """
    _require_comparable(old, new)
    sides = _Side.of(old, 0, coached, evidence), _Side.of(new, 1, coached, evidence)
    stage = stage_cause(old, new)
    changes = [
        change
        for code in dict.fromkeys((*sides[1].all, *sides[0].all))
        if (change := _change(code, sides[0], sides[1], stage)) is not None
    ]
    order = list(What)
    changes.sort(key=lambda change: order.index(change.what))
    return VersionChange(
        case_id=new.case_id,
        old_on=old.on,
        new_on=new.on,
        inputs=(*input_causes(old, new), *_coach_inputs(coached)),
        changes=tuple(changes),
        counts=MappingProxyType({name: (old.counts[name], new.counts[name]) for name in new.counts}),
    )


def _require_comparable(old: Match, new: Match) -> None:
    if old.case_id != new.case_id:
        raise InputError("Dit zijn versies van twee verschillende casussen. Vergelijk versies van één casus.")
    for each in (old, new):
        if len(each.shown) != each.counts["shown"] or len(each.exceeding) != each.counts["exceeding"]:
            raise InputError("Een versie legt niet elk beroep uit. Maak de versies met full_match.")


@dataclass(frozen=True, slots=True)
class _Side:
    """One version, looked up by occupation."""

    match: Match
    all: Mapping[str, RankedOccupation]
    workable: frozenset[str]
    profile: tuple[str, ...]
    coach: Mapping[str, tuple[CoachAction, ...]]
    counted: Mapping[str, MarketEvidence]

    @classmethod
    def of(
        cls,
        match: Match,
        number: int,
        coached: tuple[CoachedProfile, CoachedProfile] | None,
        evidence: tuple[Sequence[MarketEvidence], Sequence[MarketEvidence]],
    ) -> "_Side":
        every = {o.id: o for o in (*match.shown, *match.later, *match.exceeding, *match.own_work)}
        profile = tuple(kind.occupation.id for kind in match.zoekprofiel.kinds)
        coach: dict[str, tuple[CoachAction, ...]] = {}
        if coached is not None:
            profile = tuple(o.line.target for o in coached[number].occupations if o.in_profile)
            coach = {o.line.target: o.line.actions for o in coached[number].occupations if o.line.actions}
            every |= {o.engine.id: o.engine for o in coached[number].occupations if o.engine is not None}
        workable = frozenset(o.id for o in match.shown if not o.rejected)
        return cls(match, every, workable, profile, coach, {e.occupation_id: e for e in evidence[number]})

    def place_nl(self, code: str) -> str:
        """Answer where an occupation stands, in Dutch."""
        occupation = self.all.get(code)
        if occupation is None:
            return "niet getoond (vraagt een hoger niveau of een diploma)"
        if occupation.own_work:
            return "eigen werk"
        if occupation.rejected:
            return f"afgewezen of uitgesloten, {verdict_nl(occupation.verdict)}"
        return verdict_nl(occupation.verdict)


def _change(code: str, old: _Side, new: _Side, stage: Cause | None) -> OccupationChange | None:
    what = _what(code, old, new)
    if what is None:
        return None
    entered = code in new.profile and code not in old.profile
    left = code in old.profile and code not in new.profile
    before, after = old.place_nl(code), new.place_nl(code)
    if what is What.MARKET:
        before = market_nl(old.counted.get(code), old.match.on)
        after = market_nl(new.counted.get(code), new.match.on)
    title = (new.all.get(code) or old.all[code]).title_nl
    return OccupationChange(code, title, what, before, after, _why(what, code, old, new, stage), entered, left)


def _what(code: str, old: _Side, new: _Side) -> What | None:
    if (code in old.workable) != (code in new.workable):
        return What.OPENED if code in new.workable else What.CLOSED
    before, after = old.all.get(code), new.all.get(code)
    if before is not None and after is not None and code in new.workable:
        if (before.acceptance == "yes") != (after.acceptance == "yes"):
            return What.EXPECTED if after.acceptance == "yes" else What.NOT_EXPECTED
        if before.verdict.kind is not after.verdict.kind:
            better = _BETTER.index(after.verdict.kind) > _BETTER.index(before.verdict.kind)
            return What.LIGHTER if better else What.HEAVIER
    if (code in old.profile) != (code in new.profile):
        return What.ENTERED if code in new.profile else What.LEFT
    if code not in new.profile:
        return None
    if _place(code, old) != _place(code, new):
        return What.MOVED
    return None if old.counted.get(code) == new.counted.get(code) else What.MARKET


def _place(code: str, side: _Side) -> tuple[int, int | None]:
    occupation = side.all.get(code)
    return side.profile.index(code), None if occupation is None else occupation.verdict.points


def _why(what: What, code: str, old: _Side, new: _Side, stage: Cause | None) -> tuple[Cause, ...]:
    if what is What.MARKET:
        return (Cause(CauseKind.MARKET, code, "het aantal vacatures is opnieuw geteld"),)
    by_coach = () if what in _VERDICTS else _coach(code, old, new)
    before, after = old.all.get(code), new.all.get(code)
    found: tuple[Cause, ...] = by_coach
    if before is None or after is None:
        found += _appeared(old.match, new.match, stage)
    else:
        found += _between(what, before, after, stage)
    if not found:
        found = tuple(c for c in input_causes(old.match, new.match) if c.kind is CauseKind.DATE)[:1]
    rest = Cause(CauseKind.ORDER, "order", "ander werk kwam hoger of lager te staan")
    return tuple(dict.fromkeys(found)) or (rest,)


_VERDICTS = frozenset({What.OPENED, What.CLOSED, What.EXPECTED, What.NOT_EXPECTED, What.LIGHTER, What.HEAVIER})


def _between(what: What, old: RankedOccupation, new: RankedOccupation, stage: Cause | None) -> tuple[Cause, ...]:
    if old.rejected != new.rejected or old.own_work != new.own_work:
        kind = CauseKind.PEOPLE if old.rejected != new.rejected else CauseKind.PERSON
        text = "afgewezen of uitgesloten" if new.rejected else "niet meer afgewezen of uitgesloten"
        if old.own_work != new.own_work:
            text = "dit is nu het eigen werk" if new.own_work else "dit is niet meer het eigen werk"
        return (Cause(kind, "rulings", text),)
    parts = part_causes(old, new, stage)
    if what in {What.EXPECTED, What.NOT_EXPECTED}:
        moved = old.opens_at != new.opens_at
        return parts if moved and parts else ((stage,) if stage is not None else parts)
    points = finding_causes(old, new, _channels_that_matter(old.verdict, new.verdict))
    if what in {What.ENTERED, What.LEFT, What.MOVED} and not points:
        return (*_margin(old, new), *parts, *((stage,) if stage is not None and not parts else ()))
    return (*points, *_remark_cause(old, new), *parts)


def _channels_that_matter(old: Verdict, new: Verdict) -> tuple[str, ...]:
    """Answer the channels that exceed in one version first, then those that are open in one."""
    return tuple(dict.fromkeys((*old.exceeding, *new.exceeding, *old.open_channels, *new.open_channels)))


def _margin(old: RankedOccupation, new: RankedOccupation) -> tuple[Cause, ...]:
    """Answer changed capacities that gave another margin without another outcome."""
    pairs = zip(old.findings, new.findings, strict=True)
    return tuple(capacity_cause(a.capacity, b.capacity) for a, b in pairs if not same_capacity(a.capacity, b.capacity))


def _remark_cause(old: RankedOccupation, new: RankedOccupation) -> tuple[Cause, ...]:
    if len(old.verdict.remarks) == len(new.verdict.remarks):
        return ()
    return (Cause(CauseKind.FORM, "remarks", "op het formulier staan meer of minder teksten die een oordeel vragen"),)


def _appeared(old: Match, new: Match, stage: Cause | None) -> tuple[Cause, ...]:
    """Answer why an occupation was not shown at all in one version: level, diploma, licence or minimum wage."""
    inputs = [cause for cause in input_causes(old, new) if cause.kind in {CauseKind.PERSON, CauseKind.DATA}]
    if inputs:
        return tuple(inputs)
    if stage is not None:
        return (stage,)
    return (Cause(CauseKind.PERSON, "entry", "een diploma, rijbewijs of certificaat is toegevoegd of vervallen"),)


def _coach(code: str, old: _Side, new: _Side) -> tuple[Cause, ...]:
    before = old.coach.get(code, ())
    return tuple(
        Cause(CauseKind.COACH, code, action.reason.rstrip("."))
        for action in new.coach.get(code, ())
        if action not in before
    )


def _coach_inputs(coached: tuple[CoachedProfile, CoachedProfile] | None) -> tuple[Cause, ...]:
    if coached is None:
        return ()
    before, after = (actions_of(each) for each in coached)
    fresh = sum(1 for action in after if action not in before)
    if not fresh:
        return ()
    words = "1 handeling" if fresh == 1 else f"{fresh} handelingen"
    return (Cause(CauseKind.COACH, "coach", f"de coach deed {words} sinds de vorige versie"),)


def actions_of(coached: CoachedProfile) -> tuple[CoachAction, ...]:
    """Answer every action that is laid over a profile, carried out or refused; waiting actions are left out.

    Args:
        coached: a profile with the coach's hand.
    """
    lines = [*(o.line for o in coached.occupations), *coached.branches, *coached.sentences]
    found = [action for line in lines for action in line.actions]
    found += [action for o in coached.occupations for point in o.points for action in point.motivations]
    found += [action for remark in coached.remarks for action in remark.motivations]
    return (*found, *(refused.action for refused in coached.refused))
