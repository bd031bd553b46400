"""Where the work is: the feed's own place, else a place that the text names and we know."""

import csv
import re
from collections.abc import Mapping
from functools import cache

from matcher.domain.vacancy import WorkPlace
from matcher.reference.tables import read_yaml
from matcher.resources import data_path
from matcher.vacancy_text.passage import Passage, plain_same_length
from matcher.vacancy_text.phrases import Phrases


@cache
def known_places() -> Mapping[str, str]:
    """Answer the Dutch places by their name in small letters."""
    with data_path("occupations/titles_places.csv").open(encoding="utf-8", newline="") as handle:
        return {plain_same_length(row["place"]): row["place"] for row in csv.DictReader(handle)}


@cache
def _phrases() -> Phrases[str]:
    return Phrases([(pattern, "place") for pattern in read_yaml("vacancy_terms.yaml")["place"]["words"]])


def place_of(given: str, text: Passage) -> WorkPlace | None:
    """Answer the place of the work, without coordinates; None when neither the feed nor the text names one.

    Args:
        given: place as the feed gave it, or empty.
        text: the text of the vacancy.

    Example:
        >>> from matcher.vacancy_text.passage import passage
        >>> place_of("", passage("text", "Standplaats: Zwolle.")).name
        'Zwolle'
    """
    if given.strip():
        plain = plain_same_length(re.split(r"[,(/]", given)[0]).strip()
        return WorkPlace(known_places().get(plain, given.strip()), None, None)
    for hit in sorted(_phrases().search(text), key=lambda each: each.start):
        name = _known(text, *hit.found.span("place"))
        if name is not None:
            return WorkPlace(name, None, None)
    return None


def _known(text: Passage, start: int, end: int) -> str | None:
    """Answer the longest known place at the start of a stretch that is written with a capital."""
    words = text.plain[start:end].split(" ")
    written = text.text[start:end]
    if not any(sign.isupper() for sign in written[:4]):
        return None
    for count in range(len(words), 0, -1):
        name = known_places().get(" ".join(words[:count]))
        if name is not None:
            return name
    return None
