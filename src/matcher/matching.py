"""The whole story on one page: understand the form, compare with the work, order what remains, compose, show."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from matcher.catalogue import Catalogue, load_catalogue
from matcher.domain.capacity import CapacityProfile
from matcher.domain.case import Case
from matcher.domain.finding import Finding
from matcher.domain.receipt import Receipt
from matcher.domain.zoekprofiel import RankedOccupation, Zoekprofiel
from matcher.fit import FitRules, Screening, confront, demands_of, fit_rules, judge, screen
from matcher.intake import understand_capacity
from matcher.policy import StageView, find_stage, stage_views
from matcher.policy.stage import WIDENING
from matcher.ranking import PersonFacts, RankedRow, Ranking, level_reason_nl, person_facts, rank, reasons_nl
from matcher.receipt import make_receipt
from matcher.reference.channels import channels
from matcher.rulings import Rulings, rulings
from matcher.zoekprofiel import Picked, compose, pick_kinds, possible_hours

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


def match(case: Case, on: date, catalogue: Catalogue | None = None, *, top: int = DEFAULT_TOP) -> Match:
    """Answer which work fits a case on a day, why, and what must still be asked.

    Args:
        case: the case, e.g. `read_case(path).case`.
        on: the day of matching; stages and the age of the form depend on it.
        catalogue: occupations; the shipped unit groups when not given.
        top: how many occupations to explain in full per group.

    Returns:
        Findings, order, zoekprofiel and receipt. Unknown is never counted as fit.

    Raises:
        CaseInvalid: the case contradicts itself.
        FormRefused: the form is too old and the coach did not confirm its use.
        DataError: our own tables are missing.
    """
    table = catalogue or load_catalogue()
    story = _read(case, on, table)
    shown = story.occupations(story.ranking.shown[:top])
    later = story.occupations(story.ranking.later[: max(top, LATER_TOP)])
    opening = tuple(
        table.occupations[ranked.row].title_nl
        for ranked in (*story.ranking.shown, *story.ranking.later)
        if ranked.opens_at == story.view.next_stage
    )
    places, kinds_in_all = pick_kinds(
        story.ranking.shown,
        table,
        story.screening.weakest,
        story.rulings.advised,
        story.not_proposed(),
        story.view.stage.code,
        on,
    )
    kinds = tuple(story.occupation(story.ranking.shown[place], place + 1) for place in places)
    picked = Picked(kinds, kinds_in_all)
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
        zoekprofiel=compose(case, story.profile, story.facts, story.view, table, picked, opening, on),
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
    wanted = table.index[table.occupation(occupation_id).id]
    story = _read(case, on, table)
    groups = (
        story.ranking.shown,
        story.ranking.exceeding,
        story.ranking.later,
        story.ranking.never,
        story.ranking.own,
    )
    group, place = next(
        (group, place) for group in groups for place, ranked in enumerate(group) if ranked.row == wanted
    )
    return story.occupation(group[place], place + 1)


@dataclass(frozen=True, slots=True)
class _Story:
    """The middle of the story: everything compared and ordered, nothing composed yet."""

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
        return tuple(self.occupation(row, place) for place, row in enumerate(rows, start=1))

    def occupation(self, ranked: RankedRow, place: int) -> RankedOccupation:
        entry = self.catalogue.occupations[ranked.row]
        findings = self.findings(ranked.row)
        share = float(self.ranking.wage_shares[ranked.row])
        wage_pct = None if math.isnan(share) else round(share * 100)
        return RankedOccupation(
            id=entry.id,
            title_nl=entry.title_nl,
            rank=place,
            score=ranked.score,
            verdict=judge(findings, self.profile.remarks),
            findings=findings,
            contributions=self.ranking.contributions(ranked.row),
            opens_at=ranked.opens_at,
            acceptance=self._acceptance(ranked.opens_at),
            advised=entry.id in self.rulings.advised,
            rejected=entry.id in self.rulings.rejected,
            waited=ranked.waited,
            alike_own=bool(self.ranking.alike_own[ranked.row]),
            own_work=any(own.row == ranked.row for own in self.ranking.own),
            legal_requirement_nl=entry.legal_requirement_text,
            barred_nl=self._barred(ranked, entry.isco08),
            wage_share_pct=wage_pct,
            month_share_pct=self._month_share(share),
        )

    def findings(self, row: int) -> tuple[Finding, ...]:
        return tuple(
            confront(self.profile.channels[code], demand, channels()[code], self.rules, peaks=self.peaks)
            for code, demand in zip(self.catalogue.channels, demands_of(self.catalogue, row), strict=True)
        )

    def not_proposed(self) -> frozenset[str]:
        """Work that people ruled out, or that is too much like the own work to propose."""
        rows = self.ranking.alike_own.nonzero()[0].tolist()
        return self.rulings.rejected | {self.catalogue.occupations[row].id for row in rows}

    def counts(self) -> dict[str, int]:
        ranking = self.ranking
        groups = {
            "shown": ranking.shown,
            "exceeding": ranking.exceeding,
            "later": ranking.later,
            "barred": ranking.never,
            "own_work": ranking.own,
        }
        return {**{name: len(rows) for name, rows in groups.items()}, "all": len(self.catalogue.occupations)}

    def _barred(self, ranked: RankedRow, isco08: str) -> tuple[str, ...]:
        level = (level_reason_nl(),) if ranked.opens_at is None else ()
        return (*level, *reasons_nl(self.ranking.entry, ranked.row, isco08))

    def _acceptance(self, opens_at: str | None) -> str:
        stage = self.view.stage
        if stage.acceptance != "yes" or opens_at is None:
            return "no"
        return "yes" if stage.code in WIDENING and opens_at <= stage.code else "not_yet"

    def _month_share(self, wage_share: float) -> int | None:
        """Hours within capacity times the hourly share: shown beside the 65% line, never a filter."""
        old_hours = self.facts.old_hours_per_week
        if math.isnan(wage_share) or not old_hours:
            return None
        per_day = possible_hours(self.profile.channels["VI.2"])
        per_week = possible_hours(self.profile.channels["VI.3"])
        if not (self.profile.channels["VI.2"].is_known and self.profile.channels["VI.3"].is_known):
            return None
        limits = [
            old_hours,
            *([per_week] if per_week is not None else []),
            *([per_day * 5] if per_day is not None else []),
        ]
        feasible: Decimal = min(limits)
        return round(wage_share * float(feasible / old_hours) * 100)


def _read(case: Case, on: date, catalogue: Catalogue) -> _Story:
    rules = fit_rules()
    profile = understand_capacity(case, on)
    peaks = profile.incidental_peaks and case.policy.incidental_peaks
    facts = person_facts(case, catalogue, on)
    view = find_stage(case, on)
    screening = screen(catalogue, profile, rules, peaks=peaks)
    ranking = rank(case, facts, profile, catalogue, screening, stage_views(case.policy, on), view, on)
    ruled = rulings(case, catalogue)
    return _Story(case, catalogue, profile, facts, view, screening, ranking, rules, ruled, peaks)
