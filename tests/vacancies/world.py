"""Invented persons and vacancies for the tests of vacancies. Nobody and nothing in here exists."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

from matcher import Case, load_catalogue
from matcher.domain.demand import Demand, Mark
from matcher.domain.vacancy import Evidence, HoursPerWeek, Stated, Vacancy, VacancyRecord, WagePerHour, WorkPlace
from matcher.reference.channels import channels
from matcher.reference.fml import items
from matcher.vacancies.made_up import MadeUp, make_up
from tests.made_up import raw_case

DAY = date(2026, 11, 23)
WORDS = Evidence("text", 0, 5, "woord")


def stated(value: Any) -> Stated[Any]:
    return Stated(value, WORDS)


def asks(channel: str, kept: int) -> Stated[Demand]:
    """A vacancy's own demand that stays within the first `kept` levels, counted from the norm."""
    shares = tuple(100 if level < kept else 0 for level in range(channels()[channel].levels + 1))
    return stated(Demand(channel, shares, shares, (0,) * len(shares), Mark.STATED, "vacancy"))


def vacancy(
    number: int = 1, occupation: str | None = "isco:4226", place: str = "Voorbeeldstad", **facts: Any
) -> Vacancy:
    record = VacancyRecord(
        id=facts.pop("id", f"proef-{number}"),
        title=facts.pop("title", "Receptionist"),
        text="",
        employer="Oefenbedrijf",
        place=place,
        source="proef",
        published=facts.pop("published", DAY - timedelta(days=3)),
        expires=facts.pop("expires", None),
    )
    return Vacancy(record, occupation_id=occupation, place=WorkPlace(place, None, None) if place else None, **facts)


def hours(least: str, most: str | None = None) -> Stated[HoursPerWeek]:
    return stated(HoursPerWeek(Decimal(least), Decimal(most or least)))


def wage(least: str, most: str | None = None) -> Stated[WagePerHour]:
    return stated(WagePerHour(Decimal(least), Decimal(most or least), f"{least} euro per uur", assumed=False))


def person(entries: list[dict[str, Any]] | None = None, place: str = "Voorbeeldstad", **changes: Any) -> Case:
    raw = raw_case(entries)
    raw["person"] |= {"region": {"place": place, "travel_minutes_per_day": 120, "transport": ["car"]}, **changes}
    return Case.model_validate(raw)


def random_person(rng: Random) -> Case:
    """A person with random limits, level, wage, region and dates; any of these may be missing."""
    codes = [code for code, item in items().items() if len(item.levels) > 1 and not code.startswith(("IV.1", "IV.2"))]
    entries = []
    for code in rng.sample(codes, rng.randint(0, 9)):
        levels = sorted(items()[code].levels)
        entries.append({"item": code, "levels": [rng.choice(levels)]})
        if code in {"VI.2", "VI.3"} and rng.random() < 0.5:
            entries[-1] |= {
                "levels": [3],
                "value": rng.choice(["3.5", "18", "24"] if code == "VI.3" else ["3.5", "5"]),
                "unit": "h",
            }
    raw = raw_case(entries)
    raw["forms"][0]["completeness_confirmed"] = rng.random() < 0.8
    raw["person"]["education"][0]["level"] = rng.choice(["basisonderwijs", "mbo-2", "mbo-4", "hbo", "wo"])
    raw["person"]["education"][0]["finished"] = rng.random() < 0.9
    raw["person"]["licences"] = rng.sample(["B", "C", "heftruck"], rng.randint(0, 2))
    raw["person"]["languages"] = [{"language": "Duits", "spoken": rng.choice(["none", "good"])}]
    raw["person"]["old_job"]["wage_eur_per_hour"] = rng.choice(["14.90", "17.40", "31.00"])
    if rng.random() < 0.2:
        del raw["person"]["old_job"]["wage_eur_per_hour"]
    raw["person"]["region"] = rng.choice(
        [
            {"place": "Voorbeeldstad", "travel_minutes_per_day": 90, "transport": ["car"]},
            {"place": "Oefendorp", "transport": ["bicycle", "public_transport"]},
            {"place": "Nergensdam"},
        ]
    )
    raw["person"]["dates"]["track_start"] = rng.choice(["2026-11-02", "2026-06-01", "2025-12-01"])
    if rng.random() < 0.3:
        raw["policy"] = {
            "overrides": [
                {"cell": "S4.education_down", "value": "1", "reason": "proef"},
                {"cell": "S4.wage_share_min", "value": "0.65", "reason": "proef"},
            ]
        }
    return Case.model_validate(raw)


def half_told(one: Vacancy, rng: Random) -> Vacancy:
    """The same vacancy, of which each demand leaves some levels open, is denied or in doubt, as texts often are."""

    def hidden(demand: Demand) -> Demand:
        shares = tuple(None if rng.random() < 0.4 else share for share in demand.within_pct)
        return replace(demand, within_pct=shares, within_peak_pct=shares)

    demands = tuple(replace(each, value=hidden(each.value)) for each in one.demands)
    spoken = [each.value.channel for each in demands]
    eased = tuple(code for code in spoken if rng.random() < 0.3)
    in_doubt = tuple(stated(code) for code in rng.sample(list(channels()), 6) if code not in spoken)
    return replace(one, demands=demands, eased=eased, in_doubt=in_doubt)


@cache
def some_vacancies(count: int, seed: int) -> MadeUp:
    return make_up(count, seed, DAY, load_catalogue())
