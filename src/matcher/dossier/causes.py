"""Why something changed between two versions: the deciding difference between findings, stages or people."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from matcher.domain.capacity import Capacity
from matcher.domain.finding import Finding
from matcher.domain.zoekprofiel import RankedOccupation
from matcher.matching import Match
from matcher.reference.channels import channels
from matcher.report.sentences import capacity_nl, finding_nl
from matcher.report.spoken import date_nl


class CauseKind(StrEnum):
    """What made the difference."""

    COACH = "coach"
    FORM = "form"
    STAGE = "stage"
    PEOPLE = "people"  # the labour expert or the person ruled on it
    PERSON = "person"  # experience, education, own work or old wage
    WISH = "wish"
    MARKET = "market"
    DATE = "date"  # only time passed
    DATA = "data"  # our own tables, weights or rules
    ORDER = "order"  # other work moved


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason for a change. For the coach's eyes: it may hold a limit.

    Attributes:
        kind: what made the difference.
        about: channel, part or stage.
        text_nl: the reason in Dutch.
    """

    kind: CauseKind
    about: str
    text_nl: str


_PART_KIND = {
    "experience": CauseKind.PERSON,
    "education": CauseKind.PERSON,
    "wage": CauseKind.PERSON,
    "wishes": CauseKind.WISH,
    "market": CauseKind.DATA,
}


def same_capacity(old: Capacity, new: Capacity) -> bool:
    """Answer whether two forms say the same on a channel; the words beside it and its date do not count."""
    return _value(old) == _value(new)


def _value(capacity: Capacity) -> tuple[object, ...]:
    c = capacity
    known = "norm" if c.status.value.startswith("norm") else c.status.value
    return (known, c.level, c.options, c.value, c.unit, c.degree_known)


def capacity_cause(old: Capacity, new: Capacity) -> Cause:
    """Answer the change of one channel as a cause.

    Args:
        old: capacity by the old version.
        new: capacity by the new version.
    """
    channel = channels()[new.channel]
    source = f" ({new.form_kind} van {date_nl(new.form_date)})" if new.form_kind and new.form_date else ""
    text = f"{channel.label_nl} ({channel.item}): was {capacity_nl(old)}, is nu {capacity_nl(new)}{source}"
    return Cause(CauseKind.FORM, new.channel, text)


def finding_causes(old: RankedOccupation, new: RankedOccupation, among: Sequence[str]) -> tuple[Cause, ...]:
    """Answer why the findings on some channels changed, those of the form first.

    Args:
        old: the occupation in the old version.
        new: the occupation in the new version.
        among: the channels that matter, most important first.
    """
    before, after = _by_channel(old), _by_channel(new)
    found = [
        _finding_cause(before[code], after[code])
        for code in among
        if code in before and code in after and before[code].outcome is not after[code].outcome
    ]
    return tuple(sorted(found, key=lambda cause: cause.kind is not CauseKind.FORM))


def _by_channel(occupation: RankedOccupation) -> dict[str, Finding]:
    return {finding.channel: finding for finding in occupation.findings}


def _finding_cause(old: Finding, new: Finding) -> Cause:
    if not same_capacity(old.capacity, new.capacity):
        return capacity_cause(old.capacity, new.capacity)
    if old.demand != new.demand:
        return Cause(CauseKind.DATA, new.channel, f"andere gegevens over het werk. {finding_nl(new)}")
    return Cause(CauseKind.DATA, new.channel, f"een andere regel van de vergelijking. {finding_nl(new)}")


def stage_cause(old: Match, new: Match) -> Cause | None:
    """Answer the change of stage as a cause; None when the stage is the same."""
    before, after = old.stage.stage, new.stage.stage
    if before.code == after.code:
        return None
    text = f"fase {before.code} ({before.label_nl}) werd fase {after.code} ({after.label_nl})"
    return Cause(CauseKind.STAGE, after.code, text)


def part_causes(old: RankedOccupation, new: RankedOccupation, stage: Cause | None) -> tuple[Cause, ...]:
    """Answer which parts of the score changed, largest difference first.

    A part whose level stayed the same got other points only because the stage weighs it differently.

    Args:
        old: the occupation in the old version.
        new: the occupation in the new version.
        stage: the change of stage, or None.
    """
    before = {part.part: part for part in old.contributions}
    found: list[tuple[int, Cause]] = []
    for part in new.contributions:
        earlier = before.get(part.part)
        if earlier is None or earlier.points == part.points or part.part not in _PART_KIND:
            continue
        size = abs(part.points - earlier.points)
        if earlier.level == part.level and stage is not None:
            found.append((size, stage))
        else:
            text = f"{part.label_nl}: was {earlier.level_nl}, is nu {part.level_nl}"
            found.append((size, Cause(_PART_KIND[part.part], part.part, text)))
    ordered = sorted(found, key=lambda pair: -pair[0])
    return tuple(dict.fromkeys(cause for _, cause in ordered))


def input_causes(old: Match, new: Match) -> tuple[Cause, ...]:
    """Answer what is different in what went in: form, stage, person, wishes, rulings, date and tables.

    Args:
        old: the old version.
        new: the new version.
    """
    return tuple(_inputs(old, new))


def _inputs(old: Match, new: Match) -> Iterator[Cause]:
    if (old.profile.form_date, old.profile.form_kind) != (new.profile.form_date, new.profile.form_kind):
        yield Cause(CauseKind.FORM, "form", f"het leidende formulier is nu: {_form(new)} (was: {_form(old)})")
    for code, capacity in new.profile.channels.items():
        if not same_capacity(old.profile.channels[code], capacity):
            yield capacity_cause(old.profile.channels[code], capacity)
    if _remarks(old) != _remarks(new):
        yield Cause(CauseKind.FORM, "remarks", "op het formulier staan andere teksten die een mens moet beoordelen")
    stage = stage_cause(old, new)
    if stage is not None:
        yield stage
    yield from _person(old, new)
    if _ruled(old) != _ruled(new):
        yield Cause(CauseKind.PEOPLE, "rulings", "het advies of de afwijzing van functies is veranderd")
    if old.receipt.data_hash != new.receipt.data_hash or old.receipt.code_hash != new.receipt.code_hash:
        yield Cause(CauseKind.DATA, "receipt", "het programma of de tabellen zijn vernieuwd; zie de kwitanties")
    if old.on != new.on:
        yield Cause(CauseKind.DATE, "on", f"de peildatum is nu {date_nl(new.on)} (was: {date_nl(old.on)})")


def _person(old: Match, new: Match) -> Iterator[Cause]:
    before, after = old.facts, new.facts
    if before.level != after.level:
        yield Cause(CauseKind.PERSON, "level", f"het niveau is veranderd: {after.level_basis_nl}")
    if [(h.occupation_id, h.own_work) for h in before.held] != [(h.occupation_id, h.own_work) for h in after.held]:
        yield Cause(CauseKind.PERSON, "experience", "de werkervaring is aangevuld of veranderd")
    if before.old_wage_eur_per_hour != after.old_wage_eur_per_hour:
        yield Cause(CauseKind.PERSON, "wage", "het oude uurloon is veranderd")
    if before.old_hours_per_week != after.old_hours_per_week:
        yield Cause(CauseKind.PERSON, "hours", "de oude uren zijn veranderd")
    wishes = (before.wished, before.sectors, before.interests)
    if wishes != (after.wished, after.sectors, after.interests):
        yield Cause(CauseKind.WISH, "wishes", "de wensen zijn veranderd")


def _form(match: Match) -> str:
    if match.profile.form_date is None:
        return "geen formulier"
    return f"{match.profile.form_kind} van {date_nl(match.profile.form_date)}"


def _remarks(match: Match) -> list[tuple[str, str]]:
    return [(remark.kind.value, remark.item) for remark in match.profile.remarks]


def _ruled(match: Match) -> tuple[frozenset[str], frozenset[str]]:
    every = (*match.shown, *match.exceeding, *match.own_work)
    return frozenset(o.id for o in every if o.advised), frozenset(o.id for o in every if o.rejected)
