"""What was read in a document, as blocks and as JSON. For the coach: it holds capacity and the doctor's words."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from matcher.domain.case import FormKind, Numbering
from matcher.papers import (
    Answer,
    Confirmed,
    Correction,
    DocumentKind,
    DocumentReading,
    FormReading,
    ItemReading,
    LabourExpertReading,
    PersonReading,
    Question,
    Sureness,
    label,
    listed,
    state_nl,
)
from matcher.reference.fml import items
from matcher.report.blocks import Block, Bullets, Heading, Paragraph, Rows
from matcher.report.spoken import COACH_ONLY, date_nl

_KINDS_NL = {
    DocumentKind.CAPACITY_FORM: "formulier over de belastbaarheid",
    DocumentKind.LABOUR_EXPERT_REPORT: "rapport van de arbeidsdeskundige",
    DocumentKind.CV: "cv",
    DocumentKind.UNKNOWN: "niet herkend",
}
_ANSWERS_NL = {Answer.YES: "ja", Answer.NO: "nee", Answer.UNCLEAR: "niet duidelijk", Answer.NOT_FOUND: "niet gevonden"}
_NUMBERING_NL = {Numbering.CURRENT: "de lijst van nu (I tot en met VI)", Numbering.LEGACY: "de oude lijst (2002-2013)"}


def paper_view(
    reading: DocumentReading, confirmed: Confirmed | None, questions: Sequence[Question], *, everything: bool = False
) -> list[Block]:
    """Answer what was read in one document.

    Args:
        reading: the document.
        confirmed: its newest form after the coach's answers; None without a form.
        questions: what is still open.
        everything: also show items that are norm and the words that every item was read from.
    """
    blocks: list[Block] = [Heading("Gelezen document", 1), Paragraph(COACH_ONLY)]
    pages = f"{reading.pages} bladzijde{'' if reading.pages == 1 else 'n'}"
    blocks.append(Rows((("soort", f"{_KINDS_NL[reading.kind]}, {pages}"),)))
    if confirmed is not None:
        blocks += _form(confirmed.form, everything=everything)
    if reading.labour_expert is not None:
        blocks += _labour_expert(reading.labour_expert)
    if reading.person is not None:
        blocks += _person(reading.person)
    if reading.notes:
        blocks += [Heading("Opmerkingen"), Bullets(reading.notes)]
    if confirmed is not None and confirmed.corrections:
        lines = tuple(f"{each.key}: {each.value}. Reden: {each.reason}" for each in confirmed.corrections)
        blocks += [Heading("Bevestigd door de coach"), Bullets(lines)]
    if questions:
        blocks += [Heading(f"Nog te beantwoorden ({len(questions)})"), Bullets(tuple(_question(q) for q in questions))]
    return blocks


def _question(question: Question) -> str:
    where = f" (bladzijde {question.page})" if question.page else ""
    return f"[{question.key}] {question.text_nl}{where}"


def _form(form: FormReading, *, everything: bool) -> Iterator[Block]:
    yield Heading("Formulier")
    yield Rows(tuple(_facts(form)))
    counts = Counter(item.sureness for item in form.items)
    yield Paragraph(
        f"Van de {len(form.items)} onderdelen: {counts[Sureness.SURE]} zeker gelezen, "
        f"{counts[Sureness.DOUBTFUL]} twijfel, {counts[Sureness.NOT_FOUND]} niet gevonden."
    )
    shown = [item for item in form.items if item.sureness is Sureness.SURE and (everything or any(item.levels))]
    if shown:
        yield Heading("Zeker gelezen" if everything else "Zeker gelezen: beperkingen")
        yield Bullets(tuple(_item(item, form, everything=everything) for item in shown))


def _facts(form: FormReading) -> Iterator[tuple[str, str]]:
    front = form.front
    yield "formulier", form.kind.value if form.kind else "niet gevonden"
    yield (
        "opgesteld op",
        date_nl(front.drawn_up) + ("" if front.drawn_up_sure else " (?)") if front.drawn_up else "niet gevonden",
    )
    if front.valid_from:
        yield "geldig vanaf", date_nl(front.valid_from)
    if front.valid_until:
        yield "geldig tot en met", date_nl(front.valid_until)
    yield "opgesteld door", front.author.value if front.author else "niet gevonden"
    yield "nummers", _NUMBERING_NL[form.numbering] if form.numbering else "niet zeker"
    if form.kind is FormKind.FML or front.possibilities is not None:
        answer = {True: "ja", False: "nee", None: "niet gevonden"}[front.possibilities]
        yield "benutbare mogelijkheden", answer
    if form.deviations_only:
        yield "volledig", "nee, alleen wat afwijkt"
    if front.prognosis is not None:
        yield "prognose", "gevonden, tekst niet bewaard" if front.prognosis_withheld else "gevonden"
    if front.build_up:
        yield "opbouw van uren", f"{len(front.build_up)} stappen"


def _item(item: ItemReading, form: FormReading, *, everything: bool) -> str:
    numbering = form.numbering or Numbering.CURRENT
    levels = " en ".join(_level(item.code, level, numbering) for level in item.levels)
    side = {"left": " links", "right": " rechts", "both": " beide kanten"}.get(item.side.value if item.side else "", "")
    text = ". Toelichting: niet bewaard" if item.text_withheld else f". Toelichting: {item.text}" if item.text else ""
    page = f" (bladzijde {item.page})" if item.page else ""
    by_coach = " (door de coach)" if item.corrected else ""
    words = f" Er staat: {item.words}" if everything and item.words else ""
    return f"{label(item, numbering)}: {levels}{side}{by_coach}{text}{page}{words}"


def _level(code: str, level: int, numbering: Numbering) -> str:
    known = items().get(code) if numbering is Numbering.CURRENT else None
    name = known.levels[level].name_nl if known is not None and level in known.levels else ""
    return f"{level} {name[0].lower()}{name[1:]}" if name else str(level)


def _labour_expert(read: LabourExpertReading) -> Iterator[Block]:
    labels = listed("labour_expert", "labels_nl")
    yield Heading("Rapport van de arbeidsdeskundige")
    yield Rows(
        (
            ("datum", date_nl(read.date) if read.date else "niet gevonden"),
            ("status", read.status.value if read.status else "niet duidelijk"),
            ("geadviseerd", ", ".join(read.advised) or "niets gevonden"),
            ("afgewezen", ", ".join(read.rejected) or "niets gevonden"),
            ("richting", read.direction or "niets gevonden"),
        )
    )
    yield Bullets(tuple(f"{labels[each.question]} {_ANSWERS_NL[each.answer].capitalize()}." for each in read.answers))


def _person(read: PersonReading) -> Iterator[Block]:
    person = read.person
    yield Heading("Persoon")
    jobs = [f"{job.title} ({job.from_year or '?'} - {job.to_year or 'nu'})" for job in person.experience]
    schools = [f"{each.level.value}{f' {each.direction}' if each.direction else ''}" for each in person.education]
    yield Rows(
        (
            ("werkervaring", "; ".join(jobs) or "niets gevonden"),
            ("opleiding", "; ".join(schools) or "niets gevonden"),
            ("certificaten", ", ".join(person.certificates) or "niets gevonden"),
            ("rijbewijs en meer", ", ".join(person.licences) or "niets gevonden"),
            ("talen", ", ".join(each.language for each in person.languages) or "niets gevonden"),
        )
    )


def paper_json(reading: DocumentReading, confirmed: Confirmed | None, questions: Sequence[Question]) -> dict[str, Any]:
    """Answer the reading report of one document as plain values.

    Args:
        reading: the document.
        confirmed: its newest form after the coach's answers; None without a form.
        questions: what is still open.
    """
    found: dict[str, Any] = {
        "kind": reading.kind.value,
        "pages": reading.pages,
        "notes": list(reading.notes),
        "questions": [{"key": q.key, "text_nl": q.text_nl, "page": q.page} for q in questions],
    }
    if confirmed is not None:
        found["form"] = _form_json(confirmed.form)
        found["corrections"] = [_correction(each) for each in confirmed.corrections]
        found["older_forms"] = [
            {"kind": form.kind, "date": form.date.isoformat() if form.date else None} for form in reading.forms[1:]
        ]
    if reading.labour_expert is not None:
        found["labour_expert"] = _labour_expert_json(reading.labour_expert)
    if reading.person is not None:
        found["person"] = reading.person.person.model_dump(mode="json", exclude_defaults=True)
    return found


def _correction(each: Correction) -> dict[str, Any]:
    return {"key": each.key, "value": each.value, "reason": each.reason, "before": each.before}


def _form_json(form: FormReading) -> dict[str, Any]:
    front = form.front
    return {
        "kind": form.kind,
        "date": front.drawn_up.isoformat() if front.drawn_up else None,
        "date_sure": front.drawn_up_sure,
        "valid_from": front.valid_from.isoformat() if front.valid_from else None,
        "author_role": front.author,
        "numbering": form.numbering,
        "numbering_assumed": form.numbering_assumed,
        "deviations_only": form.deviations_only,
        "usable_possibilities": front.possibilities,
        "prognosis_withheld": front.prognosis_withheld,
        "items": [_item_json(item) for item in form.items],
    }


def _item_json(item: ItemReading) -> dict[str, Any]:
    return {
        "item": item.code,
        "state": item.sureness.value,
        "state_nl": state_nl(item.sureness),
        "levels": list(item.levels),
        "proposed": list(item.proposed),
        "doubt": item.doubt.value if item.doubt else None,
        "page": item.page,
        "words": item.words,
        "side": item.side.value if item.side else None,
        "value": str(item.value) if item.value is not None else None,
        "unit": item.unit,
        "text": item.text,
        "text_withheld": item.text_withheld,
        "corrected": item.corrected,
    }


def _labour_expert_json(read: LabourExpertReading) -> dict[str, Any]:
    return {
        "date": read.date.isoformat() if read.date else None,
        "status": read.status.value if read.status else None,
        "answers": [
            {"question": each.question, "answer": each.answer.value, "page": each.page, "words": each.words}
            for each in read.answers
        ],
        "advised": list(read.advised),
        "rejected": list(read.rejected),
        "direction": read.direction,
    }
