"""The occupation catalogue as values: what an occupation is, and what its work asks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from matcher.catalogue.errors import UnknownOccupation

if TYPE_CHECKING:
    import numpy as np

    Bytes = np.ndarray[Any, np.dtype[np.uint8]]
    Floats = np.ndarray[Any, np.dtype[np.float32]]

NOT_KNOWN = 255
"""The value of a share that nobody knows."""

MARKS = ("unknown", "measured", "mixed", "modelled", "group_mean", "judged")
"""What a mark means, by its number."""


@dataclass(frozen=True, slots=True)
class Occupation:
    """One occupation as a coach would describe it.

    Attributes:
        id: `isco:3221`.
        isco08: the unit group.
        title_nl: Dutch name (CBS).
        title_en: English name.
        isco_level: skill level 1-4.
        brc_group: CBS group of occupations, with its segment and class above it.
        brc_group_title: its name.
        brc_segment: the segment.
        brc_segment_title: its name.
        brc_class: the class.
        brc_class_title: its name.
        education_level: usual minimum on the working scale 1-7.
        wage_eur_per_hour_2023: median hourly wage of the group in 2023, None if not published.
        wage_basis: `group`, or `parent` where only the level above was published.
        employed_x1000: estimate of thousands employed; the unit groups of a BRC group add up to its published figure.
        interests: three RIASEC letters, strongest first.
        sectors: usual NACE sections.
        legal_requirement: short code, empty where no law sets an entry requirement.
        legal_requirement_text: the requirement with the law named.
        tasks_nl: typical tasks.
        kind_nl: plain collective name, such as "receptiewerk".
    """

    id: str
    isco08: str
    title_nl: str
    title_en: str
    isco_level: int
    brc_group: str
    brc_group_title: str
    brc_segment: str
    brc_segment_title: str
    brc_class: str
    brc_class_title: str
    education_level: int
    wage_eur_per_hour_2023: float | None
    wage_basis: str
    employed_x1000: float
    interests: str
    sectors: tuple[str, ...]
    legal_requirement: str
    legal_requirement_text: str
    tasks_nl: tuple[str, ...]
    kind_nl: str


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One source of the catalogue, with the line to show."""

    index: int
    id: str
    title: str
    version: str
    licence: str
    attribution: str
    sha256: str


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """All occupations with what their work asks, as arrays over occupations x channels (x levels).

    Attributes:
        occupations: the records, in the order of the arrays.
        channels: the channels, in the order of the arrays.
        within: percentage of jobs whose demand stays within a capacity level; 255 is unknown.
        within_peak: the same when an incidental peak is tolerated.
        error: the largest uncertainty over the levels, in points.
        error_by_level: uncertainty per level, in points; it shrinks towards 0% and 100%.
        mark: how the value was found, see `MARKS`.
        source: index into `sources`, 0 for none.
        typical: typical demand in the channel's unit, nan if none.
        closeness: 0-100, how much experience of the row carries over to the column.
        sources: the sources.
    """

    occupations: tuple[Occupation, ...]
    channels: tuple[str, ...]
    within: "Bytes"
    within_peak: "Bytes"
    error: "Bytes"
    error_by_level: "Bytes"
    mark: "Bytes"
    source: "Bytes"
    typical: "Floats"
    closeness: "Bytes"
    sources: tuple[SourceRecord, ...]
    index: Mapping[str, int] = field(repr=False)
    channel_index: Mapping[str, int] = field(repr=False)

    def occupation(self, occupation_id: str) -> Occupation:
        """Answer one occupation.

        Args:
            occupation_id: an id such as `isco:3221`; a bare number is refused, as it may be another list's code.

        Raises:
            UnknownOccupation: no occupation has this id.

        Example:
            >>> from matcher.catalogue import load_catalogue
            >>> load_catalogue().occupation("isco:4226").kind_nl
            'receptiewerk'
        """
        place = self.index.get(occupation_id)
        if place is not None:
            return self.occupations[place]
        if occupation_id.isdigit():
            raise UnknownOccupation(
                f"Een los nummer kan van verschillende lijsten zijn. Bedoelt u isco:{occupation_id} (ISCO-08)?"
            )
        raise UnknownOccupation(f"Dit beroep staat niet in de catalogus: {occupation_id[:60]!r}.")
