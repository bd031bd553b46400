"""What the documents of the service show, runs; and everything that there is, is in them."""

import os
import re
import subprocess
import sys

import pytest

from matcher_service import Settings, create_app
from matcher_service.access import Scope
from matcher_service.problems import _KINDS
from matcher_service.settings import _READ
from tests.service.server import ROOT, Server

GUIDE = (ROOT / "docs" / "service.md").read_text(encoding="utf-8")
OPERATING = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```(sh|python) run\n(.*?)```", GUIDE, re.DOTALL)


def run(server: Server, language: str, text: str) -> subprocess.CompletedProcess[str]:
    words = ["sh", "-ec", text] if language == "sh" else [sys.executable, "-c", text]
    environment = {**os.environ, "MATCHER": server.url, "KEY": server.keys["coach"]}
    return subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("language", "text"), EXAMPLES)
def test_an_example_runs_as_it_stands(server, language, text):
    done = run(server, language, text)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_there_are_examples_in_curl_and_python():
    assert [language for language, _ in EXAMPLES].count("sh") >= 3
    assert "python" in {language for language, _ in EXAMPLES}


def test_every_address_scope_and_refusal_is_in_the_guide():
    paths = create_app(Settings()).openapi()["paths"]
    for path, methods in paths.items():
        for method in methods:
            assert f"`{method.upper()} {path}`" in GUIDE, path
    assert all(f"| `{scope}` |" in GUIDE for scope in Scope)
    assert all(f"| `{kind}` | {status} |" in GUIDE for _, status, kind, _ in _KINDS)


def test_every_setting_and_command_is_in_the_operator_s_guide():
    assert all(f"`MATCHER_{name.upper()}`" in OPERATING for name in _READ)
    for command in ("keys create", "keys list", "keys rotate", "keys revoke", "keys secret", "audit verify",
                    "store backup", "store purge", "store rekey", "store check", "store move",
                    "store export", "store fill", "store rollback", "serve"):  # fmt: skip
        assert f"matcher {command}" in OPERATING, command


def test_the_default_of_every_setting_is_as_told():
    settings = Settings()
    for name in ("port", "workers", "max_body_bytes", "max_seconds", "requests_per_minute", "burst", "session_minutes",
                 "retention_days", "max_retention_days", "stop_seconds"):  # fmt: skip
        assert f"| `MATCHER_{name.upper()}` | {getattr(settings, name)} |" in OPERATING, name


@pytest.mark.parametrize("name", ["docs/dpia-template.md", "docs/ai-act-technical-file.md"])
def test_a_template_points_at_what_exists(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    for path in re.findall(r"`((?:docs|tests|src|models|data|service)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), path


def test_every_file_that_the_documents_link_to_exists():
    for text in (GUIDE, OPERATING):
        for target in re.findall(r"\]\(([^)#]+)\)", text):
            assert (ROOT / "docs" / target).exists(), target
