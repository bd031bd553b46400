"""What the words around a statement do to it: deny it, soften it to a wish, or leave it as it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from matcher.vacancy_text.passage import Passage, Section
from matcher.vacancy_text.scope_words import scope_words

_REACH_WORDS = 10
_AFTER_SIGNS = 90
_NEAR = 40
_SHORT_QUESTION = 45  # signs; the answer to "Ruzies?" stands in the next sentence


@dataclass(frozen=True, slots=True)
class Scope:
    """How a statement stands in its sentence.

    Attributes:
        denied: the sentence says that it is not so.
        weakly: it says so with a word that leaves a little ("weinig").
        wish: it is preferred, not required.
        optional: it is a matter of agreement.
        rare: it happens now and then.
        by_others: somebody or something else does it.
        start: first sign of the words that decide, at most the start of the statement.
        end: one past the last sign of those words, at least the end of the statement.
    """

    denied: bool
    weakly: bool
    wish: bool
    optional: bool
    rare: bool
    by_others: bool
    start: int
    end: int


def scope_of(part: Passage, start: int, end: int, written: str = "") -> Scope:
    """Answer what the sentence does to a statement in it.

    Args:
        part: the part of the vacancy.
        start: first sign of the statement.
        end: one past its last sign.
        written: the pattern of the statement; a denying word in it belongs to its meaning.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> part = passage("text", "Je hoeft geen zware dozen te tillen, maar je werkt wel in de kou.")
        >>> [scope_of(part, part.plain.index(word), part.plain.index(word) + 3).denied for word in ("tillen", "kou")]
        [True, False]
    """
    words, plain = scope_words(), part.plain
    number = part.sentence_at(start)
    first, last = part.starts[number], part.ends[number]
    reach = _answer_end(part, number) if plain[last - 1 : last] == "?" and last - first <= _SHORT_QUESTION else last
    inside = affirmed(part, start)  # "geen latexallergie: niet alle handschoenen ..."
    affirmed_here = inside or (words.affirms_after.match(plain, end, last) is not None and "," in plain[first:start])
    before = None if affirmed_here else _denied_before(plain, first, start, last)
    if before is None and not affirmed_here:
        before = _in_denied_list(plain, first, start)
    if before is None and not inside and _denied_inside(plain, start, end, written):
        before = start
    after = None if before is not None or inside else _denied_after(plain, first, end, reach)
    if before is None and after is None and not inside:
        after = answered_away(part, start)
    wish, optional, rare, by_others = _softened(plain[first:last])
    return Scope(
        denied=before is not None or after is not None,
        weakly=before is not None and words.denies_weakly.match(plain, before) is not None,
        wish=part.sections[number] is Section.WISHES or wish,
        optional=optional,
        rare=rare and words.rare.search(plain, max(first, start - _NEAR), min(last, end + _NEAR)) is not None,
        by_others=by_others,
        start=start if before is None else before,
        end=end if after is None else after,
    )


def answered_away(part: Passage, at: int) -> int | None:
    """Answer where the words end that answer a short question with who or what else does it; None for other sentences.

    Args:
        part: the part of the vacancy.
        at: a sign of the question.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> asked = ("Ruzies? Die zijn voor de chef.", "Ruzies? Ja.")
        >>> [answered_away(passage("text", text), 0) is not None for text in asked]
        [True, False]
    """
    if not is_bare_question(part, at):
        return None
    words, plain, number = scope_words(), part.plain, part.sentence_at(at)
    first, last, end = part.starts[number], part.ends[number], _answer_end(part, number)
    hit = words.answered_away.match(plain, last, end) or words.own_time.match(plain, first, end)
    return None if hit is None else hit.end()


def is_bare_question(part: Passage, at: int) -> bool:
    """Answer whether a sign lies in a short question that the vacancy itself answers; it asks nothing by itself.

    Args:
        part: the part of the vacancy.
        at: a sign of the sentence.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> [is_bare_question(passage("text", text), 0) for text in ("Tillen? Nee.", "Hou je van tillen?")]
        [True, False]
    """
    words, plain, number = scope_words(), part.plain, part.sentence_at(at)
    first, last = part.starts[number], part.ends[number]
    if plain[last - 1 : last] != "?" or last - first > words.longest_question:
        return False
    return words.not_questions.search(plain[first:last]) is None


def _answer_end(part: Passage, number: int) -> int:
    """Answer where the answer to a question ends; it may stand on a line of its own."""
    following = number + 1
    while following + 1 < len(part.ends) and not part.plain[part.starts[following] : part.ends[following]].strip():
        following += 1
    return part.ends[following]


@lru_cache(maxsize=4096)
def _softened(sentence: str) -> tuple[bool, bool, bool, bool]:
    """Answer which softening words a sentence holds; sentences repeat within and between vacancies."""
    words = scope_words()
    found = (pattern.search(sentence) for pattern in (words.wish, words.optional, words.rare, words.others))
    wish, optional, rare, others = (hit is not None for hit in found)
    return wish, optional, rare, others


def _affirming(plain: str, first: int, last: int) -> Iterator[re.Match[str]]:
    """Yield the phrases with a denying word that still affirm."""
    return scope_words().affirms.finditer(plain, first, last)


def affirmed(part: Passage, at: int) -> bool:
    """Answer whether a sign lies in a phrase with a denying word that still affirms ("geen dag zonder").

    Args:
        part: the part of the vacancy.
        at: a sign of it.
    """
    number = part.sentence_at(at)
    found = _affirming(part.plain, part.starts[number], part.ends[number])
    return any(hit.start() <= at < hit.end() for hit in found)


def _denied_before(plain: str, first: int, start: int, last: int) -> int | None:
    """Answer where the denying word before a statement stands, or None."""
    words = scope_words()
    cues = list(words.denies.finditer(plain, first, start))
    if not cues:
        return None
    affirming = [hit.span() for hit in _affirming(plain, first, last)]
    for cue in reversed(cues):
        if any(a <= cue.start() < b for a, b in affirming):
            continue
        between = plain[cue.end() : start]
        if words.ends_before.search(between) or between.count(" ") > _REACH_WORDS:
            return None
        return cue.start()
    return None


def _in_denied_list(plain: str, first: int, start: int) -> int | None:
    """Answer where a list begins that denies each item ("Wat je niet hoeft: tillen, avonddiensten"), or None."""
    head = scope_words().denied_lists.search(plain, first, start)
    if head is not None and any(hit.start() <= head.start() < hit.end() for hit in _affirming(plain, first, start)):
        return None
    if head is None or scope_words().ends_list.search(plain, head.end(), start):
        return None
    return head.start()


def _denied_inside(plain: str, start: int, end: int, written: str) -> bool:
    """Answer whether a statement holds a denying word that is not part of its pattern ("tilt niet zwaar")."""
    words = scope_words()
    if words.free_of.search(plain, start, end) and "vrij" not in written and "loos" not in written:
        return True
    cue = words.denies.search(plain, start, end)
    if cue is None or cue[0].split(" ")[0] in written:
        return False
    return not any(hit.start() <= cue.start() < hit.end() for hit in _affirming(plain, start, end))


def _denied_after(plain: str, first: int, end: int, last: int) -> int | None:
    """Answer the end of the words after a statement that deny it, or None."""
    words = scope_words()
    hit = words.denies_after.match(plain, end, min(last, end + _AFTER_SIGNS))
    if hit is None:
        return None
    for affirming in _affirming(plain, first, last):
        if affirming.start() < hit.end() and affirming.end() > end:
            return None
    return hit.end()
