"""How a page must be held to read it: a form may lie on its side."""

import math
from collections import Counter
from typing import Any

from pypdfium2 import raw

_SIGNS_SEEN = 600  # so many signs show which way up a page is


class Turn:
    """Places on the page as a reader holds it: turned so that most words stand upright, from the top left.

    Args:
        page: an open page of pypdfium2.
        text: its text.
    """

    def __init__(self, page: Any, text: Any) -> None:
        self.turns = _turns_to_read(text, page.get_rotation() // 90)
        left, bottom, right, top = page.get_cropbox()
        self._left, self._bottom, self._width, self._height = left, bottom, right - left, top - bottom

    @property
    def size(self) -> tuple[float, float]:
        """Answer the width and the height."""
        return (self._height, self._width) if self.turns % 2 else (self._width, self._height)

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Answer left, top, right, bottom."""
        x0, x1 = left - self._left, right - self._left
        y0, y1 = bottom - self._bottom, top - self._bottom
        wide, high = self._width, self._height
        if self.turns == 1:
            return y0, x0, y1, x1
        if self.turns == 2:  # noqa: PLR2004 half a turn
            return wide - x1, y0, wide - x0, y1
        if self.turns == 3:  # noqa: PLR2004 three quarters
            return high - y1, wide - x1, high - y0, wide - x0
        return x0, high - y1, x1, high - y0


def _turns_to_read(text: Any, shown: int) -> int:
    """Answer how many quarter turns to the right make most words upright; as the page is shown when it has no words."""
    count = max(raw.FPDFText_CountChars(text), 0)
    step = max(count // _SIGNS_SEEN, 1)
    seen: Counter[int] = Counter()
    for place in range(0, count, step):
        if raw.FPDFText_GetUnicode(text, place) > 32:  # noqa: PLR2004 space
            angle = raw.FPDFText_GetCharAngle(text, place)
            if angle >= 0:
                seen[round(-angle / (math.pi / 2)) % 4] += 1
    return seen.most_common(1)[0][0] if seen else shown
