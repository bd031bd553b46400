"""Documents in: what a form, a report or a CV says, how sure that is, and what must be asked."""

from typing import TYPE_CHECKING

from matcher.faces import on_first_use

if TYPE_CHECKING:
    from matcher.papers.corrections import Confirmed, Correction, confirm, correction_of, numbering_in
    from matcher.papers.form_reading import FormReading, Question
    from matcher.papers.found import Doubt, ItemReading, Sureness
    from matcher.papers.labour_expert import Answer, ExpertAnswer, LabourExpertReading, ReportStatus
    from matcher.papers.parts_of_case import CasePart, case_id_of, case_part
    from matcher.papers.passed_on import pass_on, taken_back
    from matcher.papers.person import PersonReading
    from matcher.papers.possible import PossibleLevels, possible_levels
    from matcher.papers.questions import label, state_nl
    from matcher.papers.reading import DocumentKind, DocumentReading, read_begun, read_document, read_document_bytes
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
    "read_begun",
    "read_document",
    "read_document_bytes",
    "state_nl",
    "taken_back",
]

_HOMES = {
    "Answer": "labour_expert",
    "CasePart": "parts_of_case",
    "Confirmed": "corrections",
    "Correction": "corrections",
    "DocumentKind": "reading",
    "DocumentReading": "reading",
    "Doubt": "found",
    "ExpertAnswer": "labour_expert",
    "FormReading": "form_reading",
    "ItemReading": "found",
    "LabourExpertReading": "labour_expert",
    "PersonReading": "person",
    "PossibleLevels": "possible",
    "Question": "form_reading",
    "ReportStatus": "labour_expert",
    "Sureness": "found",
    "case_id_of": "parts_of_case",
    "case_part": "parts_of_case",
    "confirm": "corrections",
    "correction_of": "corrections",
    "label": "questions",
    "listed": "report_words",
    "numbering_in": "corrections",
    "pass_on": "passed_on",
    "possible_levels": "possible",
    "read_begun": "reading",
    "read_document": "reading",
    "read_document_bytes": "reading",
    "state_nl": "questions",
    "taken_back": "passed_on",
}

if not TYPE_CHECKING:
    __getattr__ = on_first_use(__name__, _HOMES)
