"""Hostile documents: no crash, no hang, no network, no other file; a refusal in Dutch with exit code 2."""

import random

import pytest

from matcher.cli.root import run
from matcher.errors import FileUnreadable
from matcher.papers import read_document
from matcher.sheets import limits
from tests.papers import hostile as made
from tests.papers.prove import attack


def test_a_seeded_sample_of_hostile_documents_never_wins(tmp_path):
    found = attack(tmp_path, 30, first=20_000)
    assert not found.wrong
    assert sum(found.ends.values()) == 30
    assert found.peak_mb < 1500  # other tests of this process count too; the proof holds it under 500


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (made._zip_bomb, "veel te groot"),
        (made._locked_pdf, "wachtwoord"),
        (made._many_pages, "bladzijden"),
        (made._entities, "beschadigd"),
        (made._deep_table, "te ingewikkeld"),
        (made._deep_json, "te ingewikkeld"),
    ],
)
def test_each_kind_of_attack_gets_its_own_sentence(tmp_path, build, words):
    content, suffix = build(random.Random(3))  # noqa: S311 chance needs no secrets
    path = tmp_path / f"document{suffix}"
    path.write_bytes(content)
    with pytest.raises(FileUnreadable, match=words):
        read_document(path)


def test_the_command_refuses_with_exit_code_2_and_no_traceback(tmp_path, capsys):
    broken = tmp_path / "fml.pdf"
    broken.write_bytes(b"%PDF-1.7 broken")
    assert run(["read", str(broken)]) == 2
    said = capsys.readouterr().err
    assert "beschadigd" in said
    assert "Traceback" not in said
    assert run(["read", str(tmp_path / "niets.pdf")]) == 2


def test_the_child_process_opens_no_file_and_no_socket():
    import subprocess
    import sys

    code = (
        "import json, sys\nfrom matcher.sheets import child\n"
        f"child._close_doors({limits().as_dict()!r})\n"
        "for act in (lambda: open('/etc/hostname'), lambda: open('x.tmp', 'w'), lambda: __import__('socket').socket(),\n"  # noqa: E501
        "            lambda: __import__('subprocess').run(['true']), lambda: __import__('os').system('true')):\n"
        "    try:\n        act()\n    except PermissionError:\n        continue\n    sys.exit(1)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_reading_writes_a_case_that_the_main_job_accepts_and_keeps_identity_apart(tmp_path, capsys):
    form = tmp_path / "fml.txt"
    form.write_text(
        "Functionele Mogelijkhedenlijst\nNaam: Jan Voorbeeld\nOpgesteld op: 11-05-2026\nBedrijfsarts\n"
        "Benutbare mogelijkheden: ja\nIV.13 Tillen 2 beperkt\n",
        encoding="utf-8",
    )
    case, identity = tmp_path / "casus.yaml", tmp_path / "wie.json"
    words = ["read", str(form), "-o", str(case), "--confirm", "rest=norm; gezien", "--identity", str(identity)]
    assert run(words) == 0
    beside = tmp_path / "casus.leesverslag.json"
    assert "Jan" not in case.read_text(encoding="utf-8") + beside.read_text(encoding="utf-8")
    assert "Jan Voorbeeld" in identity.read_text(encoding="utf-8")
    assert run(["fml", "check", str(case)]) == 0
    assert run(words) == 2  # it exists: it is not replaced by accident
    capsys.readouterr()
