"""A person made ready once and held against an index again and again: what does not depend on a vacancy is kept."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.domain.vacancy import Vacancy
from matcher.vacancies.asked import Asked, ask
from matcher.vacancies.columns import day_of
from matcher.vacancies.index import Index
from matcher.vacancies.judged import Judge
from matcher.vacancies.model import RankedVacancy
from matcher.vacancies.person_tables import PersonTables, person_tables
from matcher.vacancies.plain_pass import Counted
from matcher.vacancies.records import decode
from matcher.vacancies.search import Ranked, added_up, rank_for
from matcher.vacancies.seeker import make_seeker
from matcher.vacancies.segment import FIRST_SEEN, Segment
from matcher.vacancies.share import TOP, counting_pass, window_on
from matcher.vacancies.status import statuses_of

_INDEXES_MOST = 2
# Vacancies hold nothing of a person, so what was read of them may stay: about 6 kB each.
_decoded = lru_cache(maxsize=2048)(decode)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a vacancy stands in the order of a person.

    Attributes:
        rank: its place, from 1.
        segment: name of the segment that holds it; a segment never changes.
        row: its row there.
    """

    rank: int
    segment: str
    row: int


@dataclass(frozen=True, slots=True)
class Order:
    """The best vacancies of an index for a person, not explained yet.

    Attributes:
        places: best first.
        open_count: how many are open in all.
        listed_count: how many vacancies of the index are open to anyone on that day.
        only_by: per limit, how many vacancies nothing else closes; the most first.
    """

    places: tuple[Place, ...]
    open_count: int
    listed_count: int
    only_by: Mapping[str, int]


@dataclass(frozen=True)
class Prepared:
    """One person on one day, ready for any index, and against the tables of the last indexes that were asked.

    It is health data: hold it in memory only, and shortly.

    Attributes:
        judge: the person, with the rules.
        tables: the same as tables.
    """

    judge: Judge
    tables: PersonTables
    _asked: "OrderedDict[int, tuple[Index, list[Asked]]]" = field(default_factory=OrderedDict, repr=False)

    def rank(self, index: Index, *, top: int = TOP, new_since: date | None = None, closed: bool = False) -> Ranked:
        """Answer what `rank_vacancies` answers; every vacancy is looked at each time.

        Args:
            index: vacancies, open for reading.
            top: how many to explain.
            new_since: only vacancies that were first seen on this day or later.
            closed: whether to list closed ones too.
        """
        order = None if closed else self.order(index, top=top, new_since=new_since)
        if order is None:
            return rank_for(self.judge, self.tables, index, top=top, new_since=new_since, closed=closed)
        return self.told(index, order, self.explain(index, order.places))

    def told(self, index: Index, order: Order, shown: tuple[RankedVacancy, ...]) -> Ranked:
        """Answer an order as a ranking.

        Args:
            index: the index that it is of.
            order: what `order` answered.
            shown: those of its vacancies that are explained.
        """
        seeker = self.judge.seeker
        counts = order.open_count, order.listed_count, order.only_by
        return Ranked(seeker.case.id, seeker.on, seeker, index.name, shown, (), *counts)

    def order(self, index: Index, *, top: int = TOP, new_since: date | None = None) -> Order | None:
        """Answer the best vacancies without explaining them; None where only the usual way can rank this index.

        Args:
            index: vacancies, open for reading.
            top: how many.
            new_since: only vacancies that were first seen on this day or later.
        """
        run = counting_pass(sum(len(part.segment) for part in index.parts))
        if run is None or any(part.segment.records is None for part in index.parts):
            return None
        window = window_on(self.judge.seeker.on, new_since)
        passed = [
            run(part, self.tables, asked, window, top)
            for part, asked in zip(index.parts, self._against(index), strict=True)
        ]
        return Order(
            _places(index, passed, top),
            sum(each.opened for each in passed),
            sum(each.listed for each in passed),
            added_up((each.only_by for each in passed), self.tables),
        )

    def explain(self, index: Index, places: Sequence[Place]) -> tuple[RankedVacancy, ...]:
        """Answer vacancies of an order with everything that was compared.

        Args:
            index: the index that the order is of.
            places: some of the order.
        """
        if not places:
            return ()
        seeker, segments = self.judge.seeker, {part.name: part.segment for part in index.parts}
        statuses = statuses_of(seeker.case.track, seeker.on)
        judged = self.judge.many([_vacancy(segments[place.segment], place.row) for place in places])
        seen = (day_of(int(segments[place.segment].rows[place.row, FIRST_SEEN])) for place in places)
        return tuple(
            replace(
                each,
                rank=place.rank,
                status=statuses.get(each.vacancy.record.id, ""),
                first_seen="" if day is None else day.isoformat(),
            )
            for each, place, day in zip(judged, places, seen, strict=True)
        )

    def _against(self, index: Index) -> list[Asked]:
        """Answer the person against the tables of an index, worked out once for each of the last indexes."""
        known = self._asked.get(id(index))
        if known is not None and known[0] is index:
            return known[1]
        asked = [ask(self.tables, part.segment) for part in index.parts]
        self._asked[id(index)] = (index, asked)
        while len(self._asked) > _INDEXES_MOST:
            self._asked.popitem(last=False)
        return asked


def prepare(case: Case, on: date, catalogue: Catalogue) -> Prepared:
    """Answer a person made ready for ranking vacancies.

    Args:
        case: the case.
        on: the day of matching.
        catalogue: the unit groups.

    Raises:
        CaseInvalid: the case contradicts itself.
        FormRefused: the form is too old and the coach did not confirm its use.
    """
    judge = Judge(make_seeker(case, on, catalogue))
    return Prepared(judge, person_tables(judge))


def _places(index: Index, passed: Sequence[Counted], top: int) -> tuple[Place, ...]:
    """Answer the best over all segments; equals stand in the order of their mark, the same on every machine."""
    found = sorted(
        (-key, int(part.segment.mark[row]), number, row)
        for number, (part, each) in enumerate(zip(index.parts, passed, strict=True))
        for key, row in zip(each.key.tolist(), each.row.tolist(), strict=True)
    )[:top]
    return tuple(Place(rank, index.parts[number].name, row) for rank, (_, _, number, row) in enumerate(found, start=1))


def _vacancy(segment: Segment, row: int) -> Vacancy:
    """Answer a vacancy; `order` answers only segments that have records."""
    lines = [] if segment.records is None else segment.records.taken([row])
    return _decoded(lines[0])
