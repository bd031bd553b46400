"""From the lines of a form to a capacity per channel."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from matcher.domain.capacity import Capacity, CapacityStatus
from matcher.domain.case import CapacityForm, Completeness, Numbering
from matcher.intake.lines import FormLines, Line
from matcher.intake.stated_hours import hours_in_words
from matcher.intake.stricter_words import with_stricter_words
from matcher.intake.values import Figure, Standing, below_its_unit, level_for, own_value, standing, units_of
from matcher.reference.channels import Channel, ChannelKind, channels
from matcher.reference.fml import items
from matcher.reference.legacy import LegacyTarget, Relation, legacy_items

_SILENT = frozenset({Relation.NOTE, Relation.FREQUENCY, Relation.SIDE})
_WEIGHT = {CapacityStatus.LIMITED: 2, CapacityStatus.UNKNOWN: 1, CapacityStatus.NORM: 0}


@dataclass(frozen=True, slots=True)
class Reading:
    """One channel as one line of the form says it."""

    channel: Channel
    status: CapacityStatus
    level: int | None
    options: tuple[int, ...] = ()
    degree_known: bool = True


def capacities(form: CapacityForm, lines: FormLines) -> dict[str, Capacity]:
    """Answer the capacity on every channel, in the order of the channel table.

    Args:
        form: the leading form.
        lines: its lines, without problems.
    """
    if not levels_count(form):
        return unknown_everywhere(form)
    read: dict[str, Capacity] = {}
    for written in lines.lines:
        line = with_stricter_words(written)
        for reading in readings(line, form.completeness):
            capacity = _capacity(reading, line, form)
            before = read.get(capacity.channel)
            read[capacity.channel] = capacity if before is None else _stricter(before, capacity)
        for stated in hours_in_words(line, form):
            # The line itself may come later, or not stand on the form: a limit in words then holds alone.
            before = read.get(stated.channel)
            read[stated.channel] = stated if before is None else _stricter(before, stated)
    rest = _not_listed(form, lines.numbering)
    return {code: read.get(code) or rest[code] for code in channels()}


def unknown_everywhere(form: CapacityForm | None) -> dict[str, Capacity]:
    """Answer "unknown" on every channel.

    Example:
        >>> len(unknown_everywhere(None))
        80
    """
    day, kind = (form.date, form.kind) if form is not None else (None, None)
    return {code: Capacity(code, CapacityStatus.UNKNOWN, None, form_date=day, form_kind=kind) for code in channels()}


def levels_count(form: CapacityForm) -> bool:
    """Answer whether the levels of a form are FML levels (decision 2)."""
    return form.kind.value == "FML" or form.levels_confirmed


def readings(line: Line, completeness: Completeness) -> Iterator[Reading]:
    """Answer what one line says per channel; nothing for a note, a side or dominance.

    Args:
        line: a line without problems.
        completeness: on a deviations-only form a condition that is named without a score holds.
    """
    if not line.targets:
        yield from _current(line, completeness)
        return
    for target in line.targets:
        if target.relation not in _SILENT:
            yield from _legacy(line, target, completeness)


def _current(line: Line, completeness: Completeness) -> Iterator[Reading]:
    own = channels_of(line.item)
    if line.option is not None:
        channel = items()[line.item].levels[line.option].channel
        if channel:
            yield _condition(channels()[channel], line.levels, completeness)
    elif not line.levels:
        yield from (Reading(channel, CapacityStatus.UNKNOWN, None) for channel in own)
    elif len(own) == 1 and own[0].code == line.item:
        yield _single(own[0], line.levels, line.figure is not None)
    else:
        ticked = {items()[line.item].levels[level].channel for level in line.levels}
        yield from (_tick(channel, ticked=channel.code in ticked, options=line.levels) for channel in own)


def _single(channel: Channel, levels: tuple[int, ...], has_figure: bool) -> Reading:  # noqa: FBT001 one plain fact
    if levels == (0,):
        return Reading(channel, CapacityStatus.NORM, 0)
    if channel.kind is not ChannelKind.ORDINAL:
        return Reading(channel, CapacityStatus.LIMITED, 1, levels)
    known = has_figure or not channel.degree_in_text
    return Reading(channel, CapacityStatus.LIMITED, levels[0], levels, degree_known=known)


def _tick(channel: Channel, *, ticked: bool, options: tuple[int, ...]) -> Reading:
    if not ticked:
        return Reading(channel, CapacityStatus.NORM, 0)
    known = not channel.degree_in_text
    return Reading(channel, CapacityStatus.LIMITED, 1, options, degree_known=known)


def _condition(channel: Channel, levels: tuple[int, ...], completeness: Completeness) -> Reading:
    if not levels and completeness is Completeness.FULL:
        return Reading(channel, CapacityStatus.UNKNOWN, None)
    return _tick(channel, ticked=levels != (0,), options=())


def _legacy(line: Line, target: LegacyTarget, completeness: Completeness) -> Iterator[Reading]:
    own, levels = channels_of(target.item), line.levels
    if target.relation is Relation.OPTION:
        yield from (_condition(channel, levels, completeness) for channel in _options(target))
    elif target.relation is Relation.LEVEL:
        yield from (_fixed_level(channel, target, levels, completeness) for channel in own)
    elif not levels:
        covered = _options(target) if target.options else own
        yield from (Reading(channel, CapacityStatus.UNKNOWN, None) for channel in covered)
    elif levels == (0,):
        covered = _options(target) if target.options else own
        yield from (Reading(channel, CapacityStatus.NORM, 0) for channel in covered)
    elif target.relation is Relation.OPTIONS:
        ticked = {items()[target.item].levels[level].channel for level in levels}
        yield from (_tick(each, ticked=each.code in ticked, options=levels) for each in _options(target))
    elif target.relation is Relation.UNCLEAR_OPTION:
        yield from (Reading(channel, CapacityStatus.UNKNOWN, None) for channel in _options(target))
    else:
        yield from (_old_level(channel, line, target) for channel in own)


def _old_level(channel: Channel, line: Line, target: LegacyTarget) -> Reading:
    if target.relation is Relation.LIMITED_OR_NOT:
        return Reading(channel, CapacityStatus.LIMITED, 1)
    if target.relation is Relation.LEVELS_SAME:
        return Reading(channel, CapacityStatus.LIMITED, min(line.levels[0], channel.levels), line.levels)
    by_figure = level_for(target.item, line.figure) if line.figure is not None else None
    if line.figure is not None and by_figure is not None:
        known = not below_its_unit(target.item, line.figure)
        return Reading(channel, CapacityStatus.LIMITED, by_figure, degree_known=known)
    yes_or_no = channel.levels == 1 and not channel.quantity
    known = yes_or_no and not channel.degree_in_text
    return Reading(channel, CapacityStatus.LIMITED, 1 if yes_or_no else None, degree_known=known)


def _fixed_level(
    channel: Channel, target: LegacyTarget, levels: tuple[int, ...], completeness: Completeness
) -> Reading:
    reading = _condition(channel, levels, completeness)
    return replace(reading, level=target.level) if reading.status is CapacityStatus.LIMITED else reading


def _capacity(reading: Reading, line: Line, form: CapacityForm) -> Capacity:
    limited = reading.status is CapacityStatus.LIMITED
    level, figure, known = _with_figure(reading, line) if limited else (reading.level, None, reading.degree_known)
    return Capacity(
        channel=reading.channel.code,
        status=reading.status,
        level=level,
        options=reading.options if limited else (),
        value=figure.value if figure is not None else None,
        unit=figure.unit if figure is not None else None,
        degree_known=known,
        side=line.entry.side,
        text=line.entry.text if limited or _nothing_limited(line) else None,
        form_date=form.date,
        form_kind=form.kind,
    )


def _with_figure(reading: Reading, line: Line) -> tuple[int | None, Figure | None, bool]:
    """Answer level, figure and whether the degree is known; a stricter figure never gives a milder level."""
    level, figure, known = reading.level, line.figure, reading.degree_known
    if figure is None or level is None or line.targets or not units_of(line.item):
        return level, figure, known
    own = own_value(line.item, level, figure.unit)
    if figure_disagrees(line, reading):
        # Until the doctor says which of the two holds, the stricter one counts; a remark asks it.
        by_figure = level_for(line.item, figure) or 0
        if by_figure > level or (own is not None and figure.value < own):
            return max(level, by_figure), figure, True
        return level, None, not reading.channel.degree_in_text
    if below_its_unit(line.item, figure) and (own is not None or not figure.value):
        # Nothing at all is the strictest level in any unit; a little less than the level's own figure leaves it open.
        return reading.channel.levels, figure, own is None
    return level, figure, known


def figure_disagrees(line: Line, reading: Reading) -> bool:
    """Answer whether the doctor's figure belongs to another level than the ticked one."""
    if line.figure is None or line.targets or reading.level is None or not units_of(line.item):
        return False
    return standing(line.item, reading.level, line.figure) is Standing.DISAGREES


def _nothing_limited(line: Line) -> bool:
    return not any(line.levels)


def _stricter(one: Capacity, other: Capacity) -> Capacity:
    first, second = sorted((one, other), key=_strictness, reverse=True)
    both_limited = first.status is second.status is CapacityStatus.LIMITED
    if both_limited and None in (first.level, second.level):
        return replace(first, level=None, degree_known=False, value=None, unit=None)
    return first


def _strictness(capacity: Capacity) -> tuple[int, int, bool, Decimal]:
    value = capacity.value
    return _WEIGHT[capacity.status], capacity.level or 0, value is not None, -(value or Decimal(0))


def with_limits_of(known: Mapping[str, Capacity], newer: Mapping[str, Capacity]) -> dict[str, Capacity]:
    """Answer the capacities with the limits of a newer form that does not lead, wherever those are stricter.

    Args:
        known: what the leading form says.
        newer: what the newer form says.
    """
    merged = dict(known)
    for code, other in newer.items():
        if other.status is CapacityStatus.LIMITED:
            limited = known[code].status is CapacityStatus.LIMITED
            merged[code] = _stricter(known[code], other) if limited else other
    return merged


def _not_listed(form: CapacityForm, numbering: Numbering) -> Mapping[str, Capacity]:
    by_form = form.completeness is Completeness.DEVIATIONS_ONLY and form.completeness_confirmed
    asked = asked_by_old_list() if numbering is Numbering.LEGACY else frozenset(channels())
    found = {}
    for code in channels():
        norm = by_form and code in asked
        status = CapacityStatus.NORM_BY_FORM if norm else CapacityStatus.UNKNOWN
        found[code] = Capacity(code, status, 0 if norm else None, form_date=form.date, form_kind=form.kind)
    return found


@cache
def asked_by_old_list() -> frozenset[str]:
    """Answer the channels that the old list asks about.

    Example:
        >>> "II.11" in asked_by_old_list()
        False
    """
    found: set[str] = set()
    for item in legacy_items().values():
        for target in item.targets:
            if target.relation not in _SILENT and target.relation is not Relation.PARENT:
                covered = _options(target) if target.options else channels_of(target.item)
                found.update(channel.code for channel in covered)
    return frozenset(found)


def channels_of(item: str) -> tuple[Channel, ...]:
    """Answer the channels of an item, in the order of its levels.

    Example:
        >>> [channel.code for channel in channels_of("VI.1")]
        ['VI.1.evening', 'VI.1.night']
    """
    codes: Iterable[str] = dict.fromkeys(level.channel for level in items()[item].levels.values() if level.channel)
    return tuple(channels()[code] for code in codes)


def _options(target: LegacyTarget) -> tuple[Channel, ...]:
    levels = items()[target.item].levels
    return tuple(channels()[levels[option].channel] for option in target.options if levels[option].channel)
