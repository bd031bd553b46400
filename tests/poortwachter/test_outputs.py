"""Text, JSON, agenda and picture: what they hold, and what the agenda never holds."""

import json
import re
import xml.etree.ElementTree as ET
from datetime import date, datetime

import icalendar
import pytest

from matcher.domain.citation import Citation, Standing
from matcher.errors import InputError
from matcher.poortwachter import Moment, Party, Status, calendar_for, to_ics, to_json, to_svg, to_text
from matcher.poortwachter.agenda import _escaped, _folded
from matcher.poortwachter.picture_marks import draw_mark
from matcher.poortwachter.rules import rulebook

from .cases import case_of

ON = date(2027, 6, 1)
FULL = case_of(
    evaluation=date(2026, 12, 15),
    track_start=date(2027, 1, 20),
    aow=date(2028, 6, 1),
    forms=[{"date": date(2026, 12, 1), "usable": False}, {"date": date(2027, 5, 28), "usable": True}],
    confirmations=["marginal_capacity"],
    milestones={"problem_analysis": date(2026, 2, 10), "contract_end": date(2027, 12, 1)},
)
SVG = "{http://www.w3.org/2000/svg}"
PRIVATE_WORDS = (
    r"ziek|\b(aow|iva|wia|fml|izp)\b|belastba|beperk|mogelijkhe|marginaal|benutba|medisch|diagnose|\barts\b|"
    "bedrijfsarts|tweede spoor|spoor 2|loonsanctie|proef-1"
)


def _extra() -> Moment:
    return Moment(
        code="stage_S2",
        title_nl="Fase: eigen niveau, ruimer werkveld",
        due=date(2027, 4, 21),
        window_from=date(2027, 4, 21),
        who=(Party.AGENCY,),
        status=Status.DONE,
        why_nl="Dertien weken na de start.",
        citation=Citation("eigen keuze", Standing.OUR_CHOICE, "Een stap na dertien weken."),
    )


def test_extra_moments_of_another_part_are_sorted_in() -> None:
    calendar = calendar_for(FULL, ON, (_extra(),))
    dues = [moment.due for moment in calendar.moments]
    assert calendar.moment("stage_S2") is not None
    assert dues == sorted(dues)
    for output in (to_text(calendar), to_json(calendar), to_svg(calendar)):
        assert "ruimer werkveld" in output
    assert "ruimer" not in to_ics(calendar)


def test_the_agenda_is_read_back_with_one_whole_day_per_open_moment() -> None:
    calendar = calendar_for(FULL, ON)
    agenda = icalendar.Calendar.from_ical(to_ics(calendar))
    wanted = sorted(
        (moment.due, moment.agenda_nl) for moment in calendar.moments if moment.status.is_open and moment.agenda_nl
    )
    events = agenda.walk("VEVENT")
    assert sorted((event.decoded("dtstart"), str(event["summary"])) for event in events) == wanted
    assert all(not isinstance(event.decoded("dtstart"), datetime) for event in events)
    assert all((event.decoded("dtend") - event.decoded("dtstart")).days == 1 for event in events)
    assert len({event["uid"] for event in events}) == len(events)
    assert agenda["version"] == "2.0"


def test_the_agenda_uses_crlf_and_lines_of_at_most_75_octets() -> None:
    content = to_ics(calendar_for(FULL, ON)).encode()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_the_agenda_keeps_its_marks_so_that_a_newer_file_replaces_the_older() -> None:
    marks = [
        {str(event["uid"]) for event in icalendar.Calendar.from_ical(to_ics(calendar_for(FULL, on))).walk("VEVENT")}
        for on in (date(2027, 6, 1), date(2027, 6, 2))
    ]
    assert marks[0] == marks[1]


def test_the_agenda_names_nothing_personal_or_medical() -> None:
    titles = [moment.agenda_nl for rule in _all_rules() if (moment := rule).agenda_nl]
    assert titles
    assert not [title for title in titles if re.search(PRIVATE_WORDS, title, re.IGNORECASE)]
    assert not re.search(PRIVATE_WORDS, to_ics(calendar_for(FULL, ON)), re.IGNORECASE)


def test_an_agenda_without_open_moments_is_refused_with_a_reason() -> None:
    with pytest.raises(InputError, match="eerste ziektedag"):
        to_ics(calendar_for(case_of(first_sick_day=None), ON))


@pytest.mark.parametrize("text", ["kort", "a,b;c\\d\nnieuwe regel", "é" * 200, "x" * 75, "y" * 76, "😀" * 40])
def test_escaping_and_folding_come_back_as_they_were(text: str) -> None:
    line = f"SUMMARY:{_escaped(text)}"
    folded = "\r\n".join(_folded(line))
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))
    content = f"BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20270101T000000Z\r\n{folded}\r\nEND:VEVENT\r\n"
    assert str(icalendar.Event.from_ical(content)["summary"]) == text


def test_the_picture_says_in_words_what_it_shows() -> None:
    calendar = calendar_for(FULL, ON)
    root = ET.fromstring(to_svg(calendar))  # noqa: S314 our own output
    assert root.get("role") == "img"
    named = root.get("aria-labelledby", "").split()
    ids = {node.get("id"): node for node in root.iter() if node.get("id")}
    assert [ids[name].tag for name in named] == [f"{SVG}title", f"{SVG}desc"]
    description = ids[named[1]].text or ""
    assert all(moment.title_nl in description for moment in calendar.moments if moment.status.is_open)
    shown = {node.text for node in root.iter(f"{SVG}text")}
    assert {words.label for words in rulebook().statuses_nl.values()} <= shown


def test_every_status_has_a_shape_of_its_own() -> None:
    shapes = set()
    for status in Status:
        group = ET.Element("g")
        draw_mark(group, status, 0, 0)
        shapes.add(tuple((node.tag, node.get("d"), node.get("r"), node.get("fill") == "#ffffff") for node in group))
    assert len(shapes) == len(Status)


def test_json_has_english_keys_and_every_moment_a_citation() -> None:
    records = json.loads(to_json(calendar_for(FULL, ON)))
    assert records["schema"] == "matcher/calendar/1"
    assert records["end_of_waiting"] == "2028-01-02"
    for moment in records["moments"]:
        assert moment["citation"]["source"]
        assert moment["citation"]["how_nl"]
        assert moment["citation"]["standing"] in {standing.value for standing in Standing}
    assert all(conflict["citation"]["source"] for conflict in records["conflicts"])


def test_the_text_cites_the_source_of_each_conflict_and_of_the_risk() -> None:
    text = " ".join(to_text(calendar_for(FULL, ON)).split())
    assert "Waar bronnen verschillen" in text
    assert "Deze kalender:" in text
    assert "art. 25 lid 9" in text
    assert "kan leiden tot een" in text


def _all_rules() -> list:
    book = rulebook()
    track = book.second_track
    return [
        *book.moments,
        *book.series,
        *book.contract_end.bands,
        book.early_iva,
        track.start,
        track.perspective.check,
        track.new_capacity.plan,
        track.changed_capacity.moment,
        track.closing.moment,
    ]


def test_the_rules_hang_together() -> None:
    book = rulebook()
    rules = _all_rules()
    codes = {rule.code for rule in rules}
    assert len(codes) == len(rules)
    assert {rule.late_risk for rule in rules} - {None} == set(book.risks)
    assert {name for conflict in book.conflicts for name in conflict.touches} <= codes
    assert set(book.notice_citations) <= set(book.notices)
    assert set(book.parties_nl) == set(Party)
    assert set(book.statuses_nl) == set(Status)
    assert set(book.standings_nl) == set(Standing)


def test_a_rule_that_was_not_read_in_its_source_says_so() -> None:
    book = rulebook()
    assert "tweede bron" in book.cite(book.early_iva.citation).how_nl
    assert "tweede bron" not in book.cite(book.second_track.start.citation).how_nl


def test_no_sentence_calls_practice_a_law() -> None:
    for rule in _all_rules():
        if rule.citation.standing is not Standing.LAW:
            assert not re.search(r"\b(wettelijk|volgens de wet|verplicht)\b", rule.why_nl[-1].text), rule.code
