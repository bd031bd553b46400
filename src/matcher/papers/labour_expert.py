"""A labour expert's report: the four questions with their answers, functions, direction, date and status."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matcher.domain.case import LabourExpert
from matcher.intake import identity_in, names_something_medical
from matcher.papers.clean import Cleaned
from matcher.papers.date_labels import label_pattern
from matcher.papers.dates import dates_in
from matcher.papers.form_reading import Question
from matcher.papers.report_words import listed, words
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_ANSWER_LINES = 6
_LIST_LINES = 25
_FAR = 1.2  # heights of a line: further down is another paragraph
_QUOTE = 240
_BULLET = re.compile(r"^\s*(?:[-\u2013\u2022\u00b7*\u25cf\u25aa\uf0b7o]\s+|\d{1,2}[.)]\s+)")
_NUMBER = re.compile(r"^\W*(?:vraag\s*)?\d{1,2}[.):]?\s*")
_PARTS = re.compile(r"\s*[,;]\s*|\s+en\s+|\s+of\s+")
_NOT_KEPT = "(tekst niet bewaard)"
_HEAD_ROWS = 40
_NAME_WORDS = 7

_LISTED = re.compile(r"^\W*(?:[a-h]|\d{1,2})[.):]\s")


class Answer(StrEnum):
    """The answer to one of the four questions."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"
    NOT_FOUND = "not_found"


class ReportStatus(StrEnum):
    """Whether a report may still change."""

    DRAFT = "concept"
    FINAL = "definitief"


@dataclass(frozen=True, slots=True)
class ExpertAnswer:
    """One of the four questions with its answer.

    Attributes:
        question: `own_work`, `own_work_adapted`, `other_work_own_employer` or `other_employer`.
        answer: the answer.
        page: page of the answer; None when it was not found.
        words: the words of the answer; coach-only, without medical words.
    """

    question: str
    answer: Answer
    page: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class LabourExpertReading:
    """What a labour expert's report says.

    Attributes:
        date: date of the report.
        status: concept or final; None when it does not say so, or says both.
        answers: the four questions in their usual order.
        advised: functions that it advises.
        rejected: functions that it rejects.
        direction: its advice on direction; None when not found or not kept.
        questions: what a person must answer.
    """

    date: date | None
    status: ReportStatus | None
    answers: tuple[ExpertAnswer, ...]
    advised: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    direction: str | None = None
    questions: tuple[Question, ...] = ()

    def case_part(self) -> LabourExpert:
        """Answer what a case keeps of the report."""
        return LabourExpert(report_date=self.date, advised=self.advised, rejected=self.rejected)


def read_labour_expert(cleaned: Cleaned) -> LabourExpertReading:
    """Answer what a labour expert's report says.

    Args:
        cleaned: the rows of the report without identity.
    """
    rows = cleaned.rows
    answers = tuple(_answer(question, rows) for question in listed("labour_expert", "labels_nl"))
    day, status = _date(rows), _status(rows)
    return LabourExpertReading(
        date=day,
        status=status,
        answers=answers,
        advised=_functions(rows, "advised"),
        rejected=_functions(rows, "rejected"),
        direction=_direction(rows),
        questions=tuple(_asked(answers, day, status)),
    )


def _asked(answers: Sequence[ExpertAnswer], day: date | None, status: ReportStatus | None) -> list[Question]:
    said = listed("questions_nl")
    found = [Question("ad_datum", said["report_date"])] if day is None else []
    if status is None:
        found.append(Question("ad_status", said["status"]))
    for each in answers:
        if each.answer in (Answer.UNCLEAR, Answer.NOT_FOUND):
            label = listed("labour_expert", "labels_nl", each.question)
            found.append(Question(f"ad_{each.question}", said["answer"].format(question=label), each.page))
    return found


def _question_in(text: str) -> str | None:
    if len(text.split()) > 45:  # noqa: PLR2004 a paragraph, no question
        return None
    asks = "?" in text or _NUMBER.match(text) is not None or len(text.split()) < 14  # noqa: PLR2004
    for name in listed("labour_expert", "questions"):
        if asks and words("labour_expert", "questions", name).search(text.split("?", maxsplit=1)[0] + "?"):
            return str(name)
    return None


def _answer(question: str, rows: Sequence[Row]) -> ExpertAnswer:
    found: list[ExpertAnswer] = []
    for place, row in enumerate(rows):
        small = plain(row.text)
        if not _is_question(small) or _question_in(small) != question:
            continue
        behind = row.text.partition("?")[2] if "?" in row.text else ""
        lines = [behind] if behind.strip() else []
        for below in rows[place + 1 : place + 1 + _ANSWER_LINES]:
            text = plain(below.text)
            another = _LISTED.match(text) is not None  # "b) ..." belongs to another question
            if another or (_is_question(text) and _question_in(text) is not None) or _is_heading(text):
                break
            lines.append(below.text)
        text = " ".join(" ".join(lines).split())
        if text:
            found.append(ExpertAnswer(question, _yes_or_no(text), row.page, _kept(text)))
    clear = [each for each in found if each.answer in (Answer.YES, Answer.NO)]
    if len({each.answer for each in clear}) == 1:
        return clear[-1]
    if found:
        last = found[-1]
        return ExpertAnswer(question, Answer.UNCLEAR, last.page, last.words)
    return ExpertAnswer(question, Answer.NOT_FOUND)


def _is_question(text: str) -> bool:
    return "?" in text or re.match(r"^\W*(?:vraag\s*)?\d[.):]", text) is not None


def _is_heading(text: str) -> bool:
    short = len(text.split()) <= _NAME_WORDS
    kinds = ("advised", "rejected", "direction")
    return short and (
        words("labour_expert", "heading").search(text) is not None
        or any(words("labour_expert", kind).search(text) for kind in kinds)
    )


def _yes_or_no(text: str) -> Answer:
    first = re.split(r"(?<=[.!])\s", plain(text))[0]
    start = re.match(r"\W*(?:antwoord\s*:?\s*)?(ja|nee)\b", first)
    if words("labour_expert", "maybe").search(first):
        return Answer.UNCLEAR
    if start is not None:
        return Answer.YES if start.group(1) == "ja" else Answer.NO
    no = words("labour_expert", "no").search(first) is not None
    yes = words("labour_expert", "yes").search(first) is not None and not no
    return Answer.NO if no else Answer.YES if yes else Answer.UNCLEAR


def _kept(text: str) -> str:
    short = text if len(text) <= _QUOTE else text[: _QUOTE - 1].rstrip() + "\u2026"
    return _NOT_KEPT if names_something_medical(text) or identity_in(text) else short


def _functions(rows: Sequence[Row], kind: str) -> tuple[str, ...]:
    heading = words("labour_expert", kind)
    found: list[str] = []
    for place, row in enumerate(rows):
        small = plain(row.text)
        match = heading.search(small)
        if match is None or (kind == "advised" and words("labour_expert", "rejected").search(small)):
            continue
        behind = row.text[match.end() :].lstrip(" :-\u2013") if len(small) == len(row.text) else ""
        inline = re.sub(
            r"^(?:zijn|is|betreffen|bijvoorbeeld|zoals|onder andere|o\.a\.)\W*", "", behind, flags=re.IGNORECASE
        )
        if inline.strip(" .:"):
            found += [part for part in _PARTS.split(inline.rstrip(" .")) if _is_name(part)]
            continue
        found += _listed_below(rows[place + 1 : place + 1 + _LIST_LINES])
    kept = [name for name in dict.fromkeys(_tidy(name) for name in found) if name]
    return tuple(kept[:30])


def _listed_below(rows: Sequence[Row]) -> list[str]:
    found: list[str] = []
    for row in rows:
        text = row.text
        bullet = _BULLET.match(text)
        name = text[bullet.end() :] if bullet else text
        if (
            (not bullet and found and row.gap > _FAR)
            or _is_heading(plain(text))
            or (_is_question(plain(text)) and not bullet)
        ):
            break
        name = re.split(r"\s*[:(\u2013]\s*|\s-\s", name)[0]
        if not _is_name(name):
            if not bullet:
                break
            continue
        found.append(name)
    return found


def _is_name(text: str) -> bool:
    words_of = text.split()
    return 0 < len(words_of) <= _NAME_WORDS and len(text) < 80 and not text.rstrip().endswith("?")  # noqa: PLR2004


def _tidy(name: str) -> str:
    name = " ".join(name.strip(" .;,:").split())
    if names_something_medical(name, about_work=True) or identity_in(name):
        return ""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def _direction(rows: Sequence[Row]) -> str | None:
    heading = words("labour_expert", "direction")
    for place, row in enumerate(rows):
        small = plain(row.text)
        match = heading.search(small)
        if match is None or "?" in small or len(small.split()) > 30:  # noqa: PLR2004
            continue
        behind = row.text[match.end() :].strip(" :.-\u2013") if len(small) == len(row.text) else ""
        lines = [behind] if behind else []
        for below in rows[place + 1 : place + 5]:
            if _is_heading(plain(below.text)) or (below.gap > 1.5 and lines):  # noqa: PLR2004
                break
            lines.append(below.text)
        text = " ".join(" ".join(lines).split())
        if text:
            return _kept(text)
    return None


def _date(rows: Sequence[Row]) -> date | None:
    named: list[date] = []
    titled: list[date] = []
    for row in rows[:_HEAD_ROWS]:
        for each in dates_in(row.text):
            if re.search(label_pattern("elsewhere", "seen"), each.before):
                continue
            if re.search(r"rapport|d\.d\.|opgesteld|opgemaakt|datum", each.before):
                (titled if words("labour_expert", "date").search(each.before) else named).append(each.day)
    days = set(titled) or set(named)
    return titled[0] if titled and len(set(titled)) == 1 else days.pop() if len(days) == 1 else None


def _status(rows: Sequence[Row]) -> ReportStatus | None:
    text = "\n".join(plain(row.text) for row in rows[:_HEAD_ROWS] if len(row.text.split()) < 14)  # noqa: PLR2004
    draft = words("labour_expert", "draft").search(text) is not None
    final = words("labour_expert", "final").search(text) is not None
    return None if draft == final else ReportStatus.DRAFT if draft else ReportStatus.FINAL
