"""Who may do what: keys per bureau with scopes, tokens of a provider, their share of requests, browser sessions."""

from matcher_service.access.caller import Caller, Scope
from matcher_service.access.key_file import KeyFile
from matcher_service.access.key_record import KeyPlace, KeyRecord
from matcher_service.access.key_table import KeyTable, read_keys, write_keys
from matcher_service.access.key_text import KeyText, new_key
from matcher_service.access.keybook import KeyBook, is_bureau
from matcher_service.access.rate import TokenBuckets
from matcher_service.access.sessions import Session, Sessions
from matcher_service.access.tokens import Tokens, is_token

__all__ = [
    "Caller",
    "KeyBook",
    "KeyFile",
    "KeyPlace",
    "KeyRecord",
    "KeyTable",
    "KeyText",
    "Scope",
    "Session",
    "Sessions",
    "TokenBuckets",
    "Tokens",
    "is_bureau",
    "is_token",
    "new_key",
    "read_keys",
    "write_keys",
]
