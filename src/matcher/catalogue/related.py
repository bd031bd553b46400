"""Work that is most like other work, by shared skills and by unit group."""

from dataclasses import dataclass

from matcher.catalogue.model import Catalogue, Occupation


@dataclass(frozen=True, slots=True)
class Related:
    """One related occupation.

    Attributes:
        occupation: the occupation.
        closeness: 0-100, how much experience carries over.
    """

    occupation: Occupation
    closeness: int


def related_occupations(
    catalogue: Catalogue, occupation_id: str, *, count: int, own_group: int, floor: int
) -> tuple[Related, ...]:
    """Answer the work that an occupation is most like, closest first.

    A unit group gets other unit groups; an occupation inside one gets occupations inside, of which only some from its
    own unit group, so that the list also looks over the fence. Two occupations of one name count once.

    Args:
        catalogue: occupations; with `level="all"` for occupations inside unit groups.
        occupation_id: the occupation.
        count: how many at most.
        own_group: how many of these may come from its own unit group.
        floor: closeness (0-100) below which work is not related.

    Raises:
        UnknownOccupation: no occupation has this id.

    Example:
        >>> from matcher.catalogue import load_catalogue
        >>> found = related_occupations(load_catalogue(), "isco:4226", count=3, own_group=0, floor=25)
        >>> len(found), found[0].closeness >= found[-1].closeness
        (3, True)
    """
    own = catalogue.occupation(occupation_id)
    closeness = catalogue.closeness_from(occupation_id).tolist()
    is_group = own.kind == "unit_group"
    places = sorted(
        (
            place
            for place, other in enumerate(catalogue.occupations)
            if (other.kind == "unit_group") == is_group and other.id != own.id and closeness[place] >= floor
        ),
        key=lambda place: (-closeness[place], catalogue.occupations[place].id),
    )
    found: list[Related] = []
    named, near = {own.title_nl.casefold()}, 0
    for place in places:
        other = catalogue.occupations[place]
        same_group = other.isco08 == own.isco08
        if other.title_nl.casefold() in named or (same_group and near >= own_group):
            continue
        named.add(other.title_nl.casefold())
        near += same_group
        found.append(Related(other, int(closeness[place])))
        if len(found) == count:
            break
    return tuple(found)
