"""Content that says who a person is: it never belongs in a case (decision 9)."""

import re

_BSN = re.compile(r"(?<![\d.,])(?:\d{9}|\d{4}[ .-]\d{2}[ .-]\d{3}|\d{3}[ .-]\d{3}[ .-]\d{3})(?![\d]|[.,]\d)", re.ASCII)
_MAIL = re.compile(r"[^\s@]{1,64}@[^\s@.]{1,64}(?:\.[^\s@.]{1,64}){1,6}")
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,4})?(?![A-Za-z0-9])")
_PHONE = re.compile(r"(?<![\d.,])(?:(?:\+|00)31[ -]?(?:\(0\)[ -]?)?[1-9]|0[1-9])(?:[ ()-]{0,2}\d){8}(?!\d)")
_POSTCODE = re.compile(r"(?<!\d)[1-9]\d{3} ?(?!SA|SD|SS|KG|CM|MM)[A-Z]{2}(?![A-Za-z])")
_ADDRESS = re.compile(r"(?<!\d)[1-9]\d{3} ?(?!kg|cm|mm|sa|sd|ss)[a-z]{2} +\d{1,5}(?!\d)", re.IGNORECASE)
_BORN = re.compile(r"\b(?:geboren|geb\.?|geboortedatum)\b[^\d\n]{0,20}\d{1,4}[-/. ]", re.IGNORECASE)

_KINDS = (
    ("een e-mailadres", _MAIL),
    ("een telefoonnummer", _PHONE),
    ("een postcode met letters", _POSTCODE),
    ("een adres", _ADDRESS),
    ("een geboortedatum", _BORN),
)


def identity_in(text: str) -> str | None:
    """Answer what in a text says who someone is, in Dutch, or None. The content itself is never answered.

    Args:
        text: one value of the file.

    Example:
        >>> identity_in("mail naar iemand@voorbeeld.nl")
        'een e-mailadres'
        >>> identity_in("tillen tot 5 kg, 10 keer per uur") is None
        True
    """
    if any(_passes_eleven(found.group()) for found in _BSN.finditer(text)):
        return "een burgerservicenummer"
    if any(_passes_97(found.group()) for found in _IBAN.finditer(text)):
        return "een rekeningnummer"
    return next((name for name, pattern in _KINDS if pattern.search(text)), None)


def _passes_eleven(written: str) -> bool:
    digits = [int(sign) for sign in written if sign.isdigit()]
    total = sum(weight * digit for weight, digit in zip(range(9, 1, -1), digits[:8], strict=True)) - digits[8]
    return total % 11 == 0 and any(digits)


def _passes_97(written: str) -> bool:
    code = re.sub(" ", "", written).upper()
    return int("".join(str(int(sign, 36)) for sign in code[4:] + code[:4])) % 97 == 1
