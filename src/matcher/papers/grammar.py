"""How a score is written: a number, a word, or both; and which level that is for an item."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from matcher.papers.vocabulary import pattern, tick_marks, word_list
from matcher.reference.fml import items
from matcher.reference.text_signals import plain
from matcher.sheets import TICKED, UNTICKED

_LEVEL_NAME = re.compile(r"[^(:]*")
_SIDES = frozenset(
    {"rechts", "links", "rechtshandig", "linkshandig", "tweezijdig", "beiderzijds", "beide", "tweehandig"}
)
_OPEN = r"[(\[\u2039<]?\s*"
_CLOSE = r"\s*[)\]\u203a>]?"
_UNITS = (  # a number before one of these counts something and is no score
    r"x\b|keer|maal|kg|kilo|uur|uren|u\b|h\b|min|minuten|m\b|cm|meter|gr|graden|n\b|newton|treden|%|°|/|t/m|tot\b"
    r"|-\s*\d|of\s+\d|klant|contact|personen|dagen|weken|maanden"
)
_FOOTNOTE = re.compile(r"^[^(\[]*\d\s?\)\s*$")
_NOT_A_SCORE = rf"(?!\d|[.,]\d|\s+\d(?![.\-]\d)|\s*(?:{_UNITS}))"


@dataclass(frozen=True, slots=True)
class Score:
    """A score as it stands on the form.

    Attributes:
        numbers: the numbers, in their order.
        word: the word beside it in small letters, e.g. `licht beperkt`; empty when there is none.
        rest: what follows.
    """

    numbers: tuple[int, ...]
    word: str
    rest: str

    @property
    def is_graded(self) -> bool:
        """Answer whether the word is one of several degrees."""
        return self.word in set(word_list("degrees")) - {"beperkt"}


@cache
def _words() -> str:
    degrees = "|".join(sorted(word_list("degrees"), key=len, reverse=True))
    parts = (pattern("norm_words").pattern, pattern("not_applicable").pattern, degrees)
    sides = "|".join(sorted(_SIDES, key=len, reverse=True))
    return rf"(?:{'|'.join(parts)}|{pattern('yes_words').pattern}|{pattern('no_words').pattern}|{sides})(?![\w])"


@cache
def _score() -> re.Pattern[str]:
    labels = pattern("score_labels").pattern
    number = rf"(?<![\d.,])\d{_NOT_A_SCORE}"
    many = rf"{number}(?:\s*(?:,|en|&|\+|/)\s*{number})*"
    label = rf"(?:{labels}\s*[:=]?\s*)?"
    listed = rf"[(\[]\s*(?P<n3>\d(?:\s*,\s*\d)+)\s*[)\]](?!\s*(?:{_UNITS}))"  # "(1,8)": two options, no decimal
    leads = pattern("score_leads").pattern
    between = r"\s*[-\u2010-\u2015:=.,/|]?\s*"
    return re.compile(
        rf"^[\s:=\-\u2010-\u2015.\u2026>|,;(\[)\]]*(?:/\s+)*(?:{leads}[\s:]+)?{label}(?:{listed}|"
        rf"{_OPEN}(?P<n1>{many}){_CLOSE}(?:{between}{_OPEN}(?P<w1>{_words()}){_CLOSE})?"
        rf"|{_OPEN}(?P<w2>{_words()}){_CLOSE}(?:{between}{_OPEN}{label}{_OPEN}(?P<n2>{many}){_CLOSE})?"
        rf")"
    )


def score_at_start(text: str) -> Score | None:
    """Answer the score that a text starts with, or None.

    Args:
        text: words on the form.

    Example:
        >>> score_at_start("2 Beperkt, namelijk rechts")
        Score(numbers=(2,), word='beperkt', rest=', namelijk rechts')
        >>> score_at_start("5 kg") is None
        True
    """
    text = without_raised(text)
    small = plain(text)
    same = len(small) == len(text)
    found = _score().match(small)
    if found is None:
        return None
    written = found["n1"] or found["n2"] or found["n3"] or ""
    numbers = tuple(int(sign) for sign in re.findall(r"\d", written))
    word = " ".join((found["w1"] or found["w2"] or "").split())
    rest = text[found.end() :] if same else small[found.end() :]
    if numbers and not word and _FOOTNOTE.search(small[: found.end()]):
        return None  # "1)" is the sign of a footnote or the number of a row
    if numbers and not word and re.match(r"\s*[a-z]|-[a-z]", rest) and not _goes_on(rest):
        return None  # "2 klantcontacten", "2-handig": a number of something
    return Score(numbers, word, rest)


def without_raised(text: str) -> str:
    """Answer a text with spaces for raised and circled numbers and for fractions, so that its length stays.

    Example:
        >>> without_raised("2\u00b9 kg")
        '2  kg'
    """
    if text.isascii():
        return text
    return "".join(" " if unicodedata.category(sign) == "No" else sign for sign in text)


def _goes_on(rest: str) -> bool:
    return pattern("text_starts").match(plain(rest).lstrip(" ,;:.(-")) is not None


def names_a_side(score: Score) -> bool:
    """Answer whether a score is only a side of the body, which is a score for dominance and side alone."""
    return not score.numbers and score.word in _SIDES


def starts_with_a_side(score: Score) -> bool:
    """Answer whether the word of a score with a number is a side of the body and no degree."""
    return bool(score.numbers) and score.word in _SIDES


def is_option(text: str) -> bool:
    """Answer whether a line is a choice to tick."""
    return bool(re.match(rf"\s*(?:[{TICKED}{UNTICKED}☑✓✔✗✘●○■□]|\[[ xX]?\]|\([ xX]?\)|_{{1,3}}\s)", text))


def is_tick(text: str) -> bool:
    """Answer whether a cell holds a mark and nothing else.

    Example:
        >>> [is_tick(text) for text in ("X", "[x]", "☒", "☐", "2")]
        [True, True, True, False, False]
    """
    return text.strip().strip("[]()").strip() in tick_marks()


def whole_score(text: str) -> Score | None:
    """Answer the score when a text is nothing else, or None.

    Example:
        >>> whole_score("licht beperkt (1)").numbers
        (1,)
        >>> whole_score("2, namelijk rechts") is None
        True
    """
    found = score_at_start(text)
    return found if found is not None and not found.rest.strip(" .;,:)-") else None


def starts_as_score(text: str) -> int:
    """Answer how long the score is that a text starts with; 0 when it does not start with one."""
    found = score_at_start(text)
    return 0 if found is None else len(text) - len(found.rest)


def level_word(name: str) -> str:
    """Answer the first words of the name of a level, in small letters.

    Example:
        >>> level_word("Beperkt (hitte)"), level_word("Ja: weinig afleiding")
        ('beperkt', 'ja')
    """
    found = _LEVEL_NAME.match(plain(name))
    return found.group().strip() if found else ""


def is_norm_word(word: str, item: str | None) -> bool:
    """Answer whether a word means "no limit" for an item.

    Args:
        word: a word of a score in small letters.
        item: item of the current list; None when it is not known.

    Example:
        >>> is_norm_word("niet beperkt", "IV.13"), is_norm_word("nee", "IV.13"), is_norm_word("nee", "I.8")
        (True, False, True)
    """
    if pattern("norm_words").fullmatch(word):
        return True
    known = items().get(item) if item else None
    if pattern("no_words").fullmatch(word):
        return known is not None and any(level_word(level.name_nl) in {"ja", "nee"} for level in known.levels.values())
    if pattern("not_applicable").fullmatch(word):
        return known is not None and level_word(known.levels[0].name_nl) == "niet van toepassing"
    return False


def levels_of_word(word: str, item: str) -> tuple[int, ...]:
    """Answer the levels of an item whose name starts with a word; several when the word alone does not tell.

    Example:
        >>> levels_of_word("beperkt", "IV.13"), levels_of_word("beperkt", "III.1")
        ((2,), (1, 2))
    """
    if is_norm_word(word, item):
        return (0,)
    side = {"rechtshandig": "rechts", "linkshandig": "links", "beiderzijds": "tweezijdig", "beide": "tweezijdig"}
    word = side.get(word, word)
    return tuple(number for number, level in items()[item].levels.items() if level_word(level.name_nl) == word)


def means_something_else(rest: str, score: Score) -> bool:
    """Answer whether the words behind a score name another degree, so that the score alone would be a guess.

    Args:
        rest: words behind the score.
        score: the score.

    Example:
        >>> means_something_else("tot sterk beperkt", Score((), "beperkt", ""))
        True
        >>> means_something_else("namelijk beperkt tot twee uur", Score((), "sterk beperkt", ""))
        False
    """
    small = plain(rest)
    for degree in word_list("degrees"):
        for found in re.finditer(rf"(?<![\w]){degree}(?![\w])", small):
            if degree == "beperkt" and not re.search(
                r"(?:licht|sterk|zeer|enigszins|niet)\s*$", small[: found.start()]
            ):
                continue  # "beperkt" alone is an ordinary word
            if degree not in (score.word, "beperkt"):
                return True
    return False
