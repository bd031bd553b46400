"""Keep the shards of one index on disk: each a folder with an index of its own, and one pointer to those that hold.

    OUT/shards.json         which shards hold; replaced in one step
    OUT/NAME/00, 01, ...    the shards of one split; never changed once it is named
    OUT/lock                held by the one who splits

All shards are of one generation of the index that was split, and every id is in one shard only.
"""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from matcher.errors import FileUnreadable
from matcher.vacancies.store import Generation, is_index, read_generation, sync_folder

FORMAT = 1
POINTER = "shards.json"
SPLIT = "split-"


@dataclass(frozen=True, slots=True)
class Shards:
    """Where the shards of an index are.

    Attributes:
        number: how often the folder was filled; it takes the place of the number of a generation.
        folders: a folder with an index for each shard.
    """

    number: int
    folders: tuple[Path, ...]


def is_sharded(directory: Path) -> bool:
    """Answer whether a folder holds the shards of an index.

    Args:
        directory: a folder.
    """
    return (directory / POINTER).is_file()


def read_shards(directory: Path) -> Shards:
    """Answer where the shards of an index are.

    Args:
        directory: folder of the shards.

    Raises:
        FileUnreadable: there are no shards, or they were made with another format.
    """
    if not is_sharded(directory):
        raise FileUnreadable(
            f"In {directory.name} staan geen shards van een index. Maak ze uit een index: matcher index shard."
        )
    try:
        plain = json.loads((directory / POINTER).read_text(encoding="utf-8"))
        known = plain["format"] == FORMAT
        number, count, name = int(plain["number"]), int(plain["shards"]), str(plain["folder"])
    except (ValueError, KeyError, TypeError):
        known = False
    if not known:
        raise FileUnreadable(
            f"De shards in {directory.name} zijn gemaakt met een andere versie. Maak ze opnieuw: matcher index shard."
        )
    return Shards(number, tuple(directory / name / f"{shard:02d}" for shard in range(count)))


def read_sharded(directory: Path) -> Generation:
    """Answer what all shards hold together, as one generation to read.

    Args:
        directory: folder of the shards.

    Raises:
        FileUnreadable: there are no shards, one is missing, or they were made with another format.
    """
    shards = read_shards(directory)
    try:
        found = [read_shard(folder) for folder in shards.folders]
    except FileUnreadable:
        if read_shards(directory) == shards:
            raise
        return read_sharded(directory)  # they were replaced while we looked
    parts = tuple(part for generation in found for part in generation.parts)
    return Generation(shards.number, found[0].catalogue, parts, found[0].notes)


def read_shard(folder: Path) -> Generation:
    """Answer what one shard holds.

    Args:
        folder: its folder.

    Raises:
        FileUnreadable: it is not there, not whole, or made with another format.
    """
    try:
        if is_index(folder):
            return read_generation(folder)
    except FileNotFoundError:
        pass
    raise FileUnreadable(
        f"Shard {folder.name} ontbreekt of is niet heel. Maak de shards opnieuw uit de index: matcher index shard."
    )


def write_pointer(directory: Path, number: int, folder: str, shards: int) -> None:
    """Make some shards those that hold, and remove what no pointer names any more.

    Args:
        directory: folder of the shards, held for writing.
        number: how often the folder was filled, this time included.
        folder: name of the folder with the shards; they are on disk.
        shards: how many there are.
    """
    waiting = directory / f"{POINTER}.next"
    with waiting.open("w", encoding="utf-8") as stream:
        json.dump({"format": FORMAT, "number": number, "folder": folder, "shards": shards}, stream)
        stream.flush()
        os.fsync(stream.fileno())
    waiting.replace(directory / POINTER)
    sync_folder(directory)
    for path in _splits(directory):
        if path.name != folder:
            shutil.rmtree(path, ignore_errors=True)


def holds_other(directory: Path) -> bool:
    """Answer whether a folder holds anything else than shards, so that nothing of it may be removed.

    Args:
        directory: a folder.
    """
    own = {POINTER, f"{POINTER}.next", "lock", *(path.name for path in _splits(directory))}
    return any(path.name not in own for path in directory.iterdir())


def _splits(directory: Path) -> list[Path]:
    """Answer the folders that a split made, finished or not."""
    return [path for path in directory.glob(f"{SPLIT}*") if path.is_dir()]
