"""How many open vacancies an index holds per occupation, in reach of a person: the market check of a zoekprofiel."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from matcher.domain.case import Region
from matcher.dossier import MarketEvidence
from matcher.places import distances_km, minutes_by_km
from matcher.vacancies.columns import day_of
from matcher.vacancies.index import Index
from matcher.vacancies.occupation import occupation_row
from matcher.vacancies.plain_pass import listed_rows
from matcher.vacancies.seeker import reach_of
from matcher.vacancies.segment import OCCUPATION
from matcher.vacancies.share import window_on

_TENTHS = 10


@dataclass(frozen=True, slots=True)
class IndexCounts:
    """Counts open vacancies in an index; it takes the place of `CountsFromTable`.

    A vacancy counts when its estimated travel time lies within the person's own limit. The day of the count is the day
    on which the index was last changed: a later look at old vacancies is no new count.

    Attributes:
        index: vacancies, open for reading.
    """

    index: Index

    def count(self, occupation_id: str, region: Region, on: date) -> MarketEvidence | None:
        """Answer the count for one occupation; None when the region or the occupation is not known.

        Args:
            occupation_id: e.g. `isco:4226`.
            region: where the person can work.
            on: the day of matching.
        """
        reach = reach_of(region, None, on)
        row = occupation_row(self.index.catalogue, occupation_id)
        changed = day_of(int(self.index.generation.notes["changed"]))
        if reach.start is None or row is None or changed is None:
            return None
        found = 0
        for part in self.index.parts:
            points = np.array(part.segment.tables.places, np.float64).reshape(-1, 2)
            km = distances_km(reach.start, points[:, 0], points[:, 1])
            minutes = minutes_by_km(reach.transport)[0]
            tenths = np.minimum(np.round(np.nan_to_num(km, nan=0.0) * _TENTHS).astype(np.int64), len(minutes) - 1)
            near = ~np.isnan(km) & (minutes[tenths] * 2 <= reach.minutes_per_day)
            listed = listed_rows(part.segment, window_on(on), part.gone)
            rows = np.flatnonzero(listed & (part.segment.rows[:, OCCUPATION] == row))
            found += int(near[part.segment.place()[rows]].sum())
        return MarketEvidence(
            occupation_id=occupation_id,
            count=found,
            counted_on=min(changed, on),
            source=", ".join(self.index.generation.notes["sources"]) or self.index.name,
            in_reach_minutes=reach.minutes_per_day,
        )
