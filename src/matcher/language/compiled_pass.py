"""The comparing of one title, compiled by numba: the same answers as in numpy, without copies.

All numbers are whole, so that no order of adding makes a difference. Each step is said to be of 32 bits: of itself
numba multiplies these in 64 bits, which takes twice as long.
"""

from typing import Any

import numpy as np
import numpy.typing as npt
from numba import njit

Floats = npt.NDArray[np.float32]


@njit(cache=True, nogil=True)
def compiled_centres(rows: Any, vector: Any, scale: Any, cell_of: Any, cells: Any) -> Any:
    """Answer the cosine of each centre with a title, and raise the cells that they reach.

    Args:
        rows: one centre a row (int16).
        vector: the title (int16).
        scale: what every product is multiplied by to be a cosine (float32).
        cell_of: which cell each centre reaches.
        cells: the highest cosine so far (float32); changed in place.
    """
    found = np.empty(rows.shape[0], dtype=np.float32)
    for row in range(rows.shape[0]):
        total = np.int32(0)
        for at in range(rows.shape[1]):
            total = np.int32(total + np.int32(np.int32(rows[row, at]) * np.int32(vector[at])))
        cosine = np.float32(total) * scale
        found[row] = cosine
        cells[cell_of[row]] = max(cells[cell_of[row]], cosine)
    return found


@njit(cache=True, nogil=True)
def compiled_labels(
    looked_at: Any, starts: Any, rows: Any, vector: Any, scales: Any, cell_of: Any, cells: Any
) -> tuple[npt.NDArray[np.intp], Floats]:
    """Answer the labels of the occupations that are looked at with their cosines, and raise the cells that they reach.

    Args:
        looked_at: whether each occupation is looked at.
        starts: where the labels of each occupation begin; one more at the end.
        rows: one vector a label (int8).
        vector: the title (int16).
        scales: what a product of each label must be multiplied by (float32).
        cell_of: which cell each label reaches.
        cells: the highest cosine so far (float32); changed in place.
    """
    count = 0
    for occupation in range(looked_at.shape[0]):
        if looked_at[occupation]:
            count += starts[occupation + 1] - starts[occupation]
    labels = np.empty(count, dtype=np.intp)
    cosines = np.empty(count, dtype=np.float32)
    at = 0
    for occupation in range(looked_at.shape[0]):
        if not looked_at[occupation]:
            continue
        for label in range(starts[occupation], starts[occupation + 1]):
            total = np.int32(0)
            for place in range(rows.shape[1]):
                total = np.int32(total + np.int32(np.int32(rows[label, place]) * np.int32(vector[place])))
            cosine = np.float32(total) * scales[label]
            labels[at] = label
            cosines[at] = cosine
            at += 1
            cells[cell_of[label]] = max(cells[cell_of[label]], cosine)
    return labels, cosines
