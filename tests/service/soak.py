"""Minutes of mixed and hostile requests: `python -m tests.service.soak [seconds]` (600 when not given).

No answer may be an error of ours, and afterwards nothing personal that was sent is found in logs, audit log, databases,
indexes, temporary files, counters or refusals.

Memory may grow by 10% at most. A worker says that it is ready when everything that loads or compiles is there, so only
what is held for `MATCHER_HOLD_SECONDS` still has to fill: the first third of the time is left out, and a soak shorter
than three times those seconds is refused. Then the medians of the first and the last tenth are compared, of all
processes of the server together, with what they share counted once.
"""

import json
import random
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from matcher_service import Settings
from tests.service.personal import PERSONAL, personal_case, wrong_postcode
from tests.service.server import EXAMPLE, JSON, ON, SECRETS, YAML, Server, make_key, running
from tests.service.traces import Trace, in_counters, left_behind, traces

_USUAL_S = 600
_CALLERS = 6
_SETTLING = 1 / 3  # of the time
GROWTH_MOST = 1.10
_EVERY_S = 2.0
_LARGE = 1_100_000
_SHOWN = 20
Ask = Callable[[httpx.Client, random.Random], httpx.Response]


@dataclass
class Seen:
    """What the callers saw.

    Attributes:
        statuses: answers per status.
        wrong: answers that were errors of ours, or broken connections.
        repeated: where something personal was found back.
        memory: kilobytes of all processes of the server, over time.
    """

    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    repeated: list[Trace] = field(default_factory=list)
    memory: list[tuple[float, int]] = field(default_factory=list)


def _case(chance: random.Random) -> bytes:
    case = personal_case()
    case["forms"][0]["entries"].append({"item": "V.1", "levels": [chance.randint(0, 2)]})
    case["person"]["dates"]["first_sick_day"] = f"2025-0{chance.randint(1, 9)}-0{chance.randint(1, 9)}"
    return json.dumps(case).encode()


def _usual() -> list[Ask]:
    paths = (
        "zoekprofiel?view=coach", "rankings?view=coach", "rankings?view=jobs&group=exceeding", "forms/check",
        "rankings?view=coach&explained=true", "index/rankings?view=coach", "index/rankings?view=jobs&closed=true",
        "texts?audience=worker", "explanations?reader=worker", "calendar", "stages", "zoekprofiel?view=jobs",
        "occupations/isco:4226/check?view=coach",
    )  # fmt: skip
    asks: list[Ask] = [
        lambda client, chance, path=path: client.post(f"/v1/{path}", content=_case(chance), headers=JSON)  # type: ignore[misc]
        for path in paths
    ]
    feed = json.dumps([{"id": "v1", "titel": "Receptionist", "plaats": "Zwolle", "tekst": "24 uur."}]).encode()
    return [
        *asks,
        lambda client, _: client.get("/v1/occupations?limit=20"),
        lambda client, _: client.get("/ready"),
        lambda client, _: client.get("/inloggen"),
        lambda client, _: client.post("/v1/titles/links", json={"titles": ["qzxtitel receptionist"]}),
        lambda client, _: client.post("/v1/index/vacancies", content=feed, headers=JSON),
        lambda client, chance: client.post("/v1/dossiers", content=_case(chance), headers=JSON),
        lambda client, _: client.post(f"/v1/rankings?view=coach&on={ON}", content=EXAMPLE.read_bytes(), headers=YAML),
    ]


def _hostile() -> list[Ask]:
    good = json.dumps(personal_case()).encode()
    bad = json.dumps({**personal_case(), "qzxveld": "qzxfout", "forms": [{"kind": "qzxfout"}]}).encode()
    bomb = b"a: &a [qzxfout,qzxfout]\n" + b"".join(b"b%d: &b%d [*a,*a]\n" % (n, n) for n in range(30))
    post = json.dumps(wrong_postcode()).encode()
    bodies = (
        bad,
        post,
        bomb,
        b"[" * 100_000,
        b"qzxfout: [",
        b"\xff\x00 qzxfout",
        b"",
        good + b" " * _LARGE,
        b"{" * 5000,
    )

    def sent(body: bytes) -> Ask:
        return lambda client, _: client.post("/v1/zoekprofiel?view=coach", content=body, headers=YAML)

    def drip(client: httpx.Client, _: random.Random) -> httpx.Response:
        return client.post("/v1/stages", content=(good[at : at + 200] for at in range(0, len(good), 200)), headers=JSON)

    wrong_key = {"Authorization": "Bearer mtr_abcdefgh_" + "q" * 43}
    return [
        *(sent(body) for body in bodies),
        drip,
        lambda client, _: client.get("/v1/occupations/qzxzoek", params={"qzxveld": "qzxfout"}),
        lambda client, _: client.get("/v1/dossiers/d-" + "a" * 26, headers={"X-Request-Id": "qzxkenmerk"}),
        lambda client, _: client.get("/v1/dossiers", headers=wrong_key),
        lambda client, _: client.post("/v1/zoekprofiel?view=coach", content=good, headers={**JSON, **wrong_key}),
        lambda client, _: client.post("/inloggen", data={"sleutel": "qzxsleutel"}),
        lambda client, _: client.get("/static/../../../etc/passwd"),
        lambda client, _: client.get("/%2e%2e/%2e%2e/etc/passwd", headers={"Accept": "text/html"}),
        lambda client, _: client.request("QZXVELD", "/v1/zoekprofiel", content=good),
        lambda client, _: client.post("/v1/papers", content=b"%PDF-1.7 qzxfout", headers={"Content-Type": "text/xml"}),
        lambda client, _: client.post(
            "/v1/index/vacancies", content=b"qzxfout;\x00", headers={"Content-Type": "text/csv"}
        ),
        lambda client, _: client.post("/v1/vacancies/rank?view=coach", content=bad, headers=JSON),
        lambda client, _: client.post(
            "/v1/stages", content=good, headers={**JSON, "Origin": "https://qzxveld.invalid"}
        ),
        lambda client, _: client.get(
            "/v1/occupations", headers={"Accept-Encoding": "gzip;q=qzx", "Cookie": "matcher=qzxsleutel"}
        ),
    ]


def _call(server: Server, number: int, until: float, seen: Seen) -> None:
    chance, usual, hostile = random.Random(f"soak-{number}"), _usual(), _hostile()  # noqa: S311 not for secrets
    with server.client("coach") as client:
        while time.monotonic() < until:
            ask = chance.choice(usual if chance.random() < 0.6 else hostile)
            try:
                got = ask(client, chance)
            except httpx.TransportError as error:
                seen.wrong.append(type(error).__name__)
                continue
            seen.statuses[got.status_code] += 1
            if got.status_code >= 500:
                seen.wrong.append(f"{got.status_code} {got.request.url.path}")
            if got.status_code >= 400:
                seen.repeated += traces(f"answer {got.status_code} of {got.request.url.path}", got.content)


def _memory_kb(server: Server) -> int:
    """Answer the memory of the server and its workers, memory that they share counted once."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if server.process.pid in (parent, int(folder.name)):
                lines = (folder / "smaps_rollup").read_text().splitlines()
                total += next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        except (OSError, StopIteration):
            continue  # it ended
    return total


def soak(folder: Path, seconds: float) -> Seen:
    """Answer what happened in so many seconds, after checking it all.

    Args:
        folder: an empty folder, where the server keeps everything it writes, temporary files included.
        seconds: how long.
    """
    (folder / "tmp").mkdir()
    state = {"MATCHER_STATE": str(folder / "state"), **SECRETS, "TMPDIR": str(folder / "tmp")}
    environment = {
        **state,
        "MATCHER_BURST": "100000",
        "MATCHER_REQUESTS_PER_MINUTE": "1000000",
        "MATCHER_MAX_SECONDS": "120",
    }
    keys = {
        "coach": make_key(environment, "voorbeeldbureau", "match", "jobs", "index"),
        "admin": make_key(environment, "voorbeeldbureau", "admin"),
    }
    seen = Seen()
    with running(folder, environment, "--workers", "2", keys=keys) as server:
        began = time.monotonic()
        callers = [
            threading.Thread(target=_call, args=(server, number, began + seconds, seen)) for number in range(_CALLERS)
        ]
        for caller in callers:
            caller.start()
        while any(caller.is_alive() for caller in callers):
            seen.memory.append((time.monotonic() - began, _memory_kb(server)))
            time.sleep(_EVERY_S)
        with server.client("admin") as admin:
            counters = admin.get("/metrics").content
        seen.repeated += in_counters(counters)
    seen.repeated += left_behind(folder)
    return seen


def growth(memory: list[tuple[float, int]]) -> tuple[int, int, float]:
    """Answer the memory at the end of settling and at the end in kilobytes, and their ratio; medians of a tenth each.

    Args:
        memory: seconds and kilobytes.
    """
    ends = memory[-1][0]
    tenth = max(1, len(memory) // 10)
    after = [kb for at, kb in memory if at >= ends * _SETTLING]
    first, last = sorted(after[:tenth]), sorted(after[-tenth:])
    early, late = first[len(first) // 2], last[len(last) // 2]
    return early, late, late / early


def main() -> None:
    """Run the soak and print what was found."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else _USUAL_S
    if seconds * _SETTLING < Settings().hold_seconds:
        sys.exit(
            f"Give at least {Settings().hold_seconds / _SETTLING:.0f} seconds: held answers must have come and gone."
        )
    with tempfile.TemporaryDirectory() as place:
        seen = soak(Path(place), seconds)
    early, late, ratio = growth(seen.memory)
    say = sys.stdout.write
    say(f"{sum(seen.statuses.values())} answers in {seconds:.0f} s: {dict(sorted(seen.statuses.items()))}\n")
    say(f"errors of ours or broken connections: {len(seen.wrong)} {Counter(seen.wrong).most_common(5)}\n")
    say(
        f"memory: {early / 1024:.0f} MB after a third of the time, {late / 1024:.0f} MB at the end, {ratio:.3f} times\n"
    )
    say(f"personal values found ({len(PERSONAL)} kinds were sent): {len(seen.repeated)}\n")
    for each in seen.repeated[:_SHOWN]:
        say(f"  {each}\n")
    if seen.wrong or seen.repeated or ratio > GROWTH_MOST:
        sys.exit(1)


if __name__ == "__main__":
    main()
