"""Vectors in whole numbers, so that a product is the same on every processor, in every order, alone or in a batch.

A 32-bit float holds whole numbers exactly up to 2^24. Two vectors of which the lengths multiply to less than that have
an exact product, however a library adds it up.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
ROW_LENGTH = 127  # of a label; fits in int8
CENTRE_LENGTH = 4000  # of a mean, a unit group or a label that the user names; fits in int16
ASKED_LENGTH = 4096  # of the title that is asked for; times the longest row it stays under 2^24
_BLOCK = 1024
_TITLES, _ROWS = 8, 240
_PICKED = 512


def whole(vectors: Vectors, length: int) -> Vectors:
    """Answer vectors of unit length as whole numbers of about this length.

    Example:
        >>> whole(np.array([0.6, 0.8], dtype=np.float32), 10).tolist()
        [6.0, 8.0]
    """
    return np.asarray(np.rint(vectors * np.float32(length)), dtype=np.float32)


def products(rows: Vectors, vector: Vectors) -> Vectors:
    """Answer the product of each row with a vector.

    It goes by blocks so small that BLAS starts no threads: on a busy machine, waiting for them takes twenty times as
    long as the work itself.

    Args:
        rows: one vector a row.
        vector: of the same length.

    Example:
        >>> products(np.eye(2, dtype=np.float32), np.array([1, 2], dtype=np.float32)).tolist()
        [1.0, 2.0]
    """
    found = np.empty(len(rows), dtype=np.float32)
    for begin in range(0, len(rows), _BLOCK):
        np.dot(rows[begin : begin + _BLOCK], vector, out=found[begin : begin + _BLOCK])
    return found


def many_products(rows: Vectors, vectors: Vectors) -> Vectors:
    """Answer for each vector its product with each row, in blocks as small; of whole numbers the same as one by one.

    Args:
        rows: one vector a row.
        vectors: one vector a title.

    Example:
        >>> many_products(np.eye(2, dtype=np.float32), np.array([[1, 2]], dtype=np.float32)).tolist()
        [[1.0, 2.0]]
    """
    if len(vectors) == 1:
        return products(rows, vectors[0])[None, :]
    found = np.empty((len(vectors), len(rows)), dtype=np.float32)
    for first in range(0, len(vectors), _TITLES):
        some = vectors[first : first + _TITLES]
        for begin in range(0, len(rows), _ROWS):
            found[first : first + _TITLES, begin : begin + _ROWS] = some @ rows[begin : begin + _ROWS].T
    return found


def picked_products(rows: NDArray[np.int8] | NDArray[np.int16], picked: NDArray[np.intp], vector: Vectors) -> Vectors:
    """Answer the product of some rows with a vector, a few rows at a time so that they stay in the processor's cache.

    Args:
        rows: one vector a row, as whole numbers.
        picked: numbers of the rows.
        vector: of the same length, as whole numbers.

    Example:
        >>> rows = np.array([[1, 0], [0, 2]], dtype=np.int8)
        >>> picked_products(rows, np.array([1]), np.array([3, 4], dtype=np.float32)).tolist()
        [8.0]
    """
    found = np.empty(len(picked), dtype=np.float32)
    for begin in range(0, len(picked), _PICKED):
        some = rows.take(picked[begin : begin + _PICKED], axis=0).astype(np.float32)
        np.dot(some, vector, out=found[begin : begin + _PICKED])
    return found


def scales(rows: NDArray[np.int8] | NDArray[np.int16]) -> Vectors:
    """Answer what the product of each row with an asked vector must be multiplied by to be a cosine.

    Example:
        >>> scales(np.array([[0, 2]], dtype=np.int8)).tolist() == [0.5 / ASKED_LENGTH]
        True
    """
    lengths = np.sqrt(np.einsum("ij,ij->i", rows, rows, dtype=np.int32))
    return np.asarray(1 / (np.maximum(lengths, 1) * ASKED_LENGTH), dtype=np.float32)


def stacked(parts: Sequence[Vectors]) -> Vectors:
    """Answer unit vectors of several kinds as one block of whole numbers.

    Example:
        >>> stacked([np.array([[1.0]], dtype=np.float32)]).tolist() == [[CENTRE_LENGTH]]
        True
    """
    return np.ascontiguousarray(whole(np.concatenate(parts), CENTRE_LENGTH), dtype=np.float32)
