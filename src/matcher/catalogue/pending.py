"""Corrections that the tables do not hold yet: what a line would change, shown before anything is built."""

from dataclasses import dataclass
from pathlib import Path

from matcher.catalogue.compiling.channels import read_channels
from matcher.catalogue.compiling.corrections import Correction, check_covered, read_corrections
from matcher.catalogue.model import NOT_KNOWN, Catalogue, Occupation


@dataclass(frozen=True, slots=True)
class Pending:
    """One value that a correction would change.

    Attributes:
        line: line of the file.
        occupation: about which work.
        channel: about which channel.
        before_pct: shares of jobs as the tables hold them, norm first; empty when unknown.
        after_pct: shares of jobs after a build.
        reason: why.
    """

    line: int
    occupation: Occupation
    channel: str
    before_pct: tuple[int, ...]
    after_pct: tuple[int, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class CorrectionCheck:
    """What a file of corrections holds.

    Attributes:
        lines: number of corrections, all readable.
        pending: values that differ from the tables, in the order of the file.
    """

    lines: int
    pending: tuple[Pending, ...]


def check_corrections(path: Path, catalogue: Catalogue) -> CorrectionCheck:
    """Answer whether a file of corrections can be used, and what it would change.

    Args:
        path: the CSV file.
        catalogue: all occupations, loaded with `level="all"`.

    Raises:
        SourceError: names the line, the column and what is wrong with it.
    """
    channels = read_channels()
    corrections = read_corrections(path, channels)
    ids = list(catalogue.index)
    check_covered(corrections, catalogue.index, path.name)
    last: dict[tuple[str, str], Correction] = {}
    for correction in corrections:
        for name in (one for one in ids if correction.covers(one)):
            last[name, correction.channel] = correction
    found = []
    for (name, channel), correction in last.items():
        row, column = catalogue.index[name], catalogue.channel_index[channel]
        shares = catalogue.within[row, column, : len(correction.within)].tolist()
        before = () if NOT_KNOWN in shares else tuple(shares)
        if before != correction.within:
            found.append(
                Pending(
                    correction.line, catalogue.occupations[row], channel, before, correction.within, correction.reason
                )
            )
    return CorrectionCheck(len(corrections), tuple(sorted(found, key=lambda one: (one.line, one.occupation.id))))
