"""Look a place or a postcode up. What is not in the table is not known; nothing is guessed."""

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from matcher.errors import DataError
from matcher.reference.tables import read_csv
from matcher.resources import data_path

_POSTCODE = re.compile(r"\s*([1-9]\d{3})\s*(?:[A-Za-z]{2})?\s*")


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map.

    Attributes:
        name: name as the table spells it; a postcode is its own name.
        latitude: degrees (WGS84).
        longitude: degrees (WGS84).
    """

    name: str
    latitude: float
    longitude: float


def find_place(name: str) -> Point | None:
    """Answer where a place lies; None when the table does not have it.

    Capitals, accents, dashes and a province behind a comma or in brackets make no difference.

    Args:
        name: as written in a vacancy or a case.

    Example:
        >>> find_place("zwolle").name
        'Zwolle'
        >>> find_place("Nergenshuizen") is None
        True
    """
    return _places().get(_key(name))


def find_postcode(postcode: str) -> Point | None:
    """Answer the middle of a postcode area; None when the table does not have it.

    Args:
        postcode: four digits, with or without letters.

    Example:
        >>> find_postcode("8011 AB").name
        '8011'
    """
    found = _POSTCODE.fullmatch(postcode)
    return _postcodes().get(found.group(1)) if found else None


def _key(name: str) -> str:
    short = re.split(r"[,(/]", name.casefold())[0]
    plain = unicodedata.normalize("NFKD", short)
    kept = "".join(sign for sign in plain if sign.isalnum() or sign in " -")
    key = " ".join(kept.replace("-", " ").split())
    return _SPOKEN.get(key, key)


# Names that people use beside the official one.
_SPOKEN = {"den haag": "s gravenhage", "den bosch": "s hertogenbosch"}


@cache
def _places() -> Mapping[str, Point]:
    own = [(row["place"], row["lat"], row["lon"]) for row in read_csv("places_invented.csv")]
    return MappingProxyType({_key(point.name): point for point in map(_point, (*_read("places", "place"), *own))})


@cache
def _postcodes() -> Mapping[str, Point]:
    return MappingProxyType({point.name: point for point in map(_point, _read("postcodes", "pc4"))})


def _point(row: tuple[str, str, str]) -> Point:
    return Point(row[0], float(row[1]), float(row[2]))


def _read(table: str, name: str) -> list[tuple[str, str, str]]:
    path = data_path(f"places/{table}.csv")
    if not path.is_file():
        raise DataError(f"De tabel {path.name} met plaatsen ontbreekt. Installeer matcher opnieuw.")
    with path.open(encoding="utf-8", newline="") as stream:
        return [(row[name], row["lat"], row["lon"]) for row in csv.DictReader(stream)]
