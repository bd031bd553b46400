"""Rows of several segments as one segment, in an order of its own, with their records."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.vacancies.columns import joined, taken
from matcher.vacancies.records import records_of
from matcher.vacancies.segment import Segment, segment_of
from matcher.vacancies.store import Part


def joined_segment(parts: Sequence[Part], kept: Sequence[npt.NDArray[np.int64]], catalogue: Catalogue) -> Segment:
    """Answer some rows of some segments as one segment.

    Args:
        parts: the segments.
        kept: which rows of each of them.
        catalogue: occupations.
    """
    columns = joined([taken(part.segment.columns(), rows) for part, rows in zip(parts, kept, strict=True)])
    segment, order = segment_of(columns, catalogue)
    lines = [
        line
        for part, rows in zip(parts, kept, strict=True)
        if part.segment.records is not None
        for line in part.segment.records.taken(rows.tolist())
    ]
    return replace(segment, records=records_of([lines[row] for row in order.tolist()]))
