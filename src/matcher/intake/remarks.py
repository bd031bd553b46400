"""What the words on a form ask a person to judge: own conditions, hidden limits, figures that do not agree."""

from collections.abc import Iterator, Mapping

from matcher.domain.capacity import Capacity, Remark, RemarkKind
from matcher.domain.case import CapacityForm, Prognosis, WithheldText
from matcher.intake.beside import Beside, is_limited
from matcher.intake.capacities import channels_of, figure_disagrees, levels_count, readings
from matcher.intake.lines import FormLines, Line
from matcher.intake.texts import Clause, channels_named_in, clauses, leaves_open, only_names_a_side
from matcher.intake.values import Standing, standing, units_of
from matcher.intake.word_figures import below_norm, figures_of, stricter_than_scored
from matcher.intake.word_remarks import remarks_in_words
from matcher.reference.channels import channels
from matcher.reference.fml import items
from matcher.reference.form_rules import form_rules
from matcher.reference.legacy import Relation
from matcher.reference.text_signals import limit_signs, plain

_HAND_AND_SIDE = frozenset({"IV.1", "IV.2"})  # the score is no limit; the words beside it may be
_OUTLOOK = "prognose"


def remarks(form: CapacityForm, lines: FormLines, known: Mapping[str, Capacity]) -> tuple[Remark, ...]:
    """Answer everything on a form that a person must judge, in the order of the form.

    Args:
        form: the leading form, its texts already without medical words.
        lines: its lines.
        known: the capacity per channel.
    """
    found: list[Remark] = []
    for line in lines.lines:
        found += _of_line(Beside(line, form, known))
    if form.prognosis is not None:
        found += _of_outlook(form.prognosis, known)
    return tuple(found)


def _of_outlook(prognosis: Prognosis, known: Mapping[str, Capacity]) -> Iterator[Remark]:
    """Yield one remark when the doctor's outlook names a limit that no score holds."""
    if prognosis.withheld is not None:
        left = prognosis.withheld.channels
        about = [code for code in left if code in channels() and not is_limited(known, code)]
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
        figures = figures_of(code, clause.words, bare_hours=False)
        if is_limited(known, code):
            if any(stricter_than_scored(known[code], figure) for figure in figures):
                yield code
        elif any(below_norm(code, figure) for figure in figures) or (clause.limits and not figures):
            yield code


def _of_line(beside: Beside) -> Iterator[Remark]:
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
        yield from remarks_in_words(beside, entry.text)


def _beside_a_side(beside: Beside) -> Iterator[Remark]:
    """Yield what the words beside the preferred hand or the side of the limits say; the score itself is no limit."""
    entry = beside.line.entry
    if entry.withheld is not None:
        about = _withheld_limits(beside, entry.withheld)
        if about:
            yield beside.remark(RemarkKind.HIDDEN_LIMIT, "ask_hidden_limit", about)
    elif entry.text is not None and not only_names_a_side(entry.text):
        yield from remarks_in_words(beside, entry.text)


def _withheld_limits(beside: Beside, withheld: WithheldText) -> tuple[str, ...]:
    """Answer the channels without a score on which a text that was not kept seemed to name a limit."""
    here = beside.own if withheld.limits and not beside.limited_here else ()
    said = (code for code in (*here, *withheld.channels) if code in channels() and not is_limited(beside.known, code))
    return tuple(dict.fromkeys(said))


def _other_scale(beside: Beside) -> Iterator[Remark]:
    said = _channels_in_words(beside)
    if beside.line.entry.text is not None and clauses(beside.line.entry.text):
        about = tuple(dict.fromkeys((*beside.own, *said)))
        yield beside.remark(RemarkKind.NON_MATCHING, "ask_other_scale", about)
    elif said:
        yield beside.remark(RemarkKind.HIDDEN_LIMIT, "ask_hidden_limit", said)


def _channels_in_words(beside: Beside) -> tuple[str, ...]:
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
    return not (none and line.levels == (0,)) and (bool(clauses(text, note=True)) or leaves_open(text))
