"""The audit log: what is acknowledged is there, a change shows, and nothing personal is in it."""

import json
import os
import threading
from pathlib import Path

import pytest

import matcher
from matcher import FileUnreadable
from matcher_service.audit import AuditFile, Entry, Head, Outcome, Trail, audit_lines, verify_chain
from tests.made_up import ON, raw_case
from tests.service.server import JSON, SECRETS, command

KEY = b"k" * 32


def written(path: Path, how_many: int = 5) -> list[Head]:
    trail = Trail(AuditFile(path), KEY)
    heads = [trail.write(Entry("zoekprofiel", key_id="abcd2345", request_id=str(n))) for n in range(how_many)]
    trail.close()
    return heads


def test_lines_that_nobody_touched_hold(folder):
    heads = written(folder / "audit.jsonl")
    report = verify_chain(folder / "audit.jsonl", KEY)
    assert (report.holds, report.lines, report.head) == (True, 5, heads[-1])


@pytest.mark.parametrize("line", range(5))
@pytest.mark.parametrize("how", ["changed", "removed", "doubled", "swapped"])
def test_a_line_that_was_changed_removed_doubled_or_moved_breaks_the_chain(folder, line, how):
    heads = written(folder / "audit.jsonl")
    lines = list(audit_lines(folder / "audit.jsonl"))
    if how == "changed":
        lines[line] = lines[line].replace(b"abcd2345", b"abcd2346")
    elif how == "removed":
        del lines[line]
    elif how == "doubled":
        lines.insert(line, lines[line])
    else:
        lines[line], lines[line - 1] = lines[line - 1], lines[line]
    (folder / "audit.jsonl").write_bytes(b"".join(lines))
    # A chain cannot miss its own end; the head that was written down can.
    assert not verify_chain(folder / "audit.jsonl", KEY, heads[-1]).holds


def test_cutting_off_the_end_shows_against_a_head_that_was_written_down(folder):
    heads = written(folder / "audit.jsonl")
    lines = list(audit_lines(folder / "audit.jsonl"))
    (folder / "audit.jsonl").write_bytes(b"".join(lines[:3]))
    assert verify_chain(folder / "audit.jsonl", KEY).holds
    assert not verify_chain(folder / "audit.jsonl", KEY, heads[4]).holds
    assert verify_chain(folder / "audit.jsonl", KEY, heads[2]).holds


def test_somebody_without_the_secret_cannot_make_a_chain_that_holds(folder):
    trail = Trail(AuditFile(folder / "audit.jsonl"), b"x" * 32)
    trail.write(Entry("zoekprofiel"))
    trail.close()
    assert not verify_chain(folder / "audit.jsonl", KEY).holds


@pytest.mark.parametrize("cut", [1, 40, 200])
def test_a_torn_last_line_is_cleared_and_told_and_the_chain_goes_on(folder, cut):
    path = folder / "audit.jsonl"
    written(path)
    whole = path.read_bytes()
    torn = whole + list(audit_lines(path))[-1][:cut]
    path.write_bytes(torn)
    report = verify_chain(path, KEY)
    assert (report.holds, report.lines, report.torn_bytes) == (True, 5, cut)
    written(path, 1)
    report = verify_chain(path, KEY)
    assert (report.holds, report.lines, report.torn_bytes) == (True, 7, 0)
    assert json.loads(list(audit_lines(path))[5])["action"] == "audit.torn_line"
    assert path.read_bytes().startswith(whole)


def test_many_writers_at_once_in_threads_and_processes_make_one_chain(folder):
    path = folder / "audit.jsonl"
    trails = [Trail(AuditFile(path), KEY), Trail(AuditFile(path), KEY)]

    def work(number: int) -> None:
        for _ in range(20):
            trails[number % 2].write(Entry("zoekprofiel", key_id=f"key{number}"))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for trail in trails:
        trail.close()
    report = verify_chain(path, KEY)
    assert (report.holds, report.lines) == (True, 160)


def test_a_write_that_fails_is_told_to_who_waits(folder, monkeypatch):
    trail = Trail(AuditFile(folder / "audit.jsonl"), KEY)

    def full(*_args):
        raise OSError("no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        trail.write(Entry("zoekprofiel"))
    monkeypatch.undo()
    trail.write(Entry("zoekprofiel"))
    trail.close()
    assert verify_chain(folder / "audit.jsonl", KEY).holds


def test_the_reason_of_an_override_is_a_keyed_mark_and_not_the_words(folder):
    raw = raw_case()
    raw["policy"] = {"overrides": [{"cell": "S1.wage_share_min", "value": "0.8", "reason": "qzxreden van de coach"}]}
    made = matcher.read_case_text(json.dumps(raw), "json").case
    result = matcher.match(made, ON)
    path = folder / "audit.jsonl"
    trail = Trail(AuditFile(path), KEY)
    trail.write(Entry("zoekprofiel", receipt=result.receipt, stage="S1", overrides=made.policy.overrides))
    trail.close()
    line = json.loads(next(audit_lines(path)))
    assert line["overrides"][0]["cell"] == "S1.wage_share_min"
    assert len(line["overrides"][0]["reason_mark"]) == 16
    assert line["receipt"]["code_hash"] == result.receipt.code_hash
    assert "qzxreden" not in path.read_text()


def test_a_log_that_is_not_there_is_told_in_words(folder):
    with pytest.raises(FileUnreadable):
        verify_chain(folder / "nergens.jsonl", KEY)


def test_the_command_tells_whether_the_chain_holds(folder):
    environment = {"MATCHER_STATE": str(folder), **SECRETS}
    path = folder / "audit.jsonl"
    trail = Trail(AuditFile(path), b"audit-audit-audit-audit-audit-a1")
    trail.write(Entry("zoekprofiel", Outcome.DONE, key_id="abcd2345"))
    head = trail.write(Entry("zoekprofiel"))
    trail.close()
    done = command("audit", "verify", environment=environment)
    assert (done.returncode, "De keten klopt." in done.stdout, str(head) in done.stdout) == (0, True, True)
    assert command("audit", "verify", "--head", str(head), environment=environment).returncode == 0
    path.write_bytes(path.read_bytes().replace(b"abcd2345", b"abcd2346"))
    done = command("audit", "verify", environment=environment)
    assert (done.returncode, "Regel 1" in done.stderr) == (1, True)


def test_an_answer_is_in_the_audit_log_before_it_arrives(server):
    got = server.zoekprofiel("coach")
    lines = [json.loads(line) for line in server.audited().splitlines()]
    line = next(line for line in lines if line.get("request_id") == got.headers["x-request-id"])
    assert (line["action"], line["stage"], line["bureau"]) == ("zoekprofiel", "S2", "voorbeeldbureau")
    assert line["key_id"] == server.keys["coach"].split("_")[1]
    assert line["receipt"] == got.json()["receipt"]


def test_every_way_to_look_at_a_case_is_audited_with_its_receipt(server):
    content = json.dumps(raw_case()).encode()
    paths = {
        "zoekprofiel?view=jobs": "zoekprofiel",
        "rankings?view=coach&limit=1": "ranking",
        "occupations/isco:4226/check?view=coach": "check",
        "forms/check": "form_check",
        "texts?audience=worker": "text.worker",
        "explanations?reader=doctor": "explanation.doctor",
        "stages": "stage",
        "calendar": "calendar",
    }
    with server.client("coach") as client:
        for path, action in paths.items():
            got = client.post(f"/v1/{path}", content=content, headers=JSON)
            assert got.status_code == 200, path
            number = got.headers["x-request-id"]
            line = next(json.loads(line) for line in server.audited().splitlines() if number in line)
            assert line["action"] == action
            assert line["receipt"]["data_hash"]
