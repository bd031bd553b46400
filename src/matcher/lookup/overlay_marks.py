"""The shapes of the overlay picture: one per outcome, readable without colour."""

import xml.etree.ElementTree as ET

from matcher.domain.finding import Outcome
from matcher.svg import INK, PAPER, QUIET, element, words

_OVER, _ASK, _FITS = "#a3261f", "#0b4f9c", "#1d6b3a"


def draw_outcome(parent: ET.Element, outcome: Outcome, x: float, y: float) -> None:
    """Draw the shape of an outcome around a point.

    Args:
        parent: where it is drawn.
        outcome: what came out.
        x: middle, in pixels.
        y: middle, in pixels.
    """
    match outcome:
        case Outcome.FITS:
            element(parent, "circle", cx=x, cy=y, r=8, fill=_FITS, stroke=PAPER)
            d = f"M{x - 3.6} {y + 0.2}l2.6 2.8l4.8 -5.6"
            element(parent, "path", d=d, fill="none", stroke=PAPER, stroke_width=1.8)
        case Outcome.SIGNAL:
            element(parent, "path", d=f"M{x} {y - 9}l9 16h-18z", fill=PAPER, stroke=INK, stroke_width=1.8)
            element(parent, "path", d=f"M{x} {y - 3}v5m0 1.6v1.6", stroke=INK, stroke_width=1.8)
        case Outcome.POSSIBLE:
            element(parent, "path", d=f"M{x} {y - 9}l9 9l-9 9l-9 -9z", fill=PAPER, stroke=_ASK, stroke_width=2)
            element(parent, "path", d=f"M{x} {y - 9}v18l-9 -9z", fill=_ASK)
        case Outcome.QUESTION:
            element(parent, "circle", cx=x, cy=y, r=8, fill=PAPER, stroke=_ASK, stroke_width=2)
            words(parent, x, y + 4.5, "?", size=13, anchor="middle", fill=_ASK, weight="600")
        case Outcome.CAPACITY_UNKNOWN:
            element(parent, "rect", x=x - 8, y=y - 8, width=16, height=16, rx=3, fill=PAPER, stroke=_ASK)
            words(parent, x, y + 4.5, "?", size=13, anchor="middle", fill=_ASK, weight="600")
        case Outcome.EXCEEDS:
            element(parent, "rect", x=x - 8, y=y - 8, width=16, height=16, fill=_OVER, stroke=PAPER)
            d = f"M{x - 4} {y - 4}l8 8m0 -8l-8 8"
            element(parent, "path", d=d, fill="none", stroke=PAPER, stroke_width=2.2)
        case Outcome.NOT_COMPARED:
            element(parent, "path", d=f"M{x - 6} {y}h12", fill="none", stroke=QUIET, stroke_width=2)
