"""A whole caseload over one index: a file per person and a one-page overview. It picks up where it was stopped.

Every person is written whole and in one step, so that a stop at any moment loses at most the few persons at work. Each
file holds one person; nothing here lists persons for a vacancy (decision 12).
"""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from matcher.errors import FileUnreadable
from matcher.report import Block, Bullets, Heading, Paragraph
from matcher.report.spoken import date_nl
from matcher.vacancies.engines import Engine, one_by_one
from matcher.vacancies.errands import Question, errand_of, stamp_of
from matcher.vacancies.index import Index
from matcher.vacancies.status import STATUS_NL
from matcher.vacancies.views import COACH_ONLY

_RUN = "run.json"
_PERSONS = "personen"
_BEST = 3


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One person in the overview.

    Attributes:
        number: place in the caseload, from 0.
        case_id: the case's own mark; the name of the file when the case could not be read.
        open_count: vacancies that stay open.
        new_count: how many of these were first seen since the day asked.
        best: titles and places of the best ones that have no status yet.
        statuses: how many of the shown ones have each status.
        fault: why the case could not be used; empty when it could.
    """

    number: int
    case_id: str
    open_count: int
    new_count: int
    best: tuple[str, ...]
    statuses: tuple[tuple[str, int], ...]
    fault: str


def run_batch(
    cases: Sequence[Path],
    index: Index,
    out: Path,
    on: date,
    *,
    new_since: date,
    top: int,
    engine: Engine = one_by_one,
) -> Iterator[BatchLine]:
    """Yield a line per person, each after that person's file is safely written; done ones are not done again.

    Args:
        cases: case files.
        index: vacancies, open for reading.
        out: folder for the results; made when it is not there.
        on: the day of matching.
        new_since: from which day a vacancy is new.
        top: how many vacancies per person.
        engine: who does the work; the files are the same whoever does it.

    Raises:
        FileUnreadable: the folder cannot be written, two files have one name, or it holds another run.
    """
    names = [path.stem for path in cases]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise FileUnreadable("Twee casusbestanden hebben dezelfde naam. Geef elk bestand een eigen naam.")
    _start(
        out, {"generation": index.generation.number, "on": on.isoformat(), "since": new_since.isoformat(), "top": top}
    )
    targets = [out / _PERSONS / f"{name}.json" for name in names]
    waiting = []
    for number, (path, target) in enumerate(zip(cases, targets, strict=True)):
        done = _done(path, target)
        if done is None:
            waiting.append(number)
        else:
            yield _line(number, path, done)
    errands = (errand_of(number, cases[number]) for number in waiting)
    for errand, record in engine(errands, index, Question(on, new_since, top)):
        write_whole(targets[errand.number], json.dumps(record, ensure_ascii=False, indent=1).encode())
        yield _line(errand.number, cases[errand.number], record)


def _start(out: Path, run: dict[str, Any]) -> None:
    """Begin a run, or go on with one; results of another index, day or number are never mixed."""
    try:
        (out / _PERSONS).mkdir(parents=True, exist_ok=True)
    except OSError:
        raise FileUnreadable(f"De map {out.name} is niet te maken. Kies een andere plaats.") from None
    known = out / _RUN
    if not known.is_file():
        write_whole(known, json.dumps(run).encode())
    elif json.loads(known.read_text(encoding="utf-8")) != run:
        raise FileUnreadable(
            f"In {out.name} staat al een overzicht met een andere index, dag of instelling. Kies een andere map."
        )


def _done(path: Path, target: Path) -> dict[str, Any] | None:
    """Answer what an earlier run wrote for a case file that has not changed since; None when it is to be done."""
    if not target.is_file():
        return None
    done: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return done if done["case_file"] == list(stamp_of(path)) else None


def _line(number: int, path: Path, done: dict[str, Any]) -> BatchLine:
    if "fault" in done:
        return BatchLine(number, path.stem, 0, 0, (), (), done["fault"])
    shown = done["open"]
    free = [each for each in shown if each["status"] is None]
    statuses = [each["status"] for each in shown if each["status"] is not None]
    return BatchLine(
        number=number,
        case_id=done["case"],
        open_count=done["counts"]["open"],
        new_count=done["counts"]["new"],
        best=tuple(", ".join(part for part in (each["title"], each["place"]) if part) for each in free[:_BEST]),
        statuses=tuple((name, statuses.count(name)) for name in STATUS_NL if name in statuses),
        fault="",
    )


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: after a stop it is there whole, or not at all.

    Args:
        path: the file.
        data: what it holds.
    """
    waiting = path.with_name(f".{path.name}.next")
    with waiting.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    waiting.replace(path)


def overview(lines: Iterable[BatchLine], index_name: str, on: date, new_since: date) -> list[Block]:
    """Answer the one-page overview of a caseload: what is new, the best per person, and who has nothing.

    Args:
        lines: one per person, in any order; the page has the order of the caseload.
        index_name: name of the index.
        on: the day of matching.
        new_since: from which day a vacancy is new.
    """
    every = sorted(lines, key=lambda line: line.number)
    faults = [line for line in every if line.fault]
    empty = [line.case_id for line in every if not line.fault and not line.open_count]
    blocks: list[Block] = [
        Heading(f"Vacatures voor {len(every)} casussen, {date_nl(on)}", 1),
        Paragraph(COACH_ONLY),
        Paragraph(f"Bron: {index_name}. Nieuw: voor het eerst gezien op of na {date_nl(new_since)}."),
        Heading("Per casus"),
        Bullets(tuple(_text(line) for line in every if not line.fault and line.open_count)),
    ]
    if empty:
        blocks += [Heading("Zonder vacature"), Paragraph(", ".join(empty))]
    if faults:
        texts = tuple(f"{line.case_id}: {' '.join(line.fault.split())}" for line in faults)
        blocks += [Heading("Niet gelezen"), Bullets(texts)]
    return blocks


def _text(line: BatchLine) -> str:
    steps = "".join(f", {count} {STATUS_NL[name]}" for name, count in line.statuses)
    best = " | ".join(line.best) or "alles staat al in het logboek"
    return f"{line.case_id}: {line.open_count} mogelijk, {line.new_count} nieuw{steps}. Beste: {best}."
