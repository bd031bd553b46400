"""The settings for tokens of an OpenID provider, read and checked."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from matcher.reference.tables import read_yaml
from matcher_service.loopback import is_loopback

_LONGEST_NAME = 200


def oidc_rules() -> Mapping[str, Any]:
    """Answer the dated figures for tokens, where no setting says otherwise."""
    rules: Mapping[str, Any] = read_yaml("oidc.yaml")
    return rules


def read_issuer(text: str) -> str:
    """Answer the address of a provider, exactly as its tokens name it: over https, or on this machine.

    Args:
        text: the setting.

    Raises:
        ValueError: it does not fit; the text says what does, without the value.
    """
    parts = urlsplit(text)
    here = parts.scheme == "http" and is_loopback(parts.hostname or "")
    if not parts.hostname or not (parts.scheme == "https" or here) or parts.query or parts.fragment:
        raise ValueError(
            "geef het adres van de aanbieder, met https:// en zonder vraagteken. / Give the provider's https address."
        )
    return text


def read_name(text: str) -> str:
    """Answer the name of an audience or a claim.

    Args:
        text: the setting.

    Raises:
        ValueError: it does not fit; the text says what does, without the value.
    """
    if not text.isprintable() or not 0 < len(text) <= _LONGEST_NAME:
        raise ValueError(f"kies een naam van 1 tot {_LONGEST_NAME} tekens. / Choose a name of this length.")
    return text


def read_algorithms(text: str) -> tuple[str, ...]:
    """Answer the algorithms that a signature may have.

    Args:
        text: the setting.

    Raises:
        ValueError: it does not fit; the text says what does, without the value.
    """
    chosen, choices = text.replace(",", " ").split(), oidc_rules()["algorithms"]["choices"]
    if not chosen or not set(chosen) <= set(choices):
        raise ValueError(f"kies uit {', '.join(choices)}. / Choose from these.")
    return tuple(chosen)


def read_scopes(text: str) -> tuple[tuple[str, str], ...]:
    """Answer pairs of a name in the token and our scope, from `name=scope` with commas or spaces.

    Args:
        text: the setting.

    Raises:
        ValueError: it does not fit; the text says what does, without the value.
    """
    pairs = [part.rpartition("=") for part in text.replace(",", " ").split()]
    ours = set(oidc_rules()["scopes"].values())
    if not pairs or not all(name and scope in ours for name, _, scope in pairs):
        raise ValueError(
            f"schrijf naam=recht, met als recht {', '.join(sorted(ours))}. / Write name=scope with one of these scopes."
        )
    return tuple((name, scope) for name, _, scope in pairs)
