"""How many requests a second, side by side in one run: `python -m tests.service.load [seconds per kind]`.

Ratios to the lightest request say more than the figures: they hold on a slower machine too.
"""

import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from tests.service.server import EXAMPLE, JSON, ON, SECRETS, YAML, Server, make_key, running

_CONNECTIONS = 16
_SECONDS = 5.0
Ask = Callable[[httpx.Client], httpx.Response]


def kinds() -> dict[str, Ask]:
    """Answer the kinds of request, the lightest first."""
    case = EXAMPLE.read_bytes()
    titles = b'{"titles": ["receptionist"], "top": 5}'

    def post(path: str, content: bytes = case, headers: dict[str, str] = YAML) -> Ask:
        return lambda client: client.post(f"/v1/{path}", content=content, headers=headers)

    return {
        "health": lambda client: client.get("/health"),
        "schema": lambda client: client.get("/v1/schemas/case"),
        "title link": post("titles/links", titles, JSON),
        "stage": post(f"stages?on={ON}"),
        "check": post(f"occupations/isco:4226/check?view=coach&on={ON}"),
        "ranking, 20 short": post(f"rankings?view=coach&on={ON}"),
        "ranking, 20 explained": post(f"rankings?view=coach&on={ON}&explained=true"),
        "zoekprofiel": post(f"zoekprofiel?view=coach&on={ON}"),
    }


def load(server: Server, ask: Ask, seconds: float) -> list[float]:
    """Answer the milliseconds of every request that 16 connections made in this time."""
    took: list[float] = []
    until = time.perf_counter() + seconds

    def work() -> None:
        with server.client("coach") as client:
            while time.perf_counter() < until:
                began = time.perf_counter()
                assert ask(client).status_code == 200
                took.append((time.perf_counter() - began) * 1000)

    threads = [threading.Thread(target=work) for _ in range(_CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return took


def main() -> None:
    """Run every kind of request against two workers with keys and audit log on, and print the figures."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else _SECONDS
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        share = {"MATCHER_BURST": "100000", "MATCHER_REQUESTS_PER_MINUTE": "1000000"}
        environment = {"MATCHER_STATE": str(folder / "state"), **SECRETS, **share}
        keys = {"coach": make_key(environment, "voorbeeldbureau", "match")}
        with running(folder, environment, "--workers", "2", keys=keys) as server:
            lightest = 0.0
            for name, ask in kinds().items():
                took = load(server, ask, seconds)
                rate = len(took) / seconds
                lightest = lightest or rate
                p99 = statistics.quantiles(took, n=100)[98] if len(took) > 1 else took[0]
                line = f"{name:<24}{rate:>9.1f} a second{rate / lightest:>9.4f} of health{p99:>9.0f} ms p99\n"
                sys.stdout.write(line)


if __name__ == "__main__":
    main()
