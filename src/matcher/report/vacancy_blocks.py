"""A vacancy as understood: every fact with the words it rests on, as blocks and as JSON."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from matcher.domain.demand import Demand
from matcher.domain.vacancy import HoursPerWeek, Stated, Vacancy, WagePerHour
from matcher.reference.channels import channels
from matcher.reference.tables import read_yaml
from matcher.report.blocks import Block, Bullets, Heading, Paragraph, Rows

_NOTHING = "niet genoemd"
_PATTERNS_NL = {"evening": "avond", "night": "nacht", "weekend": "weekend", "shifts": "ploegen", "on_call": "oproep"}
_CONTRACT_NL = {
    "permanent": "vast", "temporary": "tijdelijk", "agency": "uitzend", "on_call": "oproep", "freelance": "zzp",
}  # fmt: skip


def vacancy_view(vacancy: Vacancy) -> tuple[Block, ...]:
    """Answer what a vacancy says as blocks, in Dutch, each fact with its words between quotes.

    Args:
        vacancy: the vacancy, understood.
    """
    record = vacancy.record
    head = ", ".join(
        filter(None, (record.employer, vacancy.place.name if vacancy.place else record.place, record.source))
    )
    blocks: list[Block] = [Heading(record.title or "(zonder titel)")]
    if head:
        blocks.append(Paragraph(head))
    blocks.append(Rows(tuple(_facts(vacancy))))
    asked = [each for each in vacancy.demands if each.value.channel not in vacancy.eased]
    eased = [each for each in vacancy.demands if each.value.channel in vacancy.eased]
    blocks.append(Paragraph("Vraagt volgens de tekst:" if asked else "Over de belasting zegt de tekst niets."))
    if asked:
        blocks.append(Bullets(tuple(map(_demand_nl, asked)), indent=2))
    if eased:
        blocks += [
            Paragraph("Vraagt volgens de tekst niet of weinig:"),
            Bullets(tuple(map(_demand_nl, eased)), indent=2),
        ]
    if vacancy.in_doubt:
        doubts = tuple(f"{channels()[each.value].label_nl} [{each.value}] {_quoted(each)}" for each in vacancy.in_doubt)
        blocks += [Paragraph("Niet duidelijk uit de tekst, dus een vraag:"), Bullets(doubts, indent=2)]
    return tuple(blocks)


def vacancy_json(vacancy: Vacancy) -> dict[str, Any]:
    """Answer what a vacancy says as plain data with English keys; null means that it does not say.

    Args:
        vacancy: the vacancy, understood.
    """
    record = vacancy.record
    return {
        "id": record.id,
        "title": record.title,
        "employer": record.employer,
        "place": vacancy.place.name if vacancy.place else None,
        "source": record.source,
        "url": record.url,
        "published": record.published.isoformat() if record.published else None,
        "expires": record.expires.isoformat() if record.expires else None,
        "occupation_id": vacancy.occupation_id,
        "occupation_probability": vacancy.occupation_probability,
        "hours": _json(vacancy.hours),
        "wage": _json(vacancy.wage),
        "patterns": {name: _json(stated) for name, stated in vacancy.patterns},
        "education_level": _json(vacancy.education_level),
        "education_direction": _json(vacancy.education_direction),
        "experience_years": _json(vacancy.experience_years),
        "licences": [_json(stated) for stated in vacancy.licences],
        "certificates": [_json(stated) for stated in vacancy.certificates],
        "languages": [_json(stated) for stated in vacancy.languages],
        "contract": _json(vacancy.contract),
        "start": _json(vacancy.start),
        "home_working": _json(vacancy.home_working),
        "demands": [
            {"asked": each.value.channel not in vacancy.eased, **(_json(each) or {})} for each in vacancy.demands
        ],
        "in_doubt": [_json(each) for each in vacancy.in_doubt],
    }


def _facts(vacancy: Vacancy) -> Iterator[tuple[str, str]]:
    yield "Beroep", vacancy.occupation_id or "niet zeker"
    yield "Uren", _fact(vacancy.hours, _hours_nl)
    yield "Loon", _fact(vacancy.wage, _wage_nl)
    yield "Werktijden", "; ".join(
        f"{'' if stated.value else 'geen '}{_PATTERNS_NL[name]} {_quoted(stated)}" for name, stated in vacancy.patterns
    ) or _NOTHING  # fmt: skip
    level = read_yaml("education.yaml")["level_name_nl"]
    yield "Opleiding", _fact(vacancy.education_level, lambda value: f"niveau {value} ({level[value]})")
    if vacancy.education_direction:
        yield "Richting", _fact(vacancy.education_direction, str)
    yield (
        "Ervaring",
        _fact(vacancy.experience_years, lambda years: "geen nodig" if not years else f"{_number(years)} jaar"),
    )
    for name, found in (
        ("Rijbewijs", vacancy.licences), ("Certificaten", vacancy.certificates), ("Talen", vacancy.languages)
    ):  # fmt: skip
        yield name, "; ".join(f"{stated.value} {_quoted(stated)}" for stated in found) or _NOTHING
    yield "Contract", _fact(vacancy.contract, _CONTRACT_NL.__getitem__)
    yield "Begin", _fact(vacancy.start, str)
    yield "Thuiswerken", _fact(vacancy.home_working, lambda yes: "kan" if yes else "kan niet")


def _fact(stated: Stated[Any] | None, words: Any) -> str:
    return _NOTHING if stated is None else f"{words(stated.value)} {_quoted(stated)}"


def _quoted(stated: Stated[Any]) -> str:
    return f'("{" ".join(stated.evidence.quote.split())}")'


def _hours_nl(hours: HoursPerWeek) -> str:
    same = hours.least == hours.most
    return f"{_number(hours.least)} uur" if same else f"{_number(hours.least)} tot {_number(hours.most)} uur"


def _wage_nl(wage: WagePerHour) -> str:
    same = wage.least == wage.most
    least, most = (f"{value:.2f}".replace(".", ",") for value in (wage.least, wage.most))
    amount = least if same else f"{least} tot {most}"
    return f"{amount} euro per uur: {wage.basis_nl}"


def _number(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def _demand_nl(stated: Stated[Demand]) -> str:
    demand, channel = stated.value, channels()[stated.value.channel]
    figure = "" if demand.typical is None else f", tot {demand.typical:g} {channel.unit}".replace(".", ",")
    return f"{channel.label_nl}{figure} [{channel.code}] {_quoted(stated)}"


def _json(stated: Stated[Any] | None) -> dict[str, Any] | None:
    if stated is None:
        return None
    proof = stated.evidence
    return {
        **_value(stated.value),
        "evidence": {"field": proof.field, "start": proof.start, "end": proof.end, "quote": proof.quote},
    }


def _value(value: Any) -> dict[str, Any]:
    if isinstance(value, HoursPerWeek):
        return {"least": float(value.least), "most": float(value.most)}
    if isinstance(value, WagePerHour):
        least, most = str(value.least), str(value.most)
        return {"least_eur": least, "most_eur": most, "basis_nl": value.basis_nl, "assumed": value.assumed}
    if isinstance(value, Demand):
        return {"channel": value.channel, "within_pct": list(value.within_pct), "typical": value.typical}
    return {"value": float(value) if isinstance(value, Decimal) else value}
