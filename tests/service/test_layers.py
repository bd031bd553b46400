"""The layers around every request, one by one, without a server."""

import asyncio
import threading

import httpx
import pytest
from fastapi import FastAPI

from matcher_service import Settings, create_app
from matcher_service.access import Sessions
from matcher_service.middleware import TimeLimit
from tests.service.apart import run_apart

SECRET = b"s" * 32


def ask(app, method: str, path: str, **more) -> httpx.Response:
    async def asking() -> httpx.Response:
        cookies = more.pop("cookies", None)
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost", cookies=cookies) as client:
            return await client.request(method, path, **more)

    return run_apart(asking())


@pytest.fixture
def slow():
    """An application with an answer that waits until it may go on."""
    app, may_go_on = FastAPI(), threading.Event()

    @app.get("/slow")
    def answer() -> str:
        may_go_on.wait(5)
        return "te laat"

    app.add_middleware(TimeLimit, seconds=0.1)
    yield app, may_go_on
    may_go_on.set()


def test_an_answer_that_takes_too_long_becomes_a_refusal_with_a_time_to_come_back(slow):
    app, may_go_on = slow

    async def asking() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
            got = await client.get("/slow")
            may_go_on.set()
            await asyncio.sleep(0.2)  # what comes in late is not sent after all
            return got

    got = run_apart(asking())
    assert (got.status_code, got.json()["type"]) == (503, "urn:matcher:problem:too-slow")
    assert got.headers["retry-after"]


def test_an_answer_in_time_is_left_alone(slow):
    app, may_go_on = slow
    may_go_on.set()
    assert ask(app, "GET", "/slow").json() == "te laat"


def test_leaving_with_the_token_of_the_form_ends_the_session():
    settings = Settings(session_key=SECRET)
    sessions = Sessions(SECRET, settings.session_minutes)
    session = sessions.open("local")
    cookies = {"matcher": sessions.cookie(session)}
    token = {"form_token": sessions.form_token(session)}
    got = ask(create_app(settings), "POST", "/uitloggen", cookies=cookies, data=token)
    assert (got.status_code, got.headers["location"]) == (303, "/inloggen")
    assert 'matcher=""' in got.headers["set-cookie"]
    other = {"form_token": sessions.form_token(sessions.open("local"))}
    assert ask(create_app(settings), "POST", "/uitloggen", cookies=cookies, data=other).status_code == 403


def test_who_is_not_let_in_is_sent_to_the_entrance():
    got = ask(create_app(Settings(session_key=SECRET)), "POST", "/uitloggen")
    assert (got.status_code, got.headers["location"]) == (303, "/inloggen?na=/")


def test_a_local_session_does_not_survive_the_first_key(folder):
    from matcher_service.access import KeyBook, KeyFile, Scope
    from matcher_service.settings import keys_file

    settings = Settings(session_key=SECRET, state=folder, audit_key=SECRET)
    sessions = Sessions(SECRET, settings.session_minutes)
    session = sessions.open("local")
    KeyBook(KeyFile(keys_file(folder))).create("voorbeeldbureau", (Scope.MATCH,))
    cookies = {"matcher": sessions.cookie(session)}
    got = ask(create_app(settings), "POST", "/uitloggen", cookies=cookies, data={})
    assert got.headers["location"] == "/inloggen?na=/"


def test_a_browser_gets_a_refusal_as_a_page_and_a_program_as_data():
    app = create_app(Settings())
    page = ask(app, "GET", "/nergens", headers={"Accept": "text/html"})
    assert (page.status_code, page.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "<h1>Dit lukt niet</h1>" in page.text
    data = ask(app, "GET", "/v1/nergens", headers={"Accept": "text/html"})
    assert data.headers["content-type"] == "application/problem+json"


def test_a_service_that_does_not_run_yet_is_not_ready():
    got = ask(create_app(Settings()), "GET", "/ready")
    assert (got.status_code, got.json()["status"]) == (503, "starting")


def test_a_name_that_is_not_ours_is_refused(folder):
    app = create_app(Settings(state=folder, audit_key=SECRET, host="0.0.0.0", allowed_hosts=("matcher.voorbeeld",)))  # noqa: S104
    assert ask(app, "GET", "/health").status_code == 403
    assert ask(app, "GET", "/health", headers={"Host": "matcher.voorbeeld:443"}).status_code == 200
