"""Several cases beside each other: per person the best vacancies, what is new, and who has nothing yet.

Every line is about one person and the vacancies for that person; nothing lists persons for a vacancy (decision 12).
What is shown holds no item, level or wage, so a jobhunter may see it too.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from fastapi import UploadFile

from matcher import Case, InputError
from matcher.intake import read_case_bytes
from matcher.vacancies import STATUS_NL, Index, jobs_vacancies_json, rank_vacancies
from matcher_service.deps import Desk
from matcher_service.pages.carried import text_of

MOST_CASES = 25
_SHOWN = 5
_BEST = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One person in the overview.

    Attributes:
        name: the case's own mark; the name of the file when the case could not be read.
        text: the case as a page carries it; empty when it could not be read.
        open_count: vacancies that stay open.
        new_count: how many of these were first seen since the day asked; None when nobody knows.
        best: titles and places of the best ones that have no status yet.
        statuses: how many of the shown ones have each status.
        shown: the best ones as a jobhunter may see them.
        fault: why the case could not be used; empty when it could.
    """

    name: str
    text: str = ""
    open_count: int = 0
    new_count: int | None = None
    best: tuple[str, ...] = ()
    statuses: tuple[tuple[str, int], ...] = ()
    shown: tuple[dict[str, Any], ...] = ()
    fault: str = ""


def lines_of(
    desk: Desk, uploads: Sequence[UploadFile], marks: Sequence[str], index: Index, on: date, new_since: date | None
) -> list[Line]:
    """Answer a line per case; one that cannot be used stops no other.

    Args:
        desk: where the request is handled, with the audit log beside it.
        uploads: case files.
        marks: dossiers of the bureau's store.
        index: the vacancies.
        on: the day of matching.
        new_since: from which day a vacancy is new; None when the index does not know.

    Raises:
        InputError: there is no case, or there are too many.
    """
    sent = [each for each in uploads if each.filename]
    if not 1 <= len(sent) + len(marks) <= MOST_CASES:
        raise InputError(f"Kies minstens één casus, en hoogstens {MOST_CASES} tegelijk.")
    found = []
    for name, read in (*_files(sent), *_dossiers(desk, marks)):
        try:
            found.append(_line(desk, read(), index, on, new_since))
        except InputError as error:
            found.append(Line(name, fault=" ".join(str(error).split())))
    return found


def _files(uploads: Sequence[UploadFile]) -> Iterator[tuple[str, Any]]:
    for each in uploads:
        name, content = PurePath(each.filename or "").name, each.file.read()
        yield name, lambda name=name, content=content: _case(name, content)


def _case(name: str, content: bytes) -> Case:
    if not content:
        raise InputError("Het bestand is leeg.")
    return read_case_bytes(content, "json" if PurePath(name).suffix.lower() == ".json" else "yaml").case


def _dossiers(desk: Desk, marks: Sequence[str]) -> Iterator[tuple[str, Any]]:
    for mark in marks:
        yield mark, lambda mark=mark: desk.dossiers.read(desk.holder, mark, action="caseload").case


def _line(desk: Desk, case: Case, index: Index, on: date, new_since: date | None) -> Line:
    ranked = rank_vacancies(case, index, on, top=_SHOWN)
    new = None
    if new_since is not None:
        new = rank_vacancies(case, index, on, top=1, new_since=new_since).open_count
    desk.looked_at("caseload", case, on)
    shown = tuple(jobs_vacancies_json(ranked)["open"])
    taken = Counter(each.status for each in ranked.shown if each.status)
    free = [each for plain, each in zip(ranked.shown, shown, strict=True) if not plain.status]
    return Line(
        name=case.id,
        text=text_of(case),
        open_count=ranked.open_count,
        new_count=new,
        best=tuple(", ".join(part for part in (each["title"], each["place"]) if part) for each in free[:_BEST]),
        statuses=tuple((STATUS_NL[name], taken[name]) for name in STATUS_NL if taken[name]),
        shown=shown,
    )
