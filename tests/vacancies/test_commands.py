"""The commands for vacancies: feed in, ranking out; a whole caseload; clear refusals."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from matcher.cli.root import run
from matcher.vacancies import build_index
from tests.vacancies.test_index import ROOT
from tests.vacancies.world import DAY, person, some_vacancies, vacancy

FEED = """id;functie;bedrijf;plaats;omschrijving;uren
1;Receptionist;Oefenbedrijf;Voorbeeldstad;Je ontvangt bezoekers. Geen zwaar tilwerk.;24 uur
2;Telefonist;Testbedrijf;Voorbeeldstad;Je tilt regelmatig meer dan 20 kilo.;32 uur
3;Receptionist;Proefhotel;Groningen;Je werkt aan de balie.;32 uur
"""
ON = ["--on", DAY.isoformat()]
_KILLED_CASELOAD = 24  # so many that a busy machine still kills the job before the last


@pytest.fixture
def files(tmp_path):
    (tmp_path / "feed.csv").write_text(FEED, encoding="utf-8")
    write_case(tmp_path / "casus.yaml", "proef-a")
    return tmp_path


def write_case(path: Path, name: str) -> None:
    plain = json.loads(person([{"item": "IV.13", "levels": [2]}]).model_dump_json(by_alias=True, exclude_unset=True))
    path.write_text(json.dumps({**plain, "id": name}), encoding="utf-8")
    path.rename(path.with_suffix(".json"))


def test_from_feed_to_ranking_by_index_and_directly_from_the_feed(files, capsys):
    assert run(["index", "build", str(files / "feed.csv"), str(files / "index"), *ON]) == 0
    assert "3 vacatures" in capsys.readouterr().out
    for source in ("index", "feed.csv"):
        assert run(["vacancies", str(files / "casus.json"), str(files / source), *ON, "--closed"]) == 0
        out = capsys.readouterr().out
        assert all(len(line) <= 80 for line in out.splitlines())
        assert "1 vacature blijft over van de 3" in out
        assert "Niet mogelijk" in out
        assert "Tillen" in out
        assert "zonder de grens voor tillen 1 meer" in out
        assert "passend" not in out


def test_csv_and_json_hold_the_same_vacancies_with_their_parts(files, capsys):
    command = ["vacancies", str(files / "casus.json"), str(files / "feed.csv"), *ON, "--closed"]
    assert run([*command, "--format", "json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert plain["audience"] == "coach"
    first = plain["open"][0]
    assert first["score"] == sum(part["points"] for part in first["contributions"])
    assert {each["limit"] for closed in plain["closed"] for each in closed["closed_by"]} >= {"IV.13", "travel"}
    assert run([*command, "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1 + len(plain["open"]) + len(plain["closed"])


def test_an_update_tells_what_is_new_and_only_that_can_be_asked(files, capsys):
    index = str(files / "index")
    assert run(["index", "build", str(files / "feed.csv"), index, "--on", "2026-11-16"]) == 0
    (files / "feed.csv").write_text(
        FEED + "4;Receptionist avond;Testzorg;Voorbeeldstad;Balie.;20 uur\n", encoding="utf-8"
    )
    assert run(["index", "update", str(files / "feed.csv"), index, *ON]) == 0
    assert "Nieuw: 1. Bijgewerkt: 3." in capsys.readouterr().out
    assert (
        run(["vacancies", str(files / "casus.json"), index, *ON, "--new-since", "2026-11-20", "--format", "json"]) == 0
    )
    assert [each["title"] for each in json.loads(capsys.readouterr().out)["open"]] == ["Receptionist avond"]
    assert run(["index", "info", index, *ON]) == 0
    assert "4" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ["index", "info", "nergens"],
        ["index", "build", "alleen-een"],
        ["vacancies", "nergens.yaml", "nergens"],
        ["batch", "een", "-o", "uit"],
    ],
)
def test_a_refusal_is_one_clear_message_with_code_2(words, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert run(words) == 2
    error = capsys.readouterr().err
    assert error.strip()
    assert "Traceback" not in error


def test_made_up_vacancies_can_be_read_back_and_hold_the_truth(tmp_path, capsys):
    feed = tmp_path / "verzonnen.jsonl"
    assert run(["vacancies-make-up", "20", "-o", str(feed), "--truth", *ON]) == 0
    lines = [json.loads(line) for line in feed.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 20
    assert all("truth" in line for line in lines)
    again = some_vacancies(20, 1).vacancies()
    assert [line["text"] for line in lines] == [each.record.text for each in again]
    for each in again:
        assert all(each.record.text[d.evidence.start : d.evidence.end] == d.evidence.quote for d in each.demands)
    capsys.readouterr()
    assert run(["index", "build", str(feed), str(tmp_path / "index"), *ON]) == 0
    assert "20 vacatures" in capsys.readouterr().out


def test_a_caseload_gives_one_page_and_one_file_per_person(files, capsys):
    build_index([vacancy(1), vacancy(2, place="Groningen")], files / "index", DAY)
    write_case(files / "b.yaml", "proef-b")
    (files / "stuk.yaml").write_text("id: proef\n", encoding="utf-8")
    command = [
        "batch",
        str(files / "casus.json"),
        str(files / "b.json"),
        str(files / "stuk.yaml"),
        str(files / "index"),
    ]
    assert run([*command, "-o", str(files / "uit"), *ON]) == 0
    out = capsys.readouterr().out
    assert "proef-a: 1 mogelijk, 1 nieuw" in out
    assert "Niet gelezen".upper() in out
    persons = files / "uit" / "personen"
    assert sorted(path.stem for path in persons.iterdir()) == ["b", "casus", "stuk"]
    before = {path: path.stat().st_mtime_ns for path in persons.iterdir()}
    assert run([*command, "-o", str(files / "uit"), *ON]) == 0
    assert {path: path.stat().st_mtime_ns for path in persons.iterdir()} == before
    assert run([*command, "-o", str(files / "uit"), "--on", "2026-11-24"]) == 2
    assert "andere index, dag of instelling" in capsys.readouterr().err


def test_a_caseload_that_is_killed_goes_on_without_loss_or_duplicates(files, capsys):
    build_index(some_vacancies(200, 3).vacancies(), files / "index", DAY)
    names = [f"persoon-{number:02d}" for number in range(_KILLED_CASELOAD)]
    for name in names:
        write_case(files / f"{name}.yaml", name)
    paths = [str(files / f"{name}.json") for name in names]
    words = ["batch", *paths, str(files / "index"), "-o", str(files / "uit"), *ON]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    with subprocess.Popen(
        [sys.executable, "-m", "matcher.cli", *words], env=environment, stdout=subprocess.DEVNULL
    ) as job:
        persons = files / "uit" / "personen"
        until = time.monotonic() + 300
        while time.monotonic() < until and not (persons.is_dir() and len(list(persons.glob("*.json"))) >= 2):
            time.sleep(0.01)
        job.send_signal(signal.SIGKILL)
    done = {path.name: path.read_bytes() for path in persons.glob("*.json") if not path.name.startswith(".")}
    assert 2 <= len(done) < _KILLED_CASELOAD
    assert run(words) == 0
    out = capsys.readouterr().out
    assert all(out.count(f"- {name}:") == 1 for name in names)
    assert {name: (persons / name).read_bytes() for name in done} == done
    assert len(list(persons.glob("*.json"))) == _KILLED_CASELOAD


def test_a_zoekprofiel_counts_open_vacancies_in_an_index(files, capsys):
    build_index(some_vacancies(400, 1).vacancies(), files / "index", DAY)
    assert run(["zoekprofiel", str(files / "casus.json"), "--index", str(files / "index"), *ON]) == 0
    out = capsys.readouterr().out
    assert "3 x 3" in out
    assert "(bron: verzonnen" in out.replace("\n", " ")
    assert run(["zoekprofiel", str(files / "casus.json"), *ON]) == 0
    assert "3 x 3" not in capsys.readouterr().out
