"""House rules of the service: public faces only, short handlers, settings told in words, nothing at import."""

import ast
import importlib
import inspect
import subprocess
import sys
import threading
import time

import pytest

import matcher_service
from matcher_service import Settings, read_settings
from matcher_service.errors import SettingsInvalid
from matcher_service.routes import API, OPEN
from matcher_service.settings import new_secret
from tests.service.server import ROOT, SECRETS, command, running, stop

SERVICE = ROOT / "service" / "matcher_service"
MODULES = sorted(SERVICE.rglob("*.py"))
PLAIN_MODULES = {"matcher.errors", "matcher.matching", "matcher.stage_moments"}
VALUES = ("matcher.domain.", "matcher.reference.")  # no one face: each module is a noun, or a table


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, [alias.name for alias in node.names]


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_the_service_imports_public_faces_of_the_library_only(path):
    for module, names in imported(path):
        if module.split(".")[0] != "matcher" or module.startswith(VALUES) or module in PLAIN_MODULES:
            continue
        assert module.count(".") <= 1, module
        face = importlib.import_module(module)
        assert set(names) <= set(face.__all__), (module, names)


@pytest.mark.parametrize("route", [route for router in (*API, *OPEN) for route in router.routes], ids=lambda r: r.name)
def test_a_handler_is_at_most_ten_lines(route):
    body = ast.parse(inspect.getsource(route.endpoint)).body[0].body
    lines = body[-1].end_lineno - body[1].lineno + 1 if len(body) > 1 else 1
    assert lines <= 10, route.name


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_stays_small(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_the_public_names_are_there_and_the_library_does_not_load_the_service():
    assert list(matcher_service.__all__) == ["Settings", "create_app", "read_settings"]
    code = "import sys, matcher, matcher.matching; print('matcher_service' in sys.modules, 'fastapi' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split() == [
        "False",
        "False",
    ]


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"MATCHER_PORT": "0"}, "MATCHER_PORT"),
        ({"MATCHER_PORT": "tachtig"}, "MATCHER_PORT"),
        ({"MATCHER_HOST": "qzxhost"}, "MATCHER_HOST"),
        ({"MATCHER_AUDIT_KEY": "qzxgeheim", "MATCHER_STATE": "x"}, "MATCHER_AUDIT_KEY"),
        ({"MATCHER_STATE": "x"}, "MATCHER_AUDIT_KEY"),
        ({"MATCHER_STORE_KEY": new_secret()}, "MATCHER_STORE_KEY"),
        ({"MATCHER_HTTPS": "misschien"}, "MATCHER_HTTPS"),
        ({"MATCHER_RETENTION_DAYS": "3000"}, "MATCHER_RETENTION_DAYS"),
        ({"MATCHER_STORE_KEY_FILE": "qzxnergens"}, "MATCHER_STORE_KEY_FILE"),
    ],
)
def test_a_setting_that_cannot_be_used_is_told_at_start_in_two_languages_without_its_value(environment, named):
    with pytest.raises(SettingsInvalid) as refused:
        read_settings(environment)
    told = str(refused.value)
    assert named in told
    assert " / " in told
    assert "qzx" not in told


def test_all_faults_of_the_settings_are_told_together():
    with pytest.raises(SettingsInvalid) as refused:
        read_settings({"MATCHER_PORT": "x", "MATCHER_WORKERS": "0"})
    assert str(refused.value).count("\n- ") == 2


def test_a_secret_may_stand_in_a_file_and_is_never_shown(folder):
    secret = new_secret()
    (folder / "audit").write_text(secret + "\n")
    settings = read_settings({"MATCHER_AUDIT_KEY_FILE": str(folder / "audit"), "MATCHER_STATE": str(folder)})
    assert settings.audit_key is not None
    assert len(settings.audit_key) == 32
    assert "audit_key" not in repr(settings)


def test_what_is_given_on_the_command_line_wins():
    assert read_settings({"MATCHER_PORT": "8080"}, port=9090, host=None).port == 9090
    assert read_settings({}) == Settings()


def test_wrong_settings_end_with_code_2_and_no_traceback(folder):
    done = command("serve", environment={"MATCHER_PORT": "x"})
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)


def test_several_workers_answer_and_count_together_and_stop_in_time(folder):
    environment = {"MATCHER_STATE": str(folder / "state"), **SECRETS}
    with running(folder, environment, "--workers", "2") as server:
        for _ in range(12):
            with server.client() as client:
                assert client.get("/v1/schemas/case").status_code == 200
        with server.client() as client:
            page = client.get("/metrics").text
        line = next(line for line in page.splitlines() if "/v1/schemas/case" in line and "requests_total" in line)
        assert float(line.rsplit(" ", 1)[1]) == 12
        stop(server)
    assert server.logged().count('"event":"stopped"') == 2


def test_a_request_that_runs_is_answered_before_the_service_stops(folder):
    with running(folder, {}) as server:
        answers: list[int] = []
        asking = threading.Thread(target=lambda: answers.append(server.zoekprofiel().status_code))
        asking.start()
        with server.client() as client:  # who asks for the count is counted too
            while asking.is_alive() and "matcher_requests_running 1.0" in client.get("/metrics").text:
                time.sleep(0.01)
        stop(server)
        asking.join()
    assert answers == [200]
