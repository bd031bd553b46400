"""Some rows of a segment compared for a person, all at once; what is long to say of one is made when asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt

from matcher.domain.capacity import CapacityStatus
from matcher.domain.contribution import Contribution
from matcher.domain.finding import Finding, Verdict, VerdictKind
from matcher.domain.vacancy import HoursPerWeek, Vacancy
from matcher.fit import Profiled
from matcher.fit.verdict import UNASKED
from matcher.places import Journey
from matcher.ranking.capacity_parts import margin_told, open_told
from matcher.vacancies.asked import Asked
from matcher.vacancies.closing_bits import stated_of_form
from matcher.vacancies.columns import NONE
from matcher.vacancies.compared import Said
from matcher.vacancies.demands import HOURS_CHANNELS, PER_WEEK
from matcher.vacancies.judged import Judge
from matcher.vacancies.person_tables import EXCEEDS, FIGURES, FITS, NOT_FITTING, PersonTables
from matcher.vacancies.plain_pass import Scored, capacity_points, places_of, row_closers, scored, stated_forms
from matcher.vacancies.records import decode
from matcher.vacancies.screened import columns_that_hold
from matcher.vacancies.segment import HOURS, OCCUPATION, Segment

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]

# Vacancies hold nothing of a person, so what was read of them may stay: about 6 kB each.
_decoded = lru_cache(maxsize=2048)(decode)


@dataclass(frozen=True)
class Looker:
    """One person who looks at the rows of one segment: what is worked out once for all of them.

    Attributes:
        judge: the person, with the rules.
        tables: the same as tables.
        profiled: the findings of the person on the profiles of occupations.
        segment: the rows.
        asked: the person against this segment.
    """

    judge: Judge
    tables: PersonTables
    profiled: Profiled
    segment: Segment
    asked: Asked
    _said: dict[int, Said] = field(default_factory=dict, repr=False)
    _hours: dict[int, tuple[Said, ...]] = field(default_factory=lambda: {NONE: ()}, repr=False)

    @cached_property
    def columns(self) -> Numbers:
        """Answer the channel of every row of `tables.forms`, as a column."""
        index = self.judge.seeker.catalogue.channel_index
        return np.array([index[form[0]] for form in self.segment.tables.forms], np.int64)

    @cached_property
    def hours_columns(self) -> tuple[int, ...]:
        """Answer the columns of the channels of hours."""
        return tuple(self.judge.seeker.catalogue.channel_index[code] for code in HOURS_CHANNELS)

    @cached_property
    def unscored(self) -> Mask:
        """Answer for which channels the form says nothing."""
        capacities = self.judge.seeker.story.profile.channels
        codes = self.judge.seeker.catalogue.channels
        return np.array([capacities[code].status is CapacityStatus.UNKNOWN for code in codes])

    @cached_property
    def limited(self) -> int:
        """Answer how many channels the form limits."""
        return len(self.judge.seeker.story.profile.limited())

    def usual(self, work: int | None) -> tuple[Finding, ...]:
        """Answer the findings of the profile of an occupation, or of none."""
        return self.judge.compared.usual(None)[0] if work is None else self.profiled.findings(work)

    def said(self, form: int) -> Said:
        """Answer what comes out of a row of `tables.forms`."""
        if form not in self._said:
            self._said[form] = self.judge.compared.said(stated_of_form(self.segment.tables.forms[form]))
        return self._said[form]

    def hours(self, row: int) -> tuple[Said, ...]:
        """Answer what comes out of a row of `tables.hours`, on each channel of hours; nothing where there is none."""
        if row not in self._hours:
            least, most = self.segment.tables.hours[row]
            self._hours[row] = self.judge.compared.hours(HoursPerWeek(Decimal(least), Decimal(most)))
        return self._hours[row]


class ComparedRows:
    """Some rows of a segment compared for one person.

    Args:
        looker: the person, and the segment.
        rows: row numbers.
    """

    def __init__(self, looker: Looker, rows: Sequence[int]) -> None:
        self._looker = looker
        self._rows = np.array(rows, np.int64)
        self.held = np.asarray(looker.segment.rows[self._rows])
        self._work = self.held[:, OCCUPATION].astype(np.int64)
        self._hours = self.held[:, HOURS]
        self._owner, self._forms = stated_forms(looker.segment, self._rows)
        self._cells = self._compared()
        self._read: dict[int, Vacancy] = {}

    def _compared(self) -> Numbers:
        """Answer the packed counts of every channel: of the profile, and where the row says more, of what it states."""
        looker, asked = self._looker, self._looker.asked
        cells = looker.tables.cells[self._work]
        owner, forms = self._owner, self._forms
        if len(forms):
            change = asked.forms[forms] - asked.cells[self._work[owner], asked.form_channel[forms]]
            cells[owner, looker.columns[forms]] += change
        known = np.flatnonzero(self._hours != NONE)
        if len(known):
            for column, packed in zip(looker.hours_columns, asked.hours.each, strict=True):
                cells[known, column] = packed[self._hours[known]]
        return cells

    @cached_property
    def _counts(self) -> Numbers:
        counts: Numbers = self._cells.sum(axis=1)
        return counts

    @cached_property
    def scored(self) -> Scored:
        """Answer score and order of each."""
        looker = self._looker
        return scored(looker.segment, looker.tables, looker.asked, self._rows, self._counts)

    @cached_property
    def ways(self) -> list[Journey | None]:
        """Answer the way to each, where it is known."""
        spots = self._looker.segment.tables.places
        there = (spots[place] for place in self._places.tolist())
        return self._looker.judge.ways.to([None if spot[0] != spot[0] else spot for spot in there])

    @cached_property
    def _places(self) -> Numbers:
        return places_of(self._looker.segment, self._rows)

    def shut(self) -> list[bool]:
        """Answer of each whether anything closes it."""
        looker = self._looker
        closed: Mask = self._holds(EXCEEDS).any(axis=1) | ~looker.asked.in_reach[self._places]
        for each in row_closers(looker.segment, looker.tables, looker.asked, self._rows).values():
            closed = closed | each
        return [bool(each) for each in closed]

    def _holds(self, count: int) -> Mask:
        held: Mask = (self._cells >> count & 1).astype(np.bool_)
        return held

    @cached_property
    def _opened(self) -> Mask:
        return self._holds(NOT_FITTING) & ~self._holds(EXCEEDS)

    @cached_property
    def _fits_any(self) -> list[bool]:
        fits: Mask = np.asarray(self._holds(FITS).any(axis=1))
        return [bool(each) for each in fits]

    @cached_property
    def _points(self) -> list[int]:
        """Answer the points to explain or ask; what the form is silent about and the work hardly asks is one."""
        unasked = self._unasked().sum(axis=1)
        remarks = len(self._looker.judge.seeker.story.profile.remarks)
        points: list[int] = (self._opened.sum(axis=1) - unasked + np.minimum(unasked, 1) + remarks).tolist()
        return points

    def _unasked(self) -> Mask:
        looker, unscored = self._looker, self._looker.unscored
        found = looker.profiled.unasked[self._work]
        if not unscored.any():
            return found
        for number, hours in enumerate(self._hours.tolist()):
            for said in (*map(looker.said, self._forms_of(number)), *looker.hours(hours)):
                if unscored[said.column] and said.counts:
                    found[number, said.column] = said.finding.rule == UNASKED
        return found

    def verdicts(self) -> list[Verdict]:
        """Answer the verdict on each, where nothing exceeds."""
        profile, codes = self._looker.judge.seeker.story.profile, self._looker.judge.seeker.catalogue.channels
        found = []
        opened = columns_that_hold(self._opened, codes)
        for points, fits, channels in zip(self._points, self._fits_any, opened, strict=True):
            kind = VerdictKind.POSSIBLE if points or not fits else VerdictKind.WITHIN
            found.append(Verdict(kind, points, (), channels, profile.remarks))
        return found

    @cached_property
    def works(self) -> list[int | None]:
        """Answer the row of the occupation of each, or None."""
        unknown = len(self._looker.judge.seeker.catalogue.occupations)
        return [None if row == unknown else row for row in self._work.tolist()]

    @cached_property
    def _usual(self) -> list[tuple[Finding, ...]]:
        """Answer the findings of the profile of the occupation of each."""
        self._looker.profiled.work_out([work for work in self.works if work is not None])
        return [self._looker.usual(work) for work in self.works]

    def vacancy(self, number: int) -> Vacancy:
        """Answer one of the vacancies."""
        if number not in self._read:
            records = self._looker.segment.records
            lines = [] if records is None else records.taken([int(self._rows[number])])
            self._read[number] = _decoded(lines[0])
        return self._read[number]

    def findings(self, number: int) -> tuple[Finding, ...]:
        """Answer one finding per channel of one of them."""
        looker, usual = self._looker, self._usual[number]
        said = (*map(looker.said, self._forms_of(number)), *looker.hours(int(self._hours[number])))
        own = looker.judge.compared.own(usual, said)
        if not own:
            return usual
        found = list(usual)
        for each in own:
            found[each.column] = each.finding
        return tuple(found)

    @cached_property
    def _ends(self) -> list[int]:
        ends: list[int] = np.searchsorted(self._owner, np.arange(len(self._rows) + 1)).tolist()
        return ends

    def _forms_of(self, number: int) -> list[int]:
        forms: list[int] = self._forms[self._ends[number] : self._ends[number + 1]].tolist()
        return forms

    def contributions(self, number: int) -> tuple[Contribution, ...]:
        """Answer the parts of the score of one of them."""
        looker, weights = self._looker, self._looker.tables.weights
        margin, room, compared = self._capacity_parts
        fits = bool(self._cells[number, looker.judge.seeker.catalogue.channel_index[PER_WEEK]] >> FITS & 1)
        return (
            margin_told(margin[number], weights.margin_max, compared[number], weights.channels, looker.limited),
            open_told(
                room[number], weights.open_max, self._points[number], exceeds=False, fits_any=self._fits_any[number]
            ),
            *looker.judge.other_parts(self.vacancy(number), self.works[number], hours_fit=fits),
            looker.judge.ways.part(self.ways[number]),
        )

    @cached_property
    def _capacity_parts(self) -> tuple[list[int], list[int], list[int]]:
        """Answer the points for room and for what simply fits, and how many channels came out, of each."""
        margin, room = capacity_points(self._looker.tables, self._counts)
        compared = self._holds(FIGURES) & (self._holds(FITS) | self._holds(NOT_FITTING))
        return margin.tolist(), room.tolist(), compared.sum(axis=1).tolist()

    def notes(self, number: int) -> tuple[str, ...]:
        """Answer what the coach must know or ask about one of them beside the findings."""
        return self._looker.judge.notes(self.vacancy(number), self.works[number], self.ways[number])

    def questions(self, number: int) -> tuple[str, ...]:
        """Answer open questions for the employer of one of them."""
        codes = self._looker.judge.seeker.catalogue.channels
        said = [codes[self._looker.columns[form]] for form in self._forms_of(number)]
        return self._looker.judge.questions(self.vacancy(number), said)
