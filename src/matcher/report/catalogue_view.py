"""One occupation of the catalogue as plain data: what it is, and what its jobs ask. Holds nothing about a person."""

from typing import Any

from matcher.catalogue import Catalogue, Occupation
from matcher.domain.demand import Demand
from matcher.fit import demands_of
from matcher.reference.channels import channels
from matcher.report.demand_json import demand_json
from matcher.report.paging import place


def occupation_list_json(catalogue: Catalogue, offset: int, limit: int) -> dict[str, Any]:
    """Answer a part of the occupations, in the order of the catalogue.

    Args:
        catalogue: occupations.
        offset: how many come before the part.
        limit: how many at most.
    """
    part = catalogue.occupations[offset : offset + limit]
    return {
        "schema": "matcher/occupations/1",
        "occupations": [
            {"id": o.id, "title_nl": o.title_nl, "kind_nl": o.kind_nl, "kind": o.kind, "parent": o.parent or None}
            for o in part
        ],
        "page": place(offset, limit, len(catalogue.occupations)),
    }


def occupation_facts_json(catalogue: Catalogue, occupation_id: str) -> dict[str, Any]:
    """Answer everything that the catalogue says about one occupation, with the source of every demand.

    Args:
        catalogue: occupations.
        occupation_id: e.g. `isco:4226`.

    Raises:
        UnknownName: there is no such occupation, or the code is ambiguous.
    """
    found = catalogue.occupation(occupation_id)
    demands = demands_of(catalogue, catalogue.index[found.id])
    return {
        "schema": "matcher/occupation/1",
        "occupation": _record(found),
        "demands": [_demand(demand, catalogue) for demand in demands if demand is not None],
        "not_known": [code for code, demand in zip(catalogue.channels, demands, strict=True) if demand is None],
    }


def _record(occupation: Occupation) -> dict[str, Any]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in occupation._asdict().items()}


def _demand(demand: Demand, catalogue: Catalogue) -> dict[str, Any]:
    channel = channels()[demand.channel]
    return {
        "channel": demand.channel,
        "label_nl": channel.label_nl,
        "work_asks_nl": channel.work_asks_nl,
        **demand_json(demand, catalogue),
    }
