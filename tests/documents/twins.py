"""Profiles for a new employer in pairs, one ill and one not, for a reader who guesses.

Run it: python -m tests.documents.twins OUT --key FILE. Both of a pair have the same life: work, education, skills,
place and hours, and both look for the same work. One has a form with limits, a first sick day, a second track and the
advice of a labour expert; the other has a form without a single limit. Which is which stands in another file. A reader
who knows the field may pick the ill one in at most 60% of the pairs.
"""

import argparse
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from matcher import Case, load_catalogue, match
from matcher.documents import FileFormat, Kind, build_document, write_document
from matcher.prose import Audience
from matcher.reference.fml import items
from tests.documents.careers import HOURS, PLACES, career

PAIRS, SEED = 40, 2026
ON = date(2026, 11, 16)
# Forms as practice knows them: the back, the legs, the arms, load of mind, energy, and a bit of everything.
_PATTERNS: tuple[dict[str, int], ...] = (
    {"IV.9": 1, "IV.10": 2, "IV.12": 1, "IV.13": 2, "IV.14": 2, "V.1": 1, "V.6": 1},
    {"IV.16": 2, "IV.17": 2, "IV.18": 2, "IV.19": 2, "IV.20": 1, "V.3": 2, "V.4": 2},
    {"IV.6": 1, "IV.8": 1, "IV.12": 1, "IV.13": 2, "IV.14": 1, "V.7": 1},
    {"I.8": 4, "I.9": 1, "II.8": 1, "VI.1": 1, "VI.3": 2},
    {"I.8": 6, "IV.17": 1, "V.4": 1, "VI.2": 1, "VI.3": 2, "VI.1": 1},
    {"IV.13": 1, "IV.18": 1, "V.3": 1, "I.8": 1, "VI.1": 1},
)
_HOURS_OF_LEVEL = {2: 30, 3: 20, 4: 10}


@dataclass(frozen=True, slots=True)
class Pair:
    """One pair.

    Attributes:
        number: from 1.
        ill: the case with a form that limits.
        well: the same life without a limit.
        ill_first: whether the ill one stands first.
        work: the work that both profiles are written for: one that the ill one's zoekprofiel names.
    """

    number: int
    ill: Case
    well: Case
    ill_first: bool
    work: tuple[str, ...]


def pairs(seed: int = SEED, many: int = PAIRS) -> Iterator[Pair]:
    """Answer the pairs of a seed."""
    rng = random.Random(f"twins-{seed}")  # noqa: S311 not for secrets
    for number in range(1, many + 1):
        form = dict(_PATTERNS[rng.randrange(len(_PATTERNS))])
        most = _HOURS_OF_LEVEL.get(form.get("VI.3", 0), 40)
        person = _person(rng, most)
        ill = _ill(person, form, rng)
        kinds = match(ill, ON, load_catalogue()).zoekprofiel.kinds
        work = (rng.choice(kinds).occupation.id,) if kinds else ()
        yield Pair(number, ill, _well(person, most), rng.random() < 0.5, work)


def profile(case: Case, work: tuple[str, ...], file_format: FileFormat = FileFormat.MD) -> bytes:
    """Answer the finished profile for a new employer."""
    catalogue = load_catalogue()
    found = match(case, ON, catalogue)
    document = build_document(Kind.PROFILE, found, case, catalogue, Audience.NEW_EMPLOYER, work=work)
    return write_document(document, case, file_format)


def _person(rng: random.Random, most_hours: int) -> dict[str, Any]:
    """Answer a life; the wished hours fit the limits of the ill one, so that they are a fact of both."""
    title, sector, tasks, before, sector_before, level, direction = career(rng.randrange(100))
    start, turn = rng.randint(1994, 2008), rng.randint(2010, 2019)
    hours = rng.choice([each for each in HOURS if each <= most_hours])
    person: dict[str, Any] = {
        "experience": [
            {"title": title, "sector": sector, "tasks": list(tasks), "from_year": turn},
            {"title": before, "sector": sector_before, "from_year": start, "to_year": turn},
        ],
        "education": [{"level": level, "direction": direction, "finished": True}],
        "languages": [{"language": "Nederlands", "spoken": "good"}],
        "digital_skills": rng.choice(("basic", "good")),
        "licences": rng.choice(([], ["B"])),
        "old_job": {"title": title, "hours_per_week": rng.choice((32, 36, 40)), "tasks": list(tasks)},
        # Who names no hours gets those of the old contract, and on a form with fewer hours those of the form.
        "availability": {"hours_per_week": rng.choice((hours, None)), "times": rng.choice(([], [], ["day"]))},
        "region": {"place": rng.choice(PLACES), "transport": ["bicycle", "public_transport"]},
    }
    return person


def _form(entries: dict[str, int]) -> dict[str, Any]:
    return {
        "kind": "FML",
        "date": ON - timedelta(days=90),
        "author_role": "bedrijfsarts",
        "completeness": "deviations_only",
        "completeness_confirmed": True,
        "usable_possibilities": True,
        "entries": [
            {"item": item, "levels": [min(level, max(items()[item].levels))]} for item, level in entries.items()
        ],
    }


def _ill(person: dict[str, Any], form: dict[str, int], rng: random.Random) -> Case:
    ill = dict(person)
    sick = ON - timedelta(days=rng.randint(400, 640))
    ill["dates"] = {"first_sick_day": sick, "track_start": ON - timedelta(days=rng.randint(100, 240))}
    ill["labour_expert"] = {"report_date": ON - timedelta(days=80), "advised": ["receptionist"], "rejected": []}
    return _case(ill, form)


def _well(person: dict[str, Any], most_hours: int) -> Case:
    """Answer the same life without a limit; the hours on the page are the hours of the contract."""
    old = person["old_job"]
    return _case({**person, "old_job": {**old, "hours_per_week": min(old["hours_per_week"], most_hours)}}, {})


def _case(person: dict[str, Any], form: dict[str, int]) -> Case:
    raw = {"schema": "matcher/case/1", "id": "twin", "forms": [_form(form)], "person": person}
    return Case.model_validate(raw)


def main() -> None:
    """Write the profiles into a folder and the key into a file of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--key", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    key: dict[str, str] = {}
    for pair in pairs(asked.seed, asked.pairs):
        first, second = (pair.ill, pair.well) if pair.ill_first else (pair.well, pair.ill)
        for letter, case in (("A", first), ("B", second)):
            (asked.out / f"{pair.number:02d}_{letter}.md").write_bytes(profile(case, pair.work))
        key[f"{pair.number:02d}"] = "A" if pair.ill_first else "B"
    asked.key.write_text(json.dumps(key, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
