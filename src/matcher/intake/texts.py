"""What the words beside a score say: which channels they limit, which hours they name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from matcher.reference.form_rules import form_rules
from matcher.reference.text_signals import Topic, limit_signs, plain

_SENTENCES = re.compile(r"[;\n!?]|\.(?=\s|$)|\b(?:maar|echter|daarentegen|wel)\b")
_CLAUSES = re.compile(r",(?!\d)| en (?=geen |niet )")
_OWN_LIMIT = re.compile(r"\s*(?:geen|niet)\b")
_EDGE = " \t.,:()\"'"
_UNITS_NL = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TENS_NL = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60}
_NUMBER_WORDS = {
    **{word: Decimal(number) for number, word in enumerate(_UNITS_NL, start=1)},
    "tien": Decimal(10), "elf": Decimal(11), "twaalf": Decimal(12), "dertien": Decimal(13), "veertien": Decimal(14),
    "vijftien": Decimal(15), "zestien": Decimal(16), "zeventien": Decimal(17), "achttien": Decimal(18),
    "negentien": Decimal(19), **{word: Decimal(number) for word, number in _TENS_NL.items()},
    **{
        f"{one}en{ten}": Decimal(number + more)
        for ten, number in _TENS_NL.items()
        for more, one in enumerate(_UNITS_NL, start=1)
    },
    "anderhalf": Decimal("1.5"), "anderhalve": Decimal("1.5"), "half": Decimal("0.5"), "halve": Decimal("0.5"),
    "enkele": Decimal(2), "paar": Decimal(2),  # "a few": taken as little, so that it is always asked about
}  # fmt: skip
_WORDS_BY_LENGTH = "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
_NUMBER = r"(?<![\w.,:])(\d{1,4}(?:[.,]\d{1,2})?|" + _WORDS_BY_LENGTH + r")"
_COUNTED = re.compile(rf"\b({_WORDS_BY_LENGTH})(?=\s*(?:uur|uren|uurtjes?|keer|maal|dagen|kg|kilo|minuten|meter)\b)")
_PER = r"(?:per|/|in de|p\.|p/|p|op een|elke|iedere)"
_HOURS = re.compile(
    _NUMBER + r"\s*(?:uurtjes?|uur|uren|u|h)\.?\s*(?:werk\w*\s*|belastba\w+\s*|inzetba\w+\s*)?"
    rf"{_PER}\s*(?:werk)?(dag|week|wk|d|w)\b"
)
_HOURS_TURNED = re.compile(
    r"\bper (?:werk)?(dag|week)\b\W*(?:\w+\W+){0,3}?" + _NUMBER + r"\s*(?:uur|uren)\b(?!\s*(?:per|/))"
)
_DAYS_TIMES_HOURS = re.compile(
    r"(?<![\d.,])([1-7]) ?(?:x|maal|keer|dagen (?:van|a|met)) ?(\d{1,2}(?:[.,]\d{1,2})?) ?(?:uur|uren|u)\b"
)
_BUILD_UP_PARTS = re.compile(r"[;,\n!?]|\.(?=\s|$)|\b(?:maar|echter)\b")
_DENIED = re.compile(r"\b(?:niet|geen|zonder|nauwelijks|onwaarschijnlijk|onmogelijk)\b")
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


def clauses(text: str, *, note: bool = False) -> tuple[Clause, ...]:
    """Answer the parts of a text that may say something; a part that only says "no limit" is left out.

    Args:
        text: the doctor's words.
        note: True beside an item for own conditions, where nothing is left out.

    Example:
        >>> [clause.channels for clause in clauses("geen bijzonderheden. Niet tillen")]
        [('IV.13',)]
        >>> len(clauses("tillen gaat goed tot 3 kg"))
        1
    """
    return tuple(_clauses(plain(text), note=note))


def _clauses(text: str, *, note: bool) -> Iterator[Clause]:
    signs = limit_signs()
    for sentence in _SENTENCES.split(text):
        parts: list[str] = []
        for part in _CLAUSES.split(sentence):
            if not re.search(r"\w", part) or (not note and signs.no_limit.fullmatch(part.strip(_EDGE))):
                continue
            if parts and not _OWN_LIMIT.match(part):
                parts[-1] += f",{part}"  # "niet tillen, duwen of trekken" stays one part
            else:
                parts.append(part)
        for part in parts:
            limits = signs.limit.search(_counted_in_figures(part)) is not None
            yield Clause(part.strip(), limits, _topics(part, signs.topics))


def _counted_in_figures(words: str) -> str:
    return _COUNTED.sub(lambda found: f"{_NUMBER_WORDS[found.group(1)]:f}", words)


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
    return any(clause.limits or _any_figure(clause.words) for clause in clauses(text))


def _any_figure(words: str) -> bool:
    return any(sign.isdigit() for sign in _counted_in_figures(words))


def only_names_a_side(text: str) -> bool:
    """Answer whether a text only names a side or a part of the body, as beside dominance.

    Example:
        >>> only_names_a_side("rechter arm"), only_names_a_side("rechts niet tillen")
        (True, False)
    """
    side = limit_signs().side_only
    return all(side.fullmatch(word) for word in re.findall(r"\w+", plain(text)))


def bans(clause: Clause) -> bool:
    """Answer whether a clause leaves nothing of what it is about.

    Example:
        >>> [bans(clause) for clause in clauses("in het geheel niet tillen; niet zwaar tillen")]
        [True, False]
    """
    return limit_signs().ban.search(clause.words) is not None


def leaves_open(text: str) -> bool:
    """Answer whether a text leaves open what the score beside it means: a question mark, or signs without words.

    Example:
        >>> [leaves_open(text) for text in ("?", "ok?", "*)", "-", "n.v.t.")]
        [True, True, True, False, False]
    """
    return limit_signs().doubt.search(plain(text)) is not None


def all_figures(units: str = "") -> re.Pattern[str]:
    """Answer the pattern of any figure, in digits or in words.

    Args:
        units: writings of units, divided by `|`; empty for a figure with any unit or none.
    """
    return re.compile(_NUMBER + (rf"\s*(?:{units})(?!\w)" if units else r"(?!\w)"))


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
    """Answer whether a text describes hours that grow with time; a denied build-up is none.

    Example:
        >>> says_build_up("opbouw van 6 naar 20 uur per week"), says_build_up("6 uur, opbouw niet mogelijk")
        (True, False)
    """
    build_up = limit_signs().build_up
    parts = _BUILD_UP_PARTS.split(plain(text))
    return any(build_up.search(part) and not _DENIED.search(part) for part in parts)


def _number(written: str) -> Decimal:
    if written in _NUMBER_WORDS:
        return _NUMBER_WORDS[written]
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
    written = written_units(units)
    if not written:
        return ()
    return tuple(_number(match.group(1)) for match in all_figures(written).finditer(plain(text)))


def written_units(units: frozenset[str]) -> str:
    """Answer the writings of a unit as the part of a pattern, the longest first."""
    return "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True))
