"""The versions of one case in a file: one line per version, only ever added to, each line chained to the one before.

The file holds the case itself, so it is personal data: keep it with the case and erase it with the case.
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.dossier.canonical_bytes import canonical, digest, plain
from matcher.errors import FileUnreadable, InputError
from matcher.matching import Match, match
from matcher.receipt import make_receipt

SCHEMA = "matcher/version/1"
_START = "0" * 64


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """One version as it lies in the file.

    Attributes:
        number: counted from 1.
        on: day of matching.
        reason_nl: why this version was made.
        case: the case as it was.
        receipt: what it was made with, as plain data.
        result_sha256: hash of the canonical result.
        previous: hash of the line before; zeros for the first.
        line_sha256: hash of this line, the link for the next.
    """

    number: int
    on: date
    reason_nl: str
    case: Case
    receipt: dict[str, Any]
    result_sha256: str
    previous: str
    line_sha256: str


@dataclass(frozen=True, slots=True)
class Recheck:
    """What running an old version again gave.

    Attributes:
        number: number of the version.
        same: whether the result has the same bytes.
        same_receipt: whether program, tables and rules are the same.
        text_nl: the outcome in Dutch.
    """

    number: int
    same: bool
    same_receipt: bool
    text_nl: str


def append_version(path: Path, case: Case, on: date, reason_nl: str, catalogue: Catalogue) -> StoredVersion:
    """Add a version to a file, made now from this case, and answer it. Lines that are there never change.

    Args:
        path: the file; made when it does not exist.
        case: the case.
        on: day of matching; not before the last version.
        reason_nl: why there is a new version.
        catalogue: occupations.

    Raises:
        InputError: another case, an earlier day, or the file cannot be written.
        FileUnreadable: the file is no versions file, or a line was changed.
    """
    there = read_versions(path) if path.exists() else ()
    last = there[-1] if there else None
    if last is not None and last.case.id != case.id:
        raise InputError("Dit bestand is van een andere casus. Kies het bestand van deze casus.")
    if last is not None and on < last.on:
        raise InputError(f"De laatste versie is van {last.on.isoformat()}. Een nieuwe versie kan niet ouder zijn.")
    made = match(case, on, catalogue)
    record = {
        "schema": SCHEMA,
        "number": len(there) + 1,
        "on": on.isoformat(),
        "reason_nl": reason_nl,
        "case": case.model_dump(mode="json", by_alias=True, exclude_defaults=True),
        "receipt": plain(made.receipt),
        "result_sha256": digest(canonical(made)),
        "previous": _START if last is None else last.line_sha256,
    }
    line = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        with path.open("a", encoding="utf-8", newline="\n") as handle:
            handle.write(line + "\n")
    except OSError as error:
        raise InputError("Het bestand kan niet worden geschreven. Bestaat de map en mag u daar schrijven?") from error
    return _version(record, line)


def read_versions(path: Path) -> tuple[StoredVersion, ...]:
    """Answer the versions of a file, after checking that no line was changed or left out.

    Args:
        path: the file.

    Raises:
        FileUnreadable: the file is missing, no versions file, or a line was changed.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnreadable("Het bestand met versies is niet te lezen. Bestaat het, en is het tekst?") from error
    found: list[StoredVersion] = []
    previous = _START
    for number, line in enumerate(lines, start=1):
        version = _read_line(line, number)
        if version.number != number or version.previous != previous:
            raise FileUnreadable(f"Regel {number}: deze versie volgt niet op de vorige. Er is een regel gewijzigd.")
        found.append(version)
        previous = version.line_sha256
    return tuple(found)


def recheck(version: StoredVersion, catalogue: Catalogue) -> Recheck:
    """Answer whether an old version, run again from its stored case and day, gives the same bytes.

    Args:
        version: a version of the file.
        catalogue: occupations.
    """
    again = match(version.case, version.on, catalogue)
    same = digest(canonical(again)) == version.result_sha256
    now = plain(make_receipt(version.case, version.on, peaks=again.receipt.incidental_peaks))
    differs = sorted(name for name in now if name != "case_hash" and now[name] != version.receipt.get(name))
    if same:
        text = f"Versie {version.number}: opnieuw gemaakt, dezelfde uitkomst."
        if differs:
            text += " Het programma of de tabellen zijn intussen wel vernieuwd."
    else:
        why = f"Anders dan toen: {', '.join(_NAMES_NL[name] for name in differs)}." if differs else "Oorzaak onbekend."
        text = f"Versie {version.number}: opnieuw gemaakt, een andere uitkomst. {why}"
    return Recheck(version.number, same, not differs, text)


_NAMES_NL = {
    "version": "versie van het programma",
    "code_hash": "programma",
    "data_hash": "tabellen",
    "policy_valid_from": "beleid",
    "weights_valid_from": "gewichten",
    "on": "peildatum",
    "preset": "beleidskeuze",
    "incidental_peaks": "piekregel",
}


def as_match(version: StoredVersion, catalogue: Catalogue) -> Match:
    """Answer a stored version as a match that explains every occupation.

    Args:
        version: a version of the file.
        catalogue: occupations.
    """
    return match(version.case, version.on, catalogue, top=len(catalogue.occupations))


def _read_line(line: str, number: int) -> StoredVersion:
    try:
        record = json.loads(line)
        if record["schema"] != SCHEMA:
            raise FileUnreadable(f"Regel {number}: dit is geen versie die matcher schreef ({SCHEMA}).")
        return _version(record, line)
    except (ValueError, KeyError, TypeError, ValidationError) as error:
        raise FileUnreadable(f"Regel {number}: dit is geen versie die matcher schreef ({SCHEMA}).") from error


def _version(record: dict[str, Any], line: str) -> StoredVersion:
    return StoredVersion(
        number=int(record["number"]),
        on=date.fromisoformat(record["on"]),
        reason_nl=str(record["reason_nl"]),
        case=Case.model_validate_json(json.dumps(record["case"])),
        receipt=dict(record["receipt"]),
        result_sha256=str(record["result_sha256"]),
        previous=str(record["previous"]),
        line_sha256=digest(line.encode()),
    )
