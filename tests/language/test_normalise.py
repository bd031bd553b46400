"""What is taken off a title, and what is left alone."""

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import language
from matcher.language import normalise

_NOISE = Path(language.__file__).parent / "data" / "title_noise.csv"
_PASSED_OVER = [
    (row["pattern"], row["needs"])
    for row in csv.DictReader(_NOISE.read_text(encoding="utf-8").splitlines())
    if row["needs"]
]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Verzorgende niveau 3 (m/v) 24-32u Zwolle", "verzorgende niveau 3"),
        ("verzorgende IG (m/v/x) | 24-32 uur per week | Careyn Utrecht", "verzorgende ig"),
        ("Medewerk(st)er kantine", "medewerker kantine"),
        ("Gastheer/-vrouw restaurant", "gastheer restaurant"),
        ("heftruckchauffer m/v", "heftruckchauffeur"),
        ("Senior adm. medewerker € 2.500 - € 3.000 bruto per maand, Amsterdam", "administratief medewerker"),
        ("chauffeur CE bij Jansen Transport BV te Tilburg", "vrachtwagenchauffeur"),
        ("Junior HR adviseur 0,8 fte", "hr adviseur"),
        ("mdw. klantenservice (parttime)", "medewerker klantenservice"),
        ("Jan de Vries - timmerman", "timmerman"),
        ("Albert Heijn vakkenvuller", "vakkenvuller"),
        ("verkoopmedewerkster 2015-2019", "verkoopmedewerker"),
        ("verpleegkudige", "verpleegkundige"),
        ("mevr. dr. psychologe", "psycholoog"),
    ],
)
def test_a_title_is_brought_back_to_the_title_itself(text: str, title: str) -> None:
    assert normalise(text).title == title


@pytest.mark.parametrize(
    ("feminine", "masculine"),
    [
        ("secretaresse", "secretaris"),
        ("verkoopster", "verkoper"),
        ("ijsverkoopster", "ijsverkoper"),
        ("lerares Duits", "leraar Duits"),
        ("timmervrouw", "timmerman"),
        ("adviseuse", "adviseur"),
        ("directrice basisschool", "directeur basisschool"),
        ("psychologe", "psycholoog"),
        ("autotechnica", "autotechnicus"),
    ],
)
def test_the_feminine_form_reads_as_the_masculine_form(feminine: str, masculine: str) -> None:
    assert normalise(feminine).title == normalise(masculine).title


def test_what_was_taken_off_is_named() -> None:
    read = normalise("kok (m/v) 32 uur, Zwolle, € 2.400 per maand")
    assert read.title == "kok"
    assert set(read.removed) >= {"gender", "hours", "place", "salary"}


def test_a_level_is_kept_apart() -> None:
    assert normalise("senior timmerman").levels == ("senior",)


def test_a_level_stays_where_the_sources_know_the_title_with_it() -> None:
    assert normalise("verpleegkundige (niveau 4) Den Haag").title == "verpleegkundige niveau 4"


def test_a_place_that_is_also_a_title_word_is_kept_without_a_preposition() -> None:
    assert "bakker" in normalise("bakker").title


@pytest.mark.parametrize("text", ["jonge timmerman", "timmerman 50+", "timmerman van 28 jaar", "ervaren timmerman"])
def test_age_words_never_change_the_title(text: str) -> None:
    assert normalise(text).title == "timmerman"


@pytest.mark.parametrize("name", ["Fatima", "Mohammed", "Sanne", "Kevin"])
def test_a_first_name_never_changes_the_title(name: str) -> None:
    assert normalise(f"{name} timmerman").title == "timmerman"


@pytest.mark.parametrize("text", ["", "   ", "???", "-- | --"])
def test_a_text_without_letters_has_no_title(text: str) -> None:
    assert normalise(text).title == ""


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    read = normalise(text)
    assert read.text == text
    assert read.title == " ".join(read.title.split())


@given(st.sampled_from(["timmerman", "verzorgende ig", "vrachtwagenchauffeur", "medewerker kantine", "kok"]))
@settings(max_examples=20, deadline=None)
def test_reading_a_read_title_again_changes_nothing(title: str) -> None:
    once = normalise(title).title
    assert normalise(once).title == once


@given(
    st.sampled_from(["timmerman", "kok", "heftruckchauffeur", "schoonmaker", "receptionist"]),
    st.sampled_from(["(m/v)", "m/v/x", "32 uur", "24-32 uur per week", "0,8 fte", "parttime", "te Zwolle", "Utrecht"]),
    st.sampled_from(["", "gezocht", "per direct", "(tijdelijk)", "€ 2.500"]),
)
@settings(max_examples=60, deadline=None)
def test_additions_never_change_a_title(title: str, one: str, two: str) -> None:
    assert normalise(f"{title} {one} {two}").title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Truck driver (m/f) 40 hours", "vrachtwagenchauffeur"),
        ("ass. accountant", "assistent accountant"),
        ("salaris administrateur", "salarisadministrateur"),
        ("huis meester", "huismeester"),
        ("monteur, elektro-", "elektromonteur"),
        ("Medewerker klantenserv.", "medewerker klantenservice"),
        ("loodgiter", "loodgieter"),
        ("juf", "leerkracht basisschool"),
        ("zuster", "verpleegkundige"),
        ("Parttime administratief medewerker (moeder met schoolgaande kinderen)", "administratief medewerker"),
        ("tegels zetten", "tegelzetter"),
    ],
)
def test_a_title_in_other_words_or_pieces_reads_as_the_title(text: str, title: str) -> None:
    assert normalise(text).title == title


def test_a_common_word_inside_a_title_is_no_phrase() -> None:
    assert normalise("beveiliging").title == "beveiliger"
    assert "beveiliger" not in normalise("adviseur beveiliging").title


def test_what_says_of_what_stays_when_the_title_alone_says_too_little() -> None:
    assert normalise("monteur (koeltechniek)").title == "monteur koeltechniek"


@pytest.mark.parametrize(("pattern", "needs"), _PASSED_OVER)
def test_noise_is_passed_over_only_where_it_cannot_be(pattern: str, needs: str) -> None:
    @settings(max_examples=15, deadline=None, database=None)
    @given(st.from_regex(pattern))
    def holds(text: str) -> None:
        assert re.search(needs, text)

    holds()
