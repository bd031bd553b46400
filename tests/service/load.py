"""How many requests a second, by the public tool wrk: `python -m tests.service.load [seconds] [vacancies] [kinds]`.

Two workers, key check and audit log on, 16 connections, everything on one machine. Ratios to the lightest request of
the same run say more than the figures: they hold on a slower machine too. Beside them stands the processor time of
workers and wrk per request, and what two cores can do at that price: where others use the machine, too, only that is a
figure of the service. Three ways to be asked, side by side:

* never seen: no case comes twice, so nothing can be held in memory;
* person ready: eight cases asked again and again, as a coach does. The person is held, answers are not
  (`MATCHER_HOLD_BYTES=0`). Once per worker, person and index (in the warming up, which is not measured) is worked out
  which vacancies stay open, how many each limit closes, and in which 64 rows the best can be. Every request scores the
  open vacancies of those rows again and puts them in order;
* answers held: the same eight cases, and the very answer may be held.

Two caseloads, side by side in the same run: `wide`, eight persons with two light limits for whom a third of all
vacancies stays open, and `practice`, the eight practice cases. The share that stays open is printed with each.

`packed` asks for gzip, as browsers and most libraries do.
"""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from matcher import load_catalogue
from matcher.vacancies import build_index, make_up
from matcher_service.indexes import indexes_folder
from tests.made_up import raw_case
from tests.practice import story
from tests.service.server import JSON, ON, SECRETS, Server, make_key, running

_CONNECTIONS = 16
_CORES = 2
_CASELOAD = 8
_USUAL = (8, 100_000)
_ROUNDS = 12  # each goes to any of two workers: one that misses a case after so many is rare
_WARM_S = 100
_BUREAU = "voorbeeldbureau"
_SHARE = {
    "MATCHER_BURST": "100000",
    "MATCHER_REQUESTS_PER_MINUTE": "1000000",
    "MATCHER_HOLD_SECONDS": "600",
    "MATCHER_MAX_SECONDS": "300",
}
_PLACES = ("Zwolle", "Deventer", "Utrecht", "Arnhem")
_SCRIPT = """
local cases, number, method, path, another = {cases}, 0, "{method}", "{path}", {another}
local headers = {{["Authorization"] = "Bearer {key}", ["Content-Type"] = "application/json"}}
if {packed} then headers["Accept-Encoding"] = "gzip" end
local wrong = 0
request = function()
  number = number + 1
  local body = cases[number % #cases + 1]
  if another then body = body:gsub("verzonnen%-", "verzonnen-" .. os.time() .. "-" .. number .. "-", 1) end
  return wrk.format(method, path, headers, method == "POST" and body or nil)
end
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of request.

    Attributes:
        name: what is asked.
        path: address with its query.
        method: HTTP method.
        another: no case comes twice.
        packed: whether answers may be packed.
        held: whether answers may be held.
        caseload: whose cases, one of `CASELOADS`.
    """

    name: str
    path: str
    method: str = "POST"
    another: bool = False
    packed: bool = False
    held: bool = False
    caseload: str = "wide"


@dataclass(frozen=True, slots=True)
class Measured:
    """What came out.

    Attributes:
        per_second: requests a second.
        p99_ms: time within which 99% were answered.
        wrong: answers that were no success, and connections that failed.
        processor_ms: processor time per request, of the workers and wrk together.
    """

    per_second: float
    p99_ms: float
    wrong: int
    processor_ms: float

    @property
    def on_cores(self) -> float:
        """Answer how many requests a second the cores of the bar can do at this price."""
        return _CORES * 1000 / self.processor_ms


def kinds() -> list[Kind]:
    """Answer the kinds of request, the lightest first."""
    view = f"view=coach&on={ON}"
    short, explained = f"/v1/index/rankings?{view}&top=20", f"/v1/index/rankings?{view}&top=20&explained=true"
    work = f"/v1/rankings?{view}&limit=20"
    return [
        Kind("health", "/health", "GET"),
        Kind("index: 20 short, person ready", short),
        Kind("index: 20 short, person ready, practice", short, caseload="practice"),
        Kind("index: 20 explained, person ready", explained),
        Kind("index: 20 explained, person ready, practice", explained, caseload="practice"),
        Kind("index: 20 explained, packed, person ready", explained, packed=True),
        Kind("index: 20 short, never seen", short, another=True),
        Kind("index: 20 explained, never seen", explained, another=True),
        Kind("occupations: 20 short, never seen", work, another=True),
        Kind("health", "/health", "GET", held=True),
        Kind("index: 20 short, answers held", short, held=True),
        Kind("index: 20 short, answers held, practice", short, held=True, caseload="practice"),
        Kind("index: 20 explained, answers held", explained, held=True),
        Kind("occupations: 20 short, answers held", work, held=True),
        Kind("stage, a caseload", f"/v1/stages?on={ON}", held=True),
    ]


def wide() -> list[str]:
    """Answer invented cases with two light limits as JSON."""
    made = []
    for number in range(_CASELOAD):
        limited = [{"item": "IV.13", "levels": [1 + number % 3]}, {"item": "V.1", "levels": [number % 2]}]
        case = {**raw_case(limited), "id": f"verzonnen-{number}"}
        case["person"]["region"] = {"place": _PLACES[number % len(_PLACES)]}
        made.append(json.dumps(case))
    return made


def practice() -> list[str]:
    """Answer the practice cases as JSON."""
    return [json.dumps(story.raw_case(f"P{number}")) for number in range(1, _CASELOAD + 1)]


CASELOADS: dict[str, Callable[[], list[str]]] = {"wide": wide, "practice": practice}


def measure(server: Server, kind: Kind, seconds: int, folder: Path) -> Measured:
    """Answer what wrk measured for one kind of request.

    Args:
        server: a running server.
        kind: what to ask.
        seconds: how long.
        folder: where the script of wrk may lie.
    """
    bodies = "{" + ",".join(f"[==[{case}]==]" for case in CASELOADS[kind.caseload]()) + "}"
    script = folder / "ask.lua"
    yes_or_no = {"another": str(kind.another).lower(), "packed": str(kind.packed).lower()}
    script.write_text(
        _SCRIPT.format(cases=bodies, method=kind.method, path=kind.path, key=server.keys["coach"], **yes_or_no)
    )
    words = ["wrk", "-t1", f"-c{_CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s", "--latency", "-s", str(script)]
    before = _processor_s(server)
    told = subprocess.run([*words, server.url], capture_output=True, text=True, check=True).stdout
    used = _processor_s(server) - before
    rate = float(_found(r"Requests/sec:\s+([\d.]+)", told))
    amount, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)\b", told).groups()  # type: ignore[union-attr]
    times = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}
    wrong = int(_found(r"Non-2xx or 3xx responses: (\d+)", told, "0"))
    answered = int(_found(r"(\d+) requests in", told))
    wrong += len(re.findall("Socket errors", told))
    return Measured(rate, float(amount) * times[unit], wrong, used * 1000 / max(answered, 1))


def _processor_s(server: Server) -> float:
    """Answer the processor time of the workers so far, and of the programs that this one started."""
    tick, used = os.sysconf("SC_CLK_TCK"), 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        fields = _stat(stat)
        if fields is not None and server.process.pid in (int(fields[1]), int(stat.parent.name)):
            used += (int(fields[11]) + int(fields[12])) / tick
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used + ended.ru_utime + ended.ru_stime


def _stat(path: Path) -> list[str] | None:
    try:
        return path.read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return None  # it ended


def warm(server: Server, kind: Kind) -> float | None:
    """Ask the whole caseload until each worker has seen each case.

    Args:
        server: a running server.
        kind: what to ask.

    Returns:
        Share of the vacancies that stays open, mean over the caseload; None where no vacancies are ranked.
    """
    until, shares = time.monotonic() + _WARM_S, []
    for _ in range(_ROUNDS):
        for case in CASELOADS[kind.caseload]():
            with server.client("coach") as client:
                answer = client.request(kind.method, kind.path, content=case, headers=JSON)
                assert answer.status_code == 200
            counts = answer.json().get("counts", {})
            shares += [counts["open"] / counts["listed"]] if "listed" in counts else []
            if time.monotonic() > until:
                break
    return sum(shares) / len(shares) if shares else None


def _found(pattern: str, text: str, otherwise: str = "") -> str:
    found = re.search(pattern, text)
    return otherwise if found is None else found[1]


def main() -> None:
    """Run every kind of request and print the figures."""
    if shutil.which("wrk") is None:
        sys.exit("Install wrk first, for example: apt-get install wrk")
    given = [int(word) for word in sys.argv[1:3]]
    seconds, rows = (*given, *_USUAL[len(given) :])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        environment = {"MATCHER_STATE": str(folder / "state"), **SECRETS, **_SHARE}
        keys = {"coach": make_key(environment, _BUREAU, "match")}
        index, catalogue, on = indexes_folder(folder / "state") / _BUREAU, load_catalogue(), date.fromisoformat(ON)
        index.mkdir(parents=True)
        build_index(make_up(rows, 1, on, catalogue).vacancies(), index, on, catalogue)
        sys.stdout.write(f"{rows} vacancies, {_CONNECTIONS} connections, {os.cpu_count()} cores, {seconds} s each\n")
        asked = sys.argv[3] if len(sys.argv) > 3 else ""
        chosen = [kind for kind in kinds() if asked in kind.name or kind.name == "health"]
        for held in (False, True):
            run(folder, environment, keys, [kind for kind in chosen if kind.held is held], seconds, held=held)


def run(
    folder: Path, environment: dict[str, str], keys: dict[str, str], chosen: list[Kind], seconds: int, *, held: bool
) -> None:
    """Start the service and print the figures of some kinds of request.

    Args:
        folder: holds the state of the service.
        environment: its settings.
        keys: keys by name.
        chosen: what to ask, the lightest first.
        seconds: how long each.
        held: whether answers may be held.
    """
    room = {} if held else {"MATCHER_HOLD_BYTES": "0"}
    with running(folder, {**environment, **room}, "--workers", "2", keys=keys) as server:
        lightest = 0.0
        for kind in chosen:
            share = warm(server, kind) if kind.method == "POST" and not kind.another else None
            got = measure(server, kind, seconds, folder)
            lightest = lightest or got.per_second
            line = f"{got.per_second:>9.1f} a second{got.per_second / lightest:>8.3f} of health"
            price = f"{got.processor_ms:>8.2f} ms of processor{got.on_cores:>8.0f} on {_CORES} cores"
            stays = "" if share is None else f"{share:>8.1%} open"
            sys.stdout.write(f"{kind.name:<44}{line}{got.p99_ms:>9.1f} ms p99{got.wrong:>4} wrong{price}{stays}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
