"""What the words on a form ask a person to judge: own conditions, hidden limits, figures that do not agree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from matcher.domain.capacity import Capacity, CapacityStatus, Remark, RemarkKind
from matcher.domain.case import CapacityForm, WithheldText
from matcher.intake.capacities import channels_of, figure_disagrees, levels_count, readings
from matcher.intake.lines import FormLines, Line
from matcher.intake.texts import Clause, channels_named_in, clauses, hours_in, quantities_in
from matcher.intake.values import Figure, Standing, standing, units_of
from matcher.reference.channels import channels
from matcher.reference.fml import items
from matcher.reference.form_rules import form_rules
from matcher.reference.legacy import Relation

_HOURS = {"VI.2": "day", "VI.3": "week"}
_NO_MATTER = frozenset({"IV.1", "IV.2"})


@dataclass(frozen=True, slots=True)
class _Beside:
    """One line with what is known around it."""

    line: Line
    form: CapacityForm
    known: Mapping[str, Capacity]

    @property
    def own(self) -> tuple[str, ...]:
        """Answer the channels of the items of this line."""
        wanted = [target.item for target in self.line.targets] or [self.line.item]
        return tuple(dict.fromkeys(channel.code for item in wanted for channel in channels_of(item)))

    @property
    def limited_here(self) -> tuple[str, ...]:
        """Answer the channels that this line itself limits."""
        read = readings(self.line, self.form.completeness)
        return tuple(each.channel.code for each in read if each.status is CapacityStatus.LIMITED)

    def remark(self, kind: RemarkKind, question: str, about: tuple[str, ...]) -> Remark:
        """Answer a remark with its question in Dutch."""
        labels = ", ".join(dict.fromkeys(channels()[code].label_nl for code in about))
        text = form_rules().sentences[question].text_nl.format(item=self.line.label, channels=labels)
        keeps_words = kind is not RemarkKind.WITHHELD
        return Remark(
            kind=kind,
            item=self.line.item,
            text=self.line.entry.text if keeps_words else None,
            channels=about,
            question_nl=text,
            safety=any(not channels()[code].peak_allowed for code in about),
        )


def remarks(form: CapacityForm, lines: FormLines, known: Mapping[str, Capacity]) -> tuple[Remark, ...]:
    """Answer everything on a form that a person must judge, in the order of the form.

    Args:
        form: the leading form, its texts already without medical words.
        lines: its lines.
        known: the capacity per channel.
    """
    found: list[Remark] = []
    for line in lines.lines:
        found += _of_line(_Beside(line, form, known))
    return tuple(found)


def _of_line(beside: _Beside) -> Iterator[Remark]:
    entry = beside.line.entry
    if entry.withheld is not None:
        yield beside.remark(RemarkKind.WITHHELD, "ask_withheld", beside.limited_here or beside.own)
    if not levels_count(beside.form):
        yield from _other_scale(beside)
        return
    if beside.line.item in _NO_MATTER:
        return
    if _old_frequency(beside.line):
        yield beside.remark(RemarkKind.NON_MATCHING, "ask_legacy_frequency", beside.own)
        return
    if _unclear_option(beside.line):
        yield beside.remark(RemarkKind.NON_MATCHING, "ask_legacy_option", beside.own)
    if any(figure_disagrees(beside.line, each) for each in readings(beside.line, beside.form.completeness)):
        yield beside.remark(RemarkKind.UNREADABLE, "ask_disagree", beside.limited_here)
    elif _figure_below_norm(beside.line):
        yield beside.remark(RemarkKind.HIDDEN_LIMIT, "ask_hidden_limit", beside.own)
    if _is_own_condition(beside.line):
        about = tuple(code for code in _channels_in_words(beside) if code not in beside.limited_here)
        yield beside.remark(RemarkKind.NON_MATCHING, "ask_non_matching", about)
    elif entry.withheld is not None:
        about = _withheld_limits(beside, entry.withheld)
        if about:
            yield beside.remark(RemarkKind.HIDDEN_LIMIT, "ask_hidden_limit", about)
    elif entry.text is not None:
        yield from _words(beside, entry.text)


def _withheld_limits(beside: _Beside, withheld: WithheldText) -> tuple[str, ...]:
    """Answer the channels without a score on which a text that was not kept seemed to name a limit."""
    here = beside.own if withheld.limits and not beside.limited_here else ()
    said = (code for code in (*here, *withheld.channels) if code in channels() and not _limited(beside.known, code))
    return tuple(dict.fromkeys(said))


def _other_scale(beside: _Beside) -> Iterator[Remark]:
    said = _channels_in_words(beside)
    if beside.line.entry.text is not None and clauses(beside.line.entry.text):
        about = tuple(dict.fromkeys((*beside.own, *said)))
        yield beside.remark(RemarkKind.NON_MATCHING, "ask_other_scale", about)
    elif said:
        yield beside.remark(RemarkKind.HIDDEN_LIMIT, "ask_hidden_limit", said)


def _channels_in_words(beside: _Beside) -> tuple[str, ...]:
    entry = beside.line.entry
    if entry.withheld is not None:
        return tuple(code for code in entry.withheld.channels if code in channels())
    return channels_named_in(entry.text) if entry.text is not None else ()


def _old_frequency(line: Line) -> bool:
    return any(target.relation is Relation.FREQUENCY for target in line.targets) and line.levels != (0,)


def _unclear_option(line: Line) -> bool:
    unclear = any(target.relation is Relation.UNCLEAR_OPTION for target in line.targets)
    return unclear and line.levels != (0,)


def _figure_below_norm(line: Line) -> bool:
    if line.figure is None or any(line.levels) or not units_of(line.item):
        return False
    return standing(line.item, 0, line.figure) is Standing.STRICTER_THAN_NORM


def _is_own_condition(line: Line) -> bool:
    """Answer whether a line holds a condition in words: "other", which cannot be compared (cbbs.md section 3)."""
    has_words = line.entry.withheld is not None or bool(line.entry.text and clauses(line.entry.text))
    if line.targets:
        noted = any(target.relation is Relation.NOTE for target in line.targets)
        return noted and (any(line.levels) or (not line.levels) or has_words)
    levels = items()[line.item].levels
    if line.option is not None:
        return levels[line.option].kind == "note" and line.levels != (0,)
    if not channels_of(line.item):
        return any(line.levels) or has_words
    return any(levels[level].kind == "note" for level in line.levels)


def _words(beside: _Beside, text: str) -> Iterator[Remark]:
    said = clauses(text)
    if not said:
        return
    hidden: list[str] = []
    disagrees = False
    for clause in said:
        hidden += _hidden_elsewhere(beside, clause)
        disagrees = disagrees or _disagrees(beside, clause)
    explained = bool(beside.limited_here)
    if not explained:
        hidden += _hidden_here(beside, said)
    about = tuple(dict.fromkeys(hidden))
    if about:
        yield beside.remark(RemarkKind.HIDDEN_LIMIT, "ask_hidden_limit", about)
    elif not explained and not _reaches_norm(beside, said):
        yield beside.remark(RemarkKind.UNREADABLE, "ask_unclear_text", beside.own)
    if disagrees:
        yield beside.remark(RemarkKind.UNREADABLE, "ask_disagree", beside.limited_here)


def _hidden_elsewhere(beside: _Beside, clause: Clause) -> Iterator[str]:
    if not clause.limits:
        return
    for code in clause.channels:
        if code in beside.limited_here or _explained_here(beside, clause, code):
            continue
        figures = _figures(code, clause.words, bare_hours=False)
        if _limited(beside.known, code):
            if any(_stricter_than_scored(beside.known[code], figure) for figure in figures):
                yield code
        elif not figures or any(_below_norm(code, figure) for figure in figures):
            yield code


def _explained_here(beside: _Beside, clause: Clause, code: str) -> bool:
    """Answer whether words about a channel are explained by a limit of this line on the same subject (kneeling).

    Not on a channel without tolerance: "no work at height" beside climbing is about risk too.
    """
    topics = (topic for topic in clause.topics if code in topic.channels)
    return channels()[code].peak_allowed and all(set(topic.channels) & set(beside.limited_here) for topic in topics)


def _hidden_here(beside: _Beside, said: tuple[Clause, ...]) -> Iterator[str]:
    """Yield the line's own channels when its words limit without naming another subject, or name a low figure."""
    for clause in said:
        for code in beside.own:
            figures = _figures(code, clause.words, bare_hours=True)
            limits_only_this = clause.limits and not clause.channels and not figures
            if limits_only_this or any(_below_norm(code, figure) for figure in figures):
                yield code


def _reaches_norm(beside: _Beside, said: tuple[Clause, ...]) -> bool:
    return all(
        any(_figures(code, clause.words, bare_hours=True) for code in (*beside.own, *clause.channels))
        for clause in said
    )


def _disagrees(beside: _Beside, clause: Clause) -> bool:
    """Answer whether a figure in the words belongs to another level than the one that was ticked."""
    line = beside.line
    if line.targets or line.figure is not None or not any(line.levels) or line.item not in beside.limited_here:
        return False
    figures = _figures(line.item, clause.words, bare_hours=True)
    return bool(figures) and all(
        standing(line.item, line.levels[0], Figure(value, channels()[line.item].unit)) is Standing.DISAGREES
        for value in figures
    )


def _figures(code: str, words: str, *, bare_hours: bool) -> tuple[Decimal, ...]:
    """Answer the figures in words that have the unit of a channel, in that unit."""
    channel = channels()[code]
    if not channel.quantity or code.startswith(("III.", "VI.1")):
        return ()
    if code in _HOURS:
        named = hours_in(words)
        bare = quantities_in(words, _writings("h", "")) if bare_hours and not named else ()
        return (*(hours for hours, per in named if per == _HOURS[code]), *bare)
    if channel.unit == "x":
        return quantities_in(words, _writings("x", "hour"))
    figures = quantities_in(words, _writings(channel.unit, ""))
    if channel.unit == "min":
        figures += tuple(value * 60 for value in quantities_in(words, _writings("h", "")))
    return figures


def _writings(unit: str, per: str) -> frozenset[str]:
    known = form_rules().units.items()
    return frozenset(written for written, each in known if each.code == unit and each.per == per and each.factor == 1)


def _below_norm(code: str, value: Decimal) -> bool:
    return standing(code, 0, Figure(value, channels()[code].unit)) is Standing.STRICTER_THAN_NORM


def _stricter_than_scored(capacity: Capacity, value: Decimal) -> bool:
    if capacity.level is None or capacity.channel not in items():
        return False
    scored = capacity.value or items()[capacity.channel].levels[capacity.level].value
    return scored is not None and value < scored


def _limited(known: Mapping[str, Capacity], code: str) -> bool:
    return code in known and known[code].status is CapacityStatus.LIMITED
