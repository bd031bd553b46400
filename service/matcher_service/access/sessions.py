"""Browser sessions: a signed cookie that names the key it was opened with, and the form token that goes with it.

The cookie holds no secret and nothing personal. A session ends by itself, at log-out, and when its key is revoked.
"""

import base64
import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

_MARK_BYTES = 16
_MASK_BYTES = 32


@dataclass(frozen=True, slots=True)
class Session:
    """One browser session.

    Attributes:
        key_id: the key that it was opened with; `local` in first-run mode.
        mark: random mark of the session.
        ends: seconds since 1970 at which it ends.
    """

    key_id: str
    mark: str
    ends: int


class Sessions:
    """Opens and reads sessions.

    Args:
        key: secret that signs.
        minutes: how long a session lasts.
        now: answers seconds since 1970.
    """

    def __init__(self, key: bytes, minutes: int, now: Callable[[], float] = time.time) -> None:
        self._key = key
        self._seconds = minutes * 60
        self._now = now

    def open(self, key_id: str) -> Session:
        """Answer a fresh session.

        Args:
            key_id: the key that was shown.
        """
        return Session(key_id, secrets.token_urlsafe(_MARK_BYTES), int(self._now()) + self._seconds)

    def cookie(self, session: Session) -> str:
        """Answer the text of the cookie."""
        content = f"{session.key_id}.{session.mark}.{session.ends}"
        return f"{content}.{self._sign('cookie', content)}"

    def read(self, cookie: str | None) -> Session | None:
        """Answer the session of a cookie, or None when it is not ours, was changed or has ended.

        Args:
            cookie: the text of the cookie.
        """
        content, _, signature = (cookie or "").rpartition(".")
        if not hmac.compare_digest(signature.encode(), self._sign("cookie", content).encode()):
            return None
        key_id, mark, ends = content.split(".")
        session = Session(key_id, mark, int(ends))
        return session if self._now() < session.ends else None

    def form_token(self, session: Session) -> str:
        """Answer a token for a form. It differs every time, so that a compressed page gives nothing away."""
        mask = secrets.token_bytes(_MASK_BYTES)
        hidden = bytes(a ^ b for a, b in zip(mask, self._form_secret(session), strict=True))
        return base64.urlsafe_b64encode(mask + hidden).decode().rstrip("=")

    def form_token_fits(self, session: Session, token: str) -> bool:
        """Answer whether a token that came back with a form belongs to the session.

        Args:
            session: the session of the cookie.
            token: what the form sent.
        """
        try:
            raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
        except ValueError:
            return False
        if len(raw) != 2 * _MASK_BYTES:
            return False
        found = bytes(a ^ b for a, b in zip(raw[:_MASK_BYTES], raw[_MASK_BYTES:], strict=True))
        return hmac.compare_digest(found, self._form_secret(session))

    def seal(self, owner: str, content: str) -> str:
        """Answer a mark that shows later that content went to somebody and came back unchanged.

        Args:
            owner: to whom it went: the mark of a browser session, or the id of a key.
            content: what was handed over.
        """
        return self._sign(f"carried {owner}", content)

    def seal_fits(self, owner: str, content: str, seal: str) -> bool:
        """Answer whether content came back unchanged from the same owner.

        Args:
            owner: who sent it back.
            content: what came back.
            seal: the mark that came with it.
        """
        return hmac.compare_digest(seal.encode(), self.seal(owner, content).encode())

    def _form_secret(self, session: Session) -> bytes:
        return hmac.digest(self._key, f"form {session.mark}".encode(), hashlib.sha256)

    def _sign(self, what: str, content: str) -> str:
        raw = hmac.digest(self._key, f"{what} {content}".encode(), hashlib.sha256)
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")
