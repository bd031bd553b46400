"""The whole story: what must hold for every person and every occupation (decisions 3, 4, 6, 7 and 13)."""

import copy
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import Case, Outcome, VerdictKind, check, load_catalogue, match
from matcher.domain.capacity import CapacityStatus
from matcher.fit import fit_rules, screen
from matcher.fit.screen import OUTCOMES
from matcher.intake import understand_capacity
from matcher.matching import _read
from matcher.reference.channels import ChannelKind, channels
from matcher.rulings import rulings
from tests.made_up import ON, case, raw_case

CATALOGUE = load_catalogue()
ORDINAL = [c for c in channels().values() if c.kind is ChannelKind.ORDINAL and c.code == c.item]
limits = st.dictionaries(st.sampled_from([c.code for c in ORDINAL]), st.integers(1, 2), min_size=0, max_size=8).map(
    lambda chosen: {code: min(level, channels()[code].levels) for code, level in chosen.items()}
)
RANK = {VerdictKind.WITHIN: 0, VerdictKind.POSSIBLE: 1, VerdictKind.EXCEEDS: 2}


def entries(levels):
    return [{"item": code, "levels": [level]} for code, level in levels.items()]


def screened(levels, **changes):
    profile = understand_capacity(case(entries(levels), **changes), ON)
    return screen(CATALOGUE, profile, fit_rules(), peaks=True)


def verdict_ranks(screening):
    return [
        2 if exceeds else 0 if within else 1
        for exceeds, within in zip(screening.exceeds, screening.within(), strict=True)
    ]


@settings(max_examples=25, deadline=None)
@given(limits, st.booleans())
def test_the_fast_comparison_equals_the_slow_one(levels, peaks):
    story = _read(case(entries(levels), policy={"incidental_peaks": peaks}), ON, CATALOGUE)
    fast = screen(CATALOGUE, story.profile, story.rules, peaks=peaks)
    for row in range(0, len(CATALOGUE.occupations), 23):
        slow = [finding.outcome for finding in story.findings(row)]
        assert slow == [OUTCOMES[code] for code in fast.outcomes[row]]


@settings(max_examples=10, deadline=None)
@given(limits, st.booleans(), st.integers(0, 99))
def test_the_two_comparisons_are_equal_where_some_levels_of_a_demand_are_unknown(levels, peaks, seed):
    silent = np.random.default_rng(seed).random(CATALOGUE.within.shape) < 0.4
    gaps = replace(CATALOGUE, within=np.where(silent, np.uint8(255), CATALOGUE.within))
    story = _read(case(entries(levels), policy={"incidental_peaks": peaks}), ON, gaps)
    fast = screen(gaps, story.profile, story.rules, peaks=peaks)
    for row in range(0, len(gaps.occupations), 23):
        slow = [finding.outcome for finding in story.findings(row)]
        assert slow == [OUTCOMES[code] for code in fast.outcomes[row]]


@settings(max_examples=40, deadline=None)
@given(limits, st.sampled_from(ORDINAL))
def test_less_capacity_never_raises_a_verdict_of_any_occupation(levels, channel):
    stricter = dict(levels)
    stricter[channel.code] = min(stricter.get(channel.code, 0) + 1, channel.levels)
    before, after = verdict_ranks(screened(levels)), verdict_ranks(screened(stricter))
    assert all(b <= a for b, a in zip(before, after, strict=True))


@settings(max_examples=25, deadline=None)
@given(limits, st.sampled_from(ORDINAL))
def test_a_value_that_becomes_unknown_is_never_within_capacity_and_never_raises_the_score(levels, channel):
    raw = raw_case(entries(levels))
    known = Case.model_validate(raw)
    full = copy.deepcopy(raw)
    full["forms"][0]["completeness"] = "full"
    listed = {entry["item"] for entry in full["forms"][0]["entries"]}
    full["forms"][0]["entries"] += [
        {"item": c.code, "levels": [0]} for c in ORDINAL if c.code not in listed and c.code != channel.code
    ]
    full["forms"][0]["entries"] = [e for e in full["forms"][0]["entries"] if e["item"] != channel.code]
    unknown = Case.model_validate(full)
    profile = understand_capacity(unknown, ON)
    assert profile.channels[channel.code].status is CapacityStatus.UNKNOWN
    before, after = _read(known, ON, CATALOGUE), _read(unknown, ON, CATALOGUE)
    assert not screen(CATALOGUE, profile, fit_rules(), peaks=True).within().any()
    scores_before, scores_after = scores(before), scores(after)
    assert all(scores_after[row] <= scores_before[row] for row in scores_before)


def scores(story):
    ranking = story.ranking
    groups = (ranking.shown, ranking.exceeding, ranking.later, ranking.never, ranking.own)
    return {ranked.row: ranked.score for group in groups for ranked in group}


@settings(max_examples=15, deadline=None)
@given(limits)
def test_from_s1_to_s4_the_admitted_set_only_grows(levels):
    person = case(entries(levels))
    admitted = None
    for week in (0, 13, 26, 39):
        story = _read(person, person.person.dates.track_start + timedelta(weeks=week), CATALOGUE)
        stage = story.view.stage.code
        now = {
            ranked.row
            for ranked in (*story.ranking.shown, *story.ranking.later)
            if ranked.opens_at is not None and ranked.opens_at <= stage
        }
        assert admitted is None or admitted <= now
        admitted = now


def test_every_score_is_the_sum_of_its_parts_and_no_part_is_negative():
    result = match(case(entries({"IV.13": 2, "V.4": 2})), ON, CATALOGUE)
    for occupation in (*result.shown, *result.exceeding, *result.own_work):
        assert occupation.score == sum(part.points for part in occupation.contributions)
        assert all(0 <= part.points <= part.max_points for part in occupation.contributions)
        assert all(part.points == 0 for part in occupation.contributions if part.level == "unknown")


def test_a_high_score_never_rescues_a_conflict():
    result = match(case(entries({"IV.13": 3, "IV.17": 3, "V.4": 3})), ON, CATALOGUE)
    assert all(o.verdict.kind is not VerdictKind.EXCEEDS for o in result.shown)
    assert result.exceeding
    assert all(o.verdict.exceeding for o in result.exceeding)


def test_every_occupation_stands_in_exactly_one_group():
    story = _read(case(entries({"IV.13": 2})), ON, CATALOGUE)
    ranking = story.ranking
    rows = [r.row for g in (ranking.shown, ranking.exceeding, ranking.later, ranking.never, ranking.own) for r in g]
    assert sorted(rows) == list(range(len(CATALOGUE.occupations)))


def test_the_own_work_is_never_offered():
    result = match(case(entries({"IV.13": 2})), ON, CATALOGUE)
    assert [own.id for own in result.own_work] == ["isco:9333"]
    assert "isco:9333" not in {o.id for o in result.shown}
    assert "isco:9333" not in {kind.occupation.id for kind in result.zoekprofiel.kinds}


def test_an_empty_profile_scores_low_and_says_what_is_missing():
    empty = Case.model_validate({"schema": "matcher/case/1", "id": "leeg"})
    result = match(empty, ON, CATALOGUE)
    full = match(case(), ON, CATALOGUE)
    assert not result.zoekprofiel.kinds
    assert "geen formulier" in result.zoekprofiel.statement_nl
    assert max(o.score for o in result.shown) < min(o.score for o in full.shown[:10]) / 2
    assert {q.about for q in result.zoekprofiel.questions} >= {"person"}
    assert all(o.verdict.kind is not VerdictKind.WITHIN for o in result.shown)


def test_wages_below_the_65_percent_line_are_flagged_and_not_filtered():
    raw = raw_case()
    raw["person"]["old_job"]["wage_eur_per_hour"] = "60.00"
    raw["person"]["dates"]["track_start"] = "2025-12-01"
    result = match(Case.model_validate(raw), ON, CATALOGUE)
    assert result.stage.stage.code == "S4"
    assert any(o.wage_share_pct is not None and o.wage_share_pct < 65 for o in result.shown)


def test_work_that_the_labour_expert_rejected_is_not_in_the_zoekprofiel():
    first = match(case(), ON, CATALOGUE).zoekprofiel.kinds[0].occupation
    raw = raw_case()
    raw["person"]["labour_expert"] = {"rejected": [first.id]}
    result = match(Case.model_validate(raw), ON, CATALOGUE)
    assert first.id not in {kind.occupation.id for kind in result.zoekprofiel.kinds}
    assert check(Case.model_validate(raw), first.id, ON, CATALOGUE).rejected


def test_work_that_the_labour_expert_advised_is_in_the_zoekprofiel():
    raw = raw_case()
    raw["person"]["labour_expert"] = {"advised": ["isco:4323"]}
    kinds = match(Case.model_validate(raw), ON, CATALOGUE).zoekprofiel.kinds
    story = _read(Case.model_validate(raw), ON, CATALOGUE)
    offered = {CATALOGUE.occupations[r.row].id for r in story.ranking.shown}
    assert ("isco:4323" in {kind.occupation.id for kind in kinds}) == ("isco:4323" in offered)


def test_the_six_month_line_is_visible():
    person = case(entries({"IV.13": 2}))
    start = person.person.dates.track_start
    before = match(person, start + timedelta(weeks=26) - timedelta(days=1), CATALOGUE)
    after = match(person, start + timedelta(weeks=26), CATALOGUE)
    assert (before.stage.stage.code, after.stage.stage.code) == ("S2", "S3")
    assert before.zoekprofiel.next_stage is not None
    assert before.zoekprofiel.next_stage.opens
    yes_before = {o.id for o in before.shown if o.acceptance == "yes"}
    yes_after = {o.id for o in after.shown if o.acceptance == "yes"}
    assert len(yes_after) >= len(yes_before)


def test_capacity_is_the_same_before_and_after_the_six_month_line():
    person = case(entries({"IV.13": 2}))
    start = person.person.dates.track_start
    one = check(person, "isco:4226", start + timedelta(weeks=10), CATALOGUE)
    two = check(person, "isco:4226", start + timedelta(weeks=40), CATALOGUE)
    assert [f.outcome for f in one.findings] == [f.outcome for f in two.findings]


def test_the_receipt_holds_no_plain_hash_of_the_case(monkeypatch):
    monkeypatch.delenv("MATCHER_RECEIPT_KEY", raising=False)
    assert match(case(), ON, CATALOGUE).receipt.case_hash is None
    monkeypatch.setenv("MATCHER_RECEIPT_KEY", "sleutel-een")
    one = match(case(), ON, CATALOGUE).receipt.case_hash
    monkeypatch.setenv("MATCHER_RECEIPT_KEY", "sleutel-twee")
    assert one not in {None, match(case(), ON, CATALOGUE).receipt.case_hash}


def test_the_same_case_on_the_same_day_gives_the_same_result():
    assert match(case(entries({"V.2": 1})), ON, CATALOGUE) is not None
    one, two = (match(case(entries({"V.2": 1})), ON, CATALOGUE) for _ in range(2))
    assert [(o.id, o.score) for o in one.shown] == [(o.id, o.score) for o in two.shown]
    assert one.receipt == two.receipt


@pytest.mark.parametrize("peaks", [True, False])
def test_the_peak_rule_is_visible_and_switchable(peaks):
    person = case(entries({"IV.13": 1}), policy={"incidental_peaks": peaks})
    result = match(person, ON, CATALOGUE)
    assert result.receipt.incidental_peaks is peaks
    findings = [f for o in (*result.shown, *result.exceeding) for f in o.findings]
    assert any(f.peak_used for f in findings) is peaks


def test_channels_without_tolerance_never_use_a_peak():
    strict = {c.code for c in channels().values() if not c.peak_allowed}
    result = match(case(entries({"II.11": 1, "VI.2": 2, "III.3": 1})), ON, CATALOGUE)
    for occupation in (*result.shown, *result.exceeding):
        assert not any(f.peak_used for f in occupation.findings if f.channel in strict)


def test_hours_per_day_and_per_week_both_bind():
    both = match(case([{"item": "VI.2", "levels": [3]}, {"item": "VI.3", "levels": [4]}]), ON, CATALOGUE)
    hours = both.zoekprofiel.hours
    assert (hours.per_day, hours.per_week) == (4, 10)
    assert all("VI.2" in o.verdict.open_channels and "VI.3" in o.verdict.open_channels for o in both.shown)


def test_questions_to_an_employer_do_not_depend_on_the_person():
    one = match(case(entries({"IV.13": 2})), ON, CATALOGUE).zoekprofiel.kinds
    two = match(case(entries({"I.2": 1, "II.8": 1})), ON, CATALOGUE).zoekprofiel.kinds
    questions = {kind.occupation.id: kind.employer_questions_nl for kind in one}
    shared = [kind for kind in two if kind.occupation.id in questions]
    assert all(kind.employer_questions_nl == questions[kind.occupation.id] for kind in shared)


def test_nominal_levels_are_not_degrees():
    one = screened({}, forms=[form_with("II.6", 1)])
    four = screened({}, forms=[form_with("II.6", 4)])
    assert (one.outcomes == four.outcomes).all()


def form_with(item, level):
    form = raw_case()["forms"][0]
    return {**form, "entries": [{"item": item, "levels": [level]}]}


def test_outcomes_name_every_finding_with_a_rule():
    result = match(case(entries({"IV.13": 2, "II.1": 1})), ON, CATALOGUE)
    rules = fit_rules().texts
    for occupation in result.shown[:5]:
        assert all(finding.rule in rules for finding in occupation.findings)
        assert all(
            finding.outcome is not Outcome.FITS or finding.share_pct is not None for finding in occupation.findings
        )


def test_work_already_rejected_can_be_checked_but_is_not_repeated_at_the_top():
    raw = raw_case()
    first = match(case(), ON, CATALOGUE).shown[0].id
    raw["person"]["labour_expert"] = {"rejected": [first]}
    later = Case.model_validate(raw)
    assert first not in {occupation.id for occupation in match(later, ON, CATALOGUE).shown}
    assert check(later, first, ON, CATALOGUE).rejected


def test_a_rejected_function_named_by_one_word_rejects_each_group_of_that_name_and_nothing_wider():
    raw = raw_case()
    raw["person"]["labour_expert"] = {"rejected": ["schoonmaker"]}
    found = rulings(Case.model_validate(raw), CATALOGUE).rejected
    assert found == {"isco:9111", "isco:9112"}


def test_the_own_work_rejected_by_its_own_name_is_no_open_question():
    raw = raw_case()
    raw["person"]["old_job"]["title"] = "verzorgende IG"
    raw["person"]["labour_expert"] = {"rejected": ["Verzorgende IG", "xyzzy-werk"]}
    assert rulings(Case.model_validate(raw), CATALOGUE).unread == ("person.labour_expert.rejected.1",)
