"""A part of a long list: which group, from where, how many, and where the next part starts."""

from dataclasses import dataclass
from typing import Any, Literal

Group = Literal["shown", "own_work", "later", "exceeding"]


@dataclass(frozen=True, slots=True)
class RankingPage:
    """Which part of the ranked occupations is asked for.

    Attributes:
        group: `shown`, `own_work`, `later` or `exceeding`.
        offset: how many occupations come before the part.
        limit: how many occupations at most.
        explained: with every finding and every part of the score.
    """

    group: Group = "shown"
    offset: int = 0
    limit: int = 20
    explained: bool = False

    def place(self, total: int) -> dict[str, Any]:
        """Answer where the part stands in the whole list, and where the next part starts.

        Args:
            total: how many there are in all.
        """
        return place(self.offset, self.limit, total)


def place(offset: int, limit: int, total: int) -> dict[str, Any]:
    """Answer where a part stands in a list.

    Args:
        offset: how many come before the part.
        limit: how many at most.
        total: how many there are in all.

    Example:
        >>> place(0, 20, 45)["next_offset"], place(40, 20, 45)["next_offset"]
        (20, None)
    """
    after = offset + limit
    return {"offset": offset, "limit": limit, "total": total, "next_offset": after if after < total else None}
