"""What the words on a form ask a person to judge: own conditions, hidden limits, figures that do not agree."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from matcher.domain.capacity import Capacity, CapacityStatus, Remark, RemarkKind
from matcher.domain.case import CapacityForm, Prognosis, WithheldText
from matcher.intake.capacities import channels_of, figure_disagrees, levels_count, readings
from matcher.intake.lines import FormLines, Line
from matcher.intake.texts import (
    Clause,
    all_figures,
    bans,
    channels_named_in,
    clauses,
    hours_in,
    only_names_a_side,
    quantities_in,
    written_units,
)
from matcher.intake.values import Figure, Standing, standing, units_of
from matcher.reference.channels import ChannelKind, channels
from matcher.reference.fml import items
from matcher.reference.form_rules import form_rules
from matcher.reference.legacy import Relation
from matcher.reference.text_signals import limit_signs, plain

_HOURS = {"VI.2": "day", "VI.3": "week"}
_HAND_AND_SIDE = frozenset({"IV.1", "IV.2"})  # the score is no limit; the words beside it may be
_OUTLOOK = "prognose"
_ABOUT = Decimal("0.8")  # our choice: a figure from here still explains "about" the figure of the level
_STEM = 5  # letters by which a word of the text is recognised as a word of the item's own name
_WHOLE_WEEK = re.compile(r"\bover (?:vijf|5) (?:werk)?dagen\b")
_TAKES_AWAY = re.compile(r"\b(?:niet|geen|minder|alleen|uitsluitend|mits|behalve|behoudens|tenzij|zonder)\b")


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
    if form.prognosis is not None:
        found += _of_outlook(form.prognosis, known)
    return tuple(found)


def _of_outlook(prognosis: Prognosis, known: Mapping[str, Capacity]) -> Iterator[Remark]:
    """Yield one remark when the doctor's outlook names a limit that no score holds."""
    if prognosis.withheld is not None:
        left = prognosis.withheld.channels
        about = [code for code in left if code in channels() and not _limited(known, code)]
    else:
        about = [code for clause in clauses(prognosis.text or "") for code in _new_in_outlook(clause, known)]
    about = list(dict.fromkeys(about))
    if not about:
        return
    labels = ", ".join(dict.fromkeys(channels()[code].label_nl for code in about))
    yield Remark(
        kind=RemarkKind.HIDDEN_LIMIT,
        item=_OUTLOOK,
        text=prognosis.text,
        channels=tuple(about),
        question_nl=form_rules().sentences["ask_hidden_outlook"].text_nl.format(channels=labels),
        safety=any(not channels()[code].peak_allowed for code in about),
    )


def _new_in_outlook(clause: Clause, known: Mapping[str, Capacity]) -> Iterator[str]:
    for code in clause.channels:
        figures = _figures(code, clause.words, bare_hours=False)
        if _limited(known, code):
            if any(_stricter_than_scored(known[code], figure) for figure in figures):
                yield code
        elif any(_below_norm(code, figure) for figure in figures) or (clause.limits and not figures):
            yield code


def _of_line(beside: _Beside) -> Iterator[Remark]:
    entry = beside.line.entry
    if entry.withheld is not None:
        yield beside.remark(RemarkKind.WITHHELD, "ask_withheld", beside.limited_here or beside.own)
    if not levels_count(beside.form):
        yield from _other_scale(beside)
        return
    if beside.line.item in _HAND_AND_SIDE:
        yield from _beside_a_side(beside)
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


def _beside_a_side(beside: _Beside) -> Iterator[Remark]:
    """Yield what the words beside the preferred hand or the side of the limits say; the score itself is no limit."""
    entry = beside.line.entry
    if entry.withheld is not None:
        about = _withheld_limits(beside, entry.withheld)
        if about:
            yield beside.remark(RemarkKind.HIDDEN_LIMIT, "ask_hidden_limit", about)
    elif entry.text is not None and not only_names_a_side(entry.text):
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
    has_words = line.entry.withheld is not None or bool(line.entry.text and _says_more_than_none(line, line.entry.text))
    if line.targets:
        noted = any(target.relation is Relation.NOTE for target in line.targets)
        return noted and (any(line.levels) or (not line.levels) or has_words)
    levels = items()[line.item].levels
    if line.option is not None:
        return levels[line.option].kind == "note" and line.levels != (0,)
    if not channels_of(line.item):
        return any(line.levels) or has_words
    return any(levels[level].kind == "note" for level in line.levels)


def _says_more_than_none(line: Line, text: str) -> bool:
    """Answer whether words beside an own condition may be one: all words, except "none" beside the score norm."""
    none = limit_signs().note_no_limit.fullmatch(plain(text).strip(" .")) is not None
    return not (none and line.levels == (0,)) and bool(clauses(text, note=True))


def _words(beside: _Beside, text: str) -> Iterator[Remark]:
    said = clauses(text)
    if not said:
        return
    hidden = [code for clause in said for code in _hidden_elsewhere(beside, clause)]
    disagrees = any(_disagrees(beside, clause) for clause in said)
    explained = bool(beside.limited_here)
    if not explained:
        hidden += _hidden_here(beside, said)
    about = tuple(dict.fromkeys(hidden))
    if about:
        yield beside.remark(RemarkKind.HIDDEN_LIMIT, "ask_hidden_limit", about)
    elif not explained and not _reaches_norm(beside, said):
        yield beside.remark(RemarkKind.UNREADABLE, "ask_unclear_text", beside.own)
    elif explained and not disagrees and any(_says_more(beside, clause) for clause in said):
        yield beside.remark(RemarkKind.NON_MATCHING, "ask_non_matching", ())
    if disagrees:
        yield beside.remark(RemarkKind.UNREADABLE, "ask_disagree", beside.limited_here)


def _hidden_elsewhere(beside: _Beside, clause: Clause) -> Iterator[str]:
    """Yield the channels that a clause limits although this line does not score them.

    Where there is no tolerance, naming the subject is enough.
    """
    for code in clause.channels:
        if code in beside.limited_here or _explained_here(beside, clause, code):
            continue
        figures = _figures(code, clause.words, bare_hours=False)
        if _limited(beside.known, code):
            if any(_stricter_than_scored(beside.known[code], figure) for figure in figures) or (
                bans(clause) and not _strictest(beside.known[code])
            ):
                yield code
        elif any(_below_norm(code, figure) for figure in figures) or (
            not figures and (clause.limits or not channels()[code].peak_allowed)
        ):
            yield code


def _explained_here(beside: _Beside, clause: Clause, code: str) -> bool:
    """Answer whether words about a channel are explained by a limit of this line on the same subject (kneeling).

    Not on a channel without tolerance: "no work at height" beside climbing is about risk too.
    """
    if code in _HOURS:
        return _hours_of_the_limit_itself(beside, clause)
    topics = (topic for topic in clause.topics if code in topic.channels)
    return channels()[code].peak_allowed and all(set(topic.channels) & set(beside.limited_here) for topic in topics)


def _hours_of_the_limit_itself(beside: _Beside, clause: Clause) -> bool:
    """Answer whether hours belong to the limit of this line: rest days beside hours, or hours of standing."""
    if set(_HOURS) & set(beside.limited_here):
        return set(_HOURS) <= set(clause.channels) and not hours_in(clause.words)
    units = {channels()[code].unit for code in beside.limited_here}
    return units == {"h"} and limit_signs().work.search(clause.words) is None


def _hidden_here(beside: _Beside, said: tuple[Clause, ...]) -> Iterator[str]:
    """Yield the line's own channels when its words limit without naming another subject, or name a low figure."""
    for clause in said:
        for code in beside.own:
            figures = _figures(code, clause.words, bare_hours=True)
            limits_only_this = clause.limits and not clause.channels and not figures
            if limits_only_this or any(_below_norm(code, figure) for figure in figures):
                yield code


def _reaches_norm(beside: _Beside, said: tuple[Clause, ...]) -> bool:
    """Answer whether words beside the norm only name figures at or above the norm."""
    return all(_clause_reaches_norm(beside, clause) for clause in said)


def _clause_reaches_norm(beside: _Beside, clause: Clause) -> bool:
    about = tuple(dict.fromkeys((*beside.own, *clause.channels)))
    figures = [(code, value) for code in about for value in _figures(code, clause.words, bare_hours=True)]
    enough = bool(figures) and not any(_below_norm(code, value) for code, value in figures)
    return enough and not _TAKES_AWAY.search(clause.words) and not _left_over(beside, clause, about)


def _says_more(beside: _Beside, clause: Clause) -> bool:
    """Answer whether words beside a limit say more than the degree, the side or the subject of that limit."""
    scored = [code for code in clause.channels if _limited(beside.known, code) or _explained_here(beside, clause, code)]
    left = _left_over(beside, clause, tuple(dict.fromkeys((*beside.limited_here, *scored))))
    if left and _lists_substances(beside):
        return any(word.isdigit() for word in left)
    return bool(left)


def _lists_substances(beside: _Beside) -> bool:
    """Answer whether the form asks for the substances or things in words here (rubriek III): those words are it."""
    levels = items()[beside.line.item].levels
    here = [level for level in levels.values() if level.channel in beside.limited_here and level.level]
    return beside.line.item.startswith("III.") and bool(here) and all(level.needs_text for level in here)


def _left_over(beside: _Beside, clause: Clause, about: tuple[str, ...]) -> list[str]:
    """Answer the words of a clause that are no degree, no figure, no subject and no name of these channels."""
    known_parts = [topic.words for topic in clause.topics if set(topic.channels) & set(about)]
    units = ["" if _degree_is_in_words(code) else _all_writings(code) for code in about]
    known_parts += [all_figures(each) for each in units if each is not None]
    known_parts.append(_WHOLE_WEEK)
    spans = [match.span() for part in known_parts for match in part.finditer(clause.words)]
    known, explains = _names(beside, about), limit_signs().explains
    return [
        word.group()
        for word in re.finditer(r"\w+", clause.words)
        if not any(start <= word.start() < end for start, end in spans)
        and not explains.fullmatch(word.group())
        and word.group()[:_STEM] not in known
    ]


def _names(beside: _Beside, about: Iterable[str]) -> frozenset[str]:
    """Answer the beginnings of the words in the names of an item, its ticked levels and its channels."""
    levels = items()[beside.line.item].levels
    named = [items()[beside.line.item].name_nl, *(channels()[code].label_nl for code in about)]
    named += [level.name_nl for level in levels.values() if level.channel in beside.limited_here and level.level]
    return frozenset(word[:_STEM] for name in named for word in re.findall(r"\w{3,}", plain(name)))


def _degree_is_in_words(code: str) -> bool:
    """Answer whether the list gives a limit on this channel no figure and asks for words."""
    levels = [
        level for level in items()[channels()[code].item].levels.values() if level.channel == code and level.level
    ]
    return bool(levels) and all(level.needs_text and level.value is None for level in levels)


def _all_writings(code: str) -> str | None:
    unit = channels()[code].unit
    if not unit or not channels()[code].quantity:
        return None
    wanted = {unit, "h"} if unit == "min" else {unit}
    per = {"VI.2": {"", "day"}, "VI.3": {"", "week"}}.get(code, {"hour"} if unit == "x" else {"", "day"})
    known = form_rules().units.items()
    return written_units(frozenset(written for written, each in known if each.code in wanted and each.per in per))


def _disagrees(beside: _Beside, clause: Clause) -> bool:
    """Answer whether the words are stricter than the level or the figure of this line, or belong to another level."""
    line = beside.line
    if line.targets or not any(line.levels) or line.item not in beside.limited_here:
        return False
    channel, level = channels()[line.item], line.levels[0]
    own_subject = not clause.channels or line.item in clause.channels
    if channel.kind is ChannelKind.ORDINAL and level < channel.levels and own_subject and bans(clause):
        return True
    figures = _figures(line.item, clause.words, bare_hours=True)
    wrong = [
        value for value in figures if standing(line.item, level, Figure(value, channel.unit)) is Standing.DISAGREES
    ]
    return bool(figures and len(wrong) == len(figures)) or any(_stricter_than_line(line, value) for value in figures)


def _stricter_than_line(line: Line, value: Decimal) -> bool:
    """Answer whether a figure in the words asks clearly less than the figure of the line, or else of its level."""
    if line.figure is not None:
        return value < line.figure.value
    scored = items()[line.item].levels[line.levels[0]]
    if scored.value is None or scored.operator == "<":
        return False
    return value < scored.value * (_ABOUT if channels()[line.item].peak_allowed else 1)


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
    scored = capacity.value
    if scored is None:
        scored = items()[capacity.channel].levels[capacity.level].value
    return scored is not None and value < scored


def _strictest(capacity: Capacity) -> bool:
    return capacity.level is not None and capacity.level >= channels()[capacity.channel].levels


def _limited(known: Mapping[str, Capacity], code: str) -> bool:
    return code in known and known[code].status is CapacityStatus.LIMITED
