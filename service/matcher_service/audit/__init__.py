"""The audit log: who did what, when and with which receipt; append-only, chained and keyed; no personal values."""

from matcher_service.audit.chain import Broken, ChainReport, Head, audit_lines, verify_chain
from matcher_service.audit.entry import Entry, Outcome
from matcher_service.audit.trail import NO_TRAIL, Trail, audit_file

__all__ = [
    "NO_TRAIL",
    "Broken",
    "ChainReport",
    "Entry",
    "Head",
    "Outcome",
    "Trail",
    "audit_file",
    "audit_lines",
    "verify_chain",
]
