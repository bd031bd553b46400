"""Who may do what: keys per bureau with scopes, tokens of a provider, their share of requests, browser sessions."""

from matcher_service.access.caller import Caller, Scope
from matcher_service.access.key_text import KeyText, new_key
from matcher_service.access.keybook import KeyBook, KeyRecord
from matcher_service.access.rate import TokenBuckets
from matcher_service.access.sessions import Session, Sessions
from matcher_service.access.tokens import Tokens, is_token

__all__ = [
    "Caller",
    "KeyBook",
    "KeyRecord",
    "KeyText",
    "Scope",
    "Session",
    "Sessions",
    "TokenBuckets",
    "Tokens",
    "is_token",
    "new_key",
]
