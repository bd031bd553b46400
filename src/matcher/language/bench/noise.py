"""Titles made noisy by a fixed recipe: what stands around a title in vacancies and CVs, and slips of the keyboard.

Used to time and to tune; a score on such titles says nothing about titles that people wrote.
"""

import random
from collections.abc import Sequence

_BEFORE = ("", "", "", "Gezocht: ", "Vacature ", "Wij zoeken een ", "Ervaren ", "Senior ", "Functie: ", "2015 - 2019 ")
_AFTER = (
    "", " (m/v/x)", " 24-32 uur", " m/v", " - 0,8 fte", " te Zwolle", ", Amersfoort", " | per direct", " regio Twente",
    " € 2.400 - € 2.900 per maand", " bij Voorbeeldbedrijf B.V.", " (tijdelijk)", " | parttime | Breda", " niveau 3",
)  # fmt: skip
_LONG = 8
_SHORTEST_SLIP = 4
_TYPO_SHARE = 0.25


def noisy(title: str, draw: random.Random) -> str:
    """Answer a title with additions and, in one of four, a slip of the keyboard in its longest word.

    Args:
        title: a clean title.
        draw: source of chance; the same seed gives the same titles.

    Example:
        >>> noisy("kok", random.Random(1))
        'kok € 2.400 - € 2.900 per maand'
    """
    found = title.split(" ")
    longest = max(found, key=len)
    if len(longest) >= _LONG and draw.random() < _TYPO_SHARE:
        found[found.index(longest)] = slipped(longest, draw)
    return draw.choice(_BEFORE) + " ".join(found) + draw.choice(_AFTER)


def slipped(word: str, draw: random.Random) -> str:
    """Answer a word with one letter left out, doubled or swapped with the one before; a word of three letters stays."""
    if len(word) < _SHORTEST_SLIP:
        return word
    at = draw.randrange(2, len(word) - 1)
    return draw.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :],
        )
    )


def noisy_titles_of(titles: Sequence[str], count: int, seed: int) -> list[tuple[str, str]]:
    """Answer noisy titles with their clean form, drawn with replacement.

    Args:
        titles: clean titles.
        count: how many.
        seed: the same seed gives the same titles.
    """
    draw = random.Random(seed)  # noqa: S311 - no secret depends on it
    drawn = [draw.choice(titles) for _ in range(count)]
    return [(noisy(title, draw), title) for title in drawn]
