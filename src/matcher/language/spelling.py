"""The plainest reading of a text: lower case, no accents, words only."""

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+(?:[+#]+)?")
_APOSTROPHE = re.compile(r"['’`´]")


def fold(text: str) -> str:
    """Lower the case and take the accents off.

    Example:
        >>> fold("Conciërge")
        'concierge'
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def words(text: str) -> list[str]:
    """Answer the words of a folded text, without signs.

    Example:
        >>> words("dtp'er, zij-instromer")
        ['dtper', 'zij', 'instromer']
    """
    joined = text if text.isascii() and "'" not in text and "`" not in text else _APOSTROPHE.sub("", text)
    return _WORD.findall(joined)
