"""Titles that hold more than one job: "assistente en coördinator" is two."""

import re

_BETWEEN = re.compile(r"\s+(?:en|&|tevens)\s+|\s*/\s*")


def jobs_in(title: str) -> tuple[str, ...]:
    """Answer the jobs in one title, in order; the whole title when it holds one.

    Args:
        title: the title as it stands in the case.

    Example:
        >>> jobs_in("receptionist en telefonist"), jobs_in("kok")
        (('receptionist', 'telefonist'), ('kok',))
    """
    parts = tuple(part for part in _BETWEEN.split(" ".join(title.split())) if part)
    return parts or (title,)
