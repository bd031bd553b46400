"""One occupation as a coach would read it: what it is, and what its work asks."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from matcher.catalogue import Catalogue, Judgement, Occupation, Related, judgement_of, related_occupations
from matcher.domain.demand import Mark
from matcher.lookup.demand_line import DemandLine, lines_of
from matcher.lookup.wording import rules
from matcher.ranking import WageIndex, minimum_wage, wage_index

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Wage:
    """The usual hourly wage of an occupation.

    Attributes:
        base_eur_per_hour: median of 2023 (CBS).
        basis: `group`, or `parent` where only the level above was published.
        eur_per_hour: the same on the day, by an assumed growth of wages.
        index: the assumed growth, with its note.
        minimum_eur_per_hour: minimum wage (21 and over) on the day, None before the first figure that we hold.
    """

    base_eur_per_hour: Decimal
    basis: str
    eur_per_hour: Decimal
    index: WageIndex
    minimum_eur_per_hour: Decimal | None


@dataclass(frozen=True, slots=True)
class Jobs:
    """How many people do this work.

    Attributes:
        group_x1000: thousands employed in the unit group, our share of its BRC group.
        whole_x1000: thousands employed in the BRC group (CBS).
        alone: whether the unit group is the whole BRC group.
        inside: whether the occupation is only part of its unit group, which nobody counts.
    """

    group_x1000: float
    whole_x1000: float
    alone: bool
    inside: bool


@dataclass(frozen=True, slots=True)
class OccupationCard:
    """Everything about one occupation.

    Attributes:
        occupation: the occupation.
        group: its unit group; itself when it is one.
        on: the day that wages are shown for.
        lines: what the work asks, one per channel in the order of the list.
        wage: usual wage, None when not published.
        jobs: how many people do it.
        related: work that it is most like.
        judgements: channel -> why our own judgement holds there.
    """

    occupation: Occupation
    group: Occupation
    on: date
    lines: tuple[DemandLine, ...]
    wage: Wage | None
    jobs: Jobs
    related: tuple[Related, ...]
    judgements: dict[str, Judgement]

    @property
    def known(self) -> int:
        """Answer on how many channels anything is known."""
        return sum(line.is_known for line in self.lines)


def card_of(catalogue: Catalogue, occupation_id: str, on: date) -> OccupationCard:
    """Answer the card of one occupation.

    Args:
        catalogue: all occupations, loaded with `level="all"`.
        occupation_id: an id such as `isco:4226`.
        on: the day that wages are shown for.

    Returns:
        The card; what no source says is unknown on it.

    Raises:
        UnknownName: there is no such occupation.

    Example:
        >>> from matcher.catalogue import load_catalogue
        >>> card = card_of(load_catalogue(level="all"), "nl:receptionist", date(2026, 11, 22))
        >>> card.group.id, card.known > 60
        ('isco:4226', True)
    """
    occupation = catalogue.occupation(occupation_id)
    group = catalogue.occupation(occupation.parent) if occupation.parent else occupation
    lines = lines_of(catalogue, occupation.id)
    judged = {
        line.channel.code: found
        for line in lines
        if line.mark is Mark.JUDGED and (found := judgement_of(occupation, line.channel.code)) is not None
    }
    limits = rules()
    return OccupationCard(
        occupation,
        group,
        on,
        lines,
        wage_of(occupation, on),
        _jobs(catalogue, occupation, group),
        related_occupations(
            catalogue,
            occupation.id,
            count=limits["related"],
            own_group=limits["related_from_own_group"],
            floor=limits["related_floor"],
        ),
        judged,
    )


def wage_of(occupation: Occupation, on: date) -> Wage | None:
    """Answer the usual wage of an occupation on a day, None when nothing was published.

    Args:
        occupation: the occupation with its median of 2023.
        on: the day.
    """
    if occupation.wage_eur_per_hour_2023 is None:
        return None
    base, index = Decimal(str(occupation.wage_eur_per_hour_2023)), wage_index(on)
    then = (base * index.factor).quantize(_CENT, ROUND_HALF_UP)
    return Wage(base, occupation.wage_basis, then, index, minimum_wage(on))


def _jobs(catalogue: Catalogue, occupation: Occupation, group: Occupation) -> Jobs:
    together = [
        other for other in catalogue.occupations if other.kind == "unit_group" and other.brc_group == group.brc_group
    ]
    whole = sum(other.employed_x1000 for other in together)
    return Jobs(group.employed_x1000, whole, len(together) == 1, occupation.id != group.id)
