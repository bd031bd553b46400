"""A caseload over worker processes: the same files whoever does the work, also when a worker dies or is slow."""

import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
import ray
from ray.exceptions import RayActorError, RayError

from matcher import load_catalogue
from matcher.cli.root import run
from matcher.errors import FileUnreadable
from matcher.intake import read_case
from matcher.vacancies import (
    Engine,
    Wanted,
    build_index,
    memory_index,
    on_ray,
    one_by_one,
    open_index,
    overview,
    rank_vacancies,
    ray_engine,
    ray_shards,
    run_batch,
    shard_index,
    update_index,
    vacancies_table,
)
from matcher.vacancies.errands import Question, answer, errand_of
from matcher.vacancies.ray_engine import Place, Worker, ray_started
from matcher.vacancies.ray_shards import Shard, answer_share, open_shards
from matcher.vacancies.rules import batch_rules
from tests.vacancies.processes import processes_of_ray, works
from tests.vacancies.test_commands import write_case
from tests.vacancies.test_shards import told
from tests.vacancies.unlucky import Fragile, Unlucky
from tests.vacancies.world import DAY, person, some_vacancies, vacancy

WORKERS = 3
MARK = "qzxgeheim"
KILLER, SLOW, FAULTY = 1, 0, 6


@dataclass(frozen=True)
class Desk:
    """An index and a caseload, of which one file cannot be read."""

    place: Path

    @property
    def cases(self) -> list[Path]:
        return [self.place / f"persoon-{number}.json" for number in range(7)]

    def done(self, out: Path, engine: Engine = one_by_one, cases: list[Path] | None = None):
        """Do the caseload; answer the page and the files."""
        index = open_index(self.place / "index")
        lines = list(run_batch(cases or self.cases, index, out, DAY, new_since=DAY, top=5, engine=engine))
        return overview(lines, index.name, DAY, DAY), files_in(out)


def files_in(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((out / "personen").iterdir())}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    place = tmp_path_factory.mktemp("werk")
    build_index(some_vacancies(200, 3).vacancies(), place / "index", DAY)
    desk = Desk(place)
    for number in range(6):
        write_case(place / f"persoon-{number}.yaml", f"{MARK}-{number}")
    desk.cases[FAULTY].write_text("{", encoding="utf-8")
    return desk


@pytest.fixture(scope="module")
def local(desk):
    return desk.done(desk.place / "local")


@pytest.fixture(scope="module")
def ray_folder():
    """One Ray for all tests here, with everything it writes in a folder of its own. Nothing of it stays."""
    usual = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="w-") as folder:
        tempfile.tempdir = folder
        try:
            with ray_started(WORKERS, DAY):
                yield Path(folder)
                started = processes_of_ray()
                assert len(started) > WORKERS
        finally:
            tempfile.tempdir = usual
        assert not list(Path(folder).glob("*"))
    until = time.monotonic() + 60
    while any(map(works, started)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not set(filter(works, started))


def test_a_killed_worker_costs_time_a_slow_one_only_its_own_person_and_nobody_gets_another_answer(
    desk, local, ray_folder, tmp_path
):
    """Were persons shared out beforehand, the slow one would wait for ever for those in line behind it."""
    written = tmp_path / "uit" / "personen"
    unlucky = Unlucky(tmp_path, KILLER, SLOW, written, len(desk.cases) - 1)
    assert desk.done(tmp_path / "uit", on_ray(WORKERS, unlucky)) == local
    assert unlucky.death.exists()

    written_by_ray = [path for path in ray_folder.rglob("*") if path.is_file() and not path.is_symlink()]
    assert any("core-worker" in path.name for path in written_by_ray)
    assert not [path.name for path in written_by_ray if MARK.encode() in path.read_bytes()]


def test_the_command_goes_on_with_workers_where_it_was_stopped_without_them(
    desk, local, ray_folder, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    desk.done(tmp_path / "uit", cases=desk.cases[:4])
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "uit" / "personen").iterdir()}
    words = [*map(str, desk.cases), str(desk.place / "index"), "-o", str(tmp_path / "uit"), "--on", DAY.isoformat()]
    words += ["--new-since", DAY.isoformat(), "--top", "5"]
    assert run(["batch", *words, "--engine", "ray", "--workers", "1"]) == 0
    told = capsys.readouterr()
    assert files_in(tmp_path / "uit") == local[1]
    after = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "uit" / "personen").iterdir()}
    assert {name: after[name] for name in before} == before
    assert "100%" in told.err
    page = told.out
    assert run(["batch", *words]) == 0
    assert capsys.readouterr().out == page


def test_a_shard_that_dies_under_a_question_or_between_two_comes_back_and_the_answer_is_that_of_one_index(
    desk, ray_folder, tmp_path, capsys
):
    shard_index(desk.place / "index", tmp_path / "index", 3)
    fragile = Fragile(tmp_path, "01")
    case = person([{"item": "IV.13", "levels": [2]}]).model_copy(update={"id": MARK})
    expected = told(rank_vacancies(case, open_index(desk.place / "index"), DAY, closed=True))
    with open_shards(tmp_path / "index", DAY, fragile) as ranks:
        first = dict(ranks.actors)
        assert told(ranks(case, DAY, Wanted(closed=True))) == expected
        assert fragile.death.exists()
        changed = {shard for shard, actor in ranks.actors.items() if actor != first[shard]}
        assert 1 in changed
        ray.kill(ranks.actors[2])
        assert told(ranks(case, DAY, Wanted(closed=True))) == expected
    written_by_ray = [path for path in ray_folder.rglob("*") if path.is_file() and not path.is_symlink()]
    assert not [path.name for path in written_by_ray if MARK.encode() in path.read_bytes()]


def test_the_command_asks_the_shards_over_ray_and_tells_what_it_tells_without(desk, ray_folder, tmp_path, capsys):
    shard_index(desk.place / "index", tmp_path / "index", 1)
    words = ["vacancies", str(desk.cases[0]), str(tmp_path / "index"), "--on", DAY.isoformat(), "--closed"]
    ranked = rank_vacancies(read_case(desk.cases[0]).case, open_index(tmp_path / "index"), DAY, closed=True)
    assert run([*words, "--engine", "ray"]) == 0
    # Ray may tell on the same screen that a worker of another test died.
    assert vacancies_table(ranked) in capsys.readouterr().out


def test_a_shard_that_does_not_come_back_is_told_in_words(desk, tmp_path, monkeypatch):
    hired = []

    def hire(shard):
        hired.append(Hired(Asked(""), Asked(RayActorError() if shard == 1 else "")))
        return hired[-1]

    monkeypatch.setattr(ray_shards, "ray", Stand)
    ranks = ray_shards.Desk(hire, 3, batch_rules(DAY), load_catalogue(), "proef")
    ranks.open()
    with pytest.raises(FileUnreadable, match="viel een paar keer weg"):
        ranks.asked(lambda actor: actor.answer.remote())
    assert len(hired) == 3 + 2
    assert sum(each.dead for each in hired) == 3
    shard = Shard(tmp_path / "nergens", answer_share)
    assert "matcher index shard" in shard.answer(person(), DAY, Wanted())


class Asked:
    """What was asked of a worker that is no process, for what would take many dead ones."""

    def __init__(self, said=None):
        self.said = said

    def remote(self, errand=None):
        return lambda: self.said(errand) if callable(self.said) else self.said


class Stand:
    """Ray's three verbs for such workers."""

    @staticmethod
    def wait(asked):
        return asked[:1], asked[1:]

    @staticmethod
    def get(asked):
        said = asked()
        if isinstance(said, RayError):
            raise said
        return said

    @staticmethod
    def kill(worker):
        worker.dead = True


@dataclass
class Hired:
    ready: Asked
    answer: Asked
    dead: bool = False


def team_of(monkeypatch, ready, said, size=2):
    """Answer a team with such workers, and the list of who was hired."""
    hired = []

    def hire():
        hired.append(Hired(Asked(ready), Asked(said)))
        return hired[-1]

    monkeypatch.setattr(ray_engine, "ray", Stand)
    return ray_engine.Team(hire, batch_rules(DAY), size), hired


def errands(desk):
    return [errand_of(number, path) for number, path in enumerate(desk.cases)]


def test_a_case_that_kills_every_worker_is_given_up_after_three_and_is_tried_again_in_the_next_run(
    desk, local, monkeypatch, tmp_path
):
    team, hired = team_of(
        monkeypatch, "", lambda each: RayActorError() if each.number == KILLER else {"n": each.number}
    )
    found = {errand.number: record for errand, record in team.answers(errands(desk))}
    assert len(hired) == 2 + 3 - 1
    assert sum(each.dead for each in hired) == 3
    lost = found.pop(KILLER)
    assert found == {number: {"n": number} for number in range(7) if number != KILLER}
    assert "een paar keer gestopt" in lost["fault"]

    def given_up(every, index, question):
        return ((each, lost if each.number == KILLER else answer(each, index, question)) for each in every)

    page, _ = desk.done(tmp_path / "uit", given_up)
    assert page != local[0]
    assert desk.done(tmp_path / "uit") == local


def test_workers_that_do_not_start_or_meet_another_index_stop_the_run(desk, monkeypatch, tmp_path):
    build_index([vacancy(1)], tmp_path / "index", DAY)
    index = open_index(tmp_path / "index")
    worker = Worker(Place(tmp_path / "index", index.name, index.generation.number), Question(DAY, DAY, 5), answer)
    assert worker.ready() == ""
    update_index([vacancy(2)], tmp_path / "index", DAY)
    said = worker.ready()
    for ready, words in ((said, "onder het werk bijgewerkt"), (RayActorError(), "starten niet")):
        team, hired = team_of(monkeypatch, ready, {})
        with pytest.raises(FileUnreadable, match=words):
            list(team.answers(errands(desk)))
        assert len(hired) <= 4
    unkept = memory_index([vacancy(1)], DAY)
    with pytest.raises(FileUnreadable, match="matcher index build"):
        list(run_batch(desk.cases, unkept, tmp_path / "uit", DAY, new_since=DAY, top=5, engine=on_ray(1)))


def test_a_cluster_that_cannot_be_reached_is_told_in_words(desk, capsys, monkeypatch, tmp_path):
    class Unreachable(Stand):
        is_initialized = staticmethod(lambda: False)

        @staticmethod
        def init(address, **settings):
            raise ConnectionError(address)

    monkeypatch.setattr(ray_engine, "ray", Unreachable)
    monkeypatch.setenv("RAY_ADDRESS", "cluster.voorbeeld:6379")
    words = ["batch", str(desk.cases[0]), str(desk.place / "index"), "-o", str(tmp_path / "uit"), "--engine", "ray"]
    assert run(words) == 2
    assert "RAY_ADDRESS" in capsys.readouterr().err


def test_without_the_extra_and_with_words_that_do_not_belong_the_command_says_what_to_do(desk, capsys, monkeypatch):
    words = ["batch", str(desk.cases[0]), str(desk.place / "index"), "-o", str(desk.place / "uit")]
    monkeypatch.setattr("matcher.vacancies.engines.find_spec", lambda name: None)
    assert run([*words, "--engine", "ray"]) == 2
    assert "pip install 'matcher[ray]'" in capsys.readouterr().err
    assert run([*words, "--workers", "2"]) == 2
    assert "--engine ray" in capsys.readouterr().err
    assert not (desk.place / "uit").exists()
