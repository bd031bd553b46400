"""Good values to start made-up requests from: without them nearly every made-up body is refused, and answers that
succeed are hardly looked at. Everybody and everything in here is invented."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

import schemathesis

from matcher import load_catalogue
from matcher.documents import kinds_for
from matcher.prose import Audience
from tests.made_up import raw_case
from tests.service.server import JSON, ON, Server

_TITLES = ["receptionist", "verzorgende IG", "chauffeur bestelbus", "administratief medewerker", "tuinman"]
VACANCIES = [
    {"id": "proef-1", "titel": "Receptionist", "plaats": "Zwolle", "tekst": "U werkt 24 uur per week."},
    {"id": "proef-2", "titel": "Inpakker", "plaats": "Deventer", "tekst": "U tilt tot 10 kilo. 32 uur per week."},
]
_LETTER = b"Curriculum vitae\nJan Voorbeeld\nWerkervaring\n2012 - heden  Magazijnmedewerker\n"
_TEXT = "text/plain"
_RETENTION_DAY = "2027-06-30"


def start_well(case: schemathesis.Case, server: Server, seed: int) -> schemathesis.Case:
    """Put good values in the place of what decides whether a made-up request can succeed; the rest stays made up.

    Args:
        case: a made-up request.
        server: the server that it is for; a dossier or a reading that it needs is made there.
        seed: decides which values.
    """
    chance = Random(seed)  # noqa: S311 only invented values
    path = case.operation.path.removeprefix("/v1")
    query = dict(case.query or {})
    if "on" in query:
        query["on"] = ON
    if query.get("language") == "en":
        query["reader"] = "worker"
    if "group" in query:
        query["group"] = chance.choice(["shown", "own_work", "later", "exceeding"])
    if "{occupation_id}" in path:
        case.path_parameters = {"occupation_id": chance.choice(load_catalogue().occupations).id}
    if "{kind}" in path:
        reader = chance.choice([each for each in Audience if kinds_for(each)])
        case.path_parameters = {"kind": chance.choice(kinds_for(reader)).value}
        query = {name: value for name, value in query.items() if name not in {"work", "consent"}}
        query["audience"] = reader.value
    if "{dossier}" in path:
        stored = _stored(server, chance)
        case.path_parameters = {"dossier": stored["dossier"]}
        query |= {name: stored["number"] for name in ("after", "version") if name in query}
    if path == "/vum/profiles":
        query |= {"own_id": f"deel-{seed}", "agreed": ON, "work": [chance.choice(load_catalogue().occupations).id]}
    if "keep_until" in query:
        query["keep_until"] = _RETENTION_DAY
    case.query = query
    body = _body(path, case, server, chance)
    if body is not None:
        case.media_type, case.body = body
    return case


def invented(chance: Random) -> dict[str, Any]:
    """Answer an invented case with limits of its own."""
    entries = [{"item": "IV.13", "levels": [chance.randint(0, 3)]}, {"item": "V.1", "levels": [chance.randint(0, 2)]}]
    return {**raw_case(entries), "id": f"verzonnen-{chance.randint(0, 999)}"}


def _body(path: str, case: schemathesis.Case, server: Server, chance: Random) -> tuple[str, Any] | None:
    if path == "/papers":
        return _TEXT, _LETTER
    known: dict[str, Callable[[], Any]] = {
        "/vum/readings": lambda: {"bemiddelingsberoep": [{"omschrijvingBeroepsnaam": chance.choice(_TITLES)}]},
        "/papers/answers": lambda: {"reading": _reading(server), "answers": [], "case_id": "verzonnen-1"},
        "/index/vacancies": lambda: VACANCIES,
        "/index/removals": lambda: {"ids": ["proef-1", "nergens"]},
        "/titles/links": lambda: {"titles": chance.sample(_TITLES, 2), "top": chance.randint(1, 5)},
        "/vacancies/rank": lambda: {"case": invented(chance), "vacancies": VACANCIES},
    }
    if path in known:
        return "application/json", known[path]()
    if "requestBody" in case.operation.definition.raw:
        return chance.choice(["application/json", "application/yaml"]), invented(chance)
    return None


def _stored(server: Server, chance: Random) -> dict[str, Any]:
    """Answer a dossier that was just stored by the coach."""
    with server.client("coach") as client:
        answer = client.post("/v1/dossiers", content=json.dumps(invented(chance)), headers=JSON)
    assert answer.status_code == 201, answer.text
    found: dict[str, Any] = answer.json()
    return found


def _reading(server: Server) -> dict[str, Any]:
    """Answer a reading of a document, sealed for the coach."""
    with server.client("coach") as client:
        answer = client.post("/v1/papers", content=_LETTER, headers={"Content-Type": _TEXT})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()["reading"]
    return found
