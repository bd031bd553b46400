"""Split an index in shards, so that several processes or machines can each hold a part of it."""

import uuid
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue, load_catalogue
from matcher.errors import FileUnreadable
from matcher.vacancies.index import open_index
from matcher.vacancies.joining import joined_segment
from matcher.vacancies.shard_store import SPLIT, holds_other, is_sharded, read_shards, write_pointer
from matcher.vacancies.store import (
    Generation,
    Part,
    gone_rows,
    is_index,
    sync_folder,
    write_generation,
    write_segment,
    writing,
)


@dataclass(frozen=True, slots=True)
class Split:
    """What a split made.

    Attributes:
        counts: vacancies per shard.
        generation: which generation of the index was split.
    """

    counts: tuple[int, ...]
    generation: int


def shard_index(directory: Path, out: Path, shards: int, catalogue: Catalogue | None = None) -> Split:
    """Split an index in shards; shards that were there are replaced when the new ones are complete.

    The hash of its id decides in which shard a vacancy comes, so shards are about as large, every region is in all of
    them, and one question gives all of them about as much to do. The index itself does not change.

    Args:
        directory: folder of the index.
        out: folder for the shards.
        shards: how many.
        catalogue: occupations; the shipped unit groups when not given.

    Returns:
        How many vacancies each shard holds. One shard at a time is in memory.

    Raises:
        FileUnreadable: there is no index, `out` holds something else, or another program is writing.
    """
    if shards < 1:
        raise FileUnreadable("Een index heeft ten minste 1 shard. Geef een getal van 1 of hoger.")
    if out.is_dir() and (is_index(out) or (not is_sharded(out) and holds_other(out))):
        raise FileUnreadable(f"De map {out.name} bevat iets anders dan shards. Kies een lege map.")
    index = open_index(directory, catalogue or load_catalogue())
    name, counts = f"{SPLIT}{uuid.uuid4().hex}", []
    with writing(out):
        number = read_shards(out).number + 1 if is_sharded(out) else 1
        for shard in range(shards):
            folder = out / name / f"{shard:02d}"
            folder.mkdir(parents=True)
            kept = [_rows_of(part, shard, shards) for part in index.parts]
            segment = joined_segment(index.parts, kept, index.catalogue)
            part = Part(write_segment(folder, segment), segment, np.zeros(segment.bits.bits.shape[1], np.uint64))
            old = index.generation
            write_generation(folder, Generation(old.number, old.catalogue, (part,), old.notes))
            counts.append(len(segment))
        sync_folder(out / name)
        write_pointer(out, number, name, shards)
    return Split(tuple(counts), index.generation.number)


def _rows_of(part: Part, shard: int, shards: int) -> npt.NDArray[np.int64]:
    """Answer which rows of a segment come in a shard; rows that are gone come in none."""
    mine = np.asarray(part.segment.mark) % np.uint64(shards) == np.uint64(shard)
    mine[gone_rows(part)] = False
    return np.flatnonzero(mine)
