"""The facts beside the demands: directions of education, SBC codes, kinds of tasks, related work."""

import csv
from pathlib import Path

import pytest

from matcher.catalogue import Catalogue, SourceError, activities_nl, load_catalogue, related_occupations
from matcher.catalogue.compiling.activities import Activities
from matcher.catalogue.compiling.facts import check_sections, read_sbc
from matcher.catalogue.compiling.sources import Sources
from matcher.errors import DataError
from matcher.reference.education import WorkDirections, directions, directions_in, fields_of, work_directions
from matcher.reference.tables import read_csv, read_yaml

from .tiny_sources import write_tiny_sources

SBC_LENGTH = 6


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(level="all")


def test_every_occupation_has_some_profile(catalogue: Catalogue) -> None:
    known = (catalogue.mark > 0).sum(axis=1)
    assert int(known.min()) >= 20
    assert (known[[place for place, one in enumerate(catalogue.occupations) if one.kind == "esco"]] > 0).all()


def test_directions_of_work_are_those_of_the_vocabulary(catalogue: Catalogue) -> None:
    used = {code for one in catalogue.occupations for code in one.education_directions}
    assert used == set(directions())


@pytest.mark.parametrize(
    ("occupation", "direction"),
    [
        ("isco:5321", "care"),
        ("isco:2512", "ict"),
        ("isco:7115", "building"),
        ("isco:4110", "administration"),
        ("nl:leraar-basisonderwijs", "education"),
    ],
)
def test_work_asks_the_direction_that_anybody_would_name(catalogue: Catalogue, occupation: str, direction: str) -> None:
    assert direction in catalogue.occupation(occupation).education_directions


def test_simple_work_asks_no_direction(catalogue: Catalogue) -> None:
    for occupation in ("isco:9112", "isco:9334", "isco:4412"):
        assert catalogue.occupation(occupation).education_directions == ()


def test_the_direction_of_a_person_is_read_in_the_same_words() -> None:
    assert directions_in("Timmeren") == ("building",)
    assert "logistics" in directions_in("logistiek medewerker")
    assert directions_in("") == ()


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("automatisering", "vehicles"),
        ("kunststoftechniek", "arts"),
        ("leerkracht", "textiles"),
        ("procestechniek", "marketing"),
        ("bankwerker", "finance"),
        ("productietechniek", "marketing"),
        ("datumcontrole", "ict"),
    ],
)
def test_the_beginning_of_a_word_is_not_mistaken_for_a_direction(text: str, never: str) -> None:
    assert never not in directions_in(text)


def test_every_direction_that_our_own_texts_know_is_recognised() -> None:
    for text in read_yaml("prose.yaml")["known_words"]["directions"]:
        assert directions_in(text), text


def test_sbc_codes_are_six_digits_with_how_sure(catalogue: Catalogue) -> None:
    found = {code for one in catalogue.occupations for code in one.sbc_codes}
    assert len(found) == 16
    for code, _, sure in (text.partition(":") for text in found):
        assert code.isdecimal()
        assert len(code) == SBC_LENGTH
        assert sure in {"high", "medium", "low"}


def test_kinds_of_tasks_have_a_dutch_name_and_nearly_every_occupation_has_some(catalogue: Catalogue) -> None:
    assert {code for one in catalogue.occupations for code in one.activities} <= set(activities_nl())
    assert sum(bool(one.activities) for one in catalogue.occupations) > 0.98 * len(catalogue.occupations)


@pytest.mark.parametrize(
    ("occupation", "activity"),
    [("isco:9112", "cleaning"), ("isco:5120", "cooking"), ("isco:8322", "driving"), ("isco:5322", "daily_care")],
)
def test_the_first_kinds_of_tasks_are_those_of_the_trade(catalogue: Catalogue, occupation: str, activity: str) -> None:
    assert activity in catalogue.occupation(occupation).activities[:3]


def test_a_kind_that_few_of_the_linked_occupations_have_is_left_out() -> None:
    activities = Activities({"a": {"x": 1}, "b": {"x": 1}, "c": {"y": 9}}, {"x": 1.0, "y": 1.0}, 1.0)
    assert activities.best([({"a": 1.0, "b": 1.0, "c": 1.0}, 1.0)]) == ("x",)
    assert activities.best([({"unknown": 1.0}, 1.0)]) == ()


def test_related_work_is_sorted_and_excludes_itself(catalogue: Catalogue) -> None:
    found = related_occupations(catalogue, "nl:postbode", count=6, own_group=2, floor=25)
    closeness = [one.closeness for one in found]
    assert closeness == sorted(closeness, reverse=True)
    assert all(one.occupation.id != "nl:postbode" for one in found)
    assert sum(one.occupation.isco08 == "4412" for one in found) <= 2


def test_a_group_without_a_line_in_the_table_of_directions_is_refused() -> None:
    assert work_directions("5321").usual[0] == "care"
    with pytest.raises(DataError, match="geen richting voor groep X999"):
        work_directions("X999")


def test_the_look_up_and_the_order_read_the_same_table(catalogue: Catalogue) -> None:
    for one in catalogue.occupations:
        assert one.education_directions == work_directions(one.isco08).usual


def test_every_line_of_the_table_of_directions_names_work_and_every_field_is_used() -> None:
    codes = {one.isco08 for one in load_catalogue().occupations}
    assert all(any(code.startswith(row["prefix"]) for code in codes) for row in read_csv("education_of_work.csv"))
    fields = read_yaml("education_directions.yaml")["fields"]
    assert set(fields) == fields_of(directions())


def test_the_usual_direction_of_shop_work_is_named_and_not_asked() -> None:
    assert work_directions("5223") == WorkDirections(("retail",), asked=False)
    assert work_directions("5321").asked


def _changed(folder: Path, source: str, column: str, value: str) -> Sources:
    table = write_tiny_sources(folder)
    path = folder / next(one.path for one in table if one.id == source)
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [{**row, column: value} for row in csv.DictReader(stream)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return Sources(folder, table)


def test_an_sbc_row_of_unknown_certainty_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="315120"):
        read_sbc(_changed(tmp_path, "sbc", "isco_confidence", "perhaps"))


def test_a_branch_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    sources = Sources(tmp_path, write_tiny_sources(tmp_path))
    check_sections(sources, [("isco:4226", "N;Q")])
    with pytest.raises(SourceError, match=r"isco:4226: de branche X bestaat niet"):
        check_sections(sources, [("isco:4226", "N;X")])
