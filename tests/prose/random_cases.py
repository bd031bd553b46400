"""Seeded random cases over the whole schema: any limits, any person, parts missing, words that must not pass."""

import random
from datetime import date, timedelta
from typing import Any

from matcher import Case
from matcher.reference.channels import channels
from matcher.reference.fml import items

TITLES = (
    "thuishulp", "verzorgende IG", "postbode", "schoonmaker", "online marketeer", "administratief medewerker",
    "Receptionist", "vrachtwagenchauffeur", "lasser", "docent Nederlands", "timmerman", "kok", "ICT-beheerder",
    "schoonmaker bij Jansen & Zonen BV", "magazijnmedewerker Bol.com", "medewerker m/v 32 uur", "Qzxfirma-manager",
    "verpleegkundige psychiatrie", "assistent en planner", "projectleider 2019", "begeleider Stichting De Zon",
    "activiteitenbegeleider", "kapper", "accountant", "heftruckchauffeur", "x",
)  # fmt: skip
SECTORS = ("thuiszorg", "onderwijs", "Qzxbedrijf", "ziekenhuis", "bouw", "bij Philips", "horeca")
DIRECTIONS = ("verpleegkunde", "zorg en welzijn", "Qzxrichting 12", "techniek")
PLACES = ("Zwolle", "'s-Hertogenbosch", "Qzxdorp", "Alphen aan den Rijn")
WORK = tuple(f"isco:{code}" for code in (4110, 4222, 4225, 4226, 4311, 5223, 5244, 5312, 8322, 9112, 9333, 3344, 2320))
TEXTS = (
    "QZXTEKST hoogstens 13,37 kg", "rechts, bij hernia", "niet boven schouderhoogte", "max 10 keer per uur",
    "marginaal belastbaar", "geen deadlines", "alleen overdag",
)  # fmt: skip
DAY = date(2026, 11, 16)


def random_case(seed: int) -> tuple[dict[str, Any], date]:
    """Answer a raw case and a day. The same seed gives the same case."""
    rng = random.Random(f"prose-{seed}")  # noqa: S311 not for secrets
    raw: dict[str, Any] = {"schema": "matcher/case/1", "id": f"R{seed}"}
    raw["forms"] = [_form(rng, number) for number in range(rng.choice((0, 1, 1, 1, 1, 2)))]
    raw["person"] = _person(rng)
    raw["policy"] = {"preset": rng.choice(("practice_track", "zw_sickness", "strict_2015"))}
    if rng.random() < 0.3:
        days = {form["date"] for form in raw["forms"]}
        raw["confirmations"] = [{"what": "form_age", "form_date": day, "reason": "QZXREDEN"} for day in sorted(days)]
    raw["coach"] = {"actions": _hand(rng)}
    return raw, DAY


def validated(raw: dict[str, Any]) -> Case:
    """Answer the case of a raw one."""
    return Case.model_validate(raw)


def _hand(rng: random.Random) -> list[dict[str, Any]]:
    found = []
    if rng.random() < 0.2:
        found.append(("add", "sentence", "De coach zoekt ook via de gemeente naar een rustige werkplek.", None))
    if rng.random() < 0.3:
        amount = rng.randint(1, 6)
        hands = rng.choices(("add", "strike", "move"), k=amount)
        found += [(h, "occupation", rng.choice(WORK), rng.randint(1, 4)) for h in hands]
    if rng.random() < 0.1:
        found.append(("add", "branch", "kleine gemeenten", None))
    keys = ("action", "what", "target", "place")
    return [{"date": DAY, "reason": "QZXREDEN", **dict(zip(keys, each, strict=True))} for each in found]


def _form(rng: random.Random, number: int) -> dict[str, Any]:
    kind = rng.choice(("FML", "FML", "FML", "IZP", "LAB", "BAR"))
    day = DAY - timedelta(days=rng.randint(10, 340) + 30 * number)
    amount = rng.choice((0, 1, 3, 8, 15, 30, 60))
    codes = rng.sample(sorted(items()), min(amount, len(items())))
    form: dict[str, Any] = {
        "kind": kind,
        "date": day,
        "author_role": rng.choice(("bedrijfsarts", "verzekeringsarts", "arts in opleiding", "anders")),
        "numbering": "current",
        "completeness": rng.choice(("full", "deviations_only")),
        "completeness_confirmed": rng.random() < 0.8,
        "levels_confirmed": rng.random() < 0.7,
        "usable_possibilities": rng.random() > 0.05,
        "incidental_peaks_allowed": rng.random() < 0.7,
        "entries": [_entry(rng, code) for code in codes],
    }
    if not form["usable_possibilities"]:
        form["no_possibilities_ground"] = "admission"
    if rng.random() < 0.5:
        text = rng.choice(("QZXPROGNOSE blijft gelijk", "herstel van de depressie verwacht"))
        form["prognosis"] = {"outlook": rng.choice(("improving", "stable", "worsening", "unknown")), "text": text}
    if rng.random() < 0.3:
        form["build_up"] = [{"from_date": DAY + timedelta(days=rng.randint(-60, 60)), "hours_per_day": 3}]
    return form


def _entry(rng: random.Random, code: str) -> dict[str, Any]:
    levels = sorted(items()[code].levels)
    entry: dict[str, Any] = {"item": code, "levels": [rng.choice(levels)] if rng.random() < 0.95 else []}
    channel = channels().get(code)
    if rng.random() < 0.15:
        entry["text"] = rng.choice(TEXTS)
    if channel is not None and channel.unit == "kg" and rng.random() < 0.5:
        entry.update(value="13.37", unit="kg")
    if rng.random() < 0.1:
        entry["side"] = rng.choice(("left", "right", "both"))
    return entry


def _person(rng: random.Random) -> dict[str, Any]:
    person: dict[str, Any] = {}
    if rng.random() < 0.8:
        person["experience"] = [_job(rng) for _ in range(rng.randint(0, 5))]
    if rng.random() < 0.8:
        levels = ("geen", "basisonderwijs", "vmbo", "mbo-1", "mbo-2", "mbo-4", "havo", "associate degree", "hbo", "wo")
        person["education"] = [
            {"level": rng.choice(levels), "direction": rng.choice(DIRECTIONS), "finished": rng.random() < 0.8}
            for _ in range(rng.randint(0, 3))
        ]
    if rng.random() < 0.8:
        person["old_job"] = {"title": rng.choice(TITLES), "wage_eur_per_hour": "77.77", "hours_per_week": 32}
    person["certificates"] = ["QZXDIPLOMA"]
    person["licences"] = rng.sample(("B", "BE", "C", "heftruck", "qzx"), rng.randint(0, 3))
    person["languages"] = [
        {"language": rng.choice(("Nederlands", "Engels", "Klingon")), "spoken": rng.choice(("none", "basic", "good"))}
        for _ in range(rng.randint(0, 3))
    ]
    if rng.random() < 0.6:
        person["digital_skills"] = rng.choice(("none", "basic", "good", "advanced"))
    person["wishes"] = {"occupations": ["QZXWENS"], "sectors": ["zorg"], "interests": ["social"]}
    person["exclusions"] = [{"what": "kok", "reason": "QZXBEZWAAR na operatie"}] if rng.random() < 0.4 else []
    person["region"] = _region(rng)
    person["dates"] = _dates(rng)
    if rng.random() < 0.5:
        advised = rng.sample(("receptionist", "telefonist", "QZXADVIES licht werk"), rng.randint(0, 3))
        person["labour_expert"] = {"report_date": DAY - timedelta(days=90), "advised": advised, "rejected": ["lasser"]}
    return person


def _job(rng: random.Random) -> dict[str, Any]:
    start = rng.randint(1985, 2024)
    return {
        "title": rng.choice(TITLES),
        "from_year": start,
        "to_year": rng.randint(start, 2026),
        "sector": rng.choice(SECTORS),
        "tasks": ["QZXTAAK"],
    }


def _region(rng: random.Random) -> dict[str, Any]:
    region: dict[str, Any] = {}
    if rng.random() < 0.6:
        region["place"] = rng.choice(PLACES)
    if rng.random() < 0.5:
        region["postcode4"] = "7412"
    if rng.random() < 0.5:
        region["travel_minutes_per_day"] = rng.choice((30, 60, 90, 120))
    means = ("car", "bicycle", "e-bike", "public_transport", "walking", "taxi")
    region["transport"] = rng.sample(means, rng.randint(0, 6))
    return region


def _dates(rng: random.Random) -> dict[str, Any]:
    dates: dict[str, Any] = {}
    if rng.random() < 0.8:
        dates["first_sick_day"] = DAY - timedelta(days=rng.randint(100, 800))
    if rng.random() < 0.7:
        dates["track_start"] = DAY - timedelta(days=rng.randint(-30, 400))
    return dates
