"""Per channel, the share of open vacancies about which neither the vacancy nor its occupation says anything."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.vacancies.columns import NONE
from matcher.vacancies.demands import HOURS_CHANNELS
from matcher.vacancies.segment import COUNT, HOURS, OCCUPATION, Segment

Rows = npt.NDArray[np.int64]


def unknown_counts(parts: Sequence[tuple[Segment, Rows]], catalogue: Catalogue) -> Mapping[str, int]:
    """Answer per channel how many vacancies nothing is known about.

    A vacancy whose words about a channel are in doubt counts as unknown there, unless its occupation is known on it.
    A vacancy that names its hours says something about the hours a week and a day.

    Args:
        parts: segments with the rows that are looked at.
        catalogue: occupations that the index was made with.
    """
    nothing = np.zeros((1, len(catalogue.channels)), np.bool_)
    known = np.concatenate([catalogue.mark != 0, nothing])  # last row: a vacancy without an occupation
    total = np.zeros(len(catalogue.channels), np.int64)
    for segment, rows in parts:
        total += _unknown(segment, rows, known, catalogue)
    return dict(zip(catalogue.channels, total.tolist(), strict=True))


def _unknown(segment: Segment, rows: Rows, known: npt.NDArray[np.bool_], catalogue: Catalogue) -> Rows:
    work = segment.rows[rows, OCCUPATION].astype(np.int64)
    by_work = np.bincount(work, minlength=len(known))
    found = np.asarray(by_work @ ~known, np.int64)
    told = np.asarray(segment.rows[rows, HOURS] != NONE, np.bool_)
    for code in HOURS_CHANNELS:
        place = catalogue.channel_index[code]
        found[place] -= int((told & ~known[work, place]).sum())
    channel = np.array([catalogue.channel_index.get(form[0], -1) for form in segment.tables.forms], np.int64)
    says = np.array([any(share is not None for share in form[1]) for form in segment.tables.forms], np.bool_)
    lengths = segment.rows[rows, COUNT].astype(np.int64)
    if not len(channel) or not lengths.sum():
        return found
    first = np.repeat(segment.start(rows).astype(np.int64) - np.cumsum(lengths) + lengths, lengths)
    form = np.asarray(segment.stated)[first + np.arange(int(lengths.sum()))].astype(np.int64)
    spoken = says[form] & (channel[form] >= 0)
    row, asked = np.repeat(work, lengths)[spoken], channel[form][spoken]
    return found - np.bincount(asked[~known[row, asked]], minlength=len(found))
