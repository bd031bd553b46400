"""Who may do what: keys, scopes, shares, browser sessions, and what is refused at the door."""

import re
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from matcher import InputError, UnknownName
from matcher_service.access import KeyBook, KeyFile, KeyText, Scope, Sessions, TokenBuckets
from matcher_service.errors import KeyMissing, TooManyRequests
from matcher_service.keeping import keys_of
from tests.service.server import EXAMPLE, SECRETS, YAML, Server, command, make_key, running

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def book(folder):
    return KeyBook(KeyFile(folder / "state" / "keys.json"), now=lambda: NOON)


def test_a_key_has_256_random_bits_and_is_stored_as_a_hash_only(book, folder):
    keys = [book.create("voorbeeldbureau", (Scope.MATCH,)) for _ in range(3)]
    stored = (folder / "state" / "keys.json").read_text()
    assert len({key.secret for key in keys}) == 3
    assert all(len(key.secret) == 43 and key.secret not in stored and key.hashed() in stored for key in keys)
    assert all(key.secret not in repr(key) for key in keys)


def test_keys_can_be_read_by_their_owner_only(book, folder):
    book.create("voorbeeldbureau", (Scope.MATCH,))
    assert stat.S_IMODE((folder / "state" / "keys.json").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "state").stat().st_mode) == 0o700


def test_a_key_belongs_to_its_bureau_and_holds_until_it_is_revoked(book):
    key = book.create("voorbeeldbureau", (Scope.JOBS, Scope.INDEX))
    caller = book.caller(key.whole)
    assert (caller.key_id, caller.bureau, caller.scopes) == (key.key_id, "voorbeeldbureau", {Scope.JOBS, Scope.INDEX})
    book.revoke(key.key_id)
    with pytest.raises(KeyMissing) as refused:
        book.caller(key.whole)
    assert (refused.value.reason, refused.value.key_id) == ("revoked", key.key_id)


def test_every_key_that_does_not_hold_is_refused_with_the_same_words(book):
    key = book.create("voorbeeldbureau", (Scope.MATCH,))
    stranger = KeyText("aaaaaaaa", key.secret).whole
    wrong = KeyText(key.key_id, "x" * 43).whole
    told = {}
    for text in (None, "", "mtr_", stranger, wrong):
        with pytest.raises(KeyMissing) as refused:
            book.caller(text)
        told[refused.value.reason] = str(refused.value)
    assert set(told) == {"missing", "unknown", "wrong"}
    assert len(set(told.values())) == 1


def test_a_wrong_secret_and_an_unknown_id_are_compared_in_constant_time(book, monkeypatch):
    key = book.create("voorbeeldbureau", (Scope.MATCH,))
    compared = []
    monkeypatch.setattr(KeyText, "proves", lambda self, stored: compared.append(len(stored)) or False)
    for text in (KeyText("aaaaaaaa", key.secret).whole, KeyText(key.key_id, "x" * 43).whole):
        with pytest.raises(KeyMissing):
            book.caller(text)
    assert compared == [64, 64]


def test_a_revoked_key_is_compared_like_every_other_and_told_only_to_who_holds_it(book):
    key = book.create("voorbeeldbureau", (Scope.MATCH,))
    book.revoke(key.key_id)
    found = {}
    for text in (key.whole, KeyText(key.key_id, "x" * 43).whole):
        with pytest.raises(KeyMissing) as refused:
            book.caller(text)
        found[refused.value.reason] = str(refused.value)
    assert list(found) == ["revoked", "wrong"]
    assert len(set(found.values())) == 1


def test_secrets_are_compared_by_the_function_that_takes_the_same_time_for_every_fault(monkeypatch):
    key, compared = KeyText("abcd2345", "x" * 43), []
    monkeypatch.setattr("hmac.compare_digest", lambda *both: compared.append(both) or False)
    assert not key.proves("0" * 64)
    assert compared == [(key.hashed(), "0" * 64)]


def test_a_rotated_key_keeps_its_rights_and_the_old_one_ends_after_the_overlap(folder):
    moment = [NOON]
    book = KeyBook(KeyFile(folder / "keys.json"), now=lambda: moment[0])
    old = book.create("voorbeeldbureau", (Scope.JOBS,), days=30)
    fresh = book.rotate(old.key_id, overlap_hours=24)
    assert book.caller(old.whole).scopes == book.caller(fresh.whole).scopes == {Scope.JOBS}
    moment[0] = NOON + timedelta(hours=24)
    assert book.caller(fresh.whole).bureau == "voorbeeldbureau"
    with pytest.raises(KeyMissing):
        book.caller(old.whole)
    moment[0] = NOON + timedelta(days=30)
    with pytest.raises(KeyMissing):
        book.caller(fresh.whole)
    with pytest.raises(UnknownName):
        book.rotate(old.key_id)


def test_another_process_sees_a_change_at_once(folder):
    here, there = KeyBook(KeyFile(folder / "keys.json")), KeyBook(KeyFile(folder / "keys.json"))
    key = here.create("voorbeeldbureau", (Scope.MATCH,))
    assert there.caller(key.whole).key_id == key.key_id
    here.revoke(key.key_id)
    with pytest.raises(KeyMissing):
        there.caller(key.whole)


@pytest.mark.parametrize("bureau", ["", "Jan Voorbeeld", "-x", "x" * 41])
def test_a_bureau_has_a_short_plain_name(book, bureau):
    with pytest.raises(InputError):
        book.create(bureau, (Scope.MATCH,))


def test_a_bucket_gives_its_burst_at_once_and_then_its_share():
    seconds = [0.0]
    buckets = TokenBuckets(60, 3, clock=lambda: seconds[0])
    for _ in range(3):
        buckets.take("a")
    with pytest.raises(TooManyRequests) as refused:
        buckets.take("a")
    assert refused.value.retry_after_s == 1
    buckets.take("b")
    seconds[0] = 1.0
    buckets.take("a")
    with pytest.raises(TooManyRequests):
        buckets.take("a")


def test_a_session_cannot_be_made_up_changed_or_used_after_its_end():
    seconds = [1000.0]
    sessions = Sessions(b"k" * 32, 10, now=lambda: seconds[0])
    session = sessions.open("abcd2345")
    cookie = sessions.cookie(session)
    assert sessions.read(cookie) == session
    assert sessions.read(cookie.replace("abcd2345", "zzzz2345")) is None
    assert Sessions(b"l" * 32, 10, now=lambda: seconds[0]).read(cookie) is None
    assert [sessions.read(text) for text in (None, "", "...", "é.é.é.é")] == [None] * 4
    seconds[0] += 600
    assert sessions.read(cookie) is None


def test_a_form_token_differs_every_time_and_belongs_to_one_session():
    sessions = Sessions(b"k" * 32, 10)
    mine, other = sessions.open("abcd2345"), sessions.open("abcd2345")
    tokens = {sessions.form_token(mine) for _ in range(5)}
    assert len(tokens) == 5
    assert all(sessions.form_token_fits(mine, token) and not sessions.form_token_fits(other, token) for token in tokens)
    assert not any(sessions.form_token_fits(mine, token) for token in ("", "x", "é", "A" * 86))


def call(server: Server, method: str, path: str, key: str | None = None, **more) -> httpx.Response:
    with server.client(key) as client:
        return client.request(method, path, **more)


NEEDS_MATCH = ("forms/check", "texts?audience=coach", "explanations?reader=coach", "stages", "calendar", "dossiers")


@pytest.mark.parametrize("path", NEEDS_MATCH)
@pytest.mark.parametrize("key", ["jobhunter", "index", "admin"])
def test_only_the_scope_match_reaches_a_case(server, path, key):
    got = call(server, "POST", f"/v1/{path}", key, content=EXAMPLE.read_bytes(), headers=YAML)
    assert (got.status_code, got.json()["type"]) == (403, "urn:matcher:problem:not-allowed")


@pytest.mark.parametrize("path", ["zoekprofiel", "rankings", "occupations/isco:4226/check"])
def test_a_jobhunter_who_asks_for_items_is_refused_and_that_is_logged_and_audited(server, path):
    got = call(server, "POST", f"/v1/{path}?view=coach", "jobhunter", content=EXAMPLE.read_bytes(), headers=YAML)
    assert got.status_code == 403
    number = got.json()["request_id"]
    key_id = server.keys["jobhunter"].split("_")[1]
    logged = [line for line in server.logged().splitlines() if number in line]
    assert any('"event":"refused"' in line and key_id in line and "not_allowed" in line for line in logged)
    assert any(
        number in line and '"outcome":"refused"' in line and key_id in line for line in server.audited().splitlines()
    )


@pytest.mark.parametrize("key", ["index", "admin"])
def test_keys_for_other_work_see_no_case_in_any_view(server, key):
    for view in ("coach", "jobs"):
        assert server.zoekprofiel(key, view).status_code == 403


@pytest.mark.parametrize("authorization", [None, "", "Bearer x", "Basic abc", "Bearer mtr_aaaaaaaa_" + "x" * 43])
def test_without_a_key_that_holds_nothing_is_answered_and_the_key_is_not_logged(server, authorization):
    headers = {} if authorization is None else {"Authorization": authorization}
    got = call(server, "POST", "/v1/zoekprofiel?view=coach", headers={**headers, **YAML}, content=b"niet gelezen")
    assert (got.status_code, got.headers["www-authenticate"]) == (401, "Bearer")
    assert "x" * 43 not in server.logged()


def test_an_address_that_is_not_there_tells_nothing_without_a_key(server):
    assert call(server, "GET", "/v1/bestaat-niet").status_code == 401


def test_a_revoked_key_is_refused_at_once_and_a_wrong_secret_is_audited(server):
    key = make_key(server.environment, "voorbeeldbureau", "match")
    server.keys["short"] = key
    assert server.zoekprofiel("short").status_code == 200
    assert server.command("keys", "revoke", key.split("_")[1]).returncode == 0
    assert server.zoekprofiel("short").status_code == 401
    server.keys["wrong"] = key[:-1] + ("a" if key[-1] != "a" else "b")
    got = server.zoekprofiel("wrong")
    assert got.status_code == 401
    assert any(got.json()["request_id"] in line and "key_wrong" in line for line in server.audited().splitlines())


@pytest.mark.parametrize("why", ["missing", "unknown", "wrong", "revoked"])
def test_every_refused_key_gets_the_same_answer_and_is_logged_with_the_reason(server, why):
    held = make_key(server.environment, "voorbeeldbureau", "match")
    shown = {
        "missing": None,
        "unknown": KeyText("aaaaaaaa", "x" * 43).whole,
        "wrong": KeyText(held.split("_")[1], "x" * 43).whole,
        "revoked": held,
    }[why]
    if why == "revoked":
        with keys_of(server.environment) as book:
            book.revoke(held.split("_")[1])
    got = call(server, "GET", "/v1/dossiers", headers={} if shown is None else {"Authorization": f"Bearer {shown}"})
    told = got.json()
    number = told.pop("request_id")
    nothing = call(server, "GET", "/v1/dossiers").json()
    nothing.pop("request_id")
    assert (got.status_code, told) == (401, nothing)
    logged = [line for line in server.logged().splitlines() if number in line and '"event":"refused"' in line]
    assert len(logged) == 1
    assert f'"key_{why}"' in logged[0]
    in_audit = any(number in line and f'"key_{why}"' in line for line in server.audited().splitlines())
    assert in_audit == (why in {"wrong", "revoked"}), "only a key that exists has a bureau whose audit log it is"


def test_metrics_ask_the_scope_admin_and_hold_no_path_or_key(server):
    assert call(server, "GET", "/metrics", "coach").status_code == 403
    assert call(server, "GET", "/metrics").status_code == 401
    call(server, "GET", "/v1/occupations/isco:4226", "coach")
    page = call(server, "GET", "/metrics", "admin").text
    assert 'route="/v1/occupations/{occupation_id}"' in page
    assert not any(key.split("_")[1] in page for key in server.keys.values())
    assert "4226" not in page


def test_a_key_that_asks_too_much_must_wait(folder):
    environment = {
        "MATCHER_STATE": str(folder / "state"),
        **SECRETS,
        "MATCHER_BURST": "5",
        "MATCHER_REQUESTS_PER_MINUTE": "1",
    }
    keys = {"busy": make_key(environment, "voorbeeldbureau", "match"), "calm": make_key(environment, "b2", "match")}
    with running(folder, environment, keys=keys) as server:
        got = [call(server, "GET", "/v1/schemas/case", "busy") for _ in range(12)]
        refused = [one for one in got if one.status_code == 429]
        assert len(refused) >= 5
        assert int(refused[0].headers["retry-after"]) >= 1
        assert call(server, "GET", "/v1/schemas/case", "calm").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elders.voorbeeld"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_change_that_another_website_asks_for_is_refused(first_run, headers):
    got = call(first_run, "POST", "/v1/titles/links", json={"titles": ["lasser"]}, headers=headers)
    assert got.status_code == 403
    assert "access-control-allow-origin" not in got.headers


@pytest.mark.parametrize("headers", [{"Host": "elders.voorbeeld"}, {"X-Forwarded-For": "192.0.2.1"}, {"Host": "["}])
def test_first_run_mode_answers_nobody_but_this_machine(first_run, headers):
    assert call(first_run, "GET", "/v1/schemas/case", headers=headers).status_code == 403


def test_first_run_mode_needs_no_set_up_and_keeps_nothing(first_run):
    assert first_run.zoekprofiel().status_code == 200
    assert [path.name for path in first_run.log.parent.iterdir()] == [first_run.log.name]
    with first_run.client() as client:
        got = client.get("/v1/dossiers")
    assert (got.status_code, got.json()["type"]) == (404, "urn:matcher:problem:switched-off")


def test_the_first_key_ends_first_run_mode(folder):
    environment = {"MATCHER_STATE": str(folder / "state"), **SECRETS}
    with running(folder, environment) as server:
        assert server.zoekprofiel().status_code == 200
        server.keys["coach"] = make_key(environment, "voorbeeldbureau", "match")
        assert server.zoekprofiel().status_code == 401
        assert server.zoekprofiel("coach").status_code == 200


def test_without_keys_the_service_refuses_to_listen_elsewhere(folder):
    done = command("serve", "--host", "0.0.0.0", environment={})  # noqa: S104 that is the point
    assert (done.returncode, "127.0.0.1" in done.stderr, "Traceback" in done.stderr) == (2, True, False)
    environment = {"MATCHER_STATE": str(folder / "state"), **SECRETS}
    key = make_key(environment, "voorbeeldbureau", "match")
    without_tls = command("serve", "--host", "0.0.0.0", environment=environment)  # noqa: S104
    assert (without_tls.returncode, "MATCHER_HTTPS" in without_tls.stderr) == (2, True)
    assert command("keys", "revoke", key.split("_")[1], environment=environment).returncode == 0
    revoked = command("serve", "--host", "0.0.0.0", environment={**environment, "MATCHER_HTTPS": "yes"})  # noqa: S104
    assert (revoked.returncode, "matcher keys create" in revoked.stderr) == (2, True)


def test_every_answer_carries_the_security_headers_and_no_cors(server):
    for path in ("/health", "/inloggen", "/v1/schemas/case", "/static/matcher.css", "/nergens"):
        headers = call(server, "GET", path, "coach").headers
        assert "unsafe-inline" not in headers["content-security-policy"]
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert (headers["x-content-type-options"], headers["x-frame-options"]) == ("nosniff", "DENY")
        assert headers["referrer-policy"] == "same-origin"
        assert not any(name.startswith("access-control") for name in headers)
        assert "server" not in headers
        if not path.startswith("/static"):
            assert headers["cache-control"] == "no-store"


def enter(client: httpx.Client, key: str) -> httpx.Response:
    return client.post("/inloggen", data={"sleutel": key, "na": "/inloggen"})


def test_a_key_opens_a_browser_session_and_leaving_needs_the_token_of_the_form(server):
    with server.client() as client:
        got = enter(client, server.keys["coach"])
        assert (got.status_code, got.headers["location"]) == (303, "/inloggen")
        cookie = got.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert server.keys["coach"].split("_", 2)[2] not in cookie
        assert client.post("/uitloggen").status_code == 403
        assert client.post("/uitloggen", data={"form_token": "A" * 86}).status_code == 403


def test_the_api_takes_no_cookie(server):
    with server.client() as client:
        enter(client, server.keys["coach"])
        assert client.get("/v1/schemas/case").status_code == 401


def test_a_wrong_key_at_the_entrance_is_told_beside_its_field_and_not_repeated(server):
    with server.client() as client:
        got = enter(client, "mtr_aaaaaaaa_" + "y" * 43)
    assert got.status_code == 401
    assert "y" * 43 not in got.text
    assert re.search(r'aria-invalid="true" aria-describedby="sleutel-fout"', got.text)


@pytest.mark.parametrize(
    "after", ["//elders.voorbeeld", "https://elders.voorbeeld", "/\\elders.voorbeeld", "javascript:x"]
)
def test_the_entrance_never_leads_to_another_website(server, after):
    with server.client() as client:
        got = client.post("/inloggen", data={"sleutel": server.keys["coach"], "na": after})
    assert got.headers["location"] == "/"


def test_over_https_the_cookie_is_kept_to_this_host(folder):
    with running(folder, {"MATCHER_HTTPS": "yes"}) as server, server.client() as client:
        got = client.get("/inloggen")
        assert got.headers["set-cookie"].startswith("__Host-matcher=")
        assert "Secure" in got.headers["set-cookie"]
        assert got.headers["strict-transport-security"]


def test_the_commands_make_show_rotate_and_revoke_keys(folder):
    environment = {"MATCHER_STATE": str(folder / "state")}
    made = command("keys", "create", "voorbeeldbureau", "--scope", "match", "--scope", "index", environment=environment)
    key = made.stdout.strip()
    shown = command("keys", "list", environment=environment).stdout
    assert key.split("_")[1] in shown
    assert "index,match" in shown
    assert key.split("_", 2)[2] not in shown
    rotated = command("keys", "rotate", key.split("_")[1], environment=environment).stdout.strip()
    assert KeyText.read(rotated) is not None
    assert command("keys", "rotate", "zzzzzzzz", environment=environment).returncode == 2
    assert command("keys", "create", "x", "--scope", "match", environment={}).returncode == 2


def test_the_state_folder_is_made_for_its_owner_only(folder):
    environment = {"MATCHER_STATE": str(folder / "state")}
    make_key(environment, "voorbeeldbureau", "match")
    assert stat.S_IMODE(Path(environment["MATCHER_STATE"]).stat().st_mode) == 0o700
