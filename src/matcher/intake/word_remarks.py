"""What the words beside a score add: limits that no score holds, more than the degree, or another degree."""

import re
from collections.abc import Iterable, Iterator

from matcher.domain.capacity import Capacity, Remark, RemarkKind
from matcher.intake.beside import Beside, is_limited
from matcher.intake.texts import Clause, all_figures, bans, clauses, hours_in, leaves_open
from matcher.intake.values import Figure, Standing, standing
from matcher.intake.word_figures import (
    HOURS,
    all_writings,
    below_norm,
    degree_is_in_words,
    figures_of,
    stricter_than_line,
    stricter_than_scored,
)
from matcher.reference.channels import ChannelKind, channels
from matcher.reference.fml import items
from matcher.reference.text_signals import limit_signs, plain

_EVENING, _NIGHT = "VI.1.evening", "VI.1.night"
_STEM = 5  # letters by which a word of the text is recognised as a word of the item's own name
_WHOLE_WEEK = re.compile(r"\bover (?:vijf|5) (?:werk)?dagen\b")
_TAKES_AWAY = re.compile(r"\b(?:niet|geen|minder|alleen|uitsluitend|mits|behalve|behoudens|tenzij|zonder)\b")


def remarks_in_words(beside: Beside, text: str) -> Iterator[Remark]:
    """Yield what the words beside a score ask a person to judge.

    Args:
        beside: the line with what is known around it.
        text: the doctor's words.
    """
    found = tuple(_of_clauses(beside, clauses(text)))
    yield from found
    if not found and leaves_open(text):
        yield beside.remark(RemarkKind.UNREADABLE, "ask_doubt", beside.limited_here or beside.own)


def _of_clauses(beside: Beside, said: tuple[Clause, ...]) -> Iterator[Remark]:
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


def _hidden_elsewhere(beside: Beside, clause: Clause) -> Iterator[str]:
    """Yield the channels that a clause limits although this line does not score them.

    Where there is no tolerance, naming the subject is enough.
    """
    for code in clause.channels:
        if code in beside.limited_here or _explained_here(beside, clause, code):
            continue
        figures = figures_of(code, clause.words, bare_hours=False)
        if is_limited(beside.known, code):
            if any(stricter_than_scored(beside.known[code], figure) for figure in figures) or (
                bans(clause) and not _strictest(beside.known[code])
            ):
                yield code
        elif any(below_norm(code, figure) for figure in figures) or (
            not figures and (clause.limits or not channels()[code].peak_allowed)
        ):
            yield code


def _explained_here(beside: Beside, clause: Clause, code: str) -> bool:
    """Answer whether words about a channel are explained by a limit of this line on the same subject (kneeling).

    Not on a channel without tolerance: "no work at height" beside climbing is about risk too.
    """
    if code in HOURS:
        return _hours_of_the_limit_itself(beside, clause)
    topics = (topic for topic in clause.topics if code in topic.channels)
    return channels()[code].peak_allowed and all(set(topic.channels) & set(beside.limited_here) for topic in topics)


def _hours_of_the_limit_itself(beside: Beside, clause: Clause) -> bool:
    """Answer whether hours belong to the limit of this line: rest days beside hours, or hours of standing."""
    if set(HOURS) & set(beside.limited_here):
        return set(HOURS) <= set(clause.channels) and not hours_in(clause.words)
    units = {channels()[code].unit for code in beside.limited_here}
    return units == {"h"} and limit_signs().work.search(clause.words) is None


def _hidden_here(beside: Beside, said: tuple[Clause, ...]) -> Iterator[str]:
    """Yield the line's own channels when its words limit without naming another subject, or name a low figure."""
    for clause in said:
        for code in beside.own:
            figures = figures_of(code, clause.words, bare_hours=True)
            limits_only_this = clause.limits and not clause.channels and not figures
            if limits_only_this or any(below_norm(code, figure) for figure in figures):
                yield code


def _reaches_norm(beside: Beside, said: tuple[Clause, ...]) -> bool:
    """Answer whether words beside the norm only name figures at or above the norm."""
    return all(_clause_reaches_norm(beside, clause) for clause in said)


def _clause_reaches_norm(beside: Beside, clause: Clause) -> bool:
    about = tuple(dict.fromkeys((*beside.own, *clause.channels)))
    figures = [(code, value) for code in about for value in figures_of(code, clause.words, bare_hours=True)]
    enough = bool(figures) and not any(below_norm(code, value) for code, value in figures)
    return enough and not _TAKES_AWAY.search(clause.words) and not _left_over(beside, clause, about)


def _says_more(beside: Beside, clause: Clause) -> bool:
    """Answer whether words beside a limit say more than the degree, the side or the subject of that limit."""
    scored = [
        code for code in clause.channels if is_limited(beside.known, code) or _explained_here(beside, clause, code)
    ]
    left = _left_over(beside, clause, tuple(dict.fromkeys((*beside.limited_here, *scored))))
    if left and _lists_substances(beside):
        return any(word.isdigit() for word in left)
    return bool(left)


def _lists_substances(beside: Beside) -> bool:
    """Answer whether the form asks for the substances or things in words here (rubriek III): those words are it."""
    levels = items()[beside.line.item].levels
    here = [level for level in levels.values() if level.channel in beside.limited_here and level.level]
    return beside.line.item.startswith("III.") and bool(here) and all(level.needs_text for level in here)


def _left_over(beside: Beside, clause: Clause, about: tuple[str, ...]) -> list[str]:
    """Answer the words of a clause that are no degree, no figure, no subject and no name of these channels."""
    known_parts = [topic.words for topic in clause.topics if set(topic.channels) & set(about)]
    units = ["" if degree_is_in_words(code) else all_writings(code) for code in about]
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


def _names(beside: Beside, about: Iterable[str]) -> frozenset[str]:
    """Answer the beginnings of the words in the names of an item, its ticked levels and its channels."""
    levels = items()[beside.line.item].levels
    named = [items()[beside.line.item].name_nl, *(channels()[code].label_nl for code in about)]
    named += [level.name_nl for level in levels.values() if level.channel in beside.limited_here and level.level]
    return frozenset(word[:_STEM] for name in named for word in re.findall(r"\w{3,}", plain(name)))


def _disagrees(beside: Beside, clause: Clause) -> bool:
    """Answer whether the words are stricter than the level or the figure of this line, or belong to another level."""
    line = beside.line
    if _leaves_less_of_the_day(beside, clause):
        return True
    if line.targets or not any(line.levels) or line.item not in beside.limited_here:
        return False
    channel, level = channels()[line.item], line.levels[0]
    own_subject = not clause.channels or line.item in clause.channels
    if channel.kind is ChannelKind.ORDINAL and level < channel.levels and own_subject and bans(clause):
        return True
    figures = figures_of(line.item, clause.words, bare_hours=True)
    wrong = [
        value for value in figures if standing(line.item, level, Figure(value, channel.unit)) is Standing.DISAGREES
    ]
    return bool(figures and len(wrong) == len(figures)) or any(stricter_than_line(line, value) for value in figures)


def _leaves_less_of_the_day(beside: Beside, clause: Clause) -> bool:
    """Answer whether words beside evening or night work leave less of the day than the level: "niet na 17.00 uur"."""
    signs, here = limit_signs(), set(beside.limited_here)
    if not here & {_EVENING, _NIGHT}:
        return False
    if _EVENING in here and signs.fewer_evenings.search(clause.words):
        return True
    own_night = _NIGHT in here and signs.night_itself.search(clause.words)
    return not own_night and signs.clock.search(clause.words) is not None


def _strictest(capacity: Capacity) -> bool:
    return capacity.level is not None and capacity.level >= channels()[capacity.channel].levels
