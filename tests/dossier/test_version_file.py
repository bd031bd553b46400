"""The versions file: only added to, chained, and every old version can be made again with the same bytes."""

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from matcher.dossier import append_version, as_match, canonical, read_versions, recheck
from matcher.dossier.canonical_bytes import digest, plain
from matcher.errors import FileUnreadable, InputError
from matcher.matching import match
from tests.dossier.world import FIRST, PLACE, SECOND, THIRD, catalogue, story


@pytest.fixture
def stored(tmp_path):
    path = tmp_path / "versies.jsonl"
    for day, reason in ((FIRST, "start"), (SECOND, "nieuw formulier"), (THIRD, "nieuw formulier en nieuwe fase")):
        append_version(path, story(), day, reason, catalogue())
    return path


def test_each_version_is_one_line(stored):
    assert len(stored.read_text(encoding="utf-8").splitlines()) == 3


def test_versions_come_back_as_they_were_stored(stored):
    versions = read_versions(stored)
    assert [(v.number, v.on, v.case) for v in versions] == [
        (1, FIRST, story()),
        (2, SECOND, story()),
        (3, THIRD, story()),
    ]


def test_adding_a_version_changes_no_byte_of_the_lines_before(stored):
    before = stored.read_bytes()
    append_version(stored, story(), THIRD, "nog een keer", catalogue())
    assert stored.read_bytes().startswith(before)


def test_an_old_version_made_again_gives_the_same_bytes(stored):
    for version in read_versions(stored):
        again = canonical(match(version.case, version.on, catalogue()))
        assert digest(again) == version.result_sha256
        assert recheck(version, catalogue()).same


def test_another_process_gives_the_same_bytes():
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from matcher.catalogue import load_catalogue; from matcher.intake import read_case\n"
        "from matcher.dossier.canonical_bytes import canonical, digest; from matcher.matching import match\n"
        "case = read_case(Path(sys.argv[1])).case\n"
        "print(digest(canonical(match(case, date(2026, 6, 15), load_catalogue()))))"
    )
    here = digest(canonical(match(story(), SECOND, catalogue())))
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code, str(PLACE)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == here


def test_the_canonical_result_holds_no_receipt_and_no_clock():
    data = json.loads(canonical(match(story(), SECOND, catalogue())))
    assert "receipt" not in data
    assert data["on"] == "2026-06-15"


def test_another_day_gives_other_bytes():
    assert canonical(match(story(), SECOND, catalogue())) != canonical(match(story(), THIRD, catalogue()))


def test_a_changed_line_is_refused(stored):
    lines = stored.read_text(encoding="utf-8").splitlines()
    lines[0] = lines[0].replace('"reason_nl":"start"', '"reason_nl":"anders"')
    stored.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(FileUnreadable, match="Regel 2"):
        read_versions(stored)


def test_a_line_that_was_left_out_is_refused(stored):
    lines = stored.read_text(encoding="utf-8").splitlines()
    stored.write_text("\n".join([lines[0], lines[2]]) + "\n", encoding="utf-8")
    with pytest.raises(FileUnreadable, match="Regel 2"):
        read_versions(stored)


@pytest.mark.parametrize("content", ["geen json", "{}", "[1]", '{"schema": "iets/anders/1"}', "null"])
def test_another_file_is_refused_in_dutch_and_without_its_content(tmp_path, content):
    path = tmp_path / "x.jsonl"
    path.write_text(content + "\n", encoding="utf-8")
    with pytest.raises(FileUnreadable, match="geen versie die matcher schreef") as refused:
        read_versions(path)
    assert "iets/anders" not in str(refused.value)


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(FileUnreadable, match="niet te lezen"):
        read_versions(tmp_path / "weg.jsonl")


def test_a_version_of_another_case_is_refused(stored):
    other = story().model_copy(update={"id": "ander"})
    with pytest.raises(InputError, match="andere casus"):
        append_version(stored, other, THIRD, "x", catalogue())


def test_an_earlier_day_than_the_last_version_is_refused_and_the_same_day_is_not(stored):
    with pytest.raises(InputError, match="niet ouder"):
        append_version(stored, story(), SECOND, "x", catalogue())
    assert append_version(stored, story(), THIRD, "x", catalogue()).number == 4


def test_a_refused_version_leaves_the_file_as_it_was(stored):
    before = stored.read_bytes()
    with pytest.raises(InputError):
        append_version(stored, story(), SECOND, "x", catalogue())
    assert stored.read_bytes() == before


def test_a_folder_that_does_not_exist_is_told_in_dutch(tmp_path):
    with pytest.raises(InputError, match="kan niet worden geschreven"):
        append_version(tmp_path / "weg" / "v.jsonl", story(), FIRST, "x", catalogue())


def test_another_outcome_is_reported_with_what_differs(stored):
    version = replace(read_versions(stored)[0], result_sha256="0" * 64)
    version = replace(version, receipt={**version.receipt, "code_hash": "anders"})
    found = recheck(version, catalogue())
    assert not found.same
    assert "programma" in found.text_nl


def test_a_stored_version_can_be_compared_again(stored):
    made = as_match(read_versions(stored)[0], catalogue())
    assert made.counts["shown"] == len(made.shown)


def test_plain_sorts_sets_so_that_order_never_shows():
    assert plain(frozenset({"b", "a"})) == ["a", "b"]
