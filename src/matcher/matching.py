"""The whole story on one page: understand the form, compare with the work, order what remains, compose, show."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from matcher.catalogue import Catalogue, load_catalogue
from matcher.domain.capacity import CapacityProfile
from matcher.domain.case import Case
from matcher.domain.finding import Finding, Verdict, VerdictKind
from matcher.domain.receipt import Receipt
from matcher.domain.zoekprofiel import Question, RankedOccupation, Zoekprofiel
from matcher.fit import FitRules, Screening, confront, demands_of, fit_rules, judge, screen
from matcher.intake import understand_capacity
from matcher.policy import StageView, find_stage, stage_views
from matcher.policy.stage import WIDENING, result_line
from matcher.ranking import PersonFacts, RankedRow, Ranking, level_reason_nl, person_facts, rank, reasons_nl
from matcher.receipt import make_receipt
from matcher.reference.channels import channels
from matcher.reference.letters import spoken_title
from matcher.reference.tables import read_yaml
from matcher.rulings import Rulings, rulings
from matcher.zoekprofiel import (
    Picked,
    compose,
    expert_questions,
    hours_a_week,
    hours_are_known,
    no_work_reason,
    pick_kinds,
)

DEFAULT_TOP = 20
LATER_TOP = 20


@dataclass(frozen=True, slots=True)
class Match:
    """Everything that came out for one case on one day. For the coach's eyes.

    Attributes:
        case_id: the case's own mark.
        on: the day of matching.
        stage: the stage of suitability that applies.
        profile: capacity per channel, remarks and notices.
        facts: experience, level, wage and wishes as understood.
        shown: ranked occupations that do not exceed, best first.
        exceeding: occupations that exceed, best score first: shown with the reason, never hidden.
        later: occupations that open in a later stage.
        own_work: the unit group of the own work, with its findings.
        counts: how many occupations are in each group, and in all.
        zoekprofiel: the composed profile.
        receipt: what the result was made with.
    """

    case_id: str
    on: date
    stage: StageView
    profile: CapacityProfile
    facts: PersonFacts
    shown: tuple[RankedOccupation, ...]
    exceeding: tuple[RankedOccupation, ...]
    later: tuple[RankedOccupation, ...]
    own_work: tuple[RankedOccupation, ...]
    counts: dict[str, int]
    zoekprofiel: Zoekprofiel
    receipt: Receipt


def match(
    case: Case,
    on: date,
    catalogue: Catalogue | None = None,
    *,
    top: int = DEFAULT_TOP,
    kinds: Sequence[str] | None = None,
) -> Match:
    """Answer which work fits a case on a day, why, and what must still be asked.

    Args:
        case: the case, e.g. `read_case(path).case`.
        on: the day of matching; stages and the age of the form depend on it.
        catalogue: occupations; the shipped unit groups when not given.
        top: how many occupations to explain in full per group.
        kinds: ids of the work that the zoekprofiel names, in this order; the work that is picked when not given.

    Returns:
        Findings, order, zoekprofiel and receipt. Unknown is never counted as fit.

    Raises:
        CaseInvalid: the case contradicts itself.
        FormRefused: the form is too old and the coach did not confirm its use.
        DataError: our own tables are missing.
    """
    table = catalogue or load_catalogue()
    story = read_story(case, on, table)
    shown = story.occupations(story.ranking.shown[:top])
    later = story.occupations(story.ranking.later[: max(top, LATER_TOP)])
    opening = tuple(
        spoken_title(table.occupations[ranked.row].title_nl)
        for ranked in (*story.ranking.shown, *story.ranking.later)
        if story.opens_next(ranked)
    )
    profile = compose(
        case,
        story.profile,
        story.facts,
        story.view,
        table,
        story.picked(on, kinds),
        opening,
        story.open_matters(),
        story.rulings,
        on,
    )
    return Match(
        case_id=case.id,
        on=on,
        stage=story.view,
        profile=story.profile,
        facts=story.facts,
        shown=shown,
        exceeding=story.occupations(story.ranking.exceeding[:top]),
        later=later,
        own_work=story.occupations(story.ranking.own),
        counts=story.counts(),
        zoekprofiel=profile if kinds is None else _in_given_order(profile, kinds),
        receipt=make_receipt(case, on, peaks=story.peaks),
    )


def check(case: Case, occupation_id: str, on: date, catalogue: Catalogue | None = None) -> RankedOccupation:
    """Answer everything about one named occupation: all findings, the verdict and the place in the order.

    Args:
        case: the case.
        occupation_id: e.g. `isco:4226`.
        on: the day of matching.
        catalogue: occupations; the shipped unit groups when not given.

    Raises:
        UnknownName: there is no such occupation, or the code is ambiguous.
    """
    table = catalogue or load_catalogue()
    wanted = table.occupation(occupation_id).id
    return read_story(case, on, table).named(wanted)


def notices_nl(case: Case, on: date) -> tuple[str, ...]:
    """Answer what a coach must know before reading any verdict: the form, its age, what is missing, the stage.

    Args:
        case: the case.
        on: the day of matching.
    """
    profile = understand_capacity(case, on)
    words = read_yaml("zoekprofiel.yaml")["statements"]
    first = [words[key] for key in (no_work_reason(case, profile),) if key]
    marginal = [words["marginal"]] if profile.marginal else []
    return (*first, *marginal, *(n.text_nl for n in profile.notices), *find_stage(case, on).notices)


def receipt_for(case: Case, on: date) -> Receipt:
    """Answer what a result of this case on this day is made with, without making the result.

    Args:
        case: the case.
        on: the day of matching.
    """
    return make_receipt(case, on, peaks=_peaks(case, understand_capacity(case, on)))


@dataclass(frozen=True, slots=True)
class Story:
    """The middle of the story: everything compared and ordered, nothing composed yet.

    Attributes:
        case: the case.
        catalogue: occupations.
        profile: capacity.
        facts: experience, level and wage.
        view: the stage that applies.
        screening: outcomes over all occupations.
        ranking: the order of all occupations.
        rules: thresholds of the comparison.
        rulings: what people ruled on.
        peaks: whether the incidental-peak rule is on.
    """

    case: Case
    catalogue: Catalogue
    profile: CapacityProfile
    facts: PersonFacts
    view: StageView
    screening: Screening
    ranking: Ranking
    rules: FitRules
    rulings: Rulings
    peaks: bool

    def occupations(self, rows: Sequence[RankedRow]) -> tuple[RankedOccupation, ...]:
        """Answer rows of the order as occupations with everything that was compared."""
        return tuple(self.occupation(row, place) for place, row in enumerate(rows, start=1))

    def occupation(self, ranked: RankedRow, place: int) -> RankedOccupation:
        """Answer one row of the order as an occupation, at a place in its list."""
        entry = self.catalogue.occupations[ranked.row]
        findings = self.findings(ranked.row)
        verdict, barred = judge(findings, self.profile.remarks), self._barred(ranked, entry.id, entry.isco08)
        share = float(self.ranking.wage_shares[ranked.row])
        month = self._month_share(share)
        wage_pct = None if math.isnan(share) else round(share * 100)
        return RankedOccupation(
            id=entry.id,
            title_nl=spoken_title(entry.title_nl),
            rank=place,
            score=ranked.score,
            verdict=verdict,
            findings=findings,
            contributions=self.ranking.contributions(ranked.row),
            opens_at=ranked.opens_at,
            acceptance=self._acceptance(ranked, verdict, barred),
            advised=entry.id in self.rulings.advised,
            rejected=entry.id in self.rulings.rejected,
            waited=ranked.waited,
            alike_own=bool(self.ranking.alike_own[ranked.row]),
            own_work=any(own.row == ranked.row for own in self.ranking.own),
            legal_requirement_nl=entry.legal_requirement_text,
            barred_nl=barred,
            wage_share_pct=wage_pct,
            month_share_pct=None if month is None else round(month * 100),
            below_result_line=None if month is None else month < result_line(self.view.on),
        )

    def named(self, occupation_id: str) -> RankedOccupation:
        """Answer one occupation of the catalogue, with its place in the group that it is in."""
        wanted = self.catalogue.index[occupation_id]
        ranking = self.ranking
        groups = (ranking.shown, ranking.exceeding, ranking.later, ranking.never, ranking.own)
        group, place = next(
            (group, place) for group in groups for place, ranked in enumerate(group) if ranked.row == wanted
        )
        return self.occupation(group[place], place + 1)

    def picked(self, on: date, kinds: Sequence[str] | None) -> Picked:
        """Answer the work of the zoekprofiel: what was asked for, or else the best of each clearly different kind."""
        places, kinds_in_all, sure = pick_kinds(
            self.ranking.shown,
            self.catalogue,
            self.screening.weakest,
            self.rulings.advised,
            self.not_proposed(),
            self.view.stage.code,
            on,
        )
        if kinds is None:
            taken = tuple(self.occupation(self.ranking.shown[place], place + 1) for place in places)
        else:
            taken = tuple(self.named(code) for code in kinds)
        return Picked(taken, kinds_in_all, sure)

    def findings(self, row: int) -> tuple[Finding, ...]:
        """Answer one finding per channel of an occupation."""
        return tuple(
            confront(self.profile.channels[code], demand, channels()[code], self.rules, peaks=self.peaks)
            for code, demand in zip(self.catalogue.channels, demands_of(self.catalogue, row), strict=True)
        )

    def not_proposed(self) -> frozenset[str]:
        """Work that people ruled out or advised against, or that is too much like the own work to propose."""
        rows = self.ranking.alike_own.nonzero()[0].tolist()
        return self.rulings.rejected | self.rulings.avoided | {self.catalogue.occupations[row].id for row in rows}

    def counts(self) -> dict[str, int]:
        """Answer how many occupations are in each group, and in all."""
        ranking = self.ranking
        groups = {
            "shown": ranking.shown,
            "exceeding": ranking.exceeding,
            "later": ranking.later,
            "barred": ranking.never,
            "own_work": ranking.own,
        }
        return {**{name: len(rows) for name, rows in groups.items()}, "all": len(self.catalogue.occupations)}

    def _barred(self, ranked: RankedRow, occupation_id: str, isco08: str) -> tuple[str, ...]:
        level = (level_reason_nl(),) if ranked.opens_at is None else ()
        return (*level, *reasons_nl(self.ranking.entry, ranked.row, occupation_id, isco08))

    def open_matters(self) -> tuple[Question, ...]:
        """What the coach must still look at: words about work that could not be linked, and advice that exceeds."""
        words = read_yaml("zoekprofiel.yaml")["questions"]
        exceeding = {self.catalogue.occupations[ranked.row].id for ranked in self.ranking.exceeding}
        advised = [
            Question("coach", code, words["advised_exceeds"].format(title=self.catalogue.occupation(code).title_nl))
            for code in sorted(self.rulings.advised & exceeding)
        ]
        return (*expert_questions(self.case, self.rulings, self.facts), *advised)

    def opens_next(self, ranked: RankedRow) -> bool:
        """Answer whether work opens at the next stage, and was not ruled out."""
        here, then = self.view.stage.code, self.view.next_stage
        if then is None or ranked.opens_at is None or self.catalogue.occupations[ranked.row].id in self.not_proposed():
            return False
        return here < ranked.opens_at <= then

    def _acceptance(self, ranked: RankedRow, verdict: Verdict, barred: tuple[str, ...]) -> str:
        """What the stage allows to ask; never for work that exceeds, is barred, was ruled out or is the own work."""
        stage, entry_id = self.view.stage, self.catalogue.occupations[ranked.row].id
        out = entry_id in self.rulings.rejected or any(own.row == ranked.row for own in self.ranking.own)
        if out or barred or verdict.kind is VerdictKind.EXCEEDS or stage.acceptance != "yes" or ranked.opens_at is None:
            return "no"
        return "yes" if stage.code in WIDENING and ranked.opens_at <= stage.code else "not_yet"

    def _month_share(self, wage_share: float) -> float | None:
        """Hours within capacity times the hourly share: shown beside the 65% line, never a filter."""
        old_hours = self.facts.old_hours_per_week
        limits = [self.profile.channels[code] for code in ("VI.2", "VI.3")]
        if math.isnan(wage_share) or not old_hours or not all(hours_are_known(limit) for limit in limits):
            return None
        possible = hours_a_week(self.profile)
        feasible: Decimal = old_hours if possible is None else min(old_hours, possible)
        return wage_share * float(feasible / old_hours)


def read_story(case: Case, on: date, catalogue: Catalogue) -> Story:
    """Answer the middle of the story for a case: what it can do, who it is, and how every occupation compares.

    Args:
        case: the case.
        on: the day of matching.
        catalogue: occupations.

    Raises:
        CaseInvalid: the case contradicts itself.
        FormRefused: the form is too old and the coach did not confirm its use.
    """
    rules = fit_rules()
    profile = understand_capacity(case, on)
    peaks = _peaks(case, profile)
    facts = person_facts(case, catalogue, on)
    view = find_stage(case, on)
    screening = screen(catalogue, profile, rules, peaks=peaks)
    ruled = rulings(case, catalogue)
    views = stage_views(case.policy, on)
    ranking = rank(case, facts, profile, catalogue, screening, views, view, on, rejected=ruled.rejected)
    return Story(case, catalogue, profile, facts, view, screening, ranking, rules, ruled, peaks)


def _in_given_order(profile: Zoekprofiel, ids: Sequence[str]) -> Zoekprofiel:
    places = {code: place for place, code in enumerate(ids)}
    return replace(profile, kinds=tuple(sorted(profile.kinds, key=lambda kind: places[kind.occupation.id])))


def _peaks(case: Case, profile: CapacityProfile) -> bool:
    return profile.incidental_peaks and case.policy.incidental_peaks
