"""The full proofs of the service: more made-up requests, more crashes, and a soak with a look for what was sent.

`python -m tests.service.prove [examples per operation] [crashes] [seconds of soak]`
"""

import sys
import tempfile
import time
from pathlib import Path

from tests.service.contract import hold_to_the_description, operations
from tests.service.crash import crash
from tests.service.server import SECRETS, Server, make_key, running
from tests.service.soak import GROWTH_MOST, growth, soak

_USUAL = (25, 20, 600)
_CALLERS = ("coach", "jobhunter", "index", "admin", None)


def prove_the_description(examples: int) -> None:
    """Send made-up requests for every operation, with every kind of key and none."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        environment = {"MATCHER_STATE": str(folder / "state"), **SECRETS, "MATCHER_BURST": "100000"}
        scopes = {"coach": "match", "jobhunter": "jobs", "index": "index", "admin": "admin"}
        keys = {name: make_key(environment, "voorbeeldbureau", scope) for name, scope in scopes.items()}
        with running(folder, environment, keys=keys) as server:
            for method, path in operations():
                for key in _CALLERS:
                    hold_to_the_description(server, method, path, key, examples, seed=2)
            _tell_answers(server)


def _tell_answers(server: Server) -> None:
    with server.client("admin") as admin:
        lines = admin.get("/metrics").text.splitlines()
    counts: dict[str, float] = {}
    for line in lines:
        if line.startswith("matcher_requests_total"):
            status = line.split('status="')[1][:3]
            counts[status] = counts.get(status, 0) + float(line.rsplit(" ", 1)[1])
    assert not any(status.startswith("5") for status in counts), counts
    found = {status: int(number) for status, number in sorted(counts.items())}
    sys.stdout.write(f"answers by status: {found}\n")


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
