"""From one place to another: a backup of a database, files into a database, and back. All or nothing."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from matcher import load_catalogue
from matcher.errors import FileUnreadable, InputError
from matcher.vacancies import is_index, kept_in, open_index
from matcher_service.access import KeyFile, read_keys, write_keys
from matcher_service.audit import Head, audit_file, audit_lines, head_of
from matcher_service.database import (
    ACCESS,
    AUDIT_HEAD,
    AUDIT_LINE,
    BUREAU_KEY,
    DOSSIER,
    VACANCY,
    VACANCY_CHANGE,
    VACANCY_HEAD,
    VERSION,
    Address,
    Database,
)
from matcher_service.indexes import SharedIndexes, VacancyTable, indexes_folder, joined_notes, put_vacancies
from matcher_service.settings import keys_file
from matcher_service.store import dossiers_file

_ROWS = 500
_EXPECT_EMPTY = (DOSSIER, BUREAU_KEY, AUDIT_LINE, VACANCY_HEAD)
_VACANCIES = (VACANCY_HEAD, VACANCY_CHANGE, VACANCY)


@dataclass(frozen=True, slots=True)
class Moved:
    """How much was written in the other place.

    Attributes:
        dossiers: dossiers.
        keys: keys of bureaus.
        lines: lines of the audit log.
        vacancies: vacancies of all bureaus.
    """

    dossiers: int
    keys: int
    lines: int
    vacancies: int


def back_up(source: Database, to: Path) -> Moved:
    """Make a whole copy in an embedded file while the service runs. Dossiers are not readable without their key.

    Args:
        source: the database.
        to: a file that is not there yet.

    Raises:
        InputError: the file is there already.
    """
    if to.exists():
        raise InputError("Dit bestand is er al. Kies een andere naam voor de reservekopie.")
    copy = Database(Address.of_file(to))
    copy.prepare()
    moved = move(source, copy)
    copy.wipe_traces()
    copy.close()
    return moved


def move(source: Database | Path, target: Database) -> Moved:
    """Copy everything into an empty database: dossiers, keys, audit log, vacancies. The source stays as it is.

    Args:
        source: a database, or the folder of a service that keeps files; that service must be stopped.
        target: the database, prepared.

    Raises:
        InputError: the target holds something already.
        FileUnreadable: a file of the folder cannot be read.
        StorageUnreachable: one of the databases cannot be reached; nothing was written.
    """
    with target.transaction() as writing:
        target.hold_off(writing, AUDIT_HEAD)
        if any(_count(writing, table) for table in _EXPECT_EMPTY):
            raise InputError("De andere database is niet leeg. Geef een lege database; er is niets gewijzigd.")
        if isinstance(source, Path):
            _from_folder(source, writing)
        else:
            with source.reading() as reading:
                for table in (DOSSIER, VERSION, ACCESS, BUREAU_KEY, *_VACANCIES):
                    _copy(reading, writing, table)
                _write_lines(writing, (bytes(row["line"]) for row in _rows(reading, AUDIT_LINE)))
        dossiers, keys, lines = (_count(writing, table) for table in (DOSSIER, BUREAU_KEY, AUDIT_LINE))
        return Moved(dossiers, keys, lines, _vacancies(writing))


def export(source: Database, folder: Path) -> Moved:
    """Write everything of a database as the files that a service without one keeps.

    Args:
        source: the database.
        folder: where the files go; none of them may be there yet.

    Raises:
        InputError: one of the files is there already.
        StorageUnreachable: the database cannot be reached.
    """
    if any(place(folder).exists() for place in (keys_file, audit_file, dossiers_file, indexes_folder)):
        raise InputError("In deze map staan al sleutels, een auditlog, dossiers of vacatures. Kies een lege map.")
    embedded = Database(Address.of_file(dossiers_file(folder)))
    embedded.prepare()
    with source.reading() as reading:
        with embedded.transaction() as writing:
            for table in (DOSSIER, VERSION, ACCESS):
                _copy(reading, writing, table)
            dossiers = _count(writing, DOSSIER)
        with KeyFile(keys_file(folder)).change() as records:
            records.update(read_keys(reading))
        lines = _write_file(audit_file(folder), (bytes(row["line"]) for row in _rows(reading, AUDIT_LINE)))
        vacancies = _vacancies(reading)
    embedded.close()
    SharedIndexes(indexes_folder(folder), load_catalogue, VacancyTable(source)).catch_up()
    return Moved(dossiers, len(records), lines, vacancies)


def _from_folder(folder: Path, writing: Connection) -> None:
    if not folder.is_dir():
        raise FileUnreadable("De map van MATCHER_STATE is er niet. Controleer het pad en uw rechten.")
    file = dossiers_file(folder)
    if file.exists():
        embedded = Database(Address.of_file(file))
        embedded.prepare()
        with embedded.reading() as reading:
            for table in (DOSSIER, VERSION, ACCESS):
                _copy(reading, writing, table)
        embedded.close()
    write_keys(writing, KeyFile(keys_file(folder)).read().values())
    if audit_file(folder).exists():
        _write_lines(writing, audit_lines(audit_file(folder)))
    for place in sorted(indexes_folder(folder).glob("*/")):
        if is_index(place):
            index = open_index(place, load_catalogue())
            put_vacancies(writing, place.name, kept_in(index), joined_notes(index.generation.notes), _now())


def _copy(reading: Connection, writing: Connection, table: Table) -> None:
    """Copy a table in its own order; numbers that the database gives out are given out anew, in that order."""
    given = {column.name for column in table.columns if column is table.autoincrement_column}
    batch: list[dict[str, Any]] = []
    for row in _rows(reading, table):
        batch.append({name: value for name, value in row.items() if name not in given})
        if len(batch) == _ROWS:
            writing.execute(insert(table), batch)
            batch = []
    if batch:
        writing.execute(insert(table), batch)


def _rows(reading: Connection, table: Table) -> Iterator[dict[str, Any]]:
    ordered = select(table).order_by(*table.primary_key.columns)
    for row in reading.execute(ordered, execution_options={"yield_per": _ROWS}).mappings():
        yield dict(row)


def _write_lines(writing: Connection, lines: Iterable[bytes]) -> None:
    batch: list[dict[str, Any]] = []
    last, number = None, 0
    for number, line in enumerate(lines, start=1):
        last = line
        batch.append({"number": number, "line": line})
        if len(batch) == _ROWS:
            writing.execute(insert(AUDIT_LINE), batch)
            batch = []
    if batch:
        writing.execute(insert(AUDIT_LINE), batch)
    head = Head() if last is None else head_of(last, Head())[0]
    if head.number != number:
        raise InputError(
            "Het auditlog is niet heel: er zijn regels weg of toegevoegd. Kijk na met: matcher audit verify."
        )
    writing.execute(update(AUDIT_HEAD).values(number=head.number, mac=head.mac))


def _write_file(path: Path, lines: Iterable[bytes]) -> int:
    count = 0
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as stream:
        for line in lines:
            stream.write(line)
            count += 1
        stream.flush()
        os.fsync(stream.fileno())
    return count


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _vacancies(connection: Connection) -> int:
    return int(connection.execute(select(func.coalesce(func.sum(VACANCY_HEAD.c.in_all), 0))).scalar_one())


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
