"""A document in: what kind it is, what was read, how sure, and what must be asked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path, PurePath
from time import monotonic

from matcher.domain.case import Numbering, Person
from matcher.errors import FileUnreadable
from matcher.papers.anchors import anchor_in
from matcher.papers.capacity import partly_read, read_form
from matcher.papers.clean import Cleaned, clean
from matcher.papers.form_reading import FormReading, Question
from matcher.papers.labour_expert import LabourExpertReading, read_labour_expert
from matcher.papers.newest import is_order_sure, newest_first
from matcher.papers.person import PersonReading, read_person, read_person_data
from matcher.papers.questions import is_empty, pages_nl, questions_about, sentence
from matcher.papers.recognise import recognised_sheet
from matcher.papers.split import forms_in
from matcher.papers.vocabulary import doubt_pattern, word_list
from matcher.papers.withheld import FormCleaned, without_identity
from matcher.reference.text_signals import plain
from matcher.sheets import BegunSheet, Paper, Row, Sheet, limits, open_paper, paper_of, read_sheet

_STRONG = 3
_ROWS_FOR_KIND = 400
_LONGEST_MARK = 80  # signs: "concept" stands in a title or on a short line, in a sentence it is a word


class DocumentKind(StrEnum):
    """What a document is."""

    CAPACITY_FORM = "capacity_form"
    LABOUR_EXPERT_REPORT = "labour_expert_report"
    CV = "cv"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """Everything that was read in one document.

    Attributes:
        kind: what it is.
        pages: how many pages it has.
        forms: every capacity form in it, the newest first.
        labour_expert: what a labour expert's report says; None for another document.
        person: what a CV says; None for another document.
        notes: what a coach must know about the reading, in Dutch.
        identity: who it is about, by kind; goes nowhere but a separate identity sheet.
    """

    kind: DocumentKind
    pages: int
    forms: tuple[FormReading, ...] = ()
    labour_expert: LabourExpertReading | None = None
    person: PersonReading | None = None
    notes: tuple[str, ...] = ()
    identity: Mapping[str, str] = field(default_factory=dict)

    @property
    def leading(self) -> FormReading | None:
        """Answer the newest form, which leads; None without a form."""
        return self.forms[0] if self.forms else None

    def questions(self) -> tuple[Question, ...]:
        """Answer everything that a person must still say, in the order of the document."""
        found: list[Question] = []
        if self.leading is not None:
            found += self.leading.questions
        if self.labour_expert is not None:
            found += self.labour_expert.questions
        if self.person is not None:
            found += self.person.questions
        return tuple(found)

    def person_part(self) -> Person:
        """Answer what belongs in the person's part of a case; empty without a CV and without a report."""
        person = self.person.person if self.person is not None else Person()
        if self.labour_expert is not None:
            person = person.model_copy(update={"labour_expert": self.labour_expert.case_part()})
        dates = self.leading.front.first_sick_day if self.leading is not None else None
        if dates is not None:
            person = person.model_copy(update={"dates": person.dates.model_copy(update={"first_sick_day": dates})})
        return person


def read_document(
    path: Path | str, *, numbering: Numbering | None = None, scan_seconds: int | None = None
) -> DocumentReading:
    r"""Answer what a document is and says.

    Args:
        path: a PDF, Word (.docx), Excel (.xlsx), text, XML or JSON file.
        numbering: the list that the numbers of a form belong to, when a person knows it; else it is recognised.
        scan_seconds: how long recognising all pages of a scan may take by the clock; what is left of the seconds for
            a document in the reference table when not given.

    Returns:
        The reading. What was not found is unknown, what is doubtful is asked; nothing is guessed.

    Raises:
        FileUnreadable: the file cannot be opened safely, or holds no text.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     made = Path(folder) / "formulier.txt"
        ...     _ = made.write_text("Functionele Mogelijkhedenlijst\nIV.13 Tillen: 2 Beperkt\n")
        ...     read_document(made).leading.found()[0].levels
        (2,)
    """
    return _forgetting(open_paper(Path(path)), numbering, scan_seconds)


def read_document_bytes(content: bytes, name: str, *, numbering: Numbering | None = None) -> DocumentReading:
    r"""Answer what a document is and says, for one that is at hand as bytes and never lies on disk.

    Args:
        content: the bytes of a document that `read_document` can read.
        name: its file name; only the ending counts.
        numbering: as for `read_document`.

    Raises:
        FileUnreadable: the document cannot be opened safely, or holds no text.

    Example:
        >>> read_document_bytes(b"Functionele Mogelijkhedenlijst\nIV.13 Tillen: 2 Beperkt\n", "f.txt").kind.value
        'capacity_form'
    """
    return _forgetting(paper_of(content, PurePath(name).suffix), numbering, None)


def read_begun(
    begun: BegunSheet, *, numbering: Numbering | None = None, scan_seconds: int | None = None
) -> DocumentReading:
    r"""Answer what a document is and says, for one that is being opened already.

    Args:
        begun: what `begin_sheet` answered.
        numbering: as for `read_document`.
        scan_seconds: as for `read_document`.

    Raises:
        FileUnreadable: the document cannot be opened safely, or holds no text.

    Example:
        >>> from matcher.sheets import begin_sheet
        >>> with begin_sheet(paper_of(b"Functionele Mogelijkhedenlijst\nIV.13 Tillen: 2 Beperkt\n", ".txt")) as begun:
        ...     read_begun(begun).kind.value
        'capacity_form'
    """
    return _forgetting(begun.paper, numbering, scan_seconds, begun)


def _forgetting(
    paper: Paper, numbering: Numbering | None, scan_seconds: int | None, begun: BegunSheet | None = None
) -> DocumentReading:
    try:
        return _read(numbering, *_sheet(paper, scan_seconds, begun))
    finally:
        anchor_in.cache_clear()  # nobody's words stay in memory


def _read(numbering: Numbering | None, sheet: Sheet, notes: list[str]) -> DocumentReading:
    if len(sheet.rows) > limits().form_rows:
        raise FileUnreadable(sentence("too_long"))
    if not sheet.rows:
        data = read_person_data(sheet.attachments)
        if data is not None:
            return DocumentReading(
                DocumentKind.CV, sheet.pages, person=data, notes=tuple(notes), identity=data.identity
            )
    cleaned = clean(sheet)
    kind = _kind(cleaned.rows)
    if sheet.hidden:
        notes.append(sentence("hidden"))
    if sheet.empty_pages:
        notes.append(sentence("empty_pages").format(pages=pages_nl(sheet.empty_pages)))
    if sheet.unread_pages:
        notes.append(sentence("unread_pages").format(pages=pages_nl(sheet.unread_pages)))
    if kind is DocumentKind.CAPACITY_FORM:
        return _forms(sheet, cleaned, numbering, notes)
    if kind is DocumentKind.LABOUR_EXPERT_REPORT:
        report = read_labour_expert(cleaned)
        return DocumentReading(kind, sheet.pages, labour_expert=report, notes=tuple(notes), identity=cleaned.identity)
    if kind is DocumentKind.CV:
        data = read_person_data(sheet.attachments)
        person = data or read_person(cleaned)
        return DocumentReading(kind, sheet.pages, person=person, notes=tuple(notes), identity=cleaned.identity)
    notes.append(sentence("unknown_kind"))
    return DocumentReading(kind, sheet.pages, notes=tuple(notes), identity=cleaned.identity)


def _sheet(paper: Paper, scan_seconds: int | None, begun: BegunSheet | None) -> tuple[Sheet, list[str]]:
    until = monotonic() + limits().document_seconds
    pages = 1
    if paper.kind != "picture":
        sheet = read_sheet(paper) if begun is None else begun.sheet()
        if sheet.rows or sheet.attachments or paper.kind != "pdf":
            return sheet, [sentence("recognised")] if sheet.recognised else []
        pages = sheet.pages
    seconds = until - monotonic() if scan_seconds is None else scan_seconds
    return recognised_sheet(paper, pages, seconds), [sentence("recognised")]


def _kind(rows: Sequence[Row]) -> DocumentKind:
    kinds = word_list("kinds")
    lines = [plain(row.text) for row in rows[:_ROWS_FOR_KIND]]
    text = "\n".join(lines)
    head = "\n".join(lines[:12])
    points = {}
    for kind in (DocumentKind.CAPACITY_FORM, DocumentKind.LABOUR_EXPERT_REPORT, DocumentKind.CV):
        words = kinds[kind.value]
        strong = sum(_STRONG for each in words["strong"] if re.search(each, head, re.MULTILINE))
        strong += sum(1 for each in words["strong"] if re.search(each, text, re.MULTILINE))
        points[kind] = strong + sum(1 for each in words["words"] if re.search(each, text))
    best = max(points, key=lambda kind: points[kind])
    if points[best] >= kinds["least"]:
        return best
    items = sum((found := anchor_in(row, None)) is not None and found.is_sure for row in rows[:_ROWS_FOR_KIND])
    return DocumentKind.CAPACITY_FORM if items >= kinds["least"] else DocumentKind.UNKNOWN


def _forms(sheet: Sheet, cleaned: Cleaned, numbering: Numbering | None, notes: list[str]) -> DocumentReading:
    if cleaned.of_others:
        raise FileUnreadable(sentence("several_persons"))
    read = [read_form(part, numbering, recognised=sheet.recognised) for part in forms_in(cleaned.rows)]
    read = [form for form in read if form.found()] or read[:1]
    read = list(newest_first(read))
    private = FormCleaned(cleaned)
    forms = tuple(without_identity(form, private) for form in read)
    if len(forms) > 1:
        dates = ", ".join(form.date.strftime("%d-%m-%Y") if form.date else "zonder datum" for form in forms)
        told = "several_forms" if is_order_sure(forms) else "several_forms_unsure"
        notes.append(sentence(told).format(count=len(forms), dates=dates))
    unsure = len(forms) > 1 and not is_order_sure(forms)
    if any(doubt_pattern("concept").search(plain(row.text)) for row in cleaned.rows if len(row.text) < _LONGEST_MARK):
        notes.append(sentence("concept"))
    if forms and is_empty(forms[0]):
        notes.append(sentence("nothing_filled"))
    if sheet.unread_pages:  # another date, a second form or a struck level may stand there
        forms, unsure = tuple(partly_read(form, sheet.unread_pages) for form in forms), True
    asked = tuple(replace(form, questions=questions_about(form, newest_unsure=unsure)) for form in forms)
    return DocumentReading(
        DocumentKind.CAPACITY_FORM, sheet.pages, asked, notes=tuple(notes), identity=cleaned.identity
    )
