"""Free words of the case that may stand in a text: only what our own lists know. The rest is left out."""

import re
from functools import cache

from matcher.intake.medical import names_something_medical
from matcher.language import jobs_in
from matcher.language.normalise import normalise
from matcher.language.spelling import fold, words
from matcher.language.title_words import shipped_title_words
from matcher.prose.grammar import lower_first
from matcher.reference.patterns import any_of
from matcher.reference.tables import read_yaml
from matcher.reference.text_signals import plain

_TITLE = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*(?: (?:&|[^\W\d_]+(?:['-][^\W\d_]+)*)){0,5}")
_LONGEST = 60
_EMPLOYER_WORDS = frozenset({"bij", "namens", "via", "voor", "te", "wegens", "sinds", "vanwege"})


def title_or_none(title: str) -> str | None:
    """Answer a job title that may stand in a text; None when it may name an employer, a place, a person or a cause.

    A title that hints at a disability ("beschut werk", "met jobcoach") is held back too.

    Args:
        title: the title as it stands in the case.

    Example:
        >>> title_or_none("Thuishulp"), title_or_none("schoonmaker bij Jansen BV")
        ('thuishulp', None)
    """
    text = " ".join(title.split())
    if len(text) > _LONGEST or _TITLE.fullmatch(text) is None or names_something_medical(text, about_work=True):
        return None
    parts = text.split()
    allowed = set(read_yaml("prose.yaml")["known_words"]["in_titles"])
    if any(part in _EMPLOYER_WORDS for part in parts):
        return None
    if any(part != part.lower() and part not in allowed for part in parts[1:]):
        return None
    if _hints_at_disability(text) or normalise(text).removed or not _all_known(text):
        return None
    return lower_first(text)


def titles_of(title: str) -> tuple[str | None, ...]:
    """Answer the titles in one field: "assistente en coördinator" is two; None stands for one that may not be written.

    Example:
        >>> titles_of("receptionist en telefonist")
        ('receptionist', 'telefonist')
    """
    whole = title_or_none(title)
    parts = jobs_in(title)
    return tuple(title_or_none(part) for part in parts) if whole is None and len(parts) > 1 else (whole,)


@cache
def _held_back() -> re.Pattern[str]:
    return any_of(read_yaml("prose.yaml")["known_words"]["held_back_titles"])


def _hints_at_disability(title: str) -> bool:
    return _held_back().search(plain(title)) is not None


def _all_known(text: str) -> bool:
    """Answer whether our title sources hold every word: a name of a firm or a person does not pass."""
    known = shipped_title_words()
    if normalise(text).title in known.titles:
        return True
    added = read_yaml("prose.yaml")["known_words"]["title_words"]
    return all(
        word in known.counts or known.forms.get(word, "") in known.counts or word in added for word in words(fold(text))
    )


def listed_or_none(text: str | None, name: str) -> str | None:
    """Answer a word as our list spells it; None when the list does not hold it.

    Args:
        text: the word of the case.
        name: which list: sectors, languages, licences or directions.

    Example:
        >>> listed_or_none("nederlands", "languages"), listed_or_none("Klingon", "languages")
        ('Nederlands', None)
    """
    if text is None:
        return None
    wanted = fold(" ".join(text.split()))
    known = read_yaml("prose.yaml")["known_words"][name]
    word = next((word for word in known if fold(str(word)) == wanted), None)
    return known[word] if isinstance(known, dict) and word is not None else word


def place_or_none(place: str | None) -> str | None:
    """Answer a place name when it is a known Dutch place; None otherwise.

    Example:
        >>> place_or_none("Zwolle"), place_or_none("Philips")
        ('Zwolle', None)
    """
    if place is None:
        return None
    text = " ".join(place.split())
    return text if " ".join(words(fold(text))) in shipped_title_words().places else None
