"""The growth of time as a picture: a panel for each person, both axes in steps of ten."""

import math
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.svg import INK, LINE, PAPER, QUIET, element, picture, words

_WIDTH, _HEIGHT = 980, 430
_TOP, _BOTTOM = 62, 370
_PANELS = ((70, 350), (550, 830))
_LABEL_ROOM = 15
# Colours that are told apart without colour sight too; the dashes say the same again.
_PAINTS = (("#0b4f9c", ""), ("#0b4f9c", "6 4"), ("#a3261f", ""), ("#8a5a00", "2 3"))
_TITLE = "Time of a core for one person, by number of vacancies"


@dataclass(frozen=True, slots=True)
class Curve:
    """One way of doing the job, for one person.

    Attributes:
        person: which panel.
        name: which way.
        points: number of vacancies and milliseconds.
    """

    person: str
    name: str
    points: tuple[tuple[int, float], ...]


def growth_svg(curves: Sequence[Curve], persons: Sequence[str]) -> str:
    """Answer the picture.

    Args:
        curves: what was measured.
        persons: which panels, at most two.
    """
    told = "; ".join(f"{curve.person}, {curve.name}: {_told(curve)}" for curve in curves if curve.points)
    svg = picture("growth", _TITLE, f"Medians in milliseconds. {told}.", _WIDTH, _HEIGHT, lang="en")
    words(svg, 20, 26, f"{_TITLE}: medians in milliseconds, both axes in steps of ten", size=16, weight="600")
    drawn = [curve for curve in curves if curve.points]
    if not drawn:
        return ET.tostring(svg, encoding="unicode")
    across = _steps([count for curve in drawn for count, _ in curve.points])
    upwards = _steps([took for curve in drawn for _, took in curve.points])
    names = list(dict.fromkeys(curve.name for curve in drawn))
    for person, panel in zip(persons, _PANELS, strict=False):
        words(svg, panel[0], _TOP - 12, f"{person} person", size=14, weight="600")
        _axes(svg, panel, across, upwards)
        of_person = [curve for curve in drawn if curve.person == person]
        ends = []
        for curve in of_person:
            colour, dashes = _PAINTS[names.index(curve.name) % len(_PAINTS)]
            dots = [
                (_at(math.log10(count), across, *panel), _at(math.log10(took), upwards, _BOTTOM, _TOP))
                for count, took in curve.points
            ]
            line = " ".join(f"{x:.1f},{y:.1f}" for x, y in dots)
            element(svg, "polyline", points=line, fill="none", stroke=colour, stroke_width=2.4, stroke_dasharray=dashes)
            for x, y in dots:
                element(svg, "circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=3.4, fill=colour, stroke=PAPER)
            ends.append((dots[-1], f"{curve.name}, {_short(curve.points[-1][1])} ms", colour))
        _labels(svg, ends)
    return f"{ET.tostring(svg, encoding='unicode')}\n"


def _told(curve: Curve) -> str:
    return ", ".join(f"{took:.2f} at {count:,}" for count, took in curve.points)


def _short(took: float) -> str:
    return f"{took:,.0f}" if took >= 10 else f"{took:.1f}"  # noqa: PLR2004 two figures that count are enough


def _steps(values: Sequence[float]) -> tuple[int, int]:
    """Answer the powers of ten around some values."""
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return low, max(high, low + 1)


def _at(power: float, steps: tuple[int, int], low: float, high: float) -> float:
    return low + (power - steps[0]) / (steps[1] - steps[0]) * (high - low)


def _axes(svg: ET.Element, panel: tuple[int, int], across: tuple[int, int], upwards: tuple[int, int]) -> None:
    left, right = panel
    for power in range(upwards[0], upwards[1] + 1):
        y = round(_at(power, upwards, _BOTTOM, _TOP), 1)
        element(svg, "line", x1=left, x2=right, y1=y, y2=y, stroke=LINE)
        words(svg, left - 8, y + 4, f"{10.0**power:g}", size=12, anchor="end", fill=QUIET)
    for power in range(across[0], across[1] + 1):
        x = round(_at(power, across, left, right), 1)
        element(svg, "line", x1=x, x2=x, y1=_TOP, y2=_BOTTOM, stroke=LINE)
        words(svg, x, _BOTTOM + 18, f"{10**power:,}", size=12, anchor="middle", fill=QUIET)
    words(svg, (left + right) / 2, _BOTTOM + 40, "vacancies", size=12, anchor="middle", fill=QUIET)
    element(svg, "line", x1=left, x2=right, y1=_BOTTOM, y2=_BOTTOM, stroke=INK)


def _labels(svg: ET.Element, ends: Sequence[tuple[tuple[float, float], str, str]]) -> None:
    """Write the name of each line at its end, moved down where it would lie over another."""
    lowest = 0.0
    for (x, y), text, colour in sorted(ends, key=lambda end: end[0][1]):
        lowest = max(y + 4, lowest + _LABEL_ROOM)
        words(svg, x + 10, round(lowest, 1), text, size=12, fill=colour, weight="600")
