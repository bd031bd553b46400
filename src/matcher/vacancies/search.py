"""Rank the vacancies of an index for a person: the best explained, the closed with reasons, the limits counted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.domain.case import Case
from matcher.vacancies.asked import ask
from matcher.vacancies.columns import day_of
from matcher.vacancies.demands import HOURS_CHANNELS
from matcher.vacancies.index import Index
from matcher.vacancies.judged import Judge
from matcher.vacancies.model import LIMITS, RankedVacancy
from matcher.vacancies.person_tables import PersonTables, person_tables
from matcher.vacancies.records import decode
from matcher.vacancies.seeker import Seeker, make_seeker
from matcher.vacancies.share import TOP, Candidate, Share, Wanted, best_rows, share_of, shares_of, window_on
from matcher.vacancies.status import statuses_of


@dataclass(frozen=True, slots=True)
class Ranked:
    """The vacancies of an index for one person on one day. For the coach's eyes.

    Attributes:
        case_id: the case's own mark.
        on: the day of matching.
        seeker: the person.
        source: name of the index or file.
        shown: open ones, best first.
        closed: closed ones, best score first, with reasons; empty unless asked.
        open_count: how many are open in all.
        listed_count: how many vacancies of the index are open to anyone on that day.
        only_by: per limit, how many vacancies nothing else closes; the most first.
    """

    case_id: str
    on: date
    seeker: Seeker
    source: str
    shown: tuple[RankedVacancy, ...]
    closed: tuple[RankedVacancy, ...]
    open_count: int
    listed_count: int
    only_by: Mapping[str, int]


def rank_vacancies(
    case: Case,
    index: Index,
    on: date,
    *,
    top: int = TOP,
    new_since: date | None = None,
    closed: bool = False,
) -> Ranked:
    """Answer which vacancies suit a case, best first, with the reasons.

    Args:
        case: the case.
        index: vacancies, open for reading.
        on: the day of matching.
        top: how many to explain.
        new_since: only vacancies that were first seen on this day or later.
        closed: whether to list closed ones too, as many as open ones.

    Returns:
        Open ones, closed ones when asked, and how many vacancies each limit alone closes. Unknown is never fit.

    Raises:
        CaseInvalid: the case contradicts itself.
        FormRefused: the form is too old and the coach did not confirm its use.
    """
    judge = Judge(make_seeker(case, on, index.catalogue))
    return rank_for(judge, person_tables(judge), index, top=top, new_since=new_since, closed=closed)


def rank_for(
    judge: Judge,
    person: PersonTables,
    index: Index,
    *,
    top: int = TOP,
    new_since: date | None = None,
    closed: bool = False,
) -> Ranked:
    """Answer the same for a person that was made ready before.

    Args:
        judge: the person, with the rules.
        person: the same as tables.
        index: vacancies, open for reading.
        top: how many to explain.
        new_since: only vacancies that were first seen on this day or later.
        closed: whether to list closed ones too.
    """
    wanted = Wanted(top, new_since, closed)
    return put_together(judge, person, [share_of(person, index.parts, wanted)], wanted, index.name)


def rank_together(
    judges: Sequence[Judge], persons: Sequence[PersonTables], index: Index, *, top: int = TOP
) -> list[Ranked]:
    """Answer the same for several persons on one day, who look for their best vacancies in one pass.

    Args:
        judges: the persons, with the rules; at least one.
        persons: the same as tables.
        index: vacancies, open for reading.
        top: how many to explain for each.
    """
    wanted = Wanted(top)
    shares = shares_of(persons, index.parts, wanted)
    return [
        put_together(judge, person, [share], wanted, index.name)
        for judge, person, share in zip(judges, persons, shares, strict=True)
    ]


def put_together(judge: Judge, person: PersonTables, shares: Sequence[Share], wanted: Wanted, source: str) -> Ranked:
    """Answer the ranking of a whole from the shares of its shards; every id may be in one shard only.

    Args:
        judge: the person, with the rules.
        person: the same as tables.
        shares: what each shard answered; their order changes nothing.
        wanted: what was asked of each of them.
        source: name of the index.
    """
    return Ranked(
        case_id=judge.seeker.case.id,
        on=judge.seeker.on,
        seeker=judge.seeker,
        source=source,
        shown=_explained(judge, _first((share.best for share in shares), wanted.top)),
        closed=_explained(judge, _first((share.closed for share in shares), wanted.top)),
        open_count=sum(share.open_count for share in shares),
        listed_count=sum(share.listed_count for share in shares),
        only_by=added_up((share.only_by for share in shares), person),
    )


def added_up(counts: Iterable[Mapping[str, int]], person: PersonTables) -> Mapping[str, int]:
    """Answer how many vacancies each limit alone closes, the most first; equals in the order of the limits themselves.

    Args:
        counts: the same for each part of the vacancies.
        person: the person as tables.
    """
    counted: Counter[str] = Counter()
    for each in counts:
        counted.update(each)
    place = {limit: number for number, limit in enumerate(_limits_of(person))}
    found = sorted(counted.items(), key=lambda each: (-each[1], place[each[0]]))
    return {limit: count for limit, count in found if count}


def _limits_of(person: PersonTables) -> Iterable[str]:
    """Answer every limit of a person in an order that does not depend on which rows lie where."""
    return dict.fromkeys((*(key[0] for key in person.keys), *HOURS_CHANNELS, *LIMITS))


def _first(found: Iterable[Sequence[Candidate]], top: int) -> list[Candidate]:
    return sorted((each for share in found for each in share), key=lambda each: each.order)[:top]


def count_open(person: PersonTables, index: Index, new_since: date | None = None) -> int:
    """Answer how many vacancies stay open for a person.

    Args:
        person: the person as tables.
        index: vacancies, open for reading.
        new_since: only vacancies that were first seen on this day or later; all when not given.
    """
    window = window_on(person.judge.seeker.on, new_since)
    asked = [ask(person, part.segment) for part in index.parts]
    return best_rows(index.parts, person, asked, window, 1).count


def _explained(judge: Judge, best: Sequence[Candidate]) -> tuple[RankedVacancy, ...]:
    statuses = statuses_of(judge.seeker.case.track, judge.seeker.on)
    seen = [day_of(each.first_seen) for each in best]
    judged = judge.many([decode(each.record) for each in best])
    return tuple(
        replace(
            each,
            rank=place,
            status=statuses.get(each.vacancy.record.id, ""),
            first_seen="" if day is None else day.isoformat(),
        )
        for place, (each, day) in enumerate(zip(judged, seen, strict=True), start=1)
    )
