"""The compiled lexicon and its makers."""

import csv
from pathlib import Path

import pytest

from matcher.errors import DataError
from matcher.language.build_lexicon import OWN, build_lexicon
from matcher.language.compounds import CompoundSplitter
from matcher.language.lexicon import LABEL_FIELDS, load_lexicon
from matcher.language.lexicon_tables import read_rows
from matcher.language.word_forms import learn_forms
from matcher.resources import data_path


def test_missing_sources_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"esco/occupations_nl\.csv"):
        build_lexicon(tmp_path, tmp_path)


def test_the_readable_list_and_the_compiled_columns_say_the_same() -> None:
    rows = read_rows(data_path("occupations/titles.csv"), LABEL_FIELDS)
    labels = load_lexicon().labels
    assert [tuple(row) for row in rows] == [tuple(label[:5]) for label in labels]


def test_every_label_belongs_to_a_known_occupation_with_a_unit_group() -> None:
    lexicon = load_lexicon()
    assert all(label.occupation_id in lexicon.occupations for label in lexicon.labels)
    assert all(len(label.isco08) == 4 and label.isco08.isdigit() for label in lexicon.labels)


def test_all_436_unit_groups_are_there() -> None:
    groups = [one for one in load_lexicon().occupations if one.startswith("isco:")]
    assert len(groups) == 436


def test_our_own_occupations_have_a_reason_and_unique_slugs() -> None:
    with OWN.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter=";"))
    assert len({row["slug"] for row in rows}) == len(rows)
    assert all(row["reasoning"] and row["isco08"] in load_lexicon().codes for row in rows)


def test_cbs_goes_before_esco_where_they_disagree() -> None:
    lexicon = load_lexicon()
    found = [lexicon.label(int(at)) for at in lexicon.same_wording("helpende thuiszorg")]
    assert {label.isco08 for label in found} == {"5322"}


def test_a_compound_is_split_at_its_head() -> None:
    splitter = CompoundSplitter({"heftruck": 3, "chauffeur": 9, "verzuim": 2, "adviseur": 9, "kwaliteit": 3})
    assert splitter.split("heftruckchauffeur") == ("heftruck", "chauffeur")
    assert splitter.split("kwaliteitsadviseur") == ("kwaliteit", "adviseur")


def test_a_form_is_learned_only_from_labels_of_one_occupation() -> None:
    assert learn_forms([("a", ("kapper",)), ("b", ("kapster",))]) == {}
