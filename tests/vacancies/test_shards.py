"""An index in shards: whoever holds which rows, the answer for a person is the same to the last tie."""

import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher import Case
from matcher.cli.root import run
from matcher.errors import FileUnreadable
from matcher.vacancies import (
    Index,
    Ranked,
    Wanted,
    build_index,
    index_info,
    open_index,
    rank_vacancies,
    remove_from_index,
    shard_index,
    update_index,
)
from matcher.vacancies.judged import Judge
from matcher.vacancies.person_tables import person_tables
from matcher.vacancies.ray_shards import answer_share
from matcher.vacancies.search import put_together
from matcher.vacancies.seeker import make_seeker
from matcher.vacancies.shard_store import read_shards
from tests.vacancies.test_commands import ON, write_case
from tests.vacancies.world import DAY, half_told, random_person, some_vacancies, vacancy


def told(ranked: Ranked) -> tuple[object, ...]:
    """Everything that an answer tells, the order of the limits too; apart from the name of the index."""
    return ranked.shown, ranked.closed, ranked.open_count, ranked.listed_count, list(ranked.only_by.items())


def asked_of_each(directory: Path, case: Case, wanted: Wanted) -> Ranked:
    """Ask every shard by itself, the last one first, and put the answers together."""
    whole = open_index(directory)
    judge = Judge(make_seeker(case, DAY, whole.catalogue))
    shards = reversed(read_shards(directory).folders)
    shares = [answer_share(open_index(folder), case, DAY, wanted) for folder in shards]
    return put_together(judge, person_tables(judge), shares, wanted, whole.name)


def filled(place: Path, rng: Random, count: int) -> Index:
    """An index with a past: several segments, rows that are gone, vacancies that differ in nothing but their id."""
    made = [half_told(each, rng) if rng.random() < 0.5 else each for each in some_vacancies(60, 4).vacancies()[:count]]
    twins = [replace(each, record=replace(each.record, id=f"{each.record.id}-b")) for each in made[::3]]
    build_index([*made, *twins], place, DAY)
    if count > 1:
        update_index(rng.sample(made, len(made) // 2), place, DAY)
        remove_from_index([each.record.id for each in rng.sample(made, len(made) // 4)], place, DAY)
    return open_index(place)


@settings(max_examples=6, deadline=None)
@given(
    seed=st.integers(0, 10**6),
    count=st.integers(0, 60),
    shards=st.integers(1, 5),
    top=st.sampled_from([1, 5, 100]),
    since=st.sampled_from([None, DAY]),
)
def test_shards_together_answer_what_the_whole_index_answers(seed, count, shards, top, since):
    rng = Random(seed)  # noqa: S311 only invented cases
    wanted = Wanted(top, since, closed=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        index = filled(place / "index", rng, count)
        split = shard_index(place / "index", place / "shards", shards)
        assert (len(split.counts), sum(split.counts)) == (shards, len(index))
        together = open_index(place / "shards")
        assert len(together) == len(index)
        case = random_person(rng)
        whole = told(rank_vacancies(case, index, DAY, top=top, new_since=since, closed=True))
        assert told(asked_of_each(place / "shards", case, wanted)) == whole
        assert told(rank_vacancies(case, together, DAY, top=top, new_since=since, closed=True)) == whole


@pytest.fixture
def place(tmp_path: Path) -> Path:
    build_index([vacancy(number) for number in range(9)], tmp_path / "index", DAY)
    shard_index(tmp_path / "index", tmp_path / "shards", 3)
    return tmp_path


def test_a_vacancy_is_found_in_the_shards_and_new_shards_take_the_place_of_the_old(place):
    before = open_index(place / "shards")
    assert before.find("proef-3") is not None
    update_index([vacancy(20)], place / "index", DAY)
    split = shard_index(place / "index", place / "shards", 2)
    assert split.generation == 2
    after = open_index(place / "shards")
    assert (len(before), len(after)) == (9, 10)
    assert after.generation.number == before.generation.number + 1
    assert len(list((place / "shards").glob("split-*"))) == 1
    info = index_info(after, DAY)
    assert (info.vacancies, info.sources) == (10, ("proef",))


def test_a_split_that_was_stopped_leaves_the_shards_that_were_there(place, monkeypatch):
    def stopped(*words):
        raise KeyboardInterrupt

    before = open_index(place / "shards").generation.number
    with monkeypatch.context() as patch:
        patch.setattr("matcher.vacancies.shards.write_pointer", stopped)
        with pytest.raises(KeyboardInterrupt):
            shard_index(place / "index", place / "shards", 5)
    assert (open_index(place / "shards").generation.number, len(open_index(place / "shards"))) == (before, 9)
    shard_index(place / "index", place / "shards", 5)
    assert len(list((place / "shards").glob("split-*"))) == 1


@pytest.mark.parametrize("write", [build_index, update_index])
def test_shards_are_not_written_in_but_made_again_from_their_index(place, write):
    with pytest.raises(FileUnreadable, match="matcher index shard"):
        write([vacancy(1)], place / "shards", DAY)
    with pytest.raises(FileUnreadable, match="matcher index shard"):
        remove_from_index(["proef-1"], place / "shards", DAY)
    assert len(open_index(place / "shards")) == 9


def test_the_command_splits_and_the_shards_answer_like_the_index(place, capsys):
    write_case(place / "casus.yaml", "proef-a")
    assert run(["index", "shard", str(place / "index"), str(place / "uit" / "index"), "--shards", "2"]) == 0
    assert "9 vacatures, verdeeld over 2 shards" in capsys.readouterr().out
    pages = []
    for source in (place / "index", place / "uit" / "index"):
        assert run(["vacancies", str(place / "casus.json"), str(source), *ON, "--closed", "--format", "json"]) == 0
        pages.append(capsys.readouterr().out)
    assert pages[0] == pages[1]
    assert json.loads(pages[0])["counts"]["open"] == 9


def test_what_is_no_index_or_no_shard_is_refused_in_words(place, capsys):
    (place / "vol").mkdir()
    (place / "vol" / "brief.txt").write_text("van een ander", encoding="utf-8")
    for words, told_so in (
        ([place / "nergens", place / "uit"], "matcher index build"),
        ([place / "index", place / "vol"], "iets anders dan shards"),
        ([place / "index", place / "index"], "iets anders dan shards"),
    ):
        assert run(["index", "shard", *map(str, words), "--shards", "2"]) == 2
        assert told_so in capsys.readouterr().err
    assert (place / "vol" / "brief.txt").is_file()
    write_case(place / "casus.yaml", "proef-a")
    words = ["vacancies", str(place / "casus.json")]
    assert run([*words, str(place / "index"), "--engine", "ray"]) == 2
    assert "matcher index shard" in capsys.readouterr().err
    shutil.rmtree(read_shards(place / "shards").folders[1])
    assert run([*words, str(place / "shards")]) == 2
    assert "Shard 01 ontbreekt" in capsys.readouterr().err
    (place / "shards" / "shards.json").write_text("{}", encoding="utf-8")
    assert run([*words, str(place / "shards")]) == 2
    assert "andere versie" in capsys.readouterr().err
