"""What a safety review found, kept as tests: no lost conflict, no guess as a fact, no false sentence."""

from datetime import date, timedelta

import pytest

from matcher import Case, CaseInvalid, VerdictKind, check, load_catalogue, match
from matcher.domain.capacity import Capacity, CapacityStatus
from matcher.domain.demand import Demand, Mark
from matcher.domain.finding import Outcome
from matcher.fit import confront, fit_rules
from matcher.matching import notices_nl
from matcher.reference.channels import channels
from matcher.report import render_text, zoekprofiel_view
from matcher.report.sentences import acceptance_nl, finding_nl
from tests.made_up import ON, case, raw_case

CATALOGUE = load_catalogue()


def lifting(shares, peak=None):
    return Demand("IV.13", tuple(shares), tuple(peak or shares), (2,) * 4, Mark.MEASURED, "ors")


def outcome(capacity, demand):
    return confront(capacity, demand, channels()[capacity.channel], fit_rules(), peaks=True)


def person(**changes):
    raw = raw_case()
    raw["person"].update(changes)
    return Case.model_validate(raw)


def test_a_limit_of_unknown_degree_still_exceeds_when_even_the_mildest_limit_does():
    vague = Capacity("IV.13", CapacityStatus.LIMITED, 2, degree_known=False)
    assert outcome(vague, lifting((60, 5, 2, 1))).outcome is Outcome.EXCEEDS
    assert outcome(vague, lifting((60, 40, 2, 1))).outcome is Outcome.QUESTION


def test_work_measured_above_the_norm_is_a_signal_and_never_silently_within():
    norm = Capacity("IV.13", CapacityStatus.NORM, 0)
    finding = outcome(norm, lifting((56, 40, 20, 5), peak=(85, 70, 40, 20)))
    assert finding.outcome is Outcome.SIGNAL
    assert "niets bekend" not in finding_nl(finding)


def test_a_figure_beyond_the_list_shows_no_share_that_nobody_measured():
    from decimal import Decimal

    one_kg = Capacity("IV.13", CapacityStatus.LIMITED, 3, value=Decimal(1), unit="kg")
    finding = outcome(one_kg, lifting((100, 80, 60, 47)))
    assert (finding.outcome, finding.share_pct) == (Outcome.QUESTION, None)
    assert "%" not in finding_nl(finding)
    assert "strengere grens" in finding_nl(finding)


def test_without_any_confirmed_level_no_work_is_named():
    raw = raw_case([{"item": "IV.13", "levels": [3]}])
    raw["forms"][0] |= {"kind": "IZP", "levels_confirmed": False}
    result = match(Case.model_validate(raw), ON, CATALOGUE)
    assert not result.zoekprofiel.kinds
    assert result.zoekprofiel.next_stage is None
    assert result.zoekprofiel.hours.no_nights is None
    assert "geen functies" in result.zoekprofiel.statement_nl
    text = render_text(zoekprofiel_view(result, CATALOGUE))
    assert "geen beperking" not in text


def test_the_front_page_is_the_first_thing_said_also_about_one_occupation():
    raw = raw_case()
    raw["forms"][0] |= {"usable_possibilities": False, "no_possibilities_ground": "bedridden"}
    assert "geen benutbare mogelijkheden" in notices_nl(Case.model_validate(raw), ON)[0]


def test_what_the_coach_confirmed_about_the_front_page_is_honoured():
    raw = raw_case()
    raw["forms"][0] |= {"usable_possibilities": False, "no_possibilities_ground": "bedridden"}
    raw["confirmations"] = [{"what": "no_usable_possibilities", "reason": "verzonnen reden"}]
    assert match(Case.model_validate(raw), ON, CATALOGUE).zoekprofiel.kinds


def test_nothing_may_be_asked_of_the_worker_for_work_that_exceeds_or_was_ruled_out_or_is_barred_or_the_own_work():
    limited = case([{"item": "IV.13", "levels": [3]}, {"item": "IV.17", "levels": [3]}])
    result = match(limited, ON, CATALOGUE)
    assert {o.acceptance for o in (*result.exceeding, *result.own_work)} == {"no"}
    assert check(limited, "isco:2211", ON, CATALOGUE).acceptance == "no"
    rejected = person(labour_expert={"rejected": ["isco:4226"]})
    assert check(rejected, "isco:4226", ON, CATALOGUE).acceptance == "no"


def test_at_most_te_bespreken_is_said_and_never_with_an_open_point():
    result = match(case([{"item": "IV.13", "levels": [2]}]), ON, CATALOGUE)
    for occupation in result.shown:
        if "te bespreken" in acceptance_nl(occupation):
            assert occupation.verdict.kind is VerdictKind.WITHIN
            assert "deskundigenoordeel" in acceptance_nl(occupation)


def test_words_about_work_that_cannot_be_linked_become_a_question_by_field_not_by_text():
    marked = person(exclusions=[{"what": "flurbelknorperwerk", "reason": "x"}])
    questions = match(marked, ON, CATALOGUE).zoekprofiel.questions
    assert any(q.about == "person.exclusions.0" for q in questions)
    assert not any("flurbelknorper" in q.text_nl for q in questions)


def test_rejected_work_is_not_promised_for_a_later_stage():
    before = match(case(), date(2026, 8, 10), CATALOGUE)
    assert before.zoekprofiel.next_stage is not None
    first = before.zoekprofiel.next_stage.opens[0]
    code = next(o.id for o in CATALOGUE.occupations if o.title_nl == first)
    after = match(person(labour_expert={"rejected": [code]}), date(2026, 8, 10), CATALOGUE)
    assert after.zoekprofiel.next_stage is not None
    assert first not in after.zoekprofiel.next_stage.opens


def test_advised_work_that_exceeds_is_said():
    raw = raw_case([{"item": "IV.13", "levels": [3]}])
    raw["person"]["labour_expert"] = {"advised": ["isco:7121"]}
    questions = match(Case.model_validate(raw), ON, CATALOGUE).zoekprofiel.questions
    assert any("overschrijding" in q.text_nl and q.about == "isco:7121" for q in questions)


def test_a_title_that_nobody_knows_is_not_guessed():
    strange = person(old_job={"title": "flurbelknorper"}, experience=[{"title": "(tekst niet bewaard)"}])
    result = match(strange, ON, CATALOGUE)
    assert result.facts.own_work == frozenset()
    assert all(held.occupation_id is None for held in result.facts.held)
    assert any("niet herkend" in text for text in result.facts.missing_nl)


@pytest.mark.parametrize(
    ("changes", "occupation"),
    [
        ({"certificates": ["Reanimatie Hartstichting"]}, "isco:2211"),
        ({"certificates": ["politieke geschiedenis"]}, "isco:5412"),
        ({"certificates": ["geen BIG-registratie verpleegkundige"]}, "isco:3221"),
        ({"licences": ["geen B"]}, "isco:8322"),
        ({"licences": ["geen C, wel B"]}, "isco:8332"),
    ],
)
def test_a_word_inside_another_word_or_a_denial_opens_no_protected_work(changes, occupation):
    assert any("wet" in text for text in check(person(**changes), occupation, ON, CATALOGUE).barred_nl)


def test_a_listed_licence_opens_the_work_that_asks_it():
    found = check(person(licences=["B", "C"]), "isco:8332", ON, CATALOGUE)
    assert not any("wet" in text for text in found.barred_nl)


def test_the_result_line_counts_before_rounding():
    flags = []
    for wage in ("30.00", "31.00", "32.00", "33.00", "34.00", "35.00", "36.00", "37.00", "38.00", "40.00"):
        old = {
            "title": "magazijnmedewerker",
            "occupation": "isco:9333",
            "wage_eur_per_hour": wage,
            "hours_per_week": "36",
        }
        found = check(person(old_job=old), "isco:4226", ON, CATALOGUE)
        flags.append((found.month_share_pct, found.below_result_line))
    assert all(flag == (share < 65) for share, flag in flags if share != 65)
    assert {flag for _, flag in flags} == {True, False}


def test_the_wage_cell_that_is_shown_is_the_one_that_counts():
    raw = raw_case()
    raw["person"]["old_job"]["wage_eur_per_hour"] = "33.00"
    for week in (0, 13, 26):
        day = date(2026, 6, 1) + timedelta(weeks=max(week, 10))
        result = match(Case.model_validate(raw), day, CATALOGUE, top=200)
        line = float(result.stage.stage.value("wage_share_min") or 0)
        accepted = [o for o in result.shown if o.acceptance == "yes" and o.wage_share_pct is not None]
        assert all(o.wage_share_pct >= round(line * 100) for o in accepted)


def test_hours_of_unknown_degree_are_not_called_unlimited():
    raw = raw_case([{"item": "6.2", "name": "Uren per dag", "levels": [3]}, {"item": "4.14", "levels": [1]}])
    raw["forms"][0]["numbering"] = "legacy"
    result = match(Case.model_validate(raw), ON, CATALOGUE)
    assert "geen beperking" not in result.zoekprofiel.hours.text_nl
    assert all(o.month_share_pct is None for o in result.shown)


def test_the_strict_preset_promises_everything_that_opens_on_the_same_day():
    strict = case(policy={"preset": "strict_2015"})
    result = match(strict, date(2026, 6, 1) + timedelta(weeks=14), CATALOGUE, top=400)
    assert result.stage.next_stage == "S4"
    opening = {o.opens_at for o in result.shown if o.title_nl in (result.zoekprofiel.next_stage or ()).opens}
    assert "S3" in opening or not any(o.opens_at == "S3" for o in result.shown)


def test_more_limits_never_raise_the_room_in_the_capacity():
    def room(levels):
        entries = [{"item": item, "levels": [level]} for item, level in levels.items()]
        found = check(case(entries), "isco:4226", ON, CATALOGUE)
        return next(part.points for part in found.contributions if part.part == "capacity_margin")

    one = room({"IV.13": 3})
    assert room({"IV.13": 3, "IV.19": 1, "IV.20": 1, "V.5": 1, "IV.18": 1}) <= one
    assert one <= room({})


@pytest.mark.parametrize("value", ["40.5", "1e2", "-1", "veel"])
def test_a_week_that_is_no_whole_number_is_refused(value):
    override = {"cell": "S4.from_week", "value": value, "reason": "verzonnen"}
    with pytest.raises(CaseInvalid):
        match(case(policy={"overrides": [override]}), ON, CATALOGUE)


def test_a_share_may_be_written_with_a_comma():
    changed = case(policy={"overrides": [{"cell": "S1.wage_share_min", "value": "0,85", "reason": "verzonnen"}]})
    assert match(changed, ON, CATALOGUE)


def test_experience_of_a_century_ago_breaks_nothing():
    old = person(experience=[{"title": "kok", "from_year": 1950, "to_year": 1950}])
    raw = raw_case()
    raw["forms"] = []
    raw["person"] = old.person.model_dump(mode="json")
    assert match(Case.model_validate(raw), date(2089, 1, 1), CATALOGUE)
