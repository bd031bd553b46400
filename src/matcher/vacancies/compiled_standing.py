"""What of a segment stays open for a person, compiled by numba: the same answers as in numpy."""

from functools import partial

import numpy as np

from matcher.vacancies.asked import Asked
from matcher.vacancies.compiled_key import key_tables
from matcher.vacancies.compiled_pass import open_words
from matcher.vacancies.compiled_score import best_of_each_word, best_of_words
from matcher.vacancies.person_tables import PersonTables
from matcher.vacancies.plain_pass import Window
from matcher.vacancies.standing import Standing
from matcher.vacancies.store import Part


def compiled_standing(part: Part, person: PersonTables, asked: Asked, window: Window) -> Standing:
    """Answer what of a segment stays open for a person.

    Args:
        part: a segment with its rows that are gone.
        person: the person as tables.
        asked: the person against this segment.
        window: which vacancies are looked at.
    """
    found, tables = open_words(part, person, asked, window), key_tables(part.segment, person, asked)
    words = np.flatnonzero(found.words).astype(np.uint32)
    rows, keys = best_of_each_word(tables, words, found.words[words])
    words = words[np.lexsort((tables.mark[rows], -keys))]
    best = partial(best_of_words, tables)
    return Standing(words, found.words[words], found.opened, found.listed, found.only_by, best)
