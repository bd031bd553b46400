"""Pydantic's errors in Dutch, per kind of error, without the value."""

from collections.abc import Mapping
from typing import Any

from matcher.intake.tree import Path

_OWN_PATTERN = {
    "id": "gebruik alleen letters, cijfers, - en _ (ten hoogste 61 tekens). Geen naam en geen BSN.",
    "postcode4": "schrijf alleen de vier cijfers van de postcode.",
    "cell": "schrijf het vakje als stap en onderwerp, bijvoorbeeld S2.wage_share_min.",
}
_SENTENCES = {
    "missing": "dit veld ontbreekt. Voeg het toe.",
    "string_too_long": "deze tekst is te lang. Gebruik ten hoogste {max_length} tekens.",
    "string_too_short": "deze tekst is leeg. Vul iets in of haal het veld weg.",
    "too_long": "deze lijst is te lang. Geef ten hoogste {max_length} delen.",
    "greater_than": "dit getal is te laag. Het moet hoger zijn dan {gt}.",
    "greater_than_equal": "dit getal is te laag. Het laagste getal is {ge}.",
    "less_than": "dit getal is te hoog. Het moet lager zijn dan {lt}.",
    "less_than_equal": "dit getal is te hoog. Het hoogste getal is {le}.",
    "decimal_max_places": "gebruik ten hoogste {decimal_places} cijfers na de komma.",
}
_DEFAULT = "deze waarde past niet bij dit veld. Zie het schema: matcher schema case."


def in_dutch(kind: str, path: Path, context: Mapping[str, Any]) -> str:
    """Answer the Dutch sentence for one pydantic error.

    Args:
        kind: pydantic's error type.
        path: place in the file; the last name may have a sentence of its own.
        context: the limits that pydantic names. They come from the schema, never from the file.

    Example:
        >>> in_dutch("less_than_equal", ("forms", 0), {"le": 9})
        'dit getal is te hoog. Het hoogste getal is 9.'
    """
    if kind == "string_pattern_mismatch":
        return _OWN_PATTERN.get(str(path[-1]) if path else "", _DEFAULT)
    limits = {name: value for name, value in context.items() if isinstance(value, int | float) or _is_number(value)}
    try:
        return _SENTENCES.get(kind, _DEFAULT).format(**limits)
    except KeyError:
        return _DEFAULT


def _is_number(value: object) -> bool:
    return type(value).__name__ == "Decimal"
