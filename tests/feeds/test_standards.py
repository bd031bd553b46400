"""Messages of the field become vacancies: a SETU order and an HR Open opening; persons in them are not read."""

import json
from datetime import date

import pytest

from matcher.catalogue import load_catalogue
from matcher.errors import FileUnreadable
from matcher.feeds import read_feed
from matcher.vacancy_text import understand
from tests.feeds.samples import HR_OPEN, SETU_ORDER


def feed(folder, content, name):
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_a_setu_order_is_read_with_pay_as_wage_and_the_billed_rate_left_alone(tmp_path):
    (order,) = read_feed(feed(tmp_path, SETU_ORDER, "opdrachten.xml")).records
    assert (order.id, order.title, order.employer) == ("opdrachten:OPD-12", "Orderpicker", "Voorbeeld Vers BV")
    assert (order.place, order.postcode) == ("Voorbeeldstad", "9999 ZZ")
    assert dict(order.fields) == {
        "hours": "24", "salary": "€ 15.20 per uur", "education": "mbo-2", "start": "2026-12-01",
    }  # fmt: skip
    assert order.text.splitlines() == [
        "Je verzamelt orders en tilt kratten tot 12 kg.", "Geen nachtdiensten.", "Je werkt met een handscanner.",
    ]  # fmt: skip


def test_no_name_of_a_person_in_an_order_or_an_opening_comes_along(tmp_path):
    for content, name in ((SETU_ORDER, "a.xml"), (HR_OPEN, "b.json")):
        assert "Jan" not in str(read_feed(feed(tmp_path, content, name)).records)


def test_what_an_order_asks_is_understood_like_any_vacancy(tmp_path):
    (order,) = read_feed(feed(tmp_path, SETU_ORDER, "opdrachten.xml")).records
    found = understand(order, load_catalogue())
    assert str(found.wage.value.least) == "15.20"
    assert found.hours.value.most == 24
    assert {each.value.channel for each in found.demands} >= {"IV.13"}
    assert found.education_level.value == 3


@pytest.mark.parametrize(
    ("was", "becomes", "reason"),
    [
        ('orderStatus="new"', 'orderStatus="closed"', "gesloten"),
        ("<ShiftWork>", "<RequestedPerson><PersonName/></RequestedPerson><ShiftWork>", "bepaalde persoon"),
    ],
)
def test_an_order_that_is_no_open_vacancy_is_refused_with_the_reason(tmp_path, was, becomes, reason):
    reading = read_feed(feed(tmp_path, SETU_ORDER.replace(was, becomes), "opdrachten.xml"))
    assert not reading.records
    assert reason in reading.report.refused[0].reason_nl


def test_an_order_with_only_a_title_is_read_and_the_rest_stays_unknown(tmp_path):
    bare = (
        "<StaffingOrder><StaffingPosition><PositionHeader><PositionTitle>Kok</PositionTitle></PositionHeader>"
        "<StaffingShift shiftPeriod='daily'><Hours>8</Hours></StaffingShift></StaffingPosition></StaffingOrder>"
    )
    (order,) = read_feed(feed(tmp_path, f"<Orders>{bare}</Orders>", "o.xml")).records
    assert (order.title, order.text, order.fields) == ("Kok", "", ())


@pytest.mark.parametrize("name", ["HumanResource", "Candidate"])
def test_a_message_about_a_person_is_refused_as_such(tmp_path, name):
    message = f"<{name} xmlns='http://ns.hr-xml.org/2007-04-15'><Position>Kok</Position></{name}>"
    with pytest.raises(FileUnreadable, match="over een persoon"):
        read_feed(feed(tmp_path, message, "mens.xml"))


def test_an_hr_open_opening_is_read(tmp_path):
    (kok,) = read_feed(feed(tmp_path, HR_OPEN, "open.json")).records
    assert (kok.id, kok.title, kok.employer) == ("open:31539", "Orderpicker", "Voorbeeld Vers BV")
    assert (kok.place, kok.postcode, kok.url) == ("Voorbeeldstad", "9999 ZZ", "https://werk.example/31539")
    assert (kok.published, kok.expires) == (date(2026, 11, 16), date(2026, 12, 31))
    assert kok.text == "Het werk:\nJe verzamelt orders."
    assert dict(kok.fields) == {"salary": "€ 15.2 - 16 per uur", "contract": "parttime"}


@pytest.mark.parametrize(
    "wrap",
    [lambda node: [node], lambda node: {"positionOpenings": [node]}, lambda node: node],
    ids=["list", "object", "one"],
)
def test_openings_may_stand_in_a_list_an_object_or_alone(tmp_path, wrap):
    assert len(read_feed(feed(tmp_path, wrap(HR_OPEN), "open.json")).records) == 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [({"statusCode": "Closed"}, "gesloten"), ({"positionProfiles": []}, "minstens één profiel"),
     ({"positionProfiles": [{"positionTitle": None}]}, "geen titel en geen tekst")],
)  # fmt: skip
def test_an_opening_that_is_closed_or_empty_is_refused_with_the_reason(tmp_path, change, reason):
    reading = read_feed(feed(tmp_path, [HR_OPEN | change], "open.json"))
    assert not reading.records
    assert reason in reading.report.refused[0].reason_nl


def test_two_profiles_of_one_opening_are_two_vacancies(tmp_path):
    profile = {name: value for name, value in HR_OPEN["positionProfiles"][0].items() if name != "positionId"}
    other = profile | {"positionTitle": "Receptionist", "positionFormattedDescriptions": [{"content": "Je ontvangt."}]}
    reading = read_feed(feed(tmp_path, HR_OPEN | {"positionProfiles": [profile, other]}, "open.json"))
    assert [each.id for each in reading.records] == ["open:DOC-1", "open:DOC-1-2"]


@pytest.mark.parametrize("odd", [5, None, "x", [], [5], {"value": True}])
def test_an_opening_with_parts_of_another_kind_stops_nothing(tmp_path, odd):
    profile = dict.fromkeys(HR_OPEN["positionProfiles"][0], odd) | {"positionTitle": "Kok"}
    (one,) = read_feed(feed(tmp_path, [HR_OPEN | {"positionProfiles": [profile]}], "open.json")).records
    assert one.title == "Kok"
