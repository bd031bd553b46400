"""One result as bytes that are the same on every run and every machine: no clock, no receipt, sorted keys."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from matcher.domain.finding import Finding
from matcher.matching import Match


def canonical(match: Match) -> bytes:
    """Answer a result as bytes: everything that came out, without the receipt.

    The receipt stays out because it says what the result was made with, not what it is: two programs that give the
    same result give the same bytes.

    Args:
        match: what `match` answered.
    """
    data = {field.name: plain(getattr(match, field.name)) for field in fields(match) if field.name != "receipt"}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def digest(content: bytes) -> str:
    """Answer the hash of a content.

    Example:
        >>> digest(b"")[:8]
        'e3b0c442'
    """
    return hashlib.sha256(content).hexdigest()


def plain(value: Any) -> Any:
    """Answer any frozen value as plain data; decimals and dates become text.

    Args:
        value: a dataclass, enum, mapping, sequence or scalar.

    Example:
        >>> plain((Decimal("2.50"), date(2026, 3, 1)))
        ['2.50', '2026-03-01']
    """
    if isinstance(value, Finding):
        return [
            value.channel,
            value.outcome.value,
            value.share_low_pct,
            value.share_pct,
            value.share_high_pct,
            value.rule,
        ]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(plain(part) for part in value)
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
