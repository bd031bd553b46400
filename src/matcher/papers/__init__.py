"""Documents in: what a form, a report or a CV says, how sure that is, and what must be asked."""

from matcher.papers.case_part import CasePart, case_id_of, case_part
from matcher.papers.corrections import Confirmed, Correction, confirm, correction_of, numbering_in
from matcher.papers.form_reading import FormReading, Question
from matcher.papers.found import Doubt, ItemReading, Sureness
from matcher.papers.labour_expert import Answer, ExpertAnswer, LabourExpertReading, ReportStatus
from matcher.papers.passed_on import pass_on, taken_back
from matcher.papers.person import PersonReading
from matcher.papers.possible import PossibleLevels, possible_levels
from matcher.papers.questions import label, state_nl
from matcher.papers.reading import DocumentKind, DocumentReading, read_document, read_document_bytes
from matcher.papers.report_words import listed

__all__ = [
    "Answer",
    "CasePart",
    "Confirmed",
    "Correction",
    "DocumentKind",
    "DocumentReading",
    "Doubt",
    "ExpertAnswer",
    "FormReading",
    "ItemReading",
    "LabourExpertReading",
    "PersonReading",
    "PossibleLevels",
    "Question",
    "ReportStatus",
    "Sureness",
    "case_id_of",
    "case_part",
    "confirm",
    "correction_of",
    "label",
    "listed",
    "numbering_in",
    "pass_on",
    "possible_levels",
    "read_document",
    "read_document_bytes",
    "state_nl",
    "taken_back",
]
