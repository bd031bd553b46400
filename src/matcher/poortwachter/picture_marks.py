"""The shapes of the timeline picture: one per status, readable without colour."""

import xml.etree.ElementTree as ET

from matcher.poortwachter.model import Status
from matcher.svg import PAPER, QUIET, element

_LATE, _NOW, _DONE = "#a3261f", "#0b4f9c", "#1d6b3a"


def draw_mark(parent: ET.Element, status: Status, x: float, y: float) -> None:
    """Draw the shape of a status around a point."""
    match status:
        case Status.LATE:
            element(parent, "path", d=f"M{x} {y - 9}l9 16h-18z", fill=_LATE, stroke=PAPER)
            element(parent, "path", d=f"M{x} {y - 3}v5m0 1.6v1.6", stroke=PAPER, stroke_width=1.8)
        case Status.DUE:
            element(parent, "path", d=f"M{x} {y - 9}l9 9l-9 9l-9 -9z", fill=_NOW, stroke=PAPER)
        case Status.DUE_SOON:
            d = f"M{x} {y - 8}l8 8l-8 8l-8 -8z"
            element(parent, "path", d=d, fill=PAPER, stroke=_NOW, stroke_width=2)
        case Status.FUTURE:
            element(parent, "circle", cx=x, cy=y, r=5.5, fill=PAPER, stroke=QUIET, stroke_width=2)
        case Status.DONE:
            element(parent, "circle", cx=x, cy=y, r=8, fill=_DONE, stroke=PAPER)
            d = f"M{x - 3.6} {y + 0.2}l2.6 2.8l4.8 -5.6"
            element(parent, "path", d=d, fill="none", stroke=PAPER, stroke_width=1.8)
        case Status.NOT_NEEDED:
            d = f"M{x - 5} {y - 5}l10 10m0 -10l-10 10"
            element(parent, "path", d=d, fill="none", stroke=QUIET, stroke_width=2)
