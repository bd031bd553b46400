"""One person of a caseload as an errand: what is asked, and the answer that becomes that person's file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from matcher.errors import InputError
from matcher.intake import CaseFormat, read_case_text, read_text
from matcher.vacancies.index import Index
from matcher.vacancies.judged import Judge
from matcher.vacancies.person_tables import PersonTables, person_tables
from matcher.vacancies.search import count_open, rank_together
from matcher.vacancies.seeker import make_seeker
from matcher.vacancies.views import vacancies_json


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for every person of a caseload.

    Attributes:
        on: the day of matching.
        new_since: from which day a vacancy is new.
        top: how many vacancies per person.
    """

    on: date
    new_since: date
    top: int


@dataclass(frozen=True, slots=True)
class Errand:
    """One person on the way to whoever does the work. It holds the case: it stays in memory and is never shown.

    Attributes:
        number: place in the caseload, from 0.
        stamp: by what a changed case file is recognised.
        text: the case as written; empty when the file could not be read.
        case_format: how it is written.
        fault: why the file could not be read; empty when it could.
    """

    number: int
    stamp: tuple[int, ...]
    text: str = field(repr=False)
    case_format: CaseFormat
    fault: str


def errand_of(number: int, path: Path) -> Errand:
    """Answer the errand of a case file; a file that cannot be read is an errand with a fault.

    Args:
        number: place in the caseload, from 0.
        path: the case file.
    """
    stamp = stamp_of(path)
    try:
        text, case_format = read_text(path)
    except InputError as error:
        return Errand(number, stamp, "", "yaml", str(error))
    return Errand(number, stamp, text, case_format, "")


def stamp_of(path: Path) -> tuple[int, ...]:
    """Answer by what a changed case file is recognised, without keeping anything of what it says.

    Args:
        path: the case file; one that is not there has an empty stamp.
    """
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_size, found.st_mtime_ns


def answer(errand: Errand, index: Index, question: Question) -> dict[str, Any]:
    """Answer what is written in the file of one person: the vacancies, or why the case could not be used.

    Args:
        errand: the person.
        index: vacancies, open for reading.
        question: what is asked.
    """
    return answers([errand], index, question)[0]


def answers(errands: Sequence[Errand], index: Index, question: Question) -> list[dict[str, Any]]:
    """Answer the same for several persons, who look for their vacancies in one pass.

    Args:
        errands: the persons.
        index: vacancies, open for reading.
        question: what is asked for each of them.
    """
    results: list[dict[str, Any]] = []
    judges, persons, ranked_for = list[Judge](), list[PersonTables](), list[dict[str, Any]]()
    for errand in errands:
        results.append({"case_file": list(errand.stamp)})
        try:
            judge = _judge(errand, index, question)
            persons.append(person_tables(judge))
        except InputError as error:
            results[-1]["fault"] = str(error)
        else:
            judges.append(judge)
            ranked_for.append(results[-1])
    if judges:
        ranked = rank_together(judges, persons, index, top=question.top)
        for result, person, each in zip(ranked_for, persons, ranked, strict=True):
            result.update(vacancies_json(each))
            result["counts"]["new"] = count_open(person, index, question.new_since)
    return results


def _judge(errand: Errand, index: Index, question: Question) -> Judge:
    """Answer the person of an errand.

    Raises:
        InputError: the case cannot be used.
    """
    if errand.fault:
        raise InputError(errand.fault)
    case = read_case_text(errand.text, errand.case_format).case
    return Judge(make_seeker(case, question.on, index.catalogue))
