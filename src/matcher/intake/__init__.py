"""Files in: a case and a report of its reading, and what its newest form says on every channel."""

from matcher.intake.read import ReadCase, read_case, read_case_text
from matcher.intake.report import ReadingReport
from matcher.intake.understand import understand_capacity

__all__ = ["ReadCase", "ReadingReport", "read_case", "read_case_text", "understand_capacity"]
