"""A person made ready once and held against an index again and again: what cannot change in between is kept."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from heapq import merge
from itertools import count, islice, repeat
from threading import Lock
from typing import NamedTuple, TypeVar

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.vacancies.asked import Asked, ask
from matcher.vacancies.compared_rows import Looker
from matcher.vacancies.explained import Explainer
from matcher.vacancies.index import Index
from matcher.vacancies.judged import Judge
from matcher.vacancies.model import RankedVacancy
from matcher.vacancies.person_tables import PersonTables, person_tables
from matcher.vacancies.plain_pass import Window
from matcher.vacancies.search import Ranked, added_up, rank_for
from matcher.vacancies.seeker import make_seeker
from matcher.vacancies.share import TOP, window_on
from matcher.vacancies.standing import Numbers, Standing, stand_of

_INDEXES_MOST = 2
_WINDOWS_MOST = 2

K = TypeVar("K")
T = TypeVar("T")


class Place(NamedTuple):
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


@dataclass(frozen=True, slots=True)
class _Against:
    """One person against one index: against the tables of each segment, and what stays open in a window of days."""

    index: Index
    asked: Sequence[Asked]
    lookers: Mapping[str, Looker]
    standing: "OrderedDict[Window, _Standings]"


@dataclass(frozen=True, slots=True)
class _Standings:
    """What stays open for a person in each segment of an index, with the counts over all of them."""

    parts: Sequence[Standing]
    opened: int
    listed: int
    only_by: Mapping[str, int]


@dataclass(frozen=True)
class Prepared:
    """One person on one day, ready for any index.

    For the last indexes that were asked it holds what cannot change while they do not: the person against their tables,
    which rows stay open and how many each limit closes. Each list is scored and put in order from the rows again. Of
    every occupation that it explained it keeps the findings: at most one per channel of each of some hundreds of them.

    It is health data: hold it in memory only, and shortly.

    Attributes:
        judge: the person, with the rules.
        tables: the same as tables.
    """

    judge: Judge
    tables: PersonTables
    _against: "OrderedDict[int, _Against]" = field(default_factory=OrderedDict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    def rank(self, index: Index, *, top: int = TOP, new_since: date | None = None, closed: bool = False) -> Ranked:
        """Answer what `rank_vacancies` answers.

        Args:
            index: vacancies, open for reading.
            top: how many to explain.
            new_since: only vacancies that were first seen on this day or later.
            closed: whether to list closed ones too.
        """
        if closed:
            return rank_for(self.judge, self.tables, index, top=top, new_since=new_since, closed=True)
        order = self.order(index, top=top, new_since=new_since)
        return self.told(index, order, self.explain(index, order.places))

    def knows(self, index: Index) -> bool:
        """Answer whether what stays open of all vacancies of an index is worked out, so that an order takes little.

        Args:
            index: vacancies, open for reading.
        """
        known = self._against.get(id(index))
        return known is not None and known.index is index and window_on(self.judge.seeker.on) in known.standing

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

    def order(self, index: Index, *, top: int = TOP, new_since: date | None = None) -> Order:
        """Answer the best vacancies without explaining them.

        Args:
            index: vacancies, open for reading.
            top: how many.
            new_since: only vacancies that were first seen on this day or later.
        """
        standing = self._standing(index, window_on(self.judge.seeker.on, new_since))
        places = _places(index, [each.best(top) for each in standing.parts], top)
        return Order(places, standing.opened, standing.listed, standing.only_by)

    def explain(self, index: Index, places: Sequence[Place]) -> tuple[RankedVacancy, ...]:
        """Answer vacancies of an order with everything that was compared.

        Args:
            index: the index that the order is of.
            places: some of the order.
        """
        if not places:
            return ()
        lookers, found = self._held(index).lookers, dict[Place, RankedVacancy]()
        for name in dict.fromkeys(place.segment for place in places):
            here = [place for place in places if place.segment == name]
            rows, ranks = [place.row for place in here], [place.rank for place in here]
            found.update(zip(here, self._explainer.explained(lookers[name], rows, ranks), strict=True))
        return tuple(found[place] for place in places)

    def _standing(self, index: Index, window: Window) -> _Standings:
        """Answer what stays open, worked out once for the last indexes and windows that were asked."""
        known = self._held(index)
        standing = known.standing.get(window)
        if standing is None:
            stand = stand_of(sum(len(part.segment) for part in index.parts))
            pairs = zip(index.parts, known.asked, strict=True)
            parts = [stand(part, self.tables, asked, window) for part, asked in pairs]
            only_by = added_up((each.only_by for each in parts), self.tables)
            opened, listed = sum(each.opened for each in parts), sum(each.listed for each in parts)
            standing = _Standings(parts, opened, listed, only_by)
            self._hold(known.standing, window, standing, _WINDOWS_MOST)
        return standing

    def _held(self, index: Index) -> _Against:
        """Answer the person against an index, worked out once for the last indexes that were asked."""
        known = self._against.get(id(index))
        if known is None or known.index is not index:
            asked = [ask(self.tables, part.segment) for part in index.parts]
            pairs = zip(index.parts, asked, strict=True)
            lookers = {part.name: self._explainer.looker(part.segment, against) for part, against in pairs}
            known = _Against(index, asked, lookers, OrderedDict())
            self._hold(self._against, id(index), known, _INDEXES_MOST)
        return known

    @cached_property
    def _explainer(self) -> Explainer:
        return Explainer(self.judge, self.tables)

    def _hold(self, held: "OrderedDict[K, T]", key: K, thing: T, most: int) -> None:
        with self._lock:
            held[key] = thing
            while len(held) > most:
                held.popitem(last=False)


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


def _places(index: Index, found: Sequence[tuple[Numbers, Numbers]], top: int) -> tuple[Place, ...]:
    """Answer the best over all segments; equals stand in the order of their mark, the same on every machine."""
    if len(found) == 1 and index.parts[0].segment.records is not None:  # in order already
        return tuple(map(Place, count(1), repeat(index.parts[0].name), found[0][0].tolist()))
    lists = [
        list(zip((-keys).tolist(), part.segment.mark[rows].tolist(), repeat(number), rows.tolist(), strict=False))
        for number, (part, (rows, keys)) in enumerate(zip(index.parts, found, strict=True))
        if part.segment.records is not None  # without them there is nothing to show
    ]
    ordered = islice(merge(*lists), top)
    names = [part.name for part in index.parts]
    return tuple(Place(rank, names[number], row) for rank, (_, _, number, row) in enumerate(ordered, start=1))
