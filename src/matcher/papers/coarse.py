"""Does the form say that its words are coarse, so that a word alone does not tell the level?"""

from collections.abc import Iterable

from matcher.papers.anchors import anchor_in
from matcher.papers.vocabulary import doubt_pattern
from matcher.reference.fml import items
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_PAIR = 2
_LIST_SIGNS = (",", "/", "|")  # a list of all degrees joins none
_WINDOW = 2  # a sentence may go on in the next line


def words_are_coarse(rows: Iterable[Row]) -> bool:
    """Answer whether a legend joins two degrees in one word, or says that the value or the explanation decides.

    Args:
        rows: the rows of a form; those of an item say nothing here.

    Example:
        >>> from matcher.sheets import Cell
        >>> texts = ("geel = licht beperkt of beperkt", "licht beperkt, beperkt of sterk beperkt")
        >>> [words_are_coarse([Row(1, (Cell(text, 0, 9),))]) for text in texts]
        [True, False]
    """
    loose = [row for row in rows if (found := anchor_in(row, None)) is None or not found.is_sure]
    cells = [plain(cell.text) for row in loose for cell in row.cells]
    if any(_joins(text) for text in cells):
        return True
    lines = [plain(row.text) for row in loose]
    return any(
        doubt_pattern("value_decides").search(" ".join(lines[at : at + _WINDOW])) is not None
        for at in range(len(lines))
    )


def _joins(text: str) -> bool:
    found = doubt_pattern("joined_degrees").search(text)
    if found is None:
        return False
    few = len(doubt_pattern("each_degree").findall(text)) <= _PAIR
    listed = text[: found.start()].rstrip()[-1:] in _LIST_SIGNS or text[found.end() :].lstrip()[:1] in _LIST_SIGNS
    return few or not listed


def lighter_words(item: str) -> frozenset[str]:
    """Answer the degrees of an item that are lighter than "beperkt".

    Args:
        item: item of the current list.

    Example:
        >>> sorted(lighter_words("IV.13")), sorted(lighter_words("I.1"))
        (['licht beperkt'], [])
    """
    names = [plain(level.name_nl) for number, level in items()[item].levels.items() if number]
    return frozenset(names[: names.index("beperkt")]) if "beperkt" in names else frozenset()
