"""An invented case with a word or figure of its own in every kind of field, to look for afterwards."""

import re
from typing import Any

from tests.made_up import raw_case

PERSONAL = (
    "qzxkenmerk", "qzxtoelichting", "qzxfunctie", "qzxtaak", "qzxplaats", "qzxreden", "qzxfout", "qzxtitel", "qzxzoek",
    "13,37", "13.37", "31.13", "9876", "2034-03-21", "qzxveld", "qzxsleutel", "qzxpost",
)  # fmt: skip


def personal_case() -> dict[str, Any]:
    """Answer a case with a word or figure of its own in every kind of field."""
    raw = raw_case([{"item": "IV.13", "levels": [3], "value": "13.37", "unit": "kg", "text": "qzxtoelichting 13,37"}])
    raw["id"] = "qzxkenmerk"
    person = raw["person"]
    person["old_job"] |= {"title": "qzxfunctie", "wage_eur_per_hour": "31.13", "tasks": ["qzxtaak"]}
    person["region"] = {"place": "qzxplaats", "postcode4": "9876"}
    person["dates"]["aow_date"] = "2034-03-21"
    raw["policy"] = {"overrides": [{"cell": "S1.wage_share_min", "value": "0.8", "reason": "qzxreden"}]}
    return raw


def wrong_postcode() -> dict[str, Any]:
    """Answer the case with a postcode that no count can make, and that is refused."""
    raw = personal_case()
    raw["person"]["region"]["postcode4"] = "9876 qzxpost"
    return raw


def found_in(content: bytes) -> list[str]:
    """Answer what was sent and is in these bytes; digits inside a moment, a number or a hash are no find."""
    lower = content.lower()
    return [word for word in PERSONAL if re.search(pattern_of(word), lower)]


def pattern_of(word: str) -> bytes:
    """Answer what finds a word.

    Args:
        word: one of `PERSONAL`.
    """
    return (f"(?<![0-9a-f-]){re.escape(word)}(?![0-9a-f-])" if word[0].isdigit() else word).encode()
