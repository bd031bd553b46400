"""How far a kind of work lies below the person's own level."""

from matcher.domain.zoekprofiel import KindOfWork

LOWER = ("lower_one", "lower_two", "lower_more")
_BELOW = dict(zip(("one_lower", "two_lower", "three_lower"), LOWER, strict=True))


def steps_below(kind: KindOfWork) -> str | None:
    """Answer `lower_one`, `lower_two` or `lower_more` (more than two); None when not below or not known."""
    level = next((part.level for part in kind.occupation.contributions if part.part == "education"), "")
    return _BELOW.get(level)
