"""The audit log: who did what, when and with which receipt; append-only, chained and keyed; no personal values."""

from matcher_service.audit.chain import Broken, ChainReport, Head, head_of, verify_lines
from matcher_service.audit.entry import Entry, Outcome, looked_at
from matcher_service.audit.line_place import LinePlace
from matcher_service.audit.log_file import AuditFile, audit_file, audit_lines, verify_chain
from matcher_service.audit.log_table import AuditTable
from matcher_service.audit.trail import NO_TRAIL, Trail

__all__ = [
    "NO_TRAIL",
    "AuditFile",
    "AuditTable",
    "Broken",
    "ChainReport",
    "Entry",
    "Head",
    "LinePlace",
    "Outcome",
    "Trail",
    "audit_file",
    "audit_lines",
    "head_of",
    "looked_at",
    "verify_chain",
    "verify_lines",
]
