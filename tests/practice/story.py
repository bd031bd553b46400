"""Run the practice cases: load them, make perturbed variants, and look where the accepted work stands."""

import copy
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from matcher import Case, Match, VerdictKind, check, load_catalogue, match
from matcher.reference.channels import ChannelKind, channels

HERE = Path(__file__).parent
TOP = 20
FOUND_BY_PRACTICE = ("P2", "P3", "P4", "P5", "P8")


def accepted() -> dict[str, Any]:
    """Answer what practice found, per case. Read without YAML's own types: the key `on` is a word here."""
    return yaml.load((HERE / "accepted.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 text only


def raw_case(name: str) -> dict[str, Any]:
    """Answer a case file as plain text values."""
    return yaml.load((HERE / "cases" / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 text only


def synonyms(name: str) -> dict[str, list[str]]:
    """Answer other ways to write the person's own job titles, per title."""
    found = yaml.load((HERE / "synonyms.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 text only
    return {row["title"]: row["synonyms"] for row in found[name]}


def story_day(name: str) -> date:
    """Answer the day of the story."""
    return date.fromisoformat(accepted()[name]["on"])


def run(raw: dict[str, Any], on: date) -> Match:
    """Answer the match of a raw case."""
    return match(Case.model_validate(raw), on, load_catalogue(), top=TOP)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the best accepted occupation stands.

    Attributes:
        rank: place in the shown list, or None when it is not in the first `TOP`.
        exceeding: accepted codes that may not exceed but do.
    """

    rank: int | None
    exceeding: tuple[str, ...]


def place(name: str, result: Match) -> Place:
    """Answer where the accepted work of a case stands in a result."""
    entry = accepted()[name]
    own = {f"isco:{row['isco']}" for row in entry["own_work"]}
    codes = {f"isco:{row['isco']}" for row in entry["accepted"]} - own
    kept = {f"isco:{row['isco']}" for row in entry.get("must_not_exceed", [])} - own
    ranks = [o.rank for o in result.shown if o.id in codes]
    return Place(min(ranks, default=None), tuple(sorted(c for c in kept if exceeds(name, c, result.on))))


def exceeds(name: str, code: str, on: date) -> bool:
    """Answer whether an occupation exceeds for the person of a case."""
    return check(Case.model_validate(raw_case(name)), code, on).verdict.kind is VerdictKind.EXCEEDS


def variants(name: str, count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Answer seeded variants: levels one step milder or stricter, other ages of experience, synonyms of the title.

    Stricter steps are put on items of rubrieken in which the form lists no limit (unrelated to the story), milder and
    stricter steps alike on items that are limited already.
    """
    rng = random.Random(f"{seed}-{name}")  # noqa: S311 not for secrets
    titles = synonyms(name)
    for _ in range(count):
        raw = copy.deepcopy(raw_case(name))
        _shift_levels(raw["forms"][0]["entries"], rng)
        years = rng.randint(-6, 2)
        for job in raw["person"].get("experience", []):
            for key in ("from_year", "to_year"):
                if key in job:
                    job[key] = str(min(int(job[key]) + years, 2026))
        for job in (raw["person"]["old_job"], *raw["person"].get("experience", [])):
            if job["title"] in titles:
                job["title"] = rng.choice(titles[job["title"]])
        yield raw


def _shift_levels(entries: list[dict[str, Any]], rng: random.Random) -> None:
    ordinal = {c.code: c for c in channels().values() if c.kind is ChannelKind.ORDINAL and c.code == c.item}
    limited = [e for e in entries if e["item"] in ordinal and e.get("levels") not in ([], ["0"], None)]
    touched = {e["item"].split(".")[0] for e in limited}
    free = [c for code, c in ordinal.items() if c.rubriek not in touched and c.rubriek != "VI" and c.levels > 1]
    for _ in range(2):
        if limited and rng.random() < 0.6:
            entry = rng.choice(limited)
            level = int(entry["levels"][0]) + rng.choice((-1, 1))
            if 1 <= level <= ordinal[entry["item"]].levels and "value" not in entry:
                entry["levels"] = [str(level)]
        elif free:
            channel = rng.choice(free)
            present = next((e for e in entries if e["item"] == channel.code), None)
            if present is None:
                entries.append({"item": channel.code, "levels": ["1"]})
            else:
                present["levels"] = ["1"]
