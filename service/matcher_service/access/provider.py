"""The public keys of an OpenID provider: found by discovery, held for some minutes, asked again for an unknown key."""

import json
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from matcher.reference.tables import read_yaml
from matcher_service.loopback import is_loopback

if TYPE_CHECKING:
    from joserfc.jwk import KeySet

Fetch = Callable[[str], Any]
_DISCOVERY = "/.well-known/openid-configuration"
_MINUTE = 60.0


class ProviderSilent(Exception):
    """The provider gave no keys that can be used."""


class Provider:
    """One provider.

    Args:
        issuer: its address, exactly as its tokens name it.
        fetch: answers the JSON at an address; over http when not given.
        clock: answers seconds that never go back.
    """

    def __init__(self, issuer: str, fetch: Fetch | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._issuer = issuer
        self._fetch = fetch or _over_http
        self._clock = clock
        self._rules = read_yaml("oidc.yaml")
        self._lock = threading.Lock()
        self._keys: KeySet | None = None
        self._kids: frozenset[str] = frozenset()
        self._fetched = self._asked = -1e9

    def keys(self, kid: str | None) -> "KeySet":
        """Answer the keys of the provider.

        Args:
            kid: name of the key that is needed, or None when the token names none.

        Raises:
            ProviderSilent: no keys are known, and the provider gives none.
        """
        with self._lock:
            if self._is_due(kid):
                self._ask()
            stale = self._clock() - self._fetched > self._rules["keys_stale_minutes"]["value"] * _MINUTE
            if self._keys is None or stale:
                raise ProviderSilent
            return self._keys

    def _is_due(self, kid: str | None) -> bool:
        now = self._clock()
        if now - self._asked < self._rules["keys_again_seconds"]["value"]:
            return False
        old = now - self._fetched > self._rules["keys_minutes"]["value"] * _MINUTE
        return old or (kid is not None and kid not in self._kids)

    def _ask(self) -> None:
        """Ask for the keys; what was known stays when the provider does not answer as it should."""
        from joserfc.jwk import KeySet  # noqa: PLC0415 of the extra `oidc`

        self._asked = self._clock()
        try:
            found = self._fetch(self._issuer.rstrip("/") + _DISCOVERY)
            if found["issuer"] != self._issuer:
                return
            place = found["jwks_uri"]
            if not is_safe_address(place):
                return
            raw = [key for key in self._fetch(place)["keys"] if key.get("kty") != "oct"]
            keys = KeySet.import_key_set({"keys": raw})
        except Exception:  # noqa: BLE001 whatever a provider answers, it must not stop requests with a key
            return
        self._keys, self._fetched = keys, self._clock()
        self._kids = frozenset(str(key["kid"]) for key in raw if "kid" in key)


def is_safe_address(address: object) -> bool:
    """Answer whether keys may come from an address: over https, or from this machine.

    Example:
        >>> is_safe_address("https://id.voorbeeld"), is_safe_address("http://id.voorbeeld")
        (True, False)
    """
    if not isinstance(address, str):
        return False
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)))


def _over_http(address: str) -> Any:
    import httpx  # noqa: PLC0415 of the extra `oidc`

    rules = read_yaml("oidc.yaml")
    away = not is_loopback(urlsplit(address).hostname or "")  # a proxy and own certificates count beyond this machine
    most = rules["max_bytes"]["value"]
    with (
        httpx.Client(timeout=rules["timeout_seconds"]["value"], follow_redirects=False, trust_env=away) as client,
        client.stream("GET", address) as answer,
    ):
        answer.raise_for_status()
        content = b""
        for part in answer.iter_bytes():
            content += part
            if len(content) > most:
                raise ProviderSilent
    return json.loads(content)
