"""Random invented cases with forms, a coach's hand and a log. A seed always gives the same case."""

from datetime import date, timedelta
from random import Random

from matcher.domain.case import Case
from matcher.domain.coach import Hand, Subject
from matcher.domain.track import ActivityKind, Answer, Outcome, Partner, PlacementKind
from matcher.reference.fml import items
from tests.dossier.world import catalogue

SECRET = "zeldzaamgeheim"  # noqa: S105 a made-up word
FIRST_SICK_DAY = date(2025, 6, 2)
_LEVELS = ("basisonderwijs", "vmbo", "mbo-2", "mbo-3", "mbo-4", "hbo", "wo")


def made_up(seed: int) -> Case:
    """Answer a random case: one to three forms, two jobs, a hand and a log."""
    random = Random(seed)  # noqa: S311 only invented cases
    codes = [occupation.id for occupation in catalogue().occupations if occupation.id.startswith("isco:")]
    start = FIRST_SICK_DAY + timedelta(weeks=random.randint(20, 60))
    raw = {
        "schema": "matcher/case/1",
        "id": f"verzonnen-{seed}",
        "forms": [_form(random, number) for number in range(random.randint(1, 3))],
        "person": {
            "experience": [{"title": "werk", "occupation": random.choice(codes), "from_year": 2015}],
            "education": [{"level": random.choice(_LEVELS), "finished": True}],
            "old_job": {
                "title": "werk",
                "occupation": random.choice(codes),
                "wage_eur_per_hour": random.choice([None, "16.50", "24.00"]),
                "hours_per_week": random.choice([None, "24", "36"]),
            },
            "wishes": {"occupations": random.sample(codes, random.randint(0, 2))},
            "labour_expert": {"rejected": random.sample(codes, random.randint(0, 2))},
            "dates": {"first_sick_day": FIRST_SICK_DAY, "track_start": random.choice([None, start])},
        },
        "coach": {"actions": [_action(random, codes) for _ in range(random.randint(0, 6))]},
        "track": _track(random, codes, start),
    }
    return Case.model_validate(raw)


def _form(random, number):
    names = [code for code, item in items().items() if item.levels and code not in {"IV.1", "IV.2"}]
    entries = []
    for code in random.sample(names, random.randint(0, 14)):
        ordinal = [level for level in items()[code].levels if level]
        entries.append({"item": code, "levels": [random.choice(ordinal)]} if ordinal else {"item": code})
    return {
        "kind": "FML",
        "date": date(2026, 1, 12) + timedelta(weeks=18 * number),
        "author_role": "bedrijfsarts",
        "numbering": "current",
        "completeness": "deviations_only",
        "completeness_confirmed": random.random() < 0.8,
        "usable_possibilities": True,
        "entries": entries,
    }


def _day(random):
    return date(2026, 1, 5) + timedelta(days=random.randint(0, 400))


def _action(random, codes):
    return {
        "date": _day(random),
        "action": random.choice(list(Hand)),
        "what": random.choice(list(Subject)),
        "target": random.choice([*codes, "gemeente", "form"]),
        "point": random.choice([None, "IV.13", "I.8"]),
        "text": random.choice([None, SECRET]),
        "place": random.choice([None, 1, 4]),
        "reason": SECRET,
    }


def _track(random, codes, start):
    def job():
        return {"title": "functie", "occupation": random.choice([None, *codes])}

    def some(make):
        return [make() for _ in range(random.randint(0, 5))]

    return {
        "plan_signed": random.choice([None, start]),
        "contacts": some(
            lambda: {
                "date": _day(random),
                "partner": random.choice(list(Partner)),
                "goal": SECRET,
                "agreement": SECRET,
                "next_date": _day(random),
                "reached": random.random() < 0.8,
            }
        ),
        "activities": some(
            lambda: {"kind": random.choice(list(ActivityKind)), "from_date": _day(random), "goal": SECRET}
        ),
        "vacancies": some(
            lambda: {**job(), "date": _day(random), "answer": random.choice(list(Answer)), "reason": SECRET}
        ),
        "applications": some(lambda: {**job(), "date": _day(random), "outcome": random.choice(list(Outcome))}),
        "placements": some(
            lambda: {
                **job(),
                "kind": random.choice(list(PlacementKind)),
                "from_date": _day(random),
                "to_date": _day(random),
            }
        ),
        "agreements": some(
            lambda: {"date": _day(random), "partner": random.choice(list(Partner)), "text": SECRET, "due": _day(random)}
        ),
        "result": random.choice(
            [None, {**job(), "kind": "new_employer", "date": _day(random), "wage_eur_per_hour": "17.33"}]
        ),
    }
