"""Keep segments on disk so that an index always opens: whole new files first, then one pointer replaced in one step.

    DIR/current.json          which generation holds; replaced in one step
    DIR/generations/N.json    the segments of generation N, with the bits of rows that are gone
    DIR/segments/NAME/        arrays and records of one segment; never changed once it is named
    DIR/lock                  held by the one writer

Everything is written and synced before the pointer moves, so a writer that is killed leaves the old generation.
"""

import contextlib
import json
import os
import shutil
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.errors import FileUnreadable
from matcher.vacancies.closing_bits import ClosingBits
from matcher.vacancies.columns import Tables
from matcher.vacancies.records import Records
from matcher.vacancies.requirements import Requirement
from matcher.vacancies.segment import Segment, tables_json

FORMAT = 2
_POINTER, _LOCK = "current.json", "lock"
_GENERATIONS, _SEGMENTS = "generations", "segments"
_ARRAYS = ("rows", "stated", "place_start", "mark", "by_mark")


@dataclass(frozen=True, slots=True)
class Part:
    """One segment of a generation.

    Attributes:
        name: folder of the segment.
        segment: its rows.
        gone: bits of rows that were removed or replaced.
    """

    name: str
    segment: Segment
    gone: npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Generation:
    """What an index holds at one moment.

    Attributes:
        number: which generation.
        catalogue: mark of the catalogue that it was made with.
        parts: the segments, oldest first.
        notes: day of the last change and the sources, for `info`.
    """

    number: int
    catalogue: str
    parts: tuple[Part, ...]
    notes: Mapping[str, Any]


@contextlib.contextmanager
def writing(directory: Path) -> Iterator[None]:
    """Hold an index for writing; a second writer is refused, readers go on.

    Args:
        directory: folder of the index; made when it is not there.

    Raises:
        FileUnreadable: another program is writing.
    """
    import fcntl  # noqa: PLC0415 not on every system; readers do not need it

    directory.mkdir(parents=True, exist_ok=True)
    with (directory / _LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise FileUnreadable(
                f"De index in {directory.name} wordt nu bijgewerkt. Wacht tot dat klaar is en probeer het opnieuw."
            ) from None
        yield


def is_index(directory: Path) -> bool:
    """Answer whether a folder holds an index.

    Args:
        directory: a folder.
    """
    return (directory / _POINTER).is_file()


def read_generation(directory: Path) -> Generation:
    """Answer what an index holds; its arrays stay on disk until they are read.

    Args:
        directory: folder of the index.

    Raises:
        FileUnreadable: there is no index, or it has another format.
    """
    for attempt in range(5):
        try:
            return _read(directory)
        except FileNotFoundError:  # a writer removed this generation after making the next one: look again
            if attempt == 4:  # noqa: PLR2004 the last one
                raise
    raise AssertionError


def _read(directory: Path) -> Generation:
    if not is_index(directory):
        raise FileUnreadable(f"In {directory.name} staat geen index van vacatures. Maak er een: matcher index build.")
    try:
        number = int(json.loads((directory / _POINTER).read_text(encoding="utf-8"))["generation"])
        plain = json.loads((directory / _GENERATIONS / f"{number}.json").read_text(encoding="utf-8"))
        known = plain["format"] == FORMAT
    except (ValueError, KeyError, TypeError):
        known = False
    if not known:
        raise FileUnreadable(
            f"De index in {directory.name} is gemaakt met een andere versie. Bouw hem opnieuw: matcher index build."
        )
    try:
        parts = tuple(_part(directory, name, words) for name, words in plain["parts"])
    except (ValueError, KeyError, IndexError, EOFError) as error:  # cut off, or without its columns
        raise FileUnreadable(
            f"De index in {directory.name} is beschadigd. Bouw hem opnieuw: matcher index build."
        ) from error
    return Generation(number, plain["catalogue"], parts, plain["notes"])


def _part(directory: Path, name: str, gone: list[int]) -> Part:
    segment = read_segment(directory / _SEGMENTS / name)
    bits = np.zeros(segment.bits.bits.shape[1], np.uint64)
    rows = np.array(gone, np.int64)
    np.bitwise_or.at(bits, rows // 64, np.uint64(1) << (rows % 64).astype(np.uint64))
    return Part(name, segment, bits)


def write_generation(directory: Path, generation: Generation) -> None:
    """Make a generation the one that holds: written and synced first, then the pointer moves in one step.

    Segments that no generation names any more are removed afterwards; readers that have them open keep them.

    Args:
        directory: folder of the index, held for writing.
        generation: what the index holds from here on; its segments are on disk.
    """
    plain = {
        "format": FORMAT,
        "catalogue": generation.catalogue,
        "parts": [(part.name, gone_rows(part).tolist()) for part in generation.parts],
        "notes": dict(generation.notes),
    }
    folder = directory / _GENERATIONS
    folder.mkdir(exist_ok=True)
    _write(folder / f"{generation.number}.json", json.dumps(plain).encode())
    sync_folder(folder)
    waiting = directory / f"{_POINTER}.next"
    _write(waiting, json.dumps({"format": FORMAT, "generation": generation.number}).encode())
    waiting.replace(directory / _POINTER)
    sync_folder(directory)
    _clean(directory, generation)


def gone_rows(part: Part) -> npt.NDArray[np.int64]:
    """Answer the rows of a part that were removed or replaced.

    Args:
        part: a segment of a generation.
    """
    bits = np.unpackbits(part.gone.astype("<u8").view(np.uint8), count=len(part.segment), bitorder="little")
    return np.flatnonzero(bits)


def _clean(directory: Path, generation: Generation) -> None:
    named = {part.name for part in generation.parts}
    for path in (directory / _SEGMENTS).glob("*"):
        if path.name not in named:
            shutil.rmtree(path, ignore_errors=True)
    for path in (directory / _GENERATIONS).glob("*.json"):
        if path.stem != str(generation.number):
            path.unlink(missing_ok=True)


def write_segment(directory: Path, segment: Segment) -> str:
    """Write a segment under a name of its own, and answer that name. Nothing points at it yet.

    Args:
        directory: folder of the index, held for writing.
        segment: the rows.
    """
    folder = directory / _SEGMENTS
    folder.mkdir(exist_ok=True)
    name = uuid.uuid4().hex
    place = folder / name
    place.mkdir()
    for array in _ARRAYS:
        _save(place / f"{array}.npy", getattr(segment, array))
    _save(place / "bits.npy", segment.bits.bits)
    if segment.records is not None:
        _save(place / "record_start.npy", segment.records.start)
        _save(place / "records.npy", segment.records.data)
    keys = [(*key, number) for key, number in segment.bits.place.items()]
    _write(place / "tables.json", json.dumps({**tables_json(segment.tables), "keys": keys}).encode())
    sync_folder(place)
    sync_folder(folder)
    return name


def read_segment(place: Path) -> Segment:
    """Answer a segment whose arrays stay on disk until they are read.

    Args:
        place: its folder.
    """
    plain = json.loads((place / "tables.json").read_text(encoding="utf-8"))
    tables = Tables(
        forms=tuple(
            (code, tuple(within), tuple(peak), tuple(error), asked)
            for code, within, peak, error, asked in plain["forms"]
        ),
        hours=tuple((least, most) for least, most in plain["hours"]),
        requirements=tuple(tuple(Requirement(*each) for each in group) for group in plain["requirements"]),
        places=tuple((float("nan"), float("nan")) if each is None else tuple(each) for each in plain["places"]),
    )
    keys = {(code, level, peaks): number for code, level, peaks, number in plain["keys"]}
    arrays = {name: _load(place / f"{name}.npy") for name in _ARRAYS}
    records = None
    if (place / "records.npy").is_file():
        records = Records(_load(place / "record_start.npy"), _load(place / "records.npy"))
    return Segment(tables=tables, bits=ClosingBits(_load(place / "bits.npy"), keys), records=records, **arrays)


def _load(path: Path) -> Any:
    """Map an array; numpy cannot map one without elements."""
    with path.open("rb") as stream:
        np.lib.format.read_magic(stream)
        shape, _, _ = np.lib.format.read_array_header_1_0(stream)
    return np.load(path, mmap_mode="r" if all(shape) else None, allow_pickle=False)


def _save(path: Path, array: Any) -> None:
    with path.open("wb") as stream:
        np.lib.format.write_array(stream, np.ascontiguousarray(array), version=(1, 0), allow_pickle=False)
        stream.flush()
        os.fsync(stream.fileno())


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(path: Path) -> None:
    """Have the names in a folder on disk too, beside what the files hold.

    Args:
        path: the folder.
    """
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
