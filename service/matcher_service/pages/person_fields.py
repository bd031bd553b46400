"""A person that was read, as the fields of the page, and what the coach sends back on top of what was read."""

from collections.abc import Iterable, Mapping
from typing import Any

from starlette.datastructures import FormData

from matcher.domain.case import Person

_OLD_JOB = {"title": "oud_titel", "wage_eur_per_hour": "oud_uurloon", "hours_per_week": "oud_uren"}
_REGION = {"place": "plaats", "postcode4": "postcode", "travel_minutes_per_day": "reistijd"}
_DATES = {"first_sick_day": "eerste_ziektedag", "track_start": "start_spoor", "aow_date": "aow_datum"}
_JOB = {"title": "functie", "from_year": "van", "to_year": "tot", "sector": "sector"}
_SCHOOL = {"level": "niveau", "direction": "richting"}
_WISHES = {"occupations": "wens_werk", "sectors": "wens_branche"}
_EXPERT = {"report_date": "ad_datum", "advised": "ad_geadviseerd", "rejected": "ad_afgewezen"}
_DUTCH = "nederlands"
_SHOWN = {
    "old_job": set(_OLD_JOB), "region": {*_REGION, "transport"}, "dates": set(_DATES), "wishes": set(_WISHES),
    "labour_expert": set(_EXPERT),
}  # fmt: skip


def fields_of(person: Person) -> FormData:
    """Answer a person as the fields of the page.

    Args:
        person: the person's part of a case.
    """
    raw = person.model_dump(mode="json", exclude_defaults=True)
    found = [(name, _text(raw.get(part, {}).get(key))) for part, names in _PARTS for key, name in names.items()]
    for number, job in enumerate(raw.get("experience", ())):
        found += [(f"{name}-{number}", _text(job.get(key))) for key, name in _JOB.items()]
    for number, school in enumerate(raw.get("education", ())):
        found += [(f"{name}-{number}", _text(school.get(key))) for key, name in _SCHOOL.items()]
        found.append((f"afgerond-{number}", {True: "ja", False: "nee"}.get(school.get("finished"), "")))
    found += [
        (name, _text(raw.get(key))) for key, name in (("licences", "rijbewijzen"), ("certificates", "certificaten"))
    ]
    found += [("vervoer", each) for each in raw.get("region", {}).get("transport", ())]
    dutch: Mapping[str, Any] = next(
        (each for each in raw.get("languages", ()) if each["language"].casefold() == _DUTCH), {}
    )
    found += [("spreken", _text(dutch.get("spoken"))), ("schrijven", _text(dutch.get("written")))]
    found.append(("digitaal", _text(raw.get("digital_skills"))))
    return FormData([(name, value) for name, value in found if value])


_PARTS = (
    ("old_job", _OLD_JOB),
    ("region", _REGION),
    ("dates", _DATES),
    ("wishes", _WISHES),
    ("labour_expert", _EXPERT),
)


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)


def merged(known: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Answer the raw person that the page gave, with what the page does not show as it was.

    Args:
        known: the raw person before.
        given: what `person_from` answered for the page.
    """
    found = {name: value for name, value in known.items() if name not in _ON_PAGE}
    for part, shown in _SHOWN.items():
        kept = {name: value for name, value in (known.get(part) or {}).items() if name not in shown}
        if part == "old_job" and part not in given:
            continue  # what belongs to the old job goes with its title
        if together := {**kept, **given.get(part, {})}:
            found[part] = together
    found["experience"] = _rows(known.get("experience", ()), given.get("experience", ()), "title", _JOB)
    found["education"] = _rows(
        known.get("education", ()), given.get("education", ()), "level", {**_SCHOOL, "finished": ""}
    )
    others = [each for each in known.get("languages", ()) if each["language"].casefold() != _DUTCH]
    found["languages"] = [*given.get("languages", ()), *others]
    return found | {name: given[name] for name in ("certificates", "licences", "digital_skills") if name in given}


_ON_PAGE = {"experience", "education", "languages", "certificates", "licences", "digital_skills", *_SHOWN}


def _rows(
    known: Iterable[Mapping[str, Any]], given: Iterable[Mapping[str, Any]], key: str, shown: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Answer the given rows, each with what is known of the first row with the same name that is not used yet."""
    left, found = list(known), []
    for row in given:
        same = next((each for each in left if each.get(key) == row.get(key)), None)
        if same is not None:
            left.remove(same)
        hidden = {name: value for name, value in (same or {}).items() if name not in shown}
        found.append({**hidden, **row})
    return found
