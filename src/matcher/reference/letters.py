"""Capitals and titles as Dutch writes them."""

import re

# Two names that the table only puts side by side, not a name with what holds for it ("Receptionisten, algemeen").
_SIDE_BY_SIDE = re.compile(r", (?!algemeen\b|op |voor )(?=(?:(?! en | of |,).)*$)")


def upper_first(text: str) -> str:
    """Answer a text with a capital at the start; a capital has no accent.

    Example:
        >>> upper_first("werk"), upper_first("één soort werk")
        ('Werk', 'Eén soort werk')
    """
    return ("E" if text.startswith("é") else text[:1].upper()) + text[1:]


def spoken_title(title: str) -> str:
    """Answer the title of an occupation without the abbreviation and the bare comma that only a table knows.

    Args:
        title: the title as the table of occupations writes it.

    Example:
        >>> spoken_title("Administratief assistenten n.e.g.")
        'Administratief assistenten (overige)'
        >>> spoken_title("Schoonmakers in hotels, kantoren"), spoken_title("Receptionisten, algemeen")
        ('Schoonmakers in hotels en kantoren', 'Receptionisten, algemeen')
    """
    return _SIDE_BY_SIDE.sub(" en ", title).replace("n.e.g.", "(overige)")
