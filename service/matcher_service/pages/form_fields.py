"""From the fields of the form page to a case: empty fields are left out, nothing is guessed."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from starlette.datastructures import FormData

from matcher.domain.case import SCHEMA_ID
from matcher.reference import Item, channels, items

JOBS, SCHOOLS = 5, 3
MOST_ROWS = 100
RUBRIEKEN = {
    "I": "Persoonlijk functioneren", "II": "Sociaal functioneren", "III": "Aanpassing aan de omgeving",
    "IV": "Dynamische handelingen", "V": "Statische houdingen", "VI": "Werktijden",
}  # fmt: skip
_ENTRY = re.compile(r"forms\.0\.entries\.(\d+)\.(\w+)")
_ROW = re.compile(r"person\.(experience|education)\.(\d+)\.(\w+)")
_PLACES = {
    "forms.0.kind": "soort", "forms.0.date": "datum", "forms.0.author_role": "rol", "id": "kenmerk",
    "forms.0.completeness": "volledig", "person.old_job.title": "oud_titel",
    "person.old_job.wage_eur_per_hour": "oud_uurloon", "person.old_job.hours_per_week": "oud_uren",
    "person.region.place": "plaats", "person.region.postcode4": "postcode",
    "person.region.travel_minutes_per_day": "reistijd", "person.dates.first_sick_day": "eerste_ziektedag",
    "person.dates.track_start": "start_spoor", "person.dates.aow_date": "aow_datum",
    "person.labour_expert.report_date": "ad_datum", "person.labour_expert.advised": "ad_geadviseerd",
    "person.labour_expert.rejected": "ad_afgewezen",
}  # fmt: skip
_ROW_NAMES = {
    "title": "functie", "from_year": "van", "to_year": "tot", "sector": "sector", "level": "niveau",
    "direction": "richting", "finished": "afgerond",
}  # fmt: skip


def ticked_together(item: Item) -> bool:
    """Answer whether several levels of an item may hold at once (conditions with a box each).

    Example:
        >>> ticked_together(items()["I.8"]), ticked_together(items()["IV.13"])
        (True, False)
    """
    own = {level.channel for level in item.levels.values() if level.channel}
    return len(own) > 1 or any(level.kind == "multi-select flag" for level in item.levels.values())


def case_from(fields: FormData) -> dict[str, Any]:
    """Answer the raw case of the fields of the form page.

    Args:
        fields: what the browser sent.
    """
    form = _filled(
        {
            "kind": _text(fields, "soort"),
            "date": _text(fields, "datum"),
            "author_role": _text(fields, "rol"),
            "completeness": _text(fields, "volledig"),
            "completeness_confirmed": fields.get("bevestigd") == "ja",
            "levels_confirmed": fields.get("niveaus_bevestigd") == "ja",
            "usable_possibilities": {"ja": True, "nee": False}.get(_text(fields, "mogelijkheden")),
        }
    )
    form["entries"] = list(_entries(fields))
    return {
        "schema": SCHEMA_ID,
        "id": _text(fields, "kenmerk") or "casus",
        "forms": [form],
        "person": person_from(fields),
    }


def _entries(fields: FormData) -> Iterable[dict[str, Any]]:
    for code in items():
        levels = [int(level) for level in map(str, fields.getlist(f"fml-{code}")) if level.isdecimal()]
        text = _text(fields, f"tekst-{code}")
        if levels or text:
            entry: dict[str, Any] = {"item": code, "levels": levels}
            yield {**entry, "text": text} if text else entry


def person_from(fields: FormData) -> dict[str, Any]:
    """Answer the raw person of the fields of the form page.

    Args:
        fields: what the browser sent.
    """
    languages = _filled({"spoken": _text(fields, "spreken"), "written": _text(fields, "schrijven")})
    return _filled(
        {
            "experience": [row for number in range(_rows(fields, "functie")) if (row := _job(fields, number))],
            "education": [row for number in range(_rows(fields, "niveau")) if (row := _school(fields, number))],
            "licences": _listed(fields, "rijbewijzen"),
            "certificates": _listed(fields, "certificaten"),
            "languages": [{"language": "Nederlands", **languages}] if languages else [],
            "digital_skills": _text(fields, "digitaal"),
            "old_job": _filled(
                {
                    "title": _text(fields, "oud_titel"),
                    "wage_eur_per_hour": _text(fields, "oud_uurloon").replace(",", "."),
                    "hours_per_week": _text(fields, "oud_uren").replace(",", "."),
                }
            ),
            "wishes": _filled(
                {"occupations": _listed(fields, "wens_werk"), "sectors": _listed(fields, "wens_branche")}
            ),
            "region": _filled(
                {
                    "place": _text(fields, "plaats"),
                    "postcode4": _text(fields, "postcode"),
                    "travel_minutes_per_day": _text(fields, "reistijd"),
                    "transport": [str(means) for means in fields.getlist("vervoer")],
                }
            ),
            "dates": _filled(
                {
                    "first_sick_day": _text(fields, "eerste_ziektedag"),
                    "track_start": _text(fields, "start_spoor"),
                    "aow_date": _text(fields, "aow_datum"),
                }
            ),
            "labour_expert": _filled(
                {
                    "report_date": _text(fields, "ad_datum"),
                    "advised": _listed(fields, "ad_geadviseerd"),
                    "rejected": _listed(fields, "ad_afgewezen"),
                }
            ),
        }
    )


def _rows(fields: FormData, name: str) -> int:
    """Answer how many rows of a kind a page sent; it shows more when more was read from a document."""
    numbers = [key.removeprefix(f"{name}-") for key in fields if key.startswith(f"{name}-")]
    return min(MOST_ROWS, 1 + max((int(number) for number in numbers if number.isdecimal()), default=-1))


def _job(fields: FormData, number: int) -> dict[str, Any]:
    return _filled(
        {
            "title": _text(fields, f"functie-{number}"),
            "from_year": _text(fields, f"van-{number}"),
            "to_year": _text(fields, f"tot-{number}"),
            "sector": _text(fields, f"sector-{number}"),
        }
    )


def _school(fields: FormData, number: int) -> dict[str, Any]:
    finished = {"ja": True, "nee": False}.get(_text(fields, f"afgerond-{number}"))
    row = _filled({"level": _text(fields, f"niveau-{number}"), "direction": _text(fields, f"richting-{number}")})
    return {**row, "finished": finished} if row and finished is not None else row


def _text(fields: FormData, name: str) -> str:
    value = fields.get(name, "")
    return value.strip() if isinstance(value, str) else ""


def _listed(fields: FormData, name: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", _text(fields, name)) if part.strip()]


def _filled(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in raw.items() if value not in (None, "", [], {})}


def place_of(field: str, raw: Mapping[str, Any]) -> str:
    """Answer the field of the page behind a field of the case, so that a fault can be shown beside it.

    Args:
        field: dotted place in the case, e.g. `forms.0.entries.3.levels`.
        raw: what `case_from` answered.

    Returns:
        The name of the field; empty when the page has none.
    """
    entry = _ENTRY.match(field)
    if entry is not None:
        entries = raw["forms"][0]["entries"]
        code = entries[int(entry[1])]["item"] if int(entry[1]) < len(entries) else ""
        return f"tekst-{code}" if entry[2] == "text" else f"fml-{code}"
    row = _ROW.match(field)
    if row is not None:
        return f"{_ROW_NAMES.get(row[3], 'functie')}-{row[2]}"
    return _PLACES.get(field, "")


def rubriek_items() -> Mapping[str, tuple[Item, ...]]:
    """Answer the items of the form by rubriek, in the order of the list."""
    numbers = dict.fromkeys(channel.rubriek for channel in channels().values())
    return {number: tuple(item for code, item in items().items() if code.split(".")[0] == number) for number in numbers}
