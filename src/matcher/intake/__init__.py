"""Files in: a case and a report of its reading, and what its newest form says on every channel."""

from matcher.intake.read import ReadCase, read_case, read_case_bytes, read_case_text
from matcher.intake.report import ReadingReport
from matcher.intake.schema import case_schema
from matcher.intake.source import MAX_BYTES, CaseFormat
from matcher.intake.understand import understand_capacity

__all__ = [
    "MAX_BYTES",
    "CaseFormat",
    "ReadCase",
    "ReadingReport",
    "case_schema",
    "read_case",
    "read_case_bytes",
    "read_case_text",
    "understand_capacity",
]
