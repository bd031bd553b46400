"""Which row of the catalogue a vacancy's occupation is: an occupation inside a unit group counts as that group."""

from functools import lru_cache

from matcher.catalogue import Catalogue, load_catalogue


def occupation_row(catalogue: Catalogue, occupation_id: str | None) -> int | None:
    """Answer the row of an occupation among the unit groups; None when it is not known.

    Args:
        catalogue: the unit groups.
        occupation_id: e.g. `isco:4226`, or the id of an occupation inside a group.

    Example:
        >>> table = load_catalogue()
        >>> occupation_row(table, "isco:4226") == table.index["isco:4226"], occupation_row(table, None)
        (True, None)
    """
    if occupation_id is None:
        return None
    row = catalogue.index.get(occupation_id)
    if row is not None or occupation_id.startswith("isco:"):
        return row
    group = _groups().get(occupation_id)
    return None if group is None else catalogue.index.get(group)


@lru_cache(maxsize=1)
def _groups() -> dict[str, str]:
    return {each.id: each.parent for each in load_catalogue(level="all").occupations if each.parent}
