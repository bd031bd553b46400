"""A title gives one occupation, or choices, or a clear refusal; never a silent guess."""

import pytest

from matcher.catalogue import load_catalogue
from matcher.errors import UnknownName
from matcher.lookup import find_occupation, find_two


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue(level="all")


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("verzorgende niveau 3", "nl:verzorgende-ig"),
        ("huiskamermedewerker", "nl:huiskamermedewerker"),
        ("recepsioniste", "nl:receptionist"),
        ("schoonmaakster 20 uur", "nl:schoonmaker"),
        ("administratief medewerkster", "nl:administratief-medewerker"),
        ("juf", "nl:leraar-basisonderwijs"),
        ("nl:postbode", "nl:postbode"),
        ("isco:4226", "isco:4226"),
    ],
)
def test_titles_as_people_write_them_are_found(title, found, catalogue):
    assert find_occupation(title, catalogue).occupation.id == found


@pytest.mark.parametrize(
    ("title", "name"), [("kapster", "kapper"), ("heftruckchauffeur", "heftruckchauffeur"), ("kok", "kok")]
)
def test_an_occupation_of_exactly_that_name_goes_before_its_neighbours(title, name, catalogue):
    assert find_occupation(title, catalogue).occupation.title_nl == name


@pytest.mark.parametrize("title", ["gastvrouw", "directeur", "monteur", "chauffeur", "medewerker"])
def test_a_title_for_different_work_gives_choices_with_their_codes(title, catalogue):
    with pytest.raises(UnknownName, match="Kies er een") as refused:
        find_occupation(title, catalogue)
    codes = [line.strip() for line in str(refused.value).splitlines()[1::2]]
    assert 2 <= len(codes) <= 5
    assert all(code in catalogue.index for code in codes)


@pytest.mark.parametrize("title", ["qwrtpsdf", "asdfgh", "12 34", "???"])
def test_what_is_no_title_is_refused_and_not_repeated(title, catalogue):
    with pytest.raises(UnknownName) as refused:
        find_occupation(title, catalogue)
    assert title not in str(refused.value)


def test_no_title_at_all_is_refused(catalogue):
    with pytest.raises(UnknownName, match="geen titel"):
        find_occupation("  ", catalogue)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("4226", r"isco:4226\n    Receptionisten, algemeen \(ISCO-08\)"),
        ("0421", r"BRC 2014, groep 0421"),
        ("282101", r"isco:8322\n    .*SBC-code 282101"),
        ("9999", r"kennen wij niet"),
    ],
)
def test_a_bare_number_is_refused_with_the_choices_of_every_list(number, words, catalogue):
    with pytest.raises(UnknownName, match=words):
        find_occupation(number, catalogue)


@pytest.mark.parametrize(
    "code", ["ISCO:4226", "isco 4226", "ISCO-08 4226", "Isco-4226", "ISCO08:4226", "isco-2008 4226"]
)
def test_a_code_is_read_however_it_was_copied(code, catalogue):
    assert find_occupation(code, catalogue).occupation.id == "isco:4226"


def test_the_address_of_an_esco_occupation_is_its_code(catalogue):
    uuid = "bced9b86-d4e7-42f8-bb47-acb2001b9bd0"
    for text in (uuid, f"http://data.europa.eu/esco/occupation/{uuid}", f"ESCO:{uuid.upper()}"):
        assert find_occupation(text, catalogue).occupation.id == f"esco:{uuid}"


def test_a_code_that_is_not_in_the_catalogue_says_what_to_do(catalogue):
    with pytest.raises(UnknownName, match=r"'isco:9999'\. Zoek het op met een titel"):
        find_occupation("isco:9999", catalogue)


def test_another_reading_is_named_when_the_title_is_not_the_name(catalogue):
    named = find_occupation("juf", catalogue)
    assert named.notice_nl is not None
    assert named.occupation.title_nl in named.notice_nl
    assert find_occupation("receptionist", catalogue).notice_nl is None


def test_where_esco_puts_work_among_quite_other_work_the_group_of_cbs_is_shown(catalogue):
    named = find_occupation("helpende thuiszorg", catalogue)
    assert named.occupation.id == "isco:5322"
    assert named.notice_nl is not None
    assert "CBS" in named.notice_nl
    assert "esco:" in named.notice_nl


def test_every_name_of_our_own_occupations_finds_work(catalogue):
    missed = []
    for one in catalogue.occupations:
        if one.kind == "nl":
            try:
                find_occupation(one.title_nl, catalogue)
            except UnknownName as refused:
                missed += [] if one.id in str(refused) else [one.id]
    assert missed == []


def test_of_two_titles_the_one_that_is_not_understood_is_named(catalogue):
    with pytest.raises(UnknownName, match=r"^B: Deze titel is niet herkend"):
        find_two("receptionist", "qwrtpsdf", catalogue)


def test_an_occupation_is_not_set_beside_itself(catalogue):
    with pytest.raises(UnknownName, match=r"hetzelfde beroep: kapper \(esco:"):
        find_two("kapster", "kapper", catalogue)
