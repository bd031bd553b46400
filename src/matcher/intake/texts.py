"""What the words beside a score say: which channels they limit, which hours they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from matcher.reference.form_rules import form_rules
from matcher.reference.text_signals import Topic, limit_signs, plain

_SENTENCES = re.compile(r"[;\n!?]|\.(?=\s|$)|\b(?:maar|echter|daarentegen|wel)\b")
_CLAUSES = re.compile(r",(?!\d)| en (?=geen |niet )")
_NUMBER_WORDS = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "vijftien": 15, "zestien": 16, "twintig": 20, "dertig": 30, "halve": 0,
}  # fmt: skip
_NUMBER = r"(?<![\w.,:])(\d{1,4}(?:[.,]\d{1,2})?|" + "|".join(_NUMBER_WORDS) + r")"
_HOURS = re.compile(
    _NUMBER + r"\s*(?:uur|uren|u|h)\.?\s*(?:werk\w*\s*|belastba\w+\s*|inzetba\w+\s*)?(?:per|/|in de|p\.|op een)\s*"
    r"(?:werk)?(dag|week|wk|d)\b"
)
_HOURS_TURNED = re.compile(
    r"\bper (?:werk)?(dag|week)\b\W*(?:\w+\W+){0,3}?" + _NUMBER + r"\s*(?:uur|uren)\b(?!\s*(?:per|/))"
)
_DAYS_TIMES_HOURS = re.compile(
    r"(?<![\d.,])([1-7]) ?(?:x|maal|keer|dagen (?:van|a|met)) ?(\d{1,2}(?:[.,]\d{1,2})?) ?(?:uur|uren|u)\b"
)
_AT_LEAST = re.compile(r"(?<!niet )\b(?:meer|langer) dan\b|\b(?:minimaal|minstens|ten minste|tenminste|vanaf)\b")
_HOUR_CHANNELS = frozenset({"VI.2", "VI.3"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a text that is judged on its own.

    Attributes:
        words: the part, in small letters without accents.
        limits: True when it holds a word that makes a limit.
        topics: what it seems to be about.
    """

    words: str
    limits: bool
    topics: tuple[Topic, ...]

    @property
    def channels(self) -> tuple[str, ...]:
        """Answer the channels that the clause is about, each once."""
        return tuple(dict.fromkeys(channel for topic in self.topics for channel in topic.channels))


def clauses(text: str) -> tuple[Clause, ...]:
    """Answer the parts of a text that may say something; "geen beperking" and the like are left out.

    Args:
        text: the doctor's words.

    Example:
        >>> [clause.channels for clause in clauses("geen bijzonderheden. Niet tillen")]
        [('IV.13',)]
    """
    return tuple(_clauses(plain(text)))


def _clauses(text: str) -> Iterator[Clause]:
    signs = limit_signs()
    for sentence in _SENTENCES.split(text):
        parts = _CLAUSES.split(sentence) if signs.no_limit.search(sentence) else [sentence]
        for part in parts:
            if re.search(r"\w", part) and not signs.no_limit.search(part):
                yield Clause(part.strip(), signs.limit.search(part) is not None, _topics(part, signs.topics))


def _topics(words: str, topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    found = tuple(
        topic for topic in topics if topic.words.search(words) and not (topic.unless and topic.unless.search(words))
    )
    # "Maximaal 4 uur per dag staan" is about standing, not about the working day.
    other = tuple(topic for topic in found if not _HOUR_CHANNELS.issuperset(topic.channels))
    return other if other and not limit_signs().work.search(words) else found


def channels_limited_in(text: str) -> tuple[str, ...]:
    """Answer the channels on which a text seems to name a limit.

    Example:
        >>> channels_limited_in("geen werk op hoogte")
        ('I.8.6', 'IV.19')
        >>> channels_limited_in("geen beperking bij tillen")
        ()
    """
    found = (channel for clause in clauses(text) if clause.limits for channel in clause.channels)
    return tuple(dict.fromkeys(found))


def limits_something(text: str) -> bool:
    """Answer whether a text seems to name any limit: a limiting word, or a figure.

    Example:
        >>> limits_something("geen bijzonderheden"), limits_something("ongeveer 5 kg")
        (False, True)
    """
    return any(clause.limits or any(sign.isdigit() for sign in clause.words) for clause in clauses(text))


def channels_named_in(text: str) -> tuple[str, ...]:
    """Answer the channels that a text is about, also without a limiting word; for conditions in words.

    Example:
        >>> channels_named_in("12 uur per week")
        ('VI.3',)
    """
    return tuple(dict.fromkeys(channel for clause in clauses(text) for channel in clause.channels))


def hours_in(text: str) -> tuple[tuple[Decimal, str], ...]:
    """Answer the working hours that a text names, with `day` or `week`; hours of a single task are left out.

    Example:
        >>> hours_in("ongeveer zes uur per week")
        ((Decimal('6'), 'week'),)
        >>> hours_in("pieken van 3 uur per week vermijden")
        ()
    """
    found: list[tuple[Decimal, str]] = []
    for clause in clauses(text):
        about = set(clause.channels)
        if about - _HOUR_CHANNELS - {"VI.1.night", "VI.1.evening"} or _AT_LEAST.search(clause.words):
            continue
        pairs = [match.groups() for match in _HOURS.finditer(clause.words)]
        pairs += [(number, per) for per, number in (match.groups() for match in _HOURS_TURNED.finditer(clause.words))]
        for days, number in (match.groups() for match in _DAYS_TIMES_HOURS.finditer(clause.words)):
            found += [(_number(number), "day"), (_number(number) * int(days), "week")]
        found += [(_number(number), "day" if per in {"dag", "d"} else "week") for number, per in pairs]
    return tuple(dict.fromkeys(found))


def says_marginal(text: str, *, about_hours: bool) -> bool:
    """Answer whether a text says that the capacity is marginal, in words or in hours.

    Args:
        text: the doctor's words.
        about_hours: True when the text stands where hours are working hours; else a word such as "belastbaar" must
            stand beside them. Hours of a build-up schedule never count.

    Example:
        >>> says_marginal("ongeveer 6 uur per week", about_hours=True)
        True
        >>> says_marginal("gemiddeld 12 uur per week", about_hours=True)
        False
    """
    rules, signs, small = form_rules(), limit_signs(), plain(text)
    if any(signs.marginal.search(sentence) and "niet marg" not in sentence for sentence in _SENTENCES.split(small)):
        return True
    if says_build_up(text) or not (about_hours or signs.work.search(small)):
        return False
    most = {"day": rules.hours_per_day, "week": rules.hours_per_week}
    return any(hours <= most[per] for hours, per in hours_in(text))


def says_build_up(text: str) -> bool:
    """Answer whether a text describes hours that grow with time.

    Example:
        >>> says_build_up("opbouw van 6 naar 20 uur per week")
        True
    """
    return limit_signs().build_up.search(plain(text)) is not None


def _number(written: str) -> Decimal:
    if written in _NUMBER_WORDS:
        return Decimal(_NUMBER_WORDS[written])
    return Decimal(written.replace(",", "."))


def quantities_in(text: str, units: frozenset[str]) -> tuple[Decimal, ...]:
    """Answer the figures in a text that carry one of the units.

    Args:
        text: the doctor's words.
        units: accepted writings of the unit, in small letters.

    Example:
        >>> quantities_in("ongeveer 5 kg, hooguit 10 keer per uur", frozenset({"kg"}))
        (Decimal('5'),)
    """
    written = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True))
    if not written:
        return ()
    pattern = re.compile(_NUMBER + rf"\s*(?:{written})(?!\w)")
    return tuple(_number(match.group(1)) for match in pattern.finditer(plain(text)))
