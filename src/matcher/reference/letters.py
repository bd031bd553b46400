"""Capitals as Dutch writes them."""


def upper_first(text: str) -> str:
    """Answer a text with a capital at the start; a capital has no accent.

    Example:
        >>> upper_first("werk"), upper_first("één soort werk")
        ('Werk', 'Eén soort werk')
    """
    return ("E" if text.startswith("é") else text[:1].upper()) + text[1:]
