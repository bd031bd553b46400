"""A caseload over worker processes: the same files whoever does the work, also when a worker dies or is slow."""

import json
import os
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from matcher.cli.root import run
from matcher.errors import FileUnreadable
from matcher.vacancies import (
    Engine,
    build_index,
    memory_index,
    on_ray,
    one_by_one,
    open_index,
    overview,
    run_batch,
    update_index,
)
from matcher.vacancies.errands import Question, answer
from matcher.vacancies.ray_engine import Place, Worker, ray_started
from tests.vacancies.test_commands import write_case
from tests.vacancies.unlucky import Unlucky
from tests.vacancies.world import DAY, some_vacancies, vacancy

WORKERS = 3
MARK = "qzxgeheim"
KILLS_ONCE, KILLS_ALWAYS, SLOW, FAULTY = 1, 3, 0, 6


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


def below() -> set[int]:
    """The processes that this one started, and theirs."""
    parents = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(path.parent.name)] = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found, latest = set(), {os.getpid()}
    while latest := {child for child, parent in parents.items() if parent in latest} - found:
        found |= latest
    return found


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
    before, usual = below(), tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="w-") as folder:
        tempfile.tempdir = folder
        try:
            with ray_started(WORKERS, DAY):
                yield Path(folder)
                started = below() - before
        finally:
            tempfile.tempdir = usual
        assert not list(Path(folder).glob("*"))
    until = time.monotonic() + 60
    while any(Path(f"/proc/{number}").exists() for number in started) and time.monotonic() < until:
        time.sleep(0.05)
    assert not {number for number in started if Path(f"/proc/{number}").exists()}


def test_a_killed_worker_costs_time_a_slow_one_only_its_own_person_and_nobody_gets_another_answer(
    desk, local, ray_folder, tmp_path
):
    """Were persons shared out beforehand, the slow one would wait for ever for those in line behind it."""
    written = tmp_path / "uit" / "personen"
    unlucky = Unlucky(tmp_path, ((KILLS_ONCE, 1), (KILLS_ALWAYS, 99)), SLOW, written, len(desk.cases) - 1)
    page, files = desk.done(tmp_path / "uit", on_ray(WORKERS, unlucky))
    assert len(list(tmp_path.glob(f"{KILLS_ONCE}-*"))) == 1
    assert len(list(tmp_path.glob(f"{KILLS_ALWAYS}-*"))) == 3, "who kills every worker is given up"
    lost = f"persoon-{KILLS_ALWAYS}.json"
    assert "een paar keer gestopt" in json.loads(files[lost])["fault"]
    assert {**files, lost: b""} == {**local[1], lost: b""}
    assert page != local[0]

    assert desk.done(tmp_path / "uit") == local, "the next run does only the lost one again, wherever it runs"

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
    assert run(["batch", *words, "--engine", "ray", "--workers", "2"]) == 0
    told = capsys.readouterr()
    assert files_in(tmp_path / "uit") == local[1]
    after = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "uit" / "personen").iterdir()}
    assert {name: after[name] for name in before} == before
    assert "100%" in told.err
    page = told.out
    assert run(["batch", *words]) == 0
    assert capsys.readouterr().out == page


def test_an_index_that_is_updated_under_the_work_stops_it_and_workers_need_a_folder(desk, ray_folder, tmp_path):
    build_index([vacancy(1)], tmp_path / "index", DAY)
    index = open_index(tmp_path / "index")
    place = Place(tmp_path / "index", index.name, index.generation.number)
    question = Question(DAY, DAY, 5)
    assert Worker(place, question, answer).ready() == ""
    update_index([vacancy(2)], tmp_path / "index", DAY)
    asked = {"new_since": DAY, "top": 5, "engine": on_ray(1)}
    with pytest.raises(FileUnreadable, match="onder het werk bijgewerkt"):
        list(run_batch(desk.cases[:1], index, tmp_path / "uit", DAY, **asked))
    with pytest.raises(FileUnreadable, match="matcher index build"):
        list(run_batch(desk.cases[:1], memory_index([vacancy(1)], DAY), tmp_path / "weg", DAY, **asked))


def test_without_the_extra_and_with_words_that_do_not_belong_the_command_says_what_to_do(desk, capsys, monkeypatch):
    words = ["batch", str(desk.cases[0]), str(desk.place / "index"), "-o", str(desk.place / "uit")]
    monkeypatch.setattr("matcher.vacancies.engines.find_spec", lambda name: None)
    assert run([*words, "--engine", "ray"]) == 2
    assert "pip install 'matcher[ray]'" in capsys.readouterr().err
    assert run([*words, "--workers", "2"]) == 2
    assert "--engine ray" in capsys.readouterr().err
    assert not (desk.place / "uit").exists()
