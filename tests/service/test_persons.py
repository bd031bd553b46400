"""A person held ready: every request puts the best in order again; a plain request of the bureau goes the short way."""

import json
from datetime import date
from types import SimpleNamespace

import pytest

from matcher import load_catalogue
from matcher.intake import read_case_bytes
from matcher.vacancies import memory_index, rank_vacancies, share, vacancies_json
from matcher_service.access import Caller, Scope
from matcher_service.errors import IndexNotHere
from matcher_service.held import Held
from matcher_service.middleware import Sent
from matcher_service.persons import PERSON_BYTES, Person, person_bytes, person_of
from matcher_service.routes import index as index_routes
from matcher_service.routes import ranked_at_once
from matcher_service.routes.index import _mark
from tests.made_up import raw_case
from tests.vacancies.world import DAY, some_vacancies

BODY = json.dumps({**raw_case([{"item": "IV.13", "levels": [2]}]), "id": "verzonnen-klaar"}).encode()
COACH = Caller("k1", "voorbeeldbureau", frozenset({Scope.MATCH}))
PLAIN = f"view=coach&on={DAY}&top=7"


class OneIndex:
    """Indexes of which only one bureau has one."""

    def __init__(self) -> None:
        self.held = memory_index(some_vacancies(300, 1).vacancies(), DAY, name="proef")

    def index(self, bureau: str):
        if bureau != COACH.bureau:
            raise IndexNotHere
        return self.held

    def at_hand(self, bureau: str):
        return self.held if bureau == COACH.bureau else None


@pytest.fixture
def state(monkeypatch):
    monkeypatch.setattr(share, "_COMPILED_FROM", 1)
    made = SimpleNamespace(persons=Held[Person](60, 4, 40_000_000), indexes=OneIndex(), today=lambda: DAY)
    person = person_of(read_case_bytes(BODY, "json"), DAY, load_catalogue())
    made.persons.hold(_mark(made, COACH, "application/json", DAY, BODY), person, PERSON_BYTES)
    return made


def asked(state, query: str = PLAIN, *, caller: Caller = COACH, body: bytes = BODY, kind: str = "application/json"):
    return ranked_at_once(state, Sent(caller, query.encode(), kind, body))


@pytest.mark.parametrize("explained", [False, True])
def test_every_answer_is_the_ranking_of_the_library_the_first_time_and_again(state, explained):
    told = rank_vacancies(read_case_bytes(BODY, "json").case, state.indexes.held, DAY, top=7)
    expected = json.loads(json.dumps(vacancies_json(told, explained=explained)))
    for _ in range(3):
        made = asked(state, f"{PLAIN}&explained={str(explained).lower()}")
        answer = json.loads(made.content.data)
        assert {name: answer[name] for name in expected} == expected
        assert made.entry.action == "index.ranking"
        assert made.route.path == "/v1/index/rankings"


def test_a_vacancy_that_came_or_went_is_seen_by_the_very_next_request(state):
    first = json.loads(asked(state).content.data)
    best = first["open"][0]["id"]
    fewer = [each for each in some_vacancies(300, 1).vacancies() if each.record.id != best]
    state.indexes.held = memory_index(fewer, DAY, name="proef")
    later = json.loads(asked(state).content.data)
    assert later["counts"]["listed"] == first["counts"]["listed"] - 1
    assert best not in {each["id"] for each in later["open"]}


@pytest.mark.parametrize(
    "query",
    [
        f"view=jobs&on={DAY}",
        f"on={DAY}",
        f"{PLAIN}&closed=true",
        f"{PLAIN}&top=8",
        f"view=coach&on={DAY}&top=0",
        f"view=coach&on={DAY}&top=101",
        f"view=coach&on={DAY}&explained=ja",
        f"view=coach&on={DAY}&anders=1",
        "view=coach&on=2026-02-31",
        "view=coach&on=1026-11-23",
        f"view=coach&on={date(2026, 12, 24)}",
        f"view=coach&on={DAY}&new_since=2026-11-01",
    ],
)
def test_whatever_is_not_plain_or_was_not_made_ready_goes_through_its_route(state, query):
    assert asked(state, query) is None


def test_a_large_index_is_gone_over_in_a_thread_and_then_answered_at_once(state, monkeypatch):
    monkeypatch.setattr(index_routes, "_AT_ONCE_MOST", 100)
    assert asked(state) is None
    person = state.persons.find(_mark(state, COACH, "application/json", DAY, BODY))
    person.prepared.order(state.indexes.held)
    assert asked(state) is not None


def test_a_person_is_counted_with_the_rows_that_were_gone_over(state):
    index = state.indexes.held
    larger = memory_index(some_vacancies(2500, 1).vacancies(), DAY, name="groot")
    assert PERSON_BYTES < person_bytes(index) < person_bytes(larger)


def test_nobody_else_gets_a_person_who_was_made_ready(state):
    assert asked(state, caller=Caller("k2", "ander-bureau", COACH.scopes)) is None
    assert asked(state, caller=Caller("k3", COACH.bureau, frozenset({Scope.JOBS}))) is None
    assert asked(state, body=BODY + b" ") is None
    assert asked(state, kind="application/yaml") is None
    assert asked(state, kind="text/plain") is None
    assert asked(state) is not None
