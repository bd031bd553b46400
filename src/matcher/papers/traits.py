"""What a form as a whole shows about its way of writing, so that one item is read as all of them are written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traits:
    """What the form as a whole shows about its way of writing.

    Attributes:
        graded: it uses words for several degrees, so that "beperkt" is one of them.
        words: the words for a degree that it uses.
        numbered: it writes "beperkt" with its number, so that the word is that of the list.
        coarse: it says that one word stands for more than one degree.
        bare_numbers: it gives scores as a number alone.
        deviations_only: it only lists what differs.
        counted: the numbers in front of its items mostly go up by one: they number the rows.
        crooked: some of its marks stand in no column, or in one that cannot be: the columns may be taken wrongly.
        recognised: its text was recognised from pictures.
        other_scale: its numbers may mean something else than those of the list.
        boxed: it has boxes below or behind the names of its items, each with words of its own.
        whole_scales: it prints every option below the other, so that only a mark says which one holds.
    """

    graded: bool = False
    words: frozenset[str] = frozenset()
    numbered: bool = False
    coarse: bool = False
    bare_numbers: bool = False
    deviations_only: bool = False
    counted: bool = False
    crooked: bool = False
    recognised: bool = False
    other_scale: bool = False
    boxed: bool = False
    whole_scales: bool = False
