"""Ranked vacancies as a table of 80 columns, as CSV and as JSON. For the coach: these hold capacity."""

import csv
import io
import textwrap
from typing import Any

from matcher.domain.contribution import Contribution
from matcher.domain.finding import Outcome
from matcher.report import Block, Heading, Rows
from matcher.report.blocks import WIDTH
from matcher.report.sentences import point_nl, verdict_nl
from matcher.report.spoken import date_nl, number_nl
from matcher.vacancies.index import Info
from matcher.vacancies.model import RankedVacancy
from matcher.vacancies.search import Ranked
from matcher.vacancies.status import STATUS_NL
from matcher.vacancies.words import limit_nl

COACH_ONLY = "Alleen voor de coach. Dit overzicht bevat gegevens over de belastbaarheid."
_TITLE, _PLACE = 29, 13
_SHOWN_POINTS, _SHOWN_LIMITS = 4, 6


def vacancies_table(ranked: Ranked, notices: tuple[str, ...] = (), *, explain: int = 3) -> str:
    """Answer ranked vacancies as a table, the first ones with their reasons, then what each limit closes.

    Args:
        ranked: what `rank_vacancies` answered.
        notices: what the coach must know first about the form and the file.
        explain: how many to show with reasons and questions.
    """
    lines = [line for text in notices for line in textwrap.wrap(f"! {text}", WIDTH, subsequent_indent="  ")]
    lines += [
        *textwrap.wrap(COACH_ONLY, WIDTH),
        *textwrap.wrap(_summary(ranked), WIDTH),
        "",
        f"{'nr':>3} {'score':>5}  {'vacature':<{_TITLE}} {'plaats':<{_PLACE}} oordeel",
        "-" * WIDTH,
    ]
    lines += [_line(each) for each in ranked.shown] or ["Geen vacatures."]
    if any(each.status for each in ranked.shown):
        lines += ["", "* Staat al in het logboek."]
    for each in ranked.shown[:explain]:
        lines += ["", *_explained(each)]
    if ranked.closed:
        lines += ["", "Niet mogelijk, met de reden:"]
        lines += [line for each in ranked.closed for line in _closed(each)]
    return "\n".join([*lines, *_limit_lines(ranked)])


def _summary(ranked: Ranked) -> str:
    count = "1 vacature blijft" if ranked.open_count == 1 else f"{ranked.open_count} vacatures blijven"
    return f"{count} over van de {ranked.listed_count} op {date_nl(ranked.on)} (bron: {ranked.source})."


def _line(each: RankedVacancy) -> str:
    verdict = verdict_nl(each.verdict).replace(" toelichten", "")
    title, place = each.vacancy.record.title, _place(each)
    mark = "*" if each.status else " "
    cells = f"{_cut(title, _TITLE):<{_TITLE}} {_cut(place, _PLACE):<{_PLACE}}"
    line = f"{each.rank:>3} {each.score:>5}{mark} {cells} {verdict}"
    return line[:WIDTH].rstrip()


def _explained(each: RankedVacancy) -> list[str]:
    record = each.vacancy.record
    head = " - ".join(part for part in (record.title, record.employer, _place(each)) if part)
    lines = textwrap.wrap(f"{each.rank}. {head}", WIDTH, subsequent_indent="   ")
    facts = [verdict_nl(each.verdict).capitalize()]
    if each.status:
        facts.append(f"status: {STATUS_NL[each.status]}")
    if each.journey is not None:
        facts.append(f"ongeveer {each.journey.minutes} minuten reizen")
    if each.vacancy.hours is not None:
        hours = each.vacancy.hours.value
        spread = "" if hours.least == hours.most else f" tot {number_nl(hours.most)}"
        facts.append(f"{number_nl(hours.least)}{spread} uur")
    lines += _wrapped(". ".join([", ".join(facts), f"Kenmerk: {record.id}"]) + ".")
    parts = sorted((part for part in each.contributions if part.points), key=lambda part: -part.points)
    lines += _wrapped("Waarom: " + ", ".join(f"{_part_nl(part)} ({part.points})" for part in parts) + ".")
    points = [point_nl(f) for f in each.findings if f.outcome.is_open_point]
    more = [f"en nog {len(points) - _SHOWN_POINTS} punten"] if len(points) > _SHOWN_POINTS else []
    for title, texts in (
        ("Toelichten of vragen:", [*points[:_SHOWN_POINTS], *more]),
        ("Let op:", each.notes_nl),
        ("Vragen aan de werkgever:", each.questions_nl),
    ):
        lines += [f"   {title}"] if texts else []
        lines += [line for text in texts for line in _wrapped(f"- {text}", "     ")]
    return lines


def _part_nl(part: Contribution) -> str:
    """Answer a part with its level; "open punten" is its own level."""
    return part.label_nl if part.level_nl == part.label_nl else f"{part.label_nl} {part.level_nl}"


def _wrapped(text: str, later: str = "   ") -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="   ", subsequent_indent=later)


def _closed(each: RankedVacancy) -> list[str]:
    reasons = "; ".join(closer.text_nl for closer in each.closed_by)
    text = f"{each.vacancy.record.title} ({_place(each) or 'plaats onbekend'}): {reasons}."
    return textwrap.wrap(f"- {text}", WIDTH, subsequent_indent="  ")


def _limit_lines(ranked: Ranked) -> list[str]:
    if not ranked.only_by:
        return []
    lines = ["", "Wat elke grens alleen tegenhoudt:"]
    for limit, count in list(ranked.only_by.items())[:_SHOWN_LIMITS]:
        lines += textwrap.wrap(f"- zonder {limit_nl(ranked.on, limit)} {count} meer", WIDTH, subsequent_indent="  ")
    return lines


def _place(each: RankedVacancy) -> str:
    return each.vacancy.place.name if each.vacancy.place is not None else each.vacancy.record.place


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def vacancies_csv(ranked: Ranked) -> str:
    """Answer ranked vacancies as CSV (comma, UTF-8, LF), one row per vacancy and a column per part of the score.

    Args:
        ranked: what `rank_vacancies` answered.
    """
    rows = [*(("open", each) for each in ranked.shown), *(("closed", each) for each in ranked.closed)]
    names = list(dict.fromkeys(part.part for _, each in rows for part in each.contributions))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*_COLUMNS, *(f"points_{name}" for name in names)])
    for group, each in rows:
        points = {part.part: part.points for part in each.contributions}
        record, trip = each.vacancy.record, each.journey
        writer.writerow(
            [
                record.id,
                group,
                each.rank,
                each.score,
                record.title,
                record.employer,
                _place(each),
                each.vacancy.occupation_id or "",
                each.verdict.kind.value,
                each.verdict.points,
                " ".join(closer.limit for closer in each.closed_by),
                "" if trip is None else trip.km,
                "" if trip is None else trip.minutes,
                each.opens_at or "",
                each.status,
                each.first_seen,
                record.url,
                *(points[name] for name in names),
            ]
        )
    return out.getvalue()


_COLUMNS = (
    "id",
    "group",
    "rank",
    "score",
    "title",
    "employer",
    "place",
    "occupation",
    "verdict",
    "points",
    "closed_by",
    "km",
    "minutes",
    "opens_at",
    "status",
    "first_seen",
    "url",
)


def vacancies_json(ranked: Ranked, *, explained: bool = True) -> dict[str, Any]:
    """Answer ranked vacancies as plain values for JSON.

    Args:
        ranked: what `rank_vacancies` answered.
        explained: with every finding, part of the score, quote, note and question; else the verdict and what closes.
    """
    plain = _plain if explained else _short
    return {
        "schema": "matcher/vacancies/1",
        "audience": "coach",
        "case": ranked.case_id,
        "on": ranked.on.isoformat(),
        "source": ranked.source,
        "counts": {"open": ranked.open_count, "listed": ranked.listed_count},
        "only_by": dict(ranked.only_by),
        "open": [plain(each) for each in ranked.shown],
        "closed": [plain(each) for each in ranked.closed],
    }


def _short(each: RankedVacancy) -> dict[str, Any]:
    record, trip = each.vacancy.record, each.journey
    return {
        "id": record.id,
        "rank": each.rank,
        "score": each.score,
        "title": record.title,
        "employer": record.employer,
        "place": _place(each),
        "url": record.url,
        "occupation": each.vacancy.occupation_id,
        "occupation_nl": each.occupation_nl,
        "verdict": each.verdict.kind.value,
        "points": each.verdict.points,
        "exceeding": list(each.verdict.exceeding),
        "closed_by": [{"limit": c.limit, "stated": c.stated, "text_nl": c.text_nl} for c in each.closed_by],
        "travel": None
        if trip is None
        else {"km": trip.km, "minutes": trip.minutes, "low": trip.minutes_low, "high": trip.minutes_high},
        "opens_at": each.opens_at,
        "status": each.status or None,
        "first_seen": each.first_seen or None,
    }


def _plain(each: RankedVacancy) -> dict[str, Any]:
    return {
        **_short(each),
        "findings": [
            {"channel": f.channel, "outcome": f.outcome.value, "rule": f.rule, "source": f.demand.source}
            for f in each.findings
            if f.demand is not None and f.outcome is not Outcome.NOT_COMPARED
        ],
        "contributions": [
            {"part": c.part, "level": c.level, "points": c.points, "max_points": c.max_points, "why_nl": c.why_nl}
            for c in each.contributions
        ],
        "evidence": [
            {"channel": stated.value.channel, "quote": stated.evidence.quote} for stated in each.vacancy.demands
        ],
        "notes_nl": list(each.notes_nl),
        "questions_nl": list(each.questions_nl),
    }


def info_view(info: Info, name: str) -> tuple[Block, ...]:
    """Answer what an index holds as blocks.

    Args:
        info: what `index_info` answered.
        name: name of the index.
    """
    return (
        Heading(f"Index {name}", 1),
        Rows(
            (
                ("vacatures", str(info.vacancies)),
                ("nu open", str(info.open_on)),
                ("verlopen", str(info.expired)),
                ("plaats onbekend", str(info.without_place)),
                ("beroep onbekend", str(info.without_occupation)),
                ("bijgewerkt op", date_nl(info.changed_on)),
                ("bronnen", ", ".join(info.sources) or "-"),
                ("delen", str(info.segments)),
                ("bytes per vacature", str(info.bytes_per_vacancy)),
            )
        ),
    )
