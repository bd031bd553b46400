"""A key as text, `mtr_<id>_<secret>`: the id may be seen; the secret is 256 random bits, stored as a hash only."""

import base64
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass, field

SECRET_BYTES = 32
_ID_BYTES = 5
_SHAPE = re.compile(r"mtr_([a-z2-7]{8})_([A-Za-z0-9_-]{43})")


@dataclass(frozen=True, slots=True)
class KeyText:
    """A key that was handed over.

    Attributes:
        key_id: names the key; no secret.
        secret: proves it.
    """

    key_id: str
    secret: str = field(repr=False)

    @classmethod
    def read(cls, text: str) -> "KeyText | None":
        """Answer the parts of a key, or None when the text is no key.

        Example:
            >>> KeyText.read("no key") is None
            True
        """
        shape = _SHAPE.fullmatch(text)
        return None if shape is None else cls(shape[1], shape[2])

    @property
    def whole(self) -> str:
        """Answer the key as one text, to be shown once."""
        return f"mtr_{self.key_id}_{self.secret}"

    def hashed(self) -> str:
        """Answer what is stored. A plain hash is enough: nobody guesses 256 random bits."""
        return hashlib.sha256(self.secret.encode()).hexdigest()

    def proves(self, stored: str) -> bool:
        """Answer whether the secret belongs to a stored hash, in the same time for every wrong secret.

        Args:
            stored: what `hashed` answered when the key was made.
        """
        return hmac.compare_digest(self.hashed(), stored)


def new_key() -> KeyText:
    """Answer a fresh key."""
    key_id = base64.b32encode(secrets.token_bytes(_ID_BYTES)).decode().lower()
    return KeyText(key_id, secrets.token_urlsafe(SECRET_BYTES))
