"""Vacancies of an index explained for a person from their rows. The fast twin of `Judge`; both must agree.

The verdict, the score, the wait and what closes come from arrays, for all vacancies at once. A record is read, and a
finding or a sentence made, when it is first asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from matcher.fit import Profiled
from matcher.vacancies.asked import Asked
from matcher.vacancies.columns import day_of
from matcher.vacancies.compared_rows import ComparedRows, Looker
from matcher.vacancies.judged import Judge
from matcher.vacancies.model import RankedVacancy, Told
from matcher.vacancies.person_tables import PersonTables
from matcher.vacancies.segment import EDUCATION, FIRST_SEEN, WAGE_MOST, Segment
from matcher.vacancies.status import statuses_of


@dataclass(frozen=True)
class Explainer:
    """Explains rows to one person. What it works out stays with it: hold it with the person, and no longer.

    Attributes:
        judge: the person, with the rules.
        tables: the same as tables.
    """

    judge: Judge
    tables: PersonTables

    @cached_property
    def _profiled(self) -> Profiled:
        story = self.judge.seeker.story
        return Profiled(story.catalogue, story.profile, story.rules, story.peaks)

    @cached_property
    def _statuses(self) -> dict[str, str]:
        return statuses_of(self.judge.seeker.case.track, self.judge.seeker.on)

    def looker(self, segment: Segment, asked: Asked) -> Looker:
        """Answer the person who looks at the rows of one segment.

        Args:
            segment: the rows.
            asked: the person against this segment.
        """
        return Looker(self.judge, self.tables, self._profiled, segment, asked)

    def explained(self, looker: Looker, rows: Sequence[int], ranks: Sequence[int]) -> list[RankedVacancy]:
        """Answer vacancies with everything that was compared.

        Args:
            looker: what `looker` answered for their segment.
            rows: row numbers.
            ranks: the place of each in its list.
        """
        compared, doors, statuses = ComparedRows(looker, rows), self.judge.doors, self._statuses
        score, key = compared.scored.score.tolist(), compared.scored.key.tolist()
        verdicts, shut, ways = compared.verdicts(), compared.shut(), compared.ways
        education, wages, seen = (compared.held[:, column].tolist() for column in (EDUCATION, WAGE_MOST, FIRST_SEEN))
        titles, works, found = self.judge.seeker.catalogue.occupations, compared.works, []
        for number, rank in enumerate(ranks):
            work = works[number]
            status = statuses.get(compared.vacancy(number).record.id, "") if statuses else ""
            first_seen = _day(seen[number])
            if shut[number]:  # an order has none of these: who asks for one gets every reason that closes it
                one = self.judge(compared.vacancy(number))
                found.append(replace(one, rank=rank, status=status, first_seen=first_seen))
                continue
            found.append(
                RankedVacancy(
                    rank=rank,
                    score=score[number],
                    wait=score[number] - key[number],
                    verdict=verdicts[number],
                    closed_by=(),
                    opens_at=doors.opens_at(work, education[number], wages[number] or None),
                    journey=ways[number],
                    occupation_nl="" if work is None else titles[work].title_nl,
                    told=Told(compared, number),
                    status=status,
                    first_seen=first_seen,
                )
            )
        return found


@lru_cache(maxsize=1024)
def _day(number: int) -> str:
    day = day_of(number)
    return "" if day is None else day.isoformat()
