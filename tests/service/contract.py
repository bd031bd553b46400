"""Requests made from the published description: every answer must be one that the description names."""

from collections import Counter

import schemathesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import given as with_cases
from hypothesis import seed as seeded
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    ignored_auth,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from tests.service.server import ROOT, Server
from tests.service.starting_values import start_well

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    unsupported_method,
    ignored_auth,
]
"""Every check but two. Whether a made-up case is accepted is not in the schema: a case may contradict itself, and a
scalar may be written as text; tests/intake holds the reader to the schema with a whole suite of its own."""
SCHEMA = schemathesis.openapi.from_path(str(ROOT / "service" / "openapi.json"))
TOO_SLOW_S = 30


def operations() -> list[tuple[str, str]]:
    """Answer method and path of every operation."""
    found = [each.ok() for each in SCHEMA.get_all_operations()]
    return [(operation.method, operation.path) for operation in found]


def hold_to_the_description(
    server: Server, method: str, path: str, key: str | None, examples: int, seed: int
) -> Counter[int]:
    """Send made-up requests for one operation, a third of them from good values, and check every answer.

    Args:
        server: a running server.
        method: HTTP method.
        path: template of the path.
        key: which key is shown; None shows none.
        examples: how many requests.
        seed: decides which requests.

    Returns:
        The number of answers per status.
    """
    operation = SCHEMA[path][method.upper()]
    headers = {} if key is None else {"Authorization": f"Bearer {server.keys[key]}"}
    statuses: Counter[int] = Counter()

    @settings(
        max_examples=examples,
        derandomize=seed == 0,
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def run(made: tuple[schemathesis.Case, int | None]) -> None:
        case, start = made
        asked = case if start is None else start_well(case, server, start)
        answer = asked.call_and_validate(base_url=server.url, headers=headers, checks=CHECKS, timeout=TOO_SLOW_S)
        statuses[answer.status_code] += 1

    mode = schemathesis.GenerationMode
    likely = operation.as_strategy(generation_mode=mode.POSITIVE)
    plain = (likely | operation.as_strategy(generation_mode=mode.NEGATIVE)).map(lambda case: (case, None))
    given = plain | st.tuples(likely, st.integers(0, 1_000_000))
    seeded(seed)(with_cases(made=given)(run))()
    return statuses
