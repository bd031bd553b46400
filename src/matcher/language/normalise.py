"""Dutch job titles as people write them, brought back to the title itself."""

import re
import unicodedata

_GENDER = re.compile(r"\(?\b[mvfxdwh]\s*/\s*[mvfxdw](?:\s*/\s*[mvfxdw])?\b\)?")
_HOURS = re.compile(r"\b\d{1,2}(?:\s*(?:-|tot|/)\s*\d{1,2})?\s*(?:u|uur|uren)\b(?:\s*per week)?")
_OTHER = re.compile(r"[^\w\s/&+#'.-]|_")


def fold(text: str) -> str:
    """Lower the case and take the accents off.

    Example:
        >>> fold("Conciërge")
        'concierge'
    """
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def normalise(text: str) -> str:
    """Answer the title without additions.

    Example:
        >>> normalise("Verzorgende IG (m/v) 24-32 uur")
        'verzorgende ig'
    """
    plain = _HOURS.sub(" ", _GENDER.sub(" ", fold(text)))
    return " ".join(_OTHER.sub(" ", plain).split())
