"""Capacity in the score: how much was compared and fits, and how many points stay open. Unknown adds nothing."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from matcher.catalogue import Catalogue
from matcher.domain.capacity import CapacityProfile, CapacityStatus
from matcher.domain.contribution import Contribution
from matcher.fit import Screening
from matcher.ranking.part import Part

PERCENT = 100


def margin_part(
    catalogue: Catalogue, profile: CapacityProfile, screening: Screening, weights: Mapping[str, Any]
) -> Part:
    """Answer how much room the capacity leaves.

    The points start from the share of channels for which both sides have figures. Each limited channel takes away by
    the share of jobs that does not stay within it; a channel whose capacity or demand is not known takes away a full
    share. So neither less capacity nor a value that becomes unknown ever adds points.

    Args:
        catalogue: occupations.
        profile: what the person can do.
        screening: outcomes over all occupations.
        weights: the `capacity` weights.
    """
    top, low, full = int(weights["margin_max"]), int(weights["credit_from_pct"]), int(weights["credit_full_pct"])
    statuses = [profile.channels[code].status for code in catalogue.channels]
    narrow = [n for n, s in enumerate(statuses) if s in {CapacityStatus.LIMITED, CapacityStatus.UNKNOWN}]
    compared = screening.compared.astype(np.int32)
    total = len(catalogue.channels)
    room = np.clip((screening.share_low[:, narrow].astype(np.int32) - low) * PERCENT // (full - low), 0, PERCENT)
    lost = (PERCENT - room * room // PERCENT).sum(axis=1)
    with_figures = (screening.share_low >= 0).sum(axis=1).astype(np.int32)
    points = top * with_figures // total - top * lost // (PERCENT * int(weights["limits_full_loss"]))
    points = np.maximum(points, 0).astype(np.int32)
    limited = sum(1 for status in statuses if status is CapacityStatus.LIMITED)

    def explain(row: int) -> Contribution:
        return margin_told(int(points[row]), top, int(compared[row]), total, limited)

    return Part(points, explain)


def margin_told(points: int, top: int, compared: int, total: int, limited: int) -> Contribution:
    """Answer how much room the capacity leaves, in words.

    Args:
        points: what it adds.
        top: what it could add at most.
        compared: how many channels were compared and came out.
        total: how many channels there are.
        limited: how many of them are limited on the form.
    """
    level, level_nl = _margin_level(points, top)
    why = f"{compared} van de {total} onderdelen zijn vergeleken; {limited} onderdelen zijn beperkt op het formulier."
    return Contribution("capacity_margin", "ruimte in de belastbaarheid", level, level_nl, points, top, why)


def _margin_level(points: int, top: int) -> tuple[str, str]:
    if points == 0:
        return "none", "geen of niet bekend"
    if points * 2 < top:
        return "some", "enige ruimte"
    return "ample", "ruim"


def open_part(screening: Screening, weights: Mapping[str, Any]) -> Part:
    """Answer how few channels do not simply fit. Without anything compared nothing is added.

    A channel that becomes unknown counts as one here, whatever it was before: not knowing never adds points.

    Args:
        screening: outcomes over all occupations.
        weights: the `capacity` weights.
    """
    top, zero = int(weights["open_max"]), int(weights["open_points_zero"])
    room = np.maximum(zero - screening.not_fitting.astype(np.int32), 0)
    points = np.where(screening.fits_any, top * room // zero, 0).astype(np.int32)

    def explain(row: int) -> Contribution:
        exceeds, fits_any = bool(screening.exceeds[row]), bool(screening.fits_any[row])
        return open_told(int(points[row]), top, int(screening.points[row]), exceeds=exceeds, fits_any=fits_any)

    return Part(points, explain)


def open_told(points: int, top: int, opened: int, *, exceeds: bool, fits_any: bool) -> Contribution:
    """Answer how few channels do not simply fit, in words.

    Args:
        points: what it adds.
        top: what it could add at most.
        opened: points to explain or ask.
        exceeds: whether any channel exceeds.
        fits_any: whether any channel was compared and fits.
    """
    if exceeds:
        level, level_nl, why = "exceeds", "overschrijding", "Er is een overschrijding."
    elif opened == 0 and fits_any:
        level, level_nl, why = "none_open", "geen open punten", "Geen enkel punt hoeft te worden toegelicht."
    else:
        level, level_nl, why = "open", "open punten", f"{opened} punten moeten worden toegelicht of gevraagd."
    return Contribution("capacity_open", "open punten", level, level_nl, points, top, why)
