"""Tokens of an OpenID provider beside keys: what holds, what is refused alike, and a real provider beside it."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, OctKey, RSAKey

from matcher_service.access import Scope, Tokens, is_token
from matcher_service.access.provider import Provider, ProviderSilent
from matcher_service.errors import KeyMissing, SettingsInvalid
from matcher_service.keeping import Keeping
from matcher_service.serve import refuse_unsafe
from matcher_service.settings import Settings, read_settings
from matcher_service.state import State
from tests.service.server import EXAMPLE, ON, SECRETS, YAML, free_port, make_key, running

ISSUER, AUDIENCE, NOW = "https://id.voorbeeld", "matcher-api", 1_800_000_000
RSA, OTHER, CURVE = (
    RSAKey.generate_key(2048, {"kid": "een"}),
    RSAKey.generate_key(2048, {"kid": "een"}),
    ECKey.generate_key("P-256", {"kid": "twee"}),
)
SHARED = OctKey.generate_key(256, {"kid": "gedeeld"})
SETTINGS = read_settings({"MATCHER_OIDC_ISSUER": ISSUER, "MATCHER_OIDC_AUDIENCE": AUDIENCE})
CLAIMS = {
    "iss": ISSUER,
    "aud": AUDIENCE,
    "sub": "jan.voorbeeld@bureau.voorbeeld",
    "exp": NOW + 600,
    "iat": NOW,
    "scope": "openid matcher:match matcher:index",
    "bureau": "voorbeeldbureau",
}


def documents(*keys, issuer=ISSUER, place=f"{ISSUER}/keys"):
    public = [key.as_dict(private=isinstance(key, OctKey)) for key in keys]
    return {
        f"{ISSUER}/.well-known/openid-configuration": {"issuer": issuer, "jwks_uri": place},
        place: {"keys": public},
    }


def tokens(settings: Settings = SETTINGS, *keys, now=NOW) -> Tokens:
    return Tokens(settings, documents(*(keys or (RSA, CURVE, SHARED))).__getitem__, lambda: now)


def signed(key=RSA, alg="RS256", header=None, **claims) -> str:
    held = {name: value for name, value in (CLAIMS | claims).items() if value is not None}
    return jwt.encode({"alg": alg, "kid": key.kid, **(header or {})}, held, key, algorithms=[alg])


def test_a_token_that_holds_says_who_asks_for_which_bureau_and_with_which_rights():
    caller = tokens().caller(signed())
    assert (caller.bureau, caller.scopes) == ("voorbeeldbureau", {Scope.MATCH, Scope.INDEX})
    assert re.fullmatch(r"oidc-[0-9a-f]{16}", caller.key_id)


def test_the_mark_of_a_caller_is_stable_differs_per_person_and_tells_nothing():
    settings = read_settings({"MATCHER_OIDC_ISSUER": ISSUER, "MATCHER_OIDC_AUDIENCE": AUDIENCE, **SECRETS,
                              "MATCHER_STATE": "map"})  # fmt: skip
    first, again = tokens(settings).caller(signed()), tokens(settings).caller(signed())
    other = tokens(settings).caller(signed(sub="piet.voorbeeld"))
    assert first.key_id == again.key_id != other.key_id
    assert tokens().caller(signed()).key_id != first.key_id


@pytest.mark.parametrize("scope", ["matcher:jobs openid", ["matcher:jobs", 5], "", None, {"a": 1}, 7])
def test_rights_may_be_a_text_or_a_list_and_what_is_not_ours_gives_none(scope):
    found = tokens().caller(signed(scope=scope)).scopes
    assert found == ({Scope.JOBS} if scope and not isinstance(scope, dict | int) else set())


def test_names_of_claims_rights_and_algorithms_are_settings():
    settings = read_settings({
        "MATCHER_OIDC_ISSUER": ISSUER, "MATCHER_OIDC_AUDIENCE": AUDIENCE, "MATCHER_OIDC_SCOPE_CLAIM": "roles",
        "MATCHER_OIDC_BUREAU_CLAIM": "organisatie", "MATCHER_OIDC_SCOPES": "coach=match, beheer=admin",
        "MATCHER_OIDC_ALGORITHMS": "ES256",
    })  # fmt: skip
    caller = tokens(settings).caller(signed(CURVE, "ES256", roles=["coach"], organisatie="bureau-2", bureau=None))
    assert (caller.bureau, caller.scopes) == ("bureau-2", {Scope.MATCH})
    with pytest.raises(KeyMissing):
        tokens(settings).caller(signed(roles=["coach"], organisatie="bureau-2"))


def unsigned() -> str:
    header, body, _ = signed().split(".")
    del header
    return f"eyJhbGciOiJub25lIn0.{body}."


BROKEN = {
    "another key": signed(OTHER),
    "a shared secret": signed(SHARED, "HS256"),
    "no signature": unsigned(),
    "an algorithm that is not allowed": signed(alg="RS512"),
    "an unknown key": signed(RSAKey.generate_key(2048, {"kid": "vreemd"})),
    "another issuer": signed(iss="https://elders.voorbeeld"),
    "an issuer with a slash": signed(iss=f"{ISSUER}/"),
    "another audience": signed(aud="ander"),
    "a list of other audiences": signed(aud=["ander", "nog-een"]),
    "no audience": signed(aud=None),
    "no end": signed(exp=None),
    "an end that has passed": signed(exp=NOW - 31),
    "a start that is to come": signed(nbf=NOW + 31),
    "made in the future": signed(iat=NOW + 31),
    "no subject": signed(sub=None),
    "an empty subject": signed(sub=""),
    "no bureau": signed(bureau=None),
    "a bureau that is a path": signed(bureau="../elders"),
    "a bureau that is a list": signed(bureau=["voorbeeldbureau"]),
    "no token": "ey.x.y",
    "no text": "eyé..",
    "too long": signed(extra="x" * 20_000),
    "a changed body": ".".join([signed().split(".")[0], signed(bureau="ander").split(".")[1], signed().split(".")[2]]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_every_token_that_does_not_hold_is_refused_alike(name):
    with pytest.raises(KeyMissing) as caught:
        tokens().caller(BROKEN[name])
    assert (caught.value.reason, caught.value.key_id) == ("token", None)
    assert str(caught.value) == str(KeyMissing("missing"))
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("claims", [{"exp": NOW - 29}, {"nbf": NOW + 29}, {"aud": ["ander", AUDIENCE]}])
def test_clocks_may_differ_a_little_and_a_token_may_be_for_more_than_one(claims):
    assert tokens().caller(signed(**claims)).bureau == "voorbeeldbureau"


def test_a_token_without_a_name_of_its_key_holds_when_the_provider_has_one_key():
    text = jwt.encode({"alg": "RS256"}, CLAIMS, RSA)
    assert tokens(SETTINGS, RSA).caller(text).bureau == "voorbeeldbureau"


class Watched:
    """A provider whose answers can be changed, with a clock that can be moved."""

    def __init__(self, *keys) -> None:
        self.answers, self.asked, self.seconds = documents(*keys), [], 1000.0
        self.provider = Provider(ISSUER, self.fetch, lambda: self.seconds)

    def fetch(self, address):
        self.asked.append(address)
        return self.answers[address]


def test_keys_are_asked_once_and_again_after_a_while():
    watched = Watched(RSA)
    for _ in range(5):
        watched.provider.keys("een")
    assert len(watched.asked) == 2
    watched.seconds += 601
    watched.provider.keys("een")
    assert len(watched.asked) == 4


def test_a_new_key_is_asked_for_but_made_up_names_cannot_make_us_ask_without_end():
    watched = Watched(RSA)
    watched.provider.keys("een")
    watched.answers |= documents(RSA, CURVE)
    for _ in range(50):
        watched.provider.keys("verzonnen")
    assert len(watched.asked) == 2
    watched.seconds += 31
    assert {key.kid for key in watched.provider.keys("twee").keys} == {"een", "twee"}
    assert len(watched.asked) == 4


def test_a_provider_that_falls_silent_leaves_the_keys_that_were_known_for_a_while():
    watched = Watched(RSA)
    watched.provider.keys("een")
    watched.answers = {}
    watched.seconds += 59 * 60
    assert watched.provider.keys("een").keys
    watched.seconds += 2 * 60
    with pytest.raises(ProviderSilent):
        watched.provider.keys("een")


@pytest.mark.parametrize(
    "answers",
    [
        documents(RSA, issuer="https://elders.voorbeeld"),
        documents(RSA, place="http://elders.voorbeeld/keys"),
        documents(RSA, place="file:///etc/keys"),
        {f"{ISSUER}/.well-known/openid-configuration": []},
        {},
    ],
)
def test_a_provider_that_says_it_is_another_or_points_to_an_unsafe_place_gives_no_keys(answers):
    watched = Watched()
    watched.answers = answers
    with pytest.raises(ProviderSilent):
        watched.provider.keys(None)


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"ISSUER": ISSUER}, "MATCHER_OIDC_AUDIENCE"),
        ({"AUDIENCE": AUDIENCE}, "MATCHER_OIDC_ISSUER"),
        ({"ISSUER": "http://id.voorbeeld", "AUDIENCE": AUDIENCE}, "MATCHER_OIDC_ISSUER"),
        ({"ISSUER": "id.voorbeeld", "AUDIENCE": AUDIENCE}, "MATCHER_OIDC_ISSUER"),
        ({"ALGORITHMS": "HS256"}, "MATCHER_OIDC_ALGORITHMS"),
        ({"ALGORITHMS": "none"}, "MATCHER_OIDC_ALGORITHMS"),
        ({"SCOPES": "coach=alles"}, "MATCHER_OIDC_SCOPES"),
        ({"SKEW_SECONDS": "600"}, "MATCHER_OIDC_SKEW_SECONDS"),
    ],
)
def test_settings_that_are_not_safe_or_not_whole_are_refused_at_start(environment, named):
    with pytest.raises(SettingsInvalid, match=named):
        read_settings({f"MATCHER_OIDC_{name}": value for name, value in environment.items()})


def test_a_key_never_looks_like_a_token_and_the_reverse():
    assert is_token(signed())
    assert not is_token("mtr_abcd2345_" + "x" * 43)


@contextmanager
def provider() -> Iterator[str]:
    """Start a real provider and answer its address."""
    port = free_port()
    words = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + 120
        while time.monotonic() < until:
            assert process.poll() is None
            with suppress(httpx.TransportError):
                if httpx.get(f"{url}/.well-known/openid-configuration").status_code == 200:
                    break
            time.sleep(0.05)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=30)


def logged_in(url: str, audience: str, subject: str, **claims: object) -> str:
    """Answer a token as the provider gives it after logging in."""
    with httpx.Client(base_url=url) as person:
        assert person.put(f"/users/{subject}", json=claims).is_success
        asked = {"client_id": audience, "redirect_uri": "https://bureau.voorbeeld/terug", "response_type": "code",
                 "scope": "openid", "state": "s", "nonce": f"n-{subject}"}  # fmt: skip
        back = person.post("/oauth2/authorize", params=asked, data={"sub": subject})
        (code,) = parse_qs(urlsplit(back.headers["location"]).query)["code"]
        given = person.post(
            "/oauth2/token",
            data={"grant_type": "authorization_code", "code": code, "redirect_uri": asked["redirect_uri"]},
            auth=(audience, "geheim"),
        )
        return str(given.json()["id_token"])


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    folder = tmp_path_factory.mktemp("oidc")
    with provider() as url:
        environment = {
            "MATCHER_STATE": str(folder / "state"), **SECRETS, "MATCHER_OIDC_ISSUER": url,
            "MATCHER_OIDC_AUDIENCE": AUDIENCE, "MATCHER_OIDC_SCOPE_CLAIM": "rechten",
        }  # fmt: skip
        keys = {"coach": make_key(environment, "voorbeeldbureau", "match")}
        with running(folder, environment, keys=keys) as server:
            yield url, server


def test_a_token_of_a_real_provider_opens_the_service_beside_keys_and_leaves_nothing_personal(both):
    url, server = both
    subject = "jan.voorbeeld"
    server.keys["token"] = logged_in(url, AUDIENCE, subject, bureau="voorbeeldbureau", rechten="matcher:match")
    assert server.zoekprofiel("token").status_code == 200
    assert server.zoekprofiel("coach").status_code == 200
    with server.client("token") as client:
        stored = client.post("/v1/dossiers", content=EXAMPLE.read_bytes(), headers=YAML)
        assert stored.status_code == 201
        accesses = client.get(f"/v1/dossiers/{stored.json()['dossier']}/accesses").json()["accesses"]
    assert {each["key_id"][:5] for each in accesses} == {"oidc-"}
    for text in (server.logged(), server.audited(), json.dumps(accesses)):
        assert subject not in text
        assert server.keys["token"][-20:] not in text
    assert '"oidc-' in server.audited()


def test_a_token_of_a_real_provider_for_somebody_else_or_without_rights_is_refused(both):
    url, server = both
    server.keys["other"] = logged_in(url, "ander-programma", "piet", bureau="voorbeeldbureau", rechten="matcher:match")
    server.keys["none"] = logged_in(url, AUDIENCE, "kees", bureau="voorbeeldbureau", rechten="openid")
    server.keys["jobs"] = logged_in(url, AUDIENCE, "anna", bureau="voorbeeldbureau", rechten=["matcher:jobs"])
    wrong = server.zoekprofiel("other")
    with server.client() as client:
        missing = client.post("/v1/zoekprofiel", params={"view": "coach", "on": ON}, content=b"x", headers=YAML)
    assert (wrong.status_code, wrong.json()["detail"]) == (401, missing.json()["detail"])
    assert server.zoekprofiel("none").status_code == 403
    assert (server.zoekprofiel("jobs", "jobs").status_code, server.zoekprofiel("jobs").status_code) == (200, 403)
    assert '"reason":"key_token"' in server.logged()


def test_with_a_provider_the_first_run_mode_is_off_also_without_a_key():
    state = State(SETTINGS)
    assert (state.first_run, State(Settings()).first_run) == (False, True)
    with pytest.raises(KeyMissing):
        state.caller(None)


def test_a_provider_takes_the_place_of_a_key_when_listening_elsewhere_but_not_of_tls():
    elsewhere = replace(SETTINGS, host="0.0.0.0")  # noqa: S104 that is the point
    with pytest.raises(SettingsInvalid, match="MATCHER_HTTPS"):
        refuse_unsafe(elsewhere, Keeping(elsewhere))
    refuse_unsafe(replace(elsewhere, https=True), Keeping(elsewhere))
