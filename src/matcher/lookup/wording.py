"""The dated words and lines of this package, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

from matcher.reference.yaml_text import yaml_value


@cache
def rules() -> dict[str, Any]:
    """Answer the rules and words of a card.

    Example:
        >>> rules()["half_pct"]
        50
    """
    text = (files("matcher.lookup") / "data" / "card.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml_value(text)
    return found


def say(name: str, **parts: object) -> str:
    """Answer one sentence of the card with its parts filled in.

    Args:
        name: key under `words`.
        parts: values of the places in the sentence.

    Example:
        >>> say("asked", share=40)
        'gevraagd in 40% van de banen'
    """
    return str(rules()["words"][name]).format(**parts)
