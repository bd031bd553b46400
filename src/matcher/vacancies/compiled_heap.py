"""The best of many rows in compiled code: a heap whose first is the worst of those kept."""

from functools import partial

from numba import njit

# Arrays come from whoever calls and stay there, so compiled code need not count who holds them: counting took most of
# the time of a pass. It can then make no array either.
compiled = partial(njit, cache=True, nogil=True, _nrt=False)


@compiled()
def worse(key_a: int, mark_a: int, key_b: int, mark_b: int) -> bool:
    """Answer whether a row stands behind another: by a lower key, or by a higher mark with the same key."""
    return key_a < key_b or (key_a == key_b and mark_a > mark_b)


@compiled()
def keep(keys, marks, rows, kept, key, mark, row):  # type: ignore[no-untyped-def]  # compiled
    """Keep a row when there is room or when it stands before the worst; answer how many are kept."""
    if kept < len(keys):
        keys[kept], marks[kept], rows[kept] = key, mark, row
        _rise(keys, marks, rows, kept)
        return kept + 1
    if key >= keys[0] and worse(keys[0], marks[0], key, mark):
        keys[0], marks[0], rows[0] = key, mark, row
        _sink(keys, marks, rows, kept)
    return kept


@compiled()
def put_in_order(keys, marks, rows, kept):  # type: ignore[no-untyped-def]  # compiled
    """Turn a heap into a list, best first: the worst that is left goes to the end, again and again."""
    for last in range(kept - 1, 0, -1):
        keys[0], keys[last] = keys[last], keys[0]
        marks[0], marks[last] = marks[last], marks[0]
        rows[0], rows[last] = rows[last], rows[0]
        _sink(keys, marks, rows, last)


@compiled()
def _sink(keys, marks, rows, count):  # type: ignore[no-untyped-def]  # compiled
    """Let the first of a heap sink to its place."""
    place = 0
    while True:
        child = 2 * place + 1
        if child >= count:
            return
        if child + 1 < count and worse(keys[child + 1], marks[child + 1], keys[child], marks[child]):
            child += 1
        if not worse(keys[child], marks[child], keys[place], marks[place]):
            return
        keys[child], keys[place] = keys[place], keys[child]
        marks[child], marks[place] = marks[place], marks[child]
        rows[child], rows[place] = rows[place], rows[child]
        place = child


@compiled()
def _rise(keys, marks, rows, place):  # type: ignore[no-untyped-def]  # compiled
    while place > 0:
        above = (place - 1) // 2
        if not worse(keys[place], marks[place], keys[above], marks[above]):
            return
        keys[above], keys[place] = keys[place], keys[above]
        marks[above], marks[place] = marks[place], marks[above]
        rows[above], rows[place] = rows[place], rows[above]
        place = above
