"""Encryption at rest: every dossier has its own key, and that key is sealed with the key of the store.

So the store's key can be changed without touching the contents, and a dossier whose key is erased cannot be read from
any copy of the file that was made after that. What is sealed is bound to its place: a row that is moved to another
bureau, dossier or version does not open.
"""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from matcher.errors import DataError

KEY_BYTES = 32
_NONCE_BYTES = 12


def new_content_key() -> bytes:
    """Answer a fresh key for one dossier."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, content: bytes, place: str) -> bytes:
    """Answer the content, sealed and bound to its place.

    Args:
        key: 256 bits.
        content: what is sealed.
        place: where it belongs; the same place is needed to open it.
    """
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, place.encode())


def unseal(key: bytes, sealed: bytes, place: str) -> bytes:
    """Answer what was sealed.

    Args:
        key: 256 bits.
        sealed: what `seal` answered.
        place: where it was found.

    Raises:
        DataError: another key, another place, or the bytes were changed.

    Example:
        >>> key = new_content_key()
        >>> unseal(key, seal(key, b"inhoud", "hier"), "hier")
        b'inhoud'
    """
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], place.encode())
    except (InvalidTag, ValueError) as error:
        raise DataError("Een dossier is niet te openen: de sleutel past niet, of het bestand is gewijzigd.") from error
