"""A title gives one occupation, or choices, or a clear refusal; never a silent guess."""

import pytest

from matcher.catalogue import load_catalogue
from matcher.errors import UnknownName
from matcher.lookup import find_occupation


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


def test_a_bare_number_is_refused_with_the_choice(catalogue):
    with pytest.raises(UnknownName, match="isco:4226"):
        find_occupation("4226", catalogue)


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
