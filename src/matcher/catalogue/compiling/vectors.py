"""Skill vectors: how close two occupations are inside and across their unit groups."""

import numpy as np
from numpy.typing import NDArray

from matcher.catalogue.compiling.esco import EscoOccupation

_FULL = 127


def skill_vectors(
    occupations: tuple[EscoOccupation, ...], groups: tuple[str, ...], size: int
) -> tuple[NDArray[np.int8], NDArray[np.int8]]:
    """Answer one small vector per ESCO occupation and per unit group, of length 1 (127).

    The vectors are the strongest directions of weighted skill lists. A unit group has the mean of its occupations;
    a group without any has zeros, which say nothing.

    Args:
        occupations: the ESCO occupations in order.
        groups: the unit groups in order.
        size: number of directions.
    """
    names = sorted({skill for occupation in occupations for skill in occupation.skills})
    place = {skill: number for number, skill in enumerate(names)}
    table = np.zeros((len(occupations), len(names)), dtype=np.float64)
    for row, occupation in enumerate(occupations):
        for skill, weight in occupation.skills.items():
            table[row, place[skill]] = weight
    used = (table > 0).sum(axis=0)
    table *= np.log((1 + len(occupations)) / (1 + used))
    norm = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(norm > 0, norm, 1.0)
    own = _directions(table, size)
    by_group = np.zeros((len(groups), own.shape[1]))
    for number, group in enumerate(groups):
        rows = [row for row, occupation in enumerate(occupations) if occupation.isco08 == group]
        if rows:
            by_group[number] = own[rows].mean(axis=0)
    return _small(own), _small(by_group)


def _directions(table: NDArray[np.float64], size: int) -> NDArray[np.float64]:
    """Project on the strongest eigenvectors of the occupation-by-occupation products, signs fixed."""
    products = np.round(table @ table.T, 9)
    values, vectors = np.linalg.eigh(products)
    order = np.argsort(-values)[:size]
    kept = np.maximum(values[order], 0.0)
    signs = np.sign(vectors[np.abs(vectors[:, order]).argmax(axis=0), order])
    return np.asarray(vectors[:, order] * signs * np.sqrt(kept))


def _small(vectors: NDArray[np.float64]) -> NDArray[np.int8]:
    norm = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = vectors / np.where(norm > 0, norm, 1.0)
    return np.rint(unit * _FULL).astype(np.int8)
