"""A person made ready to be held against vacancies: the middle of the story, and how far the person can travel."""

from dataclasses import dataclass
from datetime import date

from matcher.catalogue import Catalogue
from matcher.domain.case import Case, Region, Transport
from matcher.matching import Story, read_story
from matcher.places import Point, find_place, find_postcode
from matcher.policy import stage_views
from matcher.policy.stage import WIDENING, Stage, width
from matcher.vacancies.occupation import occupation_row
from matcher.vacancies.rules import vacancy_rules


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a person can travel to work.

    Attributes:
        start: where the journey starts, or None when it is not known.
        transport: means of transport; empty when none is named.
        minutes_per_day: longest travel a day, there and back.
    """

    start: Point | None
    transport: tuple[Transport, ...]
    minutes_per_day: int


@dataclass(frozen=True, slots=True)
class Seeker:
    """A person made ready to be held against vacancies. For the coach's eyes.

    Attributes:
        case: the case.
        on: the day of matching.
        story: capacity, facts, stage and the comparison with every occupation.
        reach: how far the person can travel.
        last_stage: the stage up to which work is shown.
    """

    case: Case
    on: date
    story: Story
    reach: Reach
    last_stage: Stage

    @property
    def catalogue(self) -> Catalogue:
        """Answer the occupations."""
        return self.story.catalogue

    def row_of(self, occupation_id: str | None) -> int | None:
        """Answer the row of an occupation in the catalogue; None when it is not known there."""
        return occupation_row(self.catalogue, occupation_id)


def make_seeker(case: Case, on: date, catalogue: Catalogue) -> Seeker:
    """Answer a person who is ready to be held against vacancies.

    Args:
        case: the case.
        on: the day of matching.
        catalogue: the unit groups.

    Raises:
        CaseInvalid: the case contradicts itself.
        FormRefused: the form is too old and the coach did not confirm its use.
    """
    story = read_story(case, on, catalogue)
    stages = stage_views(case.policy, on)
    code = story.view.search_stage if story.view.search_stage in WIDENING else WIDENING[-1]
    return Seeker(case, on, story, reach_of(case.person.region, stages[code], on), stages[code])


def reach_of(region: Region, stage: Stage | None, on: date) -> Reach:
    """Answer how far a person can travel.

    The person's own limit counts as it is. Without one the stage's limit holds, and a longer journey to the old work
    stays acceptable.

    Args:
        region: where the person lives and travels.
        stage: the stage up to which work is shown; the widest rule when not given.
        on: the day of matching.

    Example:
        >>> reach_of(Region(place="Zwolle", travel_minutes_per_day=60), None, date(2026, 12, 1)).minutes_per_day
        60
    """
    start = find_postcode(region.postcode4) if region.postcode4 else None
    if start is None and region.place:
        start = find_place(region.place)
    if region.travel_minutes_per_day is not None:
        return Reach(start, region.transport, region.travel_minutes_per_day)
    default = int(vacancy_rules(on)["distance"]["travel_minutes_when_no_stage"]["value"])
    cell = None if stage is None else stage.value("travel_minutes_max")
    minutes = default if cell is None else int(width("travel_minutes_max", cell))
    return Reach(start, region.transport, max(minutes, region.old_commute_minutes_per_day or 0))
