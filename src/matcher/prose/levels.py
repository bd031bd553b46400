"""How far a kind of work lies below the person's own level."""

from matcher.domain.zoekprofiel import KindOfWork

LOWER = ("lower_one", "lower_more")
_BELOW = {"one_lower": LOWER[0], "two_lower": LOWER[1], "three_lower": LOWER[1]}


def steps_below(kind: KindOfWork) -> str | None:
    """Answer `lower_one` or `lower_more`; None when the work is not below the own level or that is not known."""
    level = next((part.level for part in kind.occupation.contributions if part.part == "education"), "")
    return _BELOW.get(level)
