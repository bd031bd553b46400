"""The occupation catalogue as values: what an occupation is, and what its work asks."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from matcher.catalogue.errors import UnknownOccupation

if TYPE_CHECKING:
    import numpy as np

    Bytes = np.ndarray[Any, np.dtype[np.uint8]]
    Floats = np.ndarray[Any, np.dtype[np.float32]]

NOT_KNOWN = 255
"""The value of a share that nobody knows."""

MARKS = ("unknown", "measured", "mixed", "modelled", "group_mean", "judged")
"""What a mark means, by its number."""


_OCCUPATION_ID = re.compile(r"isco:[0-9]{4}|esco:[0-9a-f-]{36}|nl:[a-z0-9-]+")
_NUMBER = re.compile(r"[0-9]{4,6}")
_SAME_GROUP = 95.0
_GROUP_PART = 0.75
_UNIT_SQUARED = 127.0**2


class Occupation(NamedTuple):
    """One occupation as a coach would describe it; a tuple, for thousands are made on every run.

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
        education_directions: usual directions of education, codes of `matcher.reference.education`; empty for none.
        sbc_codes: SBC codes that rulings name for the unit group, each as `282101:high` (or medium, low).
        activities: codes of the most telling kinds of tasks (werkzaamheden), most telling first.
        kind: `unit_group`, or `esco` or `nl` for an occupation inside one.
        parent: id of the unit group of an occupation inside one, else empty.
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
    education_directions: tuple[str, ...]
    sbc_codes: tuple[str, ...]
    activities: tuple[str, ...]
    kind: str = "unit_group"
    parent: str = ""


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
        closeness: 0-100 between unit groups, how much experience of the row carries over to the column.
        sources: the sources.
        index: place of each id.
        channel_index: place of each channel.
        parents: place of each occupation's unit group.
        vectors: skill vector of each occupation, of length 127; empty when only unit groups are loaded.
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
    parents: "np.ndarray[Any, np.dtype[np.int16]]" = field(repr=False)
    vectors: "np.ndarray[Any, np.dtype[np.int8]]" = field(repr=False)

    def closeness_from(self, occupation_id: str) -> "Bytes":
        """Answer how much experience in one occupation carries over to every occupation, 0-100.

        Between unit groups this is the row of `closeness`. For occupations inside them three quarters come from
        their unit groups (95 within one group) and a quarter from shared skills, where both have any.

        Args:
            occupation_id: the occupation held.

        Raises:
            UnknownOccupation: no occupation has this id.

        Example:
            >>> from matcher.catalogue import load_catalogue
            >>> catalogue = load_catalogue(level="all")
            >>> row = catalogue.closeness_from("nl:thuishulp")
            >>> bool(row[catalogue.index["isco:9111"]] > row[catalogue.index["isco:2512"]])
            True
        """
        import numpy as np  # noqa: PLC0415 - numpy only where it is used, so that `import matcher` stays quick

        place = self.index[self.occupation(occupation_id).id]
        group = int(self.parents[place])
        base = self.closeness[group].astype(np.float64)
        if not self.vectors.shape[1]:
            row: Bytes = self.closeness[group]
            return row
        base[group] = _SAME_GROUP
        by_group = base[self.parents]
        own = self.vectors[place].astype(np.int32)
        cosine = np.clip(self.vectors.astype(np.int32) @ own / _UNIT_SQUARED, 0.0, 1.0)
        known = self.vectors.any(axis=1) & bool(own.any())
        if place == group:  # between unit groups the table itself holds
            known &= self.parents != np.arange(len(self.parents))
        result = np.where(known, _GROUP_PART * by_group + (1 - _GROUP_PART) * 100.0 * cosine, by_group)
        rounded: Bytes = np.clip(np.rint(result), 0, 99).astype(np.uint8)
        rounded[place] = 100
        return rounded

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
        if _NUMBER.fullmatch(occupation_id):
            from matcher.catalogue.bare_number import bare_number_nl  # noqa: PLC0415 - it needs this module

            raise UnknownOccupation(bare_number_nl(occupation_id, self.occupations))
        if _OCCUPATION_ID.fullmatch(occupation_id):
            raise UnknownOccupation(
                f"Dit beroep staat niet in de catalogus: {occupation_id[:60]!r}. Zoek het op met een titel."
            )
        # Anything else may be a name or an address: it is never repeated.
        raise UnknownOccupation("Dit is geen code van een beroep. Gebruik isco:4226, esco:<uuid> of nl:<naam>.")
