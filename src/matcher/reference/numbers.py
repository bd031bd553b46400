"""Numbers in words, as running text writes them: words up to twenty, figures above."""

_WORDS = {
    "nl": (
        "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
        "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig",
    ),
    "en": (
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ),
}  # fmt: skip


def number_in_words(number: int, language: str = "nl") -> str:
    """Answer a number up to twenty in words, a larger one in figures.

    Args:
        number: the number.
        language: nl or en.

    Example:
        >>> number_in_words(3), number_in_words(30)
        ('drie', '30')
    """
    words = _WORDS[language]
    return words[number] if 0 <= number < len(words) else str(number)
