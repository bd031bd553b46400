"""Bearer tokens of an OpenID provider, beside keys: who asks, for which bureau, and what that caller may do.

Every token that does not hold is refused alike. Nothing personal of a token is kept: the subject becomes a keyed mark.
"""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from matcher.reference.tables import read_yaml
from matcher_service.access.caller import Caller, Scope
from matcher_service.access.keybook import is_bureau
from matcher_service.access.provider import Fetch, Provider
from matcher_service.errors import KeyMissing
from matcher_service.settings import Settings

if TYPE_CHECKING:
    from joserfc.jwk import KeySet

_DOTS = 2
_MARK_SIGNS = 16
_LONGEST_CLAIM = 2000


def is_token(text: str) -> bool:
    """Answer whether what was handed over looks like a token and not like a key.

    Example:
        >>> is_token("eyJhbGciOiJSUzI1NiJ9.e30.x"), is_token("mtr_abcd2345_x")
        (True, False)
    """
    return text.count(".") == _DOTS and text.startswith("ey")


class Tokens:
    """Checks tokens.

    Args:
        settings: issuer, audience, claims and algorithms.
        fetch: answers the JSON at an address; over http when not given.
        now: answers seconds since 1970.
    """

    def __init__(self, settings: Settings, fetch: Fetch | None = None, now: Callable[[], float] = time.time) -> None:
        self._settings = settings
        self._issuer, self._audience = settings.oidc_issuer or "", settings.oidc_audience or ""
        self._provider = Provider(self._issuer, fetch)
        self._now = now
        self._scopes = {name: Scope(scope) for name, scope in settings.oidc_scopes}
        self._secret = settings.audit_key or secrets.token_bytes(32)

    def caller(self, text: str) -> Caller:
        """Answer who a token belongs to.

        Args:
            text: the token as it was handed over.

        Raises:
            KeyMissing: it does not hold: not signed by the provider with an allowed algorithm, of another issuer, for
                another audience, too old, too early, or without a subject or bureau. The reason is one and the same.
        """
        try:
            claims = self._claims(text)
        except Exception:  # noqa: BLE001 whatever is wrong with a token or its provider, it is told alike
            raise KeyMissing("token") from None
        subject, bureau = claims.get("sub"), claims.get(self._settings.oidc_bureau_claim)
        if not isinstance(subject, str) or not subject or not isinstance(bureau, str) or not is_bureau(bureau):
            raise KeyMissing("token")
        return Caller(self._mark(subject), bureau, self._rights(claims))

    def _claims(self, text: str) -> Mapping[str, Any]:
        from joserfc import jwt  # noqa: PLC0415 of the extra `oidc`
        from joserfc.jws import extract_compact  # noqa: PLC0415

        if len(text) > read_yaml("oidc.yaml")["max_token_signs"]["value"]:
            raise KeyMissing("token")
        settings = self._settings
        headers = extract_compact(text.encode("ascii")).headers()
        if headers.get("alg") not in settings.oidc_algorithms:
            raise KeyMissing("token")
        kid = headers.get("kid")
        keys: KeySet = self._provider.keys(kid if isinstance(kid, str) else None)
        token = jwt.decode(text, keys, algorithms=list(settings.oidc_algorithms))
        required = jwt.JWTClaimsRegistry(
            now=int(self._now()),
            leeway=settings.oidc_skew_seconds,
            iss={"essential": True, "value": self._issuer},
            aud={"essential": True, "value": self._audience},
            exp={"essential": True},
            sub={"essential": True},
        )
        required.validate(token.claims)
        return token.claims

    def _rights(self, claims: Mapping[str, Any]) -> frozenset[Scope]:
        held = claims.get(self._settings.oidc_scope_claim, "")
        names = held.split() if isinstance(held, str) else held if isinstance(held, list) else ()
        return frozenset(self._scopes[name] for name in names if isinstance(name, str) and name in self._scopes)

    def _mark(self, subject: str) -> str:
        """Answer a mark of a subject: the same for the same person, and nothing that tells who it is."""
        told = f"oidc {self._issuer} {subject[:_LONGEST_CLAIM]}".encode()
        return f"oidc-{hmac.new(self._secret, told, hashlib.sha256).hexdigest()[:_MARK_SIGNS]}"
