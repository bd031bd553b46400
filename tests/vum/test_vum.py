"""A VUM profile out holds what a new employer may know; a profile in becomes the start of a case, without guessing."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import load_catalogue, match
from matcher.cli.root import run
from matcher.documents import ReleaseRefused
from matcher.domain.case import Case, EducationLevel
from matcher.errors import FileUnreadable, InputError, MatcherError
from matcher.intake import read_case
from matcher.reference.suwi import level_lists
from matcher.vum import read_vum, vum_profile
from tests.made_up import ON, raw_case

SAMPLE = (Path(__file__).parent / "profiel.json").read_bytes()
RAW = json.loads(SAMPLE)
WORK = [load_catalogue().occupation("isco:4226")]
AGREED = date(2026, 10, 1)


def made(raw):
    case = Case.model_validate(raw)
    return vum_profile(case, match(case, ON), own_id="deel-1", agreed_on=AGREED, work=WORK, on=ON)


def with_person(**person):
    raw = raw_case([{"item": "IV.13", "levels": [2], "text": "hooguit af en toe iets zwaars"}])
    raw["person"] |= person
    return raw


def changed(**parts):
    return json.dumps(RAW | parts).encode()


def test_a_profile_out_holds_work_education_licences_languages_and_travel():
    person = {
        "experience": [{"title": "receptionist", "from_year": 2012}],
        "education": [{"level": "mbo-4", "direction": "administratie", "finished": True}],
        "licences": ["b", "heftruck"],
        "languages": [{"language": "Nederlands", "spoken": "native", "written": "good"}],
        "region": {"place": "Zwolle", "travel_minutes_per_day": 90, "transport": ["e-bike", "bicycle", "taxi"]},
        "availability": {"hours_per_week": "24", "times": ["day"], "from_date": "2026-12-01"},
    }
    profile = made(with_person(**person)).profile
    held = profile["arbeidsmarktkwalificatie"]
    assert held["werkervaring"] == [{"beroep": {"beroepsnaamOngecodeerd": {"naamBeroepOngecodeerd": "receptionist"}}}]
    assert (held["opleiding"][0]["codeNiveauOpleiding"], held["opleiding"][0]["indicatieDiploma"]) == (4, 1)
    assert held["rijbewijs"] == [{"codeSoortRijbewijs": "B"}]
    assert held["taalbeheersing"][0]["codeNiveauTaalbeheersingMondeling"] == 4
    assert profile["mobiliteit"] == {"maximaleReistijd": 45}
    assert [each["codeVervoermiddel"] for each in profile["vervoermiddel"]] == [3]
    assert profile["werktijden"] == {"aantalWerkurenPerWeekMaximaal": 24, "indicatieKantoortijden": 1}
    assert profile["flexibiliteit"] == {"datumAanvangBeschikbaarVoorWerk": "2026-12-01"}


def test_with_and_without_a_form_the_profile_is_the_same():
    limited = raw_case([{"item": code, "levels": [2]} for code in ("IV.13", "V.4", "I.8")])
    plain = raw_case([])
    plain["forms"] = []
    assert made(limited).profile == made(plain).profile


def test_hours_are_never_more_than_the_form_allows():
    raw = raw_case([{"item": "VI.3", "levels": [3], "value": "18", "unit": "h"}])
    raw["person"]["availability"] = {"hours_per_week": "32"}
    assert made(raw).profile["werktijden"]["aantalWerkurenPerWeekMaximaal"] <= 18


def test_nothing_on_health_identity_wage_or_reasons_goes_out():
    raw = with_person(exclusions=[{"what": "nachtwerk", "reason": "zorg voor een kind"}])
    text = json.dumps(made(raw).profile)
    for word in ("eisAanWerk", "Ldr", "zwaars", "nacht", "kind", "eur", "persoonlijke", raw["id"]):
        assert word not in text, word


def test_words_that_a_new_employer_may_not_see_stop_the_profile():
    raw = with_person()
    raw["forms"][0]["entries"][0]["text"] = "receptionist algemeen werk"
    case = Case.model_validate(raw)
    work = [WORK[0]._replace(title_nl="Receptionist algemeen werk")]
    with pytest.raises(ReleaseRefused, match=r"forms\.0\.entries\.0\.text"):
        vum_profile(case, match(case, ON), own_id="deel-1", agreed_on=AGREED, work=work, on=ON)


@pytest.mark.parametrize(
    ("change", "message"),
    [({"work": []}, "--work"), ({"own_id": ""}, "kenmerk"), ({"agreed_on": date(2027, 1, 1)}, "akkoord")],
)
def test_without_work_a_mark_or_the_worker_s_agreement_there_is_no_profile(change, message):
    case = Case.model_validate(raw_case([]))
    given_ = {"own_id": "deel-1", "agreed_on": AGREED, "work": WORK, "on": ON}
    with pytest.raises(InputError, match=message):
        vum_profile(case, match(case, ON), **(given_ | change))


def test_a_title_language_or_direction_that_no_list_has_is_left_out_and_told():
    made_ = made(
        with_person(
            experience=[{"title": "bij Zwartjes en Zn"}],
            languages=[{"language": "Klingon"}],
            education=[{"level": "hbo", "direction": "Zwartjeskunde"}],
            certificates=["iets"],
        )
    )
    assert "Zwartjes" not in json.dumps(made_.profile)
    assert sum("weggelaten" in note for note in made_.notes_nl) == 3
    assert any("Cursussen" in note for note in made_.notes_nl)


def test_a_profile_in_becomes_the_start_of_a_case(tmp_path):
    reading = read_vum(SAMPLE, "voorbeeld-1")
    person = reading.case.person
    assert [(each.title, each.from_year, each.to_year) for each in person.experience] == [
        ("Magazijnmedewerker", 2012, 2021)
    ]
    assert [each.level for each in person.education] == [EducationLevel.VMBO, EducationLevel.MBO2]
    assert (person.region.postcode4, person.region.travel_minutes_per_day) == ("9999", 60)
    assert [each.value for each in person.region.transport] == ["bicycle"]
    assert (person.availability.hours_per_week, person.availability.from_date) == (24, date(2026, 12, 1))
    assert person.wishes.occupations == ("Receptionist", "Telefonist")
    path = tmp_path / "casus.yaml"
    path.write_text(reading.as_yaml(), encoding="utf-8")
    assert read_case(path).case == reading.case


def test_identity_and_health_of_a_profile_are_not_read_and_that_is_told_without_their_content():
    reading = read_vum(SAMPLE, "voorbeeld-1")
    text = reading.as_yaml() + " ".join((*reading.questions_nl, *reading.left_out_nl))
    for value in ("jan@", "088-", "Voorbeeldafdeling", "verzonnen werkzoekende", "12345", "Voorbeeld BV"):
        assert value not in text
    told = " ".join(reading.left_out_nl)
    assert "eisAanWerk zegt iets over gezondheid" in told
    assert "emailadres zegt wie iemand is" in told


def test_a_code_that_says_no_single_level_is_asked_and_not_guessed():
    for code, word in (
        (4, "mbo-1, mbo-2, mbo-3, mbo-4"),
        (3, "havo, vwo"),
        (9, "zegt geen niveau"),
        (None, "geen niveau"),
    ):
        held = {"arbeidsmarktkwalificatie": {"opleiding": [{"codeNiveauOpleiding": code, "indicatieDiploma": 1}]}}
        reading = read_vum(changed(**held), "voorbeeld-1")
        assert reading.case.person.education == ()
        assert any(word in question for question in reading.questions_nl)


def test_what_goes_out_comes_in_again():
    raw = with_person(
        experience=[{"title": "receptionist"}],
        education=[{"level": "hbo", "direction": "administratie", "finished": False}],
        licences=["B"],
        languages=[{"language": "Duits", "spoken": "basic", "written": "none"}],
        region={"travel_minutes_per_day": 90, "transport": ["car"]},
        availability={"hours_per_week": "20"},
    )
    person = read_vum(json.dumps(made(raw).profile).encode(), "terug").case.person
    before = Case.model_validate(raw).person
    for name in ("education", "licences", "languages"):
        assert getattr(person, name) == getattr(before, name), name
    assert person.experience[0].title == "receptionist"
    assert person.region.travel_minutes_per_day == 90
    assert person.availability.hours_per_week == 20


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "geldige JSON"),
        (b"[" * 100_000, "geldige JSON"),
        (b"\xff\xfe", "geldige JSON"),
        (b"{}", "geen profiel"),
        (b'{"titel": "Kok"}', "geen profiel"),
        (json.dumps([RAW, RAW]).encode(), "staan er meer in"),
        (changed(werktijden=[5]), "bij werktijden hoort een object|hoort bij werktijden"),
        (changed(vervoermiddel=[{"codeVervoermiddel": "rood"}]), "codeVervoermiddel een geheel getal"),
        (changed(flexibiliteit={"datumAanvangBeschikbaarVoorWerk": "morgen"}), "een datum"),
        (changed(bemiddelingsberoep=[{"naamBeroepOngecodeerd": "Kok"}] * 61), "hoogstens 60"),
    ],
)
def test_another_file_or_a_wrong_field_is_refused_with_what_is_expected(content, message):
    with pytest.raises(FileUnreadable, match=message):
        read_vum(content, "voorbeeld-1")


def test_a_value_that_does_not_fit_in_a_case_is_refused_without_repeating_it():
    held = {"arbeidsmarktkwalificatie": {"cursus": [{"naamCursus": "Zwartjes" * 50}]}}
    with pytest.raises(InputError, match="certificates") as caught:
        read_vum(changed(**held), "voorbeeld-1")
    assert "Zwartjes" not in str(caught.value)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(RAW)), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(RAW)), JSON_VALUES)
def test_whatever_stands_in_a_field_it_is_read_or_refused(name, value):
    try:
        read_vum(changed(**{name: value}), "voorbeeld-1")
    except MatcherError as refused:
        assert str(refused)


def test_every_code_of_every_list_has_a_meaning_and_every_written_code_exists():
    for each in level_lists().values():
        assert set(each.means) == set(each.codes)
        assert set(each.written.values()) <= set(each.codes)
        assert each.source
    education = level_lists()["vum_education"]
    assert set(education.written) == set(EducationLevel) - {EducationLevel.NONE}
    assert all(level in education.means[code] for level, code in education.written.items() if education.means[code])


def test_the_commands_read_and_write_a_profile(tmp_path, capsys):
    source, case, out = tmp_path / "profiel.json", tmp_path / "casus.yaml", tmp_path / "uit.json"
    source.write_bytes(SAMPLE)
    assert run(["vum", "read", str(source), "-o", str(case)]) == 0
    assert "gezondheid" in capsys.readouterr().err
    assert run(["vum", "read", str(source), "-o", str(case)]) == 2
    write = ["vum", "write", str(case), "--on", "2026-11-22", "--as", "deel-1", "--work", "isco:4226", "-o", str(out)]
    assert run(write) == 2
    assert run([*write, "--agreed", "2026-11-20"]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["idWerkzoekende"] == "deel-1"
    assert run(["vum", "read", str(tmp_path / "weg.json")]) == 2
