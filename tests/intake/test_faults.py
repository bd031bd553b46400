"""Every fault has a line, a field and one clear Dutch sentence, and never repeats what the file says."""

import json
import traceback

import pytest

from matcher.errors import CaseInvalid, Fault, FileUnreadable
from matcher.intake import read_case_text
from tests.intake.writing import HEAD, case, form

MARKER = "Geheimpje"


def faults(text: str, case_format: str = "yaml") -> tuple[Fault, ...]:
    with pytest.raises(CaseInvalid) as error:
        read_case_text(text, case_format)  # type: ignore[arg-type]
    return error.value.faults


def one(text: str, case_format: str = "yaml") -> Fault:
    found = faults(text, case_format)
    assert len(found) == 1, [str(fault) for fault in found]
    return found[0]


@pytest.mark.parametrize(
    ("rest", "line", "field", "says"),
    [
        (
            "person: {experience: [{title: kok, from_year: lang geleden}]}",
            3,
            "person.experience.0.from_year",
            "heel getal",
        ),
        ("person: {experience: [{title: kok, from_year: 1.9}]}", 3, "person.experience.0.from_year", "heel getal"),
        ("person: {experience: [{title: kok, from_year: 1949}]}", 3, "person.experience.0.from_year", "1950"),
        ("person: {experience: [{from_year: 2000}]}", 3, "person.experience.0.title", "ontbreekt"),
        (
            "person: {old_job: {title: kok, wage_eur_per_hour: 1.500}}",
            3,
            "person.old_job.wage_eur_per_hour",
            "twee manieren",
        ),
        (
            "person: {old_job: {title: kok, wage_eur_per_hour: '1.500,00'}}",
            3,
            "person.old_job.wage_eur_per_hour",
            "twee",
        ),
        ("person: {old_job: {title: kok, wage_eur_per_hour: 15 euro}}", 3, "person.old_job.wage_eur_per_hour", "unit"),
        ("person: {old_job: {title: kok, wage_eur_per_hour: 1e3}}", 3, "person.old_job.wage_eur_per_hour", "één getal"),
        (
            "person: {old_job: {title: kok, wage_eur_per_hour: .nan}}",
            3,
            "person.old_job.wage_eur_per_hour",
            "één getal",
        ),
        ("person: {old_job: {title: kok, hours_per_week: 10-12}}", 3, "person.old_job.hours_per_week", "één getal"),
        ("person: {old_job: {title: kok, hours_per_week: 81}}", 3, "person.old_job.hours_per_week", "te hoog"),
        ("person: {old_job: {title: kok, wage_eur_per_hour: 0}}", 3, "person.old_job.wage_eur_per_hour", "te laag"),
        ("person: {education: [{level: mbo-9}]}", 3, "person.education.0.level", "mbo-4"),
        ("person: {education: [{level: hbo, finished: misschien}]}", 3, "person.education.0.finished", "ja of nee"),
        ("person: {region: {postcode4: 12}}", 3, "person.region.postcode4", "vier cijfers"),
        ("person: {region: {travel_minutes_per_day: 0601}}", 3, "person.region.travel_minutes_per_day", "heel getal"),
        ("person: {dates: {first_sick_day: 2026-02-30}}", 3, "person.dates.first_sick_day", "bestaat niet"),
        ("person: {dates: {first_sick_day: 30-1-2026}}", 3, "person.dates.first_sick_day", "jaar-maand-dag"),
        ("person: {dates: {first_sick_day: 0026-01-01}}", 3, "person.dates.first_sick_day", "jaar"),
        ("person: 12", 3, "person", "uit velden"),
        ("person: {licences: B}", 3, "person.licences", "lijst"),
        ("person: {licences: [[B]]}", 3, "person.licences.0", "één waarde"),
        ("person: {licences: [B, '']}", 3, "person.licences.1", "leeg"),
        ("person: {licences: [B, ~]}", 3, "person.licences.1", "leeg"),
        (f"person: {{licences: [{'B' * 201}]}}", 3, "person.licences.0", "te lang"),
        ("person: {experiance: []}", 3, "person", "Bedoelde u experience?"),
        ("person: {zzzzqq: []}", 3, "person", "Hier mag"),
        (
            "confirmations: [{what: marginal_capacity, reason: a}, {what: marginal_capacity, reason: b}]",
            3,
            "confirmations.1.what",
            "al",
        ),
        (
            "person: {experience: [{title: kok, from_year: 2010, to_year: 2009}]}",
            3,
            "person.experience.0.to_year",
            "vóór",
        ),
        (
            "person: {dates: {first_sick_day: 2026-02-02, track_start: 2026-02-01}}",
            3,
            "person.dates.track_start",
            "vóór",
        ),
        ("id: nog-een", 3, "id", "al op regel 2"),
        ('person: {licences: ["\\0"]}', 3, "person.licences.0", "onzichtbaar"),
    ],
)
def test_a_fault_has_its_line_field_and_sentence(rest: str, line: int, field: str, says: str) -> None:
    fault = one(HEAD + rest)
    assert (fault.line, fault.field) == (line, field)
    assert says in fault.problem


@pytest.mark.parametrize("later", ["2026-02-02", "2026-02-03"])
def test_a_track_on_or_after_the_first_sick_day_is_right(later: str) -> None:
    rest = f"person: {{dates: {{first_sick_day: 2026-02-02, track_start: {later}}}}}"
    assert read_case_text(HEAD + rest).case.person.dates.track_start is not None


def test_overlapping_jobs_are_right() -> None:
    jobs = "[{title: kok, from_year: 2000, to_year: 2010}, {title: bakker, from_year: 2005, to_year: 2005}]"
    assert len(read_case_text(f"{HEAD}person: {{experience: {jobs}}}").case.person.experience) == 2


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (HEAD + "a: b: c", 3, "dubbele punt"),
        (HEAD + "\tperson: 1", 3, "tab"),
        (HEAD + "person: 'x", 3, "quote"),
        (HEAD + "person: [a", 3, "komma"),
        (HEAD + "person: &x {licences: [B]}", 3, "verwijzingen"),
        (HEAD + "person: *x", 3, "verwijzingen"),
        (HEAD + "person: !!python/object:os.system x", 3, "uitroepteken"),
        (HEAD + "<<: {id: x}", 3, "samenvoegen"),
        (HEAD + "? [a]\n: b", 3, "één woord"),
        (HEAD + "---\nid: y", 3, "tweede document"),
        (HEAD + "person: " + "[" * 500, 3, "diep"),
        ("- a\n- b", 1, "begint niet met velden"),
        ("alleen tekst", 1, "begint niet met velden"),
    ],
)
def test_a_yaml_text_that_cannot_be_read_has_a_line(text: str, line: int, says: str) -> None:
    found = faults(text)[0]
    assert (found.line is not None and abs(found.line - line) <= 1) or found.line == line
    assert says in found.problem


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('{"schema": "matcher/case/1",\n "id" "x"}', 2, "dubbele punt"),
        ('{"schema": "matcher/case/1",\n "id": "x",}', 2, "dubbele quotes"),
        ('{"schema": "matcher/case/1"\n "id": "x"}', 2, "komma"),
        ('{"schema": "matcher/case/1",\n "id": x}', 2, "waarde"),
        ('{"schema": "matcher/case/1",\n "id": "x', 2, "gesloten"),
        ('{"schema": "matcher/case/1",\n "id": "\\ud800"}', 2, "half teken"),
        ('{"schema": "matcher/case/1",\n "id": "x"} meer', 2, "laatste haakje"),
        ("[" * 2000, 1, "diep"),
        ('{"schema": "matcher/case/1",\n "id": "x",\n "id": "y"}', 3, "al op regel 2"),
        ('{"schema": "matcher/case/1", "id": "x",\n "persoon": 1}', 2, "Bedoelde u person?"),
    ],
)
def test_json_has_the_same_faults_with_a_line(text: str, line: int, says: str) -> None:
    fault = one(text, "json")
    assert fault.line == line
    assert says in fault.problem


def test_the_schema_line_is_asked_for() -> None:
    assert "schema: matcher/case/1" in one("id: x").problem
    assert "matcher/case/1" in one("schema: matcher/case/2\nid: x").problem


@pytest.mark.parametrize("name", ["naam", "bsn", "Geboortedatum", "e-mail", "adres"])
def test_a_field_for_identity_is_refused_with_the_reason(name: str) -> None:
    assert "apart blad" in one(f"{HEAD}{name}: {MARKER}").problem


@pytest.mark.parametrize("name", ["diagnose", "Oorzaak", "medicatie", "behandeling"])
def test_a_field_for_a_diagnosis_is_refused_with_the_reason(name: str) -> None:
    assert "nooit bewaard" in one(f"{HEAD}person:\n  {name}: {MARKER}").problem


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("neem contact op via iemand@voorbeeld.nl", "e-mailadres"),
        ("bel 06-12345678", "telefoonnummer"),
        ("bel +31 6 1234 5678", "telefoonnummer"),
        ("bel (030) 123 45 67", "telefoonnummer"),
        ("woont op 1234 AB 12", "postcode"),
        ("woont op 1234ab 12", "adres"),
        ("rekening NL91 ABNA 0417 1643 00", "rekeningnummer"),
        ("bsn 111222333", "burgerservicenummer"),
        ("bsn 111.222.333", "burgerservicenummer"),
        ("geboren op 12-03-1970", "geboortedatum"),
    ],
)
def test_a_text_that_says_who_someone_is_is_refused(text: str, what: str) -> None:
    fault = one(f'{HEAD}person: {{exclusions: [{{what: nachtwerk, reason: "{text}"}}]}}')
    assert what in fault.problem
    assert "hoort niet in dit bestand" in fault.problem


@pytest.mark.parametrize(
    "text",
    [
        "111222334 stuks",
        "1200 kg per dag",
        "1500 KG 10 keer",
        "5 kg, 10x per uur",
        "2019 2020",
        "tot 22:00",
        "code 0110",
    ],
)
def test_ordinary_figures_are_no_identity(text: str) -> None:
    assert read_case_text(f'{HEAD}person: {{exclusions: [{{what: x, reason: "{text}"}}]}}')


def test_all_faults_are_told_together_in_the_order_of_the_lines() -> None:
    text = case(
        form("item: IV.13, levels: [7]", "item: V.99, levels: [1]", "item: IV-13, levels: [1]", extra=()),
        rest="person:\n  dates: {first_sick_day: 2026-02-30}\nfoo: 1\n",
    )
    assert [fault.line for fault in faults(text)] == [10, 11, 12, 14, 15]


def test_no_fault_repeats_a_value_or_an_unknown_name_of_the_file() -> None:
    text = f"""schema: {MARKER}
id: "{MARKER} {MARKER}"
{MARKER}: {MARKER}
forms:
  - kind: {MARKER}
    date: {MARKER}
    author_role: {MARKER}
    completeness: {MARKER}
    entries:
      - {{item: {MARKER}, name: {MARKER}, levels: [{MARKER}], value: {MARKER}, unit: {MARKER}, side: {MARKER}}}
      - {{item: IV.13, name: {MARKER}, levels: [7], value: 3, unit: {MARKER}}}
person:
  {MARKER}: 1
  old_job: {{title: kok, wage_eur_per_hour: {MARKER}}}
  digital_skills: {MARKER}
  dates: {{aow_date: {MARKER}}}
  region: {{postcode4: {MARKER}, place: "{MARKER}@voorbeeld.nl"}}
policy: {{overrides: [{{cell: {MARKER}, value: x, reason: y}}]}}
"""
    found = faults(text)
    assert len(found) > 15
    assert MARKER.casefold() not in "\n".join(str(fault) for fault in found).casefold()
    again = json.dumps({MARKER: MARKER, "schema": "matcher/case/1", "id": MARKER * 20, "person": {MARKER: 1}})
    assert MARKER.casefold() not in "\n".join(str(each) for each in faults(again, "json")).casefold()


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(FileUnreadable):
        read_case_text("")


def test_too_many_parts_are_refused() -> None:
    assert "veel te veel" in one("a:\n" + "  - b\n" * 60_000).problem


@pytest.mark.parametrize(
    ("text", "case_format"),
    [
        (f'{{"id": "{MARKER}', "json"),
        (f"id: '{MARKER}", "yaml"),
        (f"{HEAD}person: {{licences: {MARKER}}}", "yaml"),
        (f"{HEAD}{MARKER}: 1", "yaml"),
        (f"{HEAD}forms: [{{kind: FML, date: 2026-01-01, prognosis: {{outlook: {MARKER}}}}}]", "yaml"),
    ],
)
def test_a_printed_traceback_repeats_nothing_either(text: str, case_format: str) -> None:
    with pytest.raises(CaseInvalid) as error:
        read_case_text(text, case_format)  # type: ignore[arg-type]
    printed = "".join(traceback.format_exception_only(error.value))
    chain = error.value.__cause__ or (None if error.value.__suppress_context__ else error.value.__context__)
    assert MARKER not in printed
    assert chain is None
