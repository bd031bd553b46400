"""The published description: committed, stable, whole, and without an address that lists persons."""

import json
import re

import pytest

from matcher_service import Settings, create_app
from matcher_service.shapes import EITHER, SHAPES
from tests.service.server import ROOT

COMMITTED = ROOT / "service" / "openapi.json"
MADE = create_app(Settings()).openapi()
OPERATIONS = [
    (path, method, operation) for path, methods in MADE["paths"].items() for method, operation in methods.items()
]


def test_the_committed_description_is_the_one_that_the_routes_make():
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == json.loads(json.dumps(MADE)), "run: make openapi"


def test_it_is_openapi_3_1_and_every_address_of_the_api_carries_its_version():
    assert MADE["openapi"].startswith("3.1")
    assert all(path.startswith("/v1/") or path in {"/health", "/ready", "/metrics"} for path in MADE["paths"])


def test_operation_ids_are_stable_names_of_subject_and_action():
    found = {operation["operationId"] for _, _, operation in OPERATIONS}
    assert len(found) == len(OPERATIONS)
    assert {"cases_make_zoekprofiel", "cases_rank_occupations", "occupations_link_titles"} <= found
    assert all(re.fullmatch(r"[a-z]+_[a-z_]+", name) for name in found)


@pytest.mark.parametrize(("path", "method", "operation"), OPERATIONS)
def test_every_operation_says_what_it_answers_and_how_it_refuses(path, method, operation):
    assert operation["description"].startswith(("Answer", "Store", "Set", "Erase"))
    for status, answer in operation["responses"].items():
        if int(status) >= 400 and path != "/ready":
            assert list(answer["content"]) == ["application/problem+json"]
    if path.startswith("/v1/"):
        assert operation["security"] == [{"key": []}, {"token": []}]
        assert {"401", "403", "429", "500"} <= set(operation["responses"])


def test_no_operation_takes_a_vacancy_and_answers_persons():
    for path, _, operation in OPERATIONS:
        words = f"{path} {operation['operationId']}".lower()
        assert not re.search(r"person|candidate|kandida|worker|employee|people", words), words


def test_long_lists_come_in_parts():
    for path in ("/v1/rankings", "/v1/occupations", "/v1/dossiers"):
        for method in ("get", "post"):
            operation = MADE["paths"][path].get(method)
            if operation is not None and "list" in operation["operationId"] + "rank":
                names = {parameter["name"] for parameter in operation.get("parameters", ())}
                assert {"offset", "limit"} <= names or "store" in operation["operationId"]


def test_every_reference_points_at_something():
    text = json.dumps(MADE)
    referred = set(re.findall(r'"#/components/schemas/([^"]+)"', text))
    assert referred <= set(MADE["components"]["schemas"])
    assert {shape.__name__ for shape in SHAPES} | set(EITHER) <= set(MADE["components"]["schemas"])


def test_the_description_is_served_without_a_key(server):
    with server.client() as client:
        assert client.get("/v1/openapi.json").json() == json.loads(COMMITTED.read_text(encoding="utf-8"))


def test_no_parameter_is_described_as_an_object():
    schemas = MADE["components"]["schemas"]
    for path, method, operation in OPERATIONS:
        for parameter in operation.get("parameters", ()):
            name = parameter["schema"].get("$ref", "").rpartition("/")[2]
            assert schemas.get(name, {}).get("type") != "object", (method, path, parameter["name"], name)
