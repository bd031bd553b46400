"""Progress and closing reports: the coach sees all, the current employer only counts, functions and dates."""

import json
import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.domain.track import Application, Contact, Placement, Track, TrackResult
from matcher.dossier import plain, track_report, track_view
from matcher.report import render_markdown, render_text
from tests.dossier.world import FIRST, SECOND, THIRD, catalogue, matched, story, with_track


def report(kind="progress", audience="coach", on=THIRD, case=None):
    return track_report(case or story(), matched(on), catalogue(), kind, audience)


def words(found):
    return " ".join(render_text(track_view(found)).split())


def everything(found):
    return render_text(track_view(found)) + render_markdown(track_view(found)) + json.dumps(plain(found))


def closed(**more):
    return story().model_copy(
        update={"track": story().track.model_copy(update={"result": TrackResult(date=THIRD, **more)})}
    )


def test_the_progress_report_counts_contacts_proposals_and_applications():
    rows = dict(report().rows)
    assert rows["Contacten"].startswith("5 ")
    assert rows["Vacatures voorgesteld"] == "3"
    assert rows["Sollicitaties"].startswith("4 ")
    assert rows["Tussenstappen"] == "1 (proefplaatsing 1)"


def test_a_report_of_an_earlier_day_holds_only_what_had_happened():
    rows = dict(report(on=SECOND).rows)
    assert rows["Contacten"] == "2 (werknemer 2)"
    assert rows["Sollicitaties"] == "geen"


def test_an_outcome_of_later_is_still_open_on_an_earlier_day():
    asked = Application(date=SECOND, title="balie", outcome="rejected", outcome_date=SECOND + timedelta(days=1))
    assert dict(report(on=SECOND, case=with_track(applications=(asked,))).rows)["Sollicitaties"] == "1 (loopt 1)"


def test_next_dates_lie_after_the_day_of_the_report():
    found = report().next_dates
    assert found
    assert all(each.day > THIRD for each in found)


def test_the_coach_sees_agreements_and_warnings():
    text = words(report())
    assert "Werkgever betaalt een cursus van acht weken." in text
    assert "LET OP" in text


def test_the_employer_sees_functions_counts_and_dates():
    text = words(report(audience="current-employer"))
    assert "receptionist gezondheidscentrum" in text
    assert "Sollicitaties 4" in text
    assert "VOLGENDE DATA" in text


@pytest.mark.parametrize("kind", ["progress", "closing"])
def test_the_employer_sees_no_warning_no_free_text_and_no_section_of_the_coach(kind):
    found = report(kind, "current-employer")
    assert (found.warnings, found.sections) == ((), ())
    text = everything(found)
    assert "cursus" not in text
    assert "avonddiensten" not in text


@pytest.mark.parametrize("kind", ["progress", "closing"])
def test_the_employer_sees_no_wage_and_no_percentage(kind):
    case = closed(kind="new_employer", title="receptionist", structural=True, hours_per_week=24, wage_eur_per_hour=17)
    text = everything(report(kind, "current-employer", case=case))
    assert "€" not in text
    assert "%" not in text
    assert "17" not in re.sub(r"\d{2}-\d{2}-\d{4}|\d{4}-\d{2}-\d{2}", "", text)


BLOCKED = re.compile(r"belastbaar|FML|IZP|tillen|diagnos|uur per dag|IV\.|VI\.|\bkg\b", re.IGNORECASE)


@pytest.mark.parametrize("kind", ["progress", "closing"])
@pytest.mark.parametrize("on", [FIRST, SECOND, THIRD])
def test_the_employer_sees_nothing_of_the_form(kind, on):
    assert not BLOCKED.search(everything(report(kind, "current-employer", on)))


@pytest.mark.parametrize(
    "title",
    [
        "receptionist zonder tillen",
        "balie, 4 uur per dag",
        "werk wegens beperking",
        "medewerker met hernia",
        "licht werk",
    ],
)
def test_a_function_that_says_something_about_the_person_is_hidden_from_the_employer(title):
    case = with_track(applications=(Application(date=THIRD, title=title),))
    assert title not in everything(report(audience="current-employer", case=case))
    assert "(functie niet getoond)" in words(report(audience="current-employer", case=case))
    assert title in words(report(case=case))


@pytest.mark.parametrize("title", ["ziekenverzorgende", "medisch secretaresse", "planner ziekenvervoer"])
def test_an_ordinary_function_in_care_is_shown(title):
    case = with_track(applications=(Application(date=THIRD, title=title),))
    assert title in words(report(audience="current-employer", case=case))


def test_the_employer_does_not_see_that_there_was_contact_with_the_doctor():
    talk = Contact(date=THIRD, partner="company_doctor", goal="vraag", next_date=THIRD + timedelta(days=7))
    case = with_track(contacts=(talk,))
    assert "bedrijfsarts" in words(report(case=case))
    found = report(audience="current-employer", case=case)
    assert "bedrijfsarts" not in words(found)
    assert THIRD + timedelta(days=7) not in {each.day for each in found.next_dates}


SECRET = "zeldzaamgeheim"  # noqa: S105 a made-up word


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(["goal", "agreement", "text", "reason"]), st.sampled_from(["progress", "closing"]))
def test_no_free_text_of_the_coach_reaches_the_employer(field, kind):
    raw = story().track.model_dump(mode="json")
    raw["contacts"][0] |= {"goal": SECRET} if field == "goal" else {"agreement": SECRET}
    raw["agreements"][0] |= {"text": SECRET}
    raw["vacancies"][0] |= {"reason": SECRET}
    raw["activities"][0] |= {"goal": SECRET}
    case = story().model_copy(update={"track": Track.model_validate(raw)})
    assert SECRET in everything(report(case=case))
    assert SECRET not in everything(report(kind, "current-employer", case=case))


def test_without_a_result_the_closing_report_says_so():
    assert dict(report("closing").rows)["Resultaat"] == "Er is nog geen resultaat vastgelegd."


def test_the_closing_report_sets_the_result_against_the_earning_possibilities():
    case = closed(
        kind="new_employer", title="receptionist", structural=True, hours_per_week=36, wage_eur_per_hour="9.10"
    )
    text = words(report("closing", case=case))
    assert "Het uurloon is 50% van het oude uurloon. Per maand is dat 50% van het oude loon." in text
    assert "onder de verdienmogelijkheden" in text


def test_a_result_at_the_earning_possibilities_is_called_so():
    case = closed(
        kind="new_employer", title="receptionist", structural=True, hours_per_week=36, wage_eur_per_hour="18.20"
    )
    assert "op of boven de verdienmogelijkheden" in words(report("closing", case=case))


def test_without_hours_there_is_no_comparison_per_month():
    case = closed(kind="new_employer", title="receptionist", wage_eur_per_hour="18.20")
    assert "De uren zijn niet bekend" in words(report("closing", case=case))


def test_the_employers_closing_report_names_the_result_without_the_comparison():
    case = closed(kind="new_employer", title="receptionist", structural=True, hours_per_week=24, wage_eur_per_hour=17)
    text = words(report("closing", "current-employer", case=case))
    assert "werk bij een nieuwe werkgever" in text
    assert "Structureel werk ja" in text
    assert "staat alleen in het verslag van de coach" in text


def test_before_the_start_the_report_says_that_the_track_has_not_begun():
    case = story().model_copy(update={"track": Track()})
    dates = case.person.dates.model_copy(update={"track_start": THIRD + timedelta(days=1)})
    case = case.model_copy(update={"person": case.person.model_copy(update={"dates": dates})})
    assert dict(report(case=case).rows)["Traject"] == "Het traject is nog niet begonnen."


def test_a_secondment_is_counted_as_a_step():
    placed = Placement(kind="secondment", title="planner", from_date=date(2026, 9, 1))
    assert "detachering 1" in dict(report(case=with_track(placements=(placed,))).rows)["Tussenstappen"]
