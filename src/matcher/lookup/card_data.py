"""A card as plain data with English keys."""

from typing import Any

from matcher.catalogue import Catalogue, activities_nl
from matcher.lookup.card import OccupationCard
from matcher.lookup.demand_line import DemandLine
from matcher.reference.education import directions
from matcher.report import source_title


def card_json(card: OccupationCard, catalogue: Catalogue, notice: str | None = None) -> dict[str, Any]:
    """Answer one occupation as plain data; unknown is null.

    Args:
        card: what `card_of` answered.
        catalogue: to name sources.
        notice: how a title was read.
    """
    one = card.occupation
    return {
        "id": one.id,
        "kind": one.kind,
        "parent": one.parent or None,
        "title_nl": one.title_nl,
        "title_en": one.title_en or None,
        "notice_nl": notice,
        "kind_nl": one.kind_nl,
        "tasks_nl": list(one.tasks_nl),
        "activities": [{"code": code, "name_nl": activities_nl()[code]} for code in one.activities],
        "education": {
            "level": one.education_level,
            "directions": [{"code": code, "name_nl": directions()[code].name_nl} for code in one.education_directions],
        },
        "legal_requirement": {"code": one.legal_requirement, "text_nl": one.legal_requirement_text}
        if one.legal_requirement
        else None,
        "wage": _wage(card),
        "jobs": {
            "unit_group_x1000": card.jobs.group_x1000,
            "brc_group_x1000": round(card.jobs.whole_x1000, 2),
            "basis": "cbs" if card.jobs.alone else "our_share_of_the_brc_group",
            "occupation_counted": not card.jobs.inside,
        },
        "sectors": list(one.sectors),
        "interests": list(one.interests),
        "codes": {
            "isco08": one.isco08,
            "brc_group": one.brc_group,
            "brc_group_title": one.brc_group_title,
            "sbc": [dict(zip(("code", "confidence"), text.split(":"), strict=True)) for text in one.sbc_codes],
        },
        "related": [
            {"id": found.occupation.id, "title_nl": found.occupation.title_nl, "closeness": found.closeness}
            for found in card.related
        ],
        "demands": [_line(line, card, catalogue) for line in card.lines],
    }


def _wage(card: OccupationCard) -> dict[str, Any] | None:
    wage = card.wage
    if wage is None:
        return None
    return {
        "median_2023_eur_per_hour": str(wage.base_eur_per_hour),
        "basis": wage.basis,
        "on": card.on.isoformat(),
        "indexed_eur_per_hour": str(wage.eur_per_hour),
        "index_factor": str(wage.index.factor),
        "index_note_nl": wage.index.note_nl,
        "minimum_eur_per_hour": None if wage.minimum_eur_per_hour is None else str(wage.minimum_eur_per_hour),
    }


def _line(line: DemandLine, card: OccupationCard, catalogue: Catalogue) -> dict[str, Any]:
    demand, judged = line.demand, card.judgements.get(line.channel.code)
    known = line.is_known and demand is not None
    return {
        "channel": line.channel.code,
        "item": line.channel.item,
        "label_nl": line.channel.label_nl,
        "asks_nl": line.asks_nl,
        "asked_pct": line.asked_pct,
        "above_norm_pct": line.above_norm_pct,
        "within_pct": list(demand.within_pct[: line.channel.levels + 1]) if known and demand else None,
        "error_pct": list(demand.error_pct[: line.channel.levels + 1]) if known and demand else None,
        "mark": line.mark.name.lower(),
        "source": source_title(demand.source, catalogue) if known and demand else None,
        "reason_nl": None if judged is None else f"{judged.reason} ({judged.date})",
        "bar": line.bar or None,
    }
