"""Capitals and titles as Dutch writes them."""


def upper_first(text: str) -> str:
    """Answer a text with a capital at the start; a capital has no accent.

    Example:
        >>> upper_first("werk"), upper_first("één soort werk")
        ('Werk', 'Eén soort werk')
    """
    return ("E" if text.startswith("é") else text[:1].upper()) + text[1:]


def spoken_title(title: str) -> str:
    """Answer the title of an occupation without the abbreviation that only a table knows.

    Args:
        title: the title as the table of occupations writes it.

    Example:
        >>> spoken_title("Administratief assistenten n.e.g.")
        'Administratief assistenten (overige)'
    """
    return title.replace("n.e.g.", "(overige)")
