"""The full proofs of the service: more made-up requests, more crashes, and a soak with a look for what was sent.

`python -m tests.service.prove [examples per operation] [crashes] [seconds of soak]`
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.service.contract import hold_to_the_description, operations
from tests.service.crash import crash
from tests.service.server import SECRETS, make_key, running
from tests.service.soak import GROWTH_MOST, growth, soak
from tests.service.starting_values import VACANCIES

_USUAL = (25, 20, 600)
_REFUSED, _OURS = 400, 500  # statuses from here on
_CALLERS = ("coach", "jobhunter", "index", "admin", None)


def prove_the_description(examples: int) -> None:
    """Send made-up requests for every operation, with every kind of key and none."""
    all_statuses: Counter[int] = Counter()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        environment = {"MATCHER_STATE": str(folder / "state"), **SECRETS, "MATCHER_BURST": "100000"}
        scopes = {"coach": "match", "jobhunter": "jobs", "index": "index", "admin": "admin"}
        keys = {name: make_key(environment, "voorbeeldbureau", scope) for name, scope in scopes.items()}
        with running(folder, environment, keys=keys) as server:
            with server.client("index") as client:
                assert client.post("/v1/index/vacancies", json=VACANCIES).status_code == 200
            for method, path in operations():
                found = {key: hold_to_the_description(server, method, path, key, examples, seed=2) for key in _CALLERS}
                share, of = max(map(_success, found.values()))
                for statuses in found.values():
                    all_statuses.update(statuses)
                sys.stdout.write(f"{method:<7}{path:<44}{share:>4} of {of} succeeded, with the key that may\n")
    assert not any(status >= _OURS for status in all_statuses), all_statuses
    sys.stdout.write(f"answers by status: {dict(sorted(all_statuses.items()))}\n")


def _success(statuses: Counter[int]) -> tuple[int, int]:
    """Answer how many answers succeeded, and of how many."""
    return sum(count for status, count in statuses.items() if status < _REFUSED), statuses.total()


def prove_crashes(how_many: int) -> None:
    """Kill a server while it writes, again and again; nothing acknowledged may be lost."""
    kept = 0
    for seed in range(how_many):
        with tempfile.TemporaryDirectory() as place:
            kept += len(crash(Path(place), seed + 100).dossiers)
    sys.stdout.write(f"kill -9: {how_many} times; acknowledged and found back: {kept}; lost: 0; every chain holds\n")


def prove_soak(seconds: int) -> None:
    """Send mixed and hostile requests for a while; no error, hardly more memory, and nothing personal left behind."""
    with tempfile.TemporaryDirectory() as place:
        seen = soak(Path(place), seconds)
    early, late, ratio = growth(seen.memory)
    sys.stdout.write(f"soak: {seen.statuses.total()} answers in {seconds} s; {early} kB grew to {late} kB\n")
    assert (seen.wrong, seen.repeated) == ([], [])
    assert ratio <= GROWTH_MOST


def main() -> None:
    """Run all proofs and print what was found."""
    given = [int(word) for word in sys.argv[1:]]
    examples, crashes, seconds = given if len(given) == len(_USUAL) else _USUAL
    began = time.monotonic()
    prove_the_description(examples)
    prove_crashes(crashes)
    prove_soak(seconds)
    sys.stdout.write(f"seconds: {time.monotonic() - began:.0f}\n")


if __name__ == "__main__":
    main()
