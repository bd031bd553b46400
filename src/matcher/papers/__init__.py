"""Documents in: what a form, a report or a CV says, how sure that is, and what must be asked."""

from matcher.papers.form_reading import FormReading, Question
from matcher.papers.found import Doubt, ItemReading, Sureness
from matcher.papers.reading import DocumentKind, DocumentReading, read_document

__all__ = [
    "DocumentKind",
    "DocumentReading",
    "Doubt",
    "FormReading",
    "ItemReading",
    "Question",
    "Sureness",
    "read_document",
]
