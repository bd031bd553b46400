"""Does the form print whole scales, one option below the other, so that a level that is read may only be printed?"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from matcher.papers.anchors import anchor_in
from matcher.papers.option_lines import OptionLine, are_options, option_in
from matcher.papers.vocabulary import doubt_number, word_list
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_LINES_APART = 2  # an option may go on over two lines before the next one stands there


def prints_whole_scales(rows: Sequence[Row]) -> bool:
    """Answer whether options stand below each other with numbers that go up: "0 normaal", below it "1 beperkt".

    Args:
        rows: the rows of a form.

    Returns:
        True from a few such pairs on, also of words alone; then only a mark says which option holds, never its words.

    Example:
        >>> from matcher.sheets import Cell
        >>> scale = ("2.1 Zien 0 normaal", "1 beperkt", "2.2 Horen 0 normaal", "1 beperkt", "2.3 Lezen 0 norm", "1 ja")
        >>> [prints_whole_scales([Row(1, (Cell(text, 0, 9),)) for text in texts]) for texts in (scale, scale[::2])]
        [True, False]
    """
    options = [(row, [int(number) for number in _option().findall(plain(row.text))]) for row in rows]
    pairs = sum(
        bool(one and two) and two[0] == one[-1] + 1 and not _names_an_item(row)
        for (_, one), (row, two) in pairwise(options)
    )
    return max(pairs, _pairs_of_lines(rows)) >= doubt_number("whole_scales_from")


def _pairs_of_lines(rows: Sequence[Row]) -> int:
    """Answer how many lines that are an option follow right below the option before it, also without numbers."""
    pairs = apart = 0
    before: OptionLine | None = None
    for row in rows:
        option = None if _names_an_item(row) else option_in(row)  # a score in front of a name is no option
        apart = 0 if option is not None else apart + 1
        if option is not None:
            pairs += before is not None and are_options(before, option)
            before = option
        elif apart > _LINES_APART or _names_an_item(row):
            before = None
    return pairs


def _names_an_item(row: Row) -> bool:
    """Answer whether a row begins the next item, so that its score has nothing to do with the row before."""
    found = anchor_in(row, None)
    return found is not None and found.is_sure


@cache
def _option() -> re.Pattern[str]:
    """Answer the pattern of a number of one figure with a word that begins an option behind it."""
    words = "|".join(re.escape(word) for word in word_list("option_starts"))
    return re.compile(rf"(?<![\d.,])(\d)\s*[:.)=\-]?\s+(?:{words})(?!\w)")
