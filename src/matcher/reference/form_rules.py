"""Rules for reading a capacity form: age, marginal capacity, units, names and the sentences that go with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any

from matcher.reference.tables import read_yaml


@dataclass(frozen=True, slots=True)
class Unit:
    """One way to write a unit.

    Attributes:
        code: our unit, e.g. `kg`.
        factor: what one of the written unit is in our unit.
        per: `day`, `week` or `hour` when the writing names one, else empty.
    """

    code: str
    factor: Decimal
    per: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A fixed Dutch sentence with its source."""

    text_nl: str
    source: str


@dataclass(frozen=True, slots=True)
class FormRules:
    """Everything that is dated or worded about reading forms.

    Attributes:
        warn_after_days: a form older than this many days gets a warning.
        refuse_after_days: a form older than this many days needs a confirmation with a reason.
        age_source: where the age limits come from.
        hours_per_day: at most this many hours a day is marginal capacity.
        hours_per_week: at most this many hours a week is marginal capacity.
        marginal_source: where the marginal limits come from.
        legacy_highest_level: highest level that we accept on a form of the old list.
        field_name_score: from this closeness a field name is suggested.
        item_name_score: from this closeness a written item name agrees with a name of the list.
        item_names: extra names per item of the current list.
        rubrieken: name of each rubriek of the list.
        units: every accepted writing of a unit, in small letters.
        refused_units: units that are refused with a sentence of their own.
        refused_fields: field names that never belong in a case, with the sentence.
        sentences: notices and questions by code.
    """

    warn_after_days: int
    refuse_after_days: int
    age_source: str
    hours_per_day: Decimal
    hours_per_week: Decimal
    marginal_source: str
    legacy_highest_level: int
    field_name_score: int
    item_name_score: int
    item_names: Mapping[str, tuple[str, ...]]
    rubrieken: Mapping[str, str]
    units: Mapping[str, Unit]
    refused_units: Mapping[str, str]
    refused_fields: Mapping[str, str]
    sentences: Mapping[str, Sentence]

    def refused_field(self, name: str) -> str | None:
        """Answer why a field of this name is refused, or None."""
        return self.refused_fields.get(name)


@cache
def form_rules(on: date | None = None) -> FormRules:
    """Answer the rules that hold on a day.

    Args:
        on: the day; without it the newest rules.

    Example:
        >>> form_rules().warn_after_days
        182
    """
    versions = read_yaml("form_rules.yaml")["versions"]
    usable = [version for version in versions if on is None or version["valid_from"] <= on]
    return _rules(max(usable or versions[:1], key=lambda version: version["valid_from"]))


def _rules(raw: Mapping[str, Any]) -> FormRules:
    age, marginal, names = raw["age"], raw["marginal"], raw["names"]
    return FormRules(
        warn_after_days=age["warn_after_days"],
        refuse_after_days=age["refuse_after_days"],
        age_source=age["source"],
        hours_per_day=Decimal(marginal["hours_per_day"]),
        hours_per_week=Decimal(marginal["hours_per_week"]),
        marginal_source=marginal["source"],
        legacy_highest_level=raw["legacy_highest_level"],
        field_name_score=names["field_name_score"],
        item_name_score=names["item_name_score"],
        item_names=MappingProxyType({code: tuple(extra) for code, extra in names["items"].items()}),
        rubrieken=MappingProxyType(dict(raw["rubrieken"])),
        units=MappingProxyType(_units(raw["units"])),
        refused_units=MappingProxyType(_spread(raw["refused_units"])),
        refused_fields=MappingProxyType(_spread(raw["refused_fields"])),
        sentences=MappingProxyType(
            {code: Sentence(part["nl"], part["source"]) for code, part in raw["sentences"].items()}
        ),
    )


def _units(raw: list[Mapping[str, Any]]) -> dict[str, Unit]:
    return {
        str(written): Unit(part["code"], Decimal(str(part.get("factor", 1))), part.get("per", ""))
        for part in raw
        for written in part["written"]
    }


def _spread(raw: list[Mapping[str, Any]]) -> dict[str, str]:
    return {str(name): part["nl"] for part in raw for name in part["names"]}
