"""What an occupation asks on one channel: an occupation is many jobs, so a demand is a share of jobs (decision 4)."""

from dataclasses import dataclass
from enum import IntEnum


class Mark(IntEnum):
    """How a demand is known."""

    UNKNOWN = 0
    MEASURED = 1
    MIXED = 2
    MODELLED = 3
    GROUP_MEAN = 4
    JUDGED = 5
    STATED = 6  # a vacancy's own words

    @property
    def confidence_nl(self) -> str:
        """Answer how sure that makes it, in plain Dutch."""
        return _CONFIDENCE[self]


_CONFIDENCE = {
    Mark.UNKNOWN: "onbekend",
    Mark.MEASURED: "gemeten",
    Mark.MIXED: "deels gemeten",
    Mark.MODELLED: "berekend",
    Mark.GROUP_MEAN: "gemiddelde van de groep",
    Mark.JUDGED: "eigen oordeel, met reden",
    Mark.STATED: "staat in de vacature",
}


@dataclass(frozen=True, slots=True)
class Demand:
    """What the jobs of an occupation ask on one channel.

    Attributes:
        channel: channel code.
        within_pct: per capacity level (index 0 = norm) the percentage of jobs that stay within it; None = unknown.
        within_peak_pct: the same when an incidental or marginal excess is tolerated.
        error_pct: uncertainty of those percentages per level, in percentage points up and down.
        mark: how it is known.
        source: id of the source in the catalogue's source table.
        typical: typical demand in the channel's unit, or None.
    """

    channel: str
    within_pct: tuple[int | None, ...]
    within_peak_pct: tuple[int | None, ...]
    error_pct: tuple[int, ...]
    mark: Mark
    source: str
    typical: float | None = None

    @property
    def is_known(self) -> bool:
        """Answer whether any source says anything."""
        return self.mark is not Mark.UNKNOWN
