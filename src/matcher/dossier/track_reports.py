"""The progress and the closing report of the second track, each for one reader: what he may not read is not made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.domain.track import ResultKind, Track, TrackResult
from matcher.dossier.coaching import coached
from matcher.dossier.decided_match import decided
from matcher.dossier.panel import EarningPanel, earning_panel
from matcher.dossier.rules import rules_on
from matcher.dossier.track_grounds import RULES, TrackWarning, track_warnings
from matcher.dossier.track_log import NextDate, counts, next_dates, safe_title, up_to
from matcher.matching import Match
from matcher.report.spoken import date_nl, number_nl
from matcher.report.stage_view import weeks_after_nl

Kind = Literal["progress", "closing"]
Audience = Literal["coach", "current-employer"]
_WEEK = 7
_YES_NO = {True: "ja", False: "nee", None: "niet vastgelegd"}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with lines."""

    title_nl: str
    lines_nl: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrackReport:
    """A report on the second track for one reader.

    For the current employer it holds counts, functions and dates only: no free text of the coach, no wage, no limit,
    nothing medical, no warnings.

    Attributes:
        kind: `progress` or `closing`.
        audience: who may read it.
        case_id: the case's own mark.
        on: the day of the report.
        note_nl: for whom it is.
        rows: label and text.
        functions_nl: functions that were searched for, proposed or applied to.
        next_dates: days on which something was agreed.
        sections: the log in words, for the coach only.
        warnings: known grounds for failure, for the coach only.
    """

    kind: Kind
    audience: Audience
    case_id: str
    on: date
    note_nl: str
    rows: tuple[tuple[str, str], ...]
    functions_nl: tuple[str, ...]
    next_dates: tuple[NextDate, ...]
    sections: tuple[Section, ...]
    warnings: tuple[TrackWarning, ...]


def track_report(case: Case, match: Match, catalogue: Catalogue, kind: Kind, audience: Audience) -> TrackReport:
    """Answer the progress or closing report for one reader.

    Args:
        case: the case with its log.
        match: what `match` answered for the day of the report, with every occupation explained (`full_match`).
        catalogue: occupations.
        kind: `progress` or `closing`.
        audience: `coach` or `current-employer`.
    """
    words = rules_on(RULES, match.on)["words"]
    track = up_to(case.track, match.on)
    employer = audience == "current-employer"
    partners = frozenset(words["employer_partners"]) if employer else None
    rows = [*_period(case, track, match.on, words), *_counts(track, words, partners)]
    sections: tuple[Section, ...] = ()
    warnings: tuple[TrackWarning, ...] = ()
    if kind == "closing":
        rows += _result(track, words, employer=employer)
    if not employer:
        hand = coached(match, case, catalogue)
        warnings = track_warnings(case, match, catalogue, hand.usable())
        sections = _log_sections(track, words)
        if kind == "closing":
            panel = earning_panel(decided(match, case, catalogue, hand), case, catalogue)
            sections = (_earning_section(track.result, panel, words), *sections)
    elif kind == "closing" and track.result is not None:
        rows.append(("Verdienmogelijkheden", str(words["employer_wage_note"])))
    return TrackReport(
        kind=kind,
        audience=audience,
        case_id=case.id,
        on=match.on,
        note_nl=str(words["employer_note" if employer else "coach_only"]),
        rows=tuple(rows),
        functions_nl=_functions(track, words, employer=employer),
        next_dates=next_dates(case, match.on, partners) if kind == "progress" else (),
        sections=sections,
        warnings=warnings,
    )


def _period(case: Case, track: Track, on: date, words: Mapping[str, Any]) -> list[tuple[str, str]]:
    start = case.person.dates.track_start
    if start is None or start > on:
        return [("Traject", str(words["not_yet"]))]
    rows = [("Start van het traject", f"{date_nl(start)} ({weeks_after_nl((on - start).days // _WEEK)} geleden)")]
    rows.append(("Plan goedgekeurd door de werknemer", date_nl(track.plan_signed)))
    return rows


def _counts(track: Track, words: Mapping[str, Any], partners: frozenset[str] | None) -> list[tuple[str, str]]:
    found = counts(track)
    activities = "; ".join(
        f"{words['activities'][kind]}: {words['states'][state]}" for kind, state in dict.fromkeys(found.activities)
    )
    return [
        ("Contacten", _listed(_pooled(found.contacts, partners), words["partners"])),
        ("Activiteiten", activities or "geen"),
        ("Vacatures voorgesteld", _total(found.vacancies)),
        ("Sollicitaties", _listed(found.applications, words["outcomes"])),
        ("Tussenstappen", _listed(found.placements, words["placements"])),
    ]


def _pooled(counted: Mapping[str, int], partners: frozenset[str] | None) -> Mapping[str, int]:
    """An employer sees how often there was contact, not that it was with a doctor."""
    if partners is None:
        return counted
    shown = {name: count for name, count in counted.items() if name in partners}
    rest = sum(count for name, count in counted.items() if name not in partners)
    return {**shown, "other": rest} if rest else shown


def _total(counted: Mapping[str, int]) -> str:
    return str(sum(counted.values()))


def _listed(counted: Mapping[str, int], names: Mapping[str, str]) -> str:
    if not counted:
        return "geen"
    parts = ", ".join(f"{names[name]} {counted[name]}" for name in names if name in counted)
    return f"{sum(counted.values())} ({parts})"


def _functions(track: Track, words: Mapping[str, Any], *, employer: bool) -> tuple[str, ...]:
    titles = [v.title for v in track.vacancies] + [a.title for a in track.applications]
    titles += [p.title for p in track.placements]
    shown = [safe_title(title, words) for title in titles] if employer else titles
    return tuple(dict.fromkeys(shown))


def _result(track: Track, words: Mapping[str, Any], *, employer: bool) -> list[tuple[str, str]]:
    result = track.result
    if result is None:
        return [("Resultaat", str(words["no_result"]))]
    rows = [("Resultaat", f"{words['results'][result.kind]}, {date_nl(result.date)}")]
    if result.title is not None:
        rows.append(("Functie", safe_title(result.title, words) if employer else result.title))
    if result.kind is not ResultKind.NONE:
        rows.append(("Structureel werk", _YES_NO[result.structural]))
        if result.hours_per_week is not None:
            rows.append(("Uren per week", number_nl(result.hours_per_week)))
    return rows


def _earning_section(result: TrackResult | None, panel: EarningPanel, words: Mapping[str, Any]) -> Section:
    lines = [panel.warning_nl]
    possible = None if panel.estimate is None or panel.old_wage is None else 100 - panel.estimate.loss_pct
    if possible is not None:
        lines.append(words["result_possible"].format(possible=round(possible)))
    wage = None if result is None else result.wage_eur_per_hour
    if wage is None or panel.old_wage is None:
        lines.append(words["result_no_wage"])
        return Section("Resultaat en verdienmogelijkheden", tuple(lines))
    hour = wage / panel.old_wage * 100
    hours = None if result is None else result.hours_per_week
    if hours is None or not panel.old_hours:
        lines.append(words["result_wage_hour"].format(hour=round(hour)))
        return Section("Resultaat en verdienmogelijkheden", tuple(lines))
    month = hour * hours / panel.old_hours
    lines.append(words["result_wage"].format(hour=round(hour), month=round(month)))
    lines += _against(month, possible, words)
    return Section("Resultaat en verdienmogelijkheden", tuple(lines))


def _against(month: Decimal, possible: Decimal | None, words: Mapping[str, Any]) -> list[str]:
    if possible is None:
        return []
    return [str(words["result_full" if month >= possible else "result_below"])]


def _log_sections(track: Track, words: Mapping[str, Any]) -> tuple[Section, ...]:
    contacts = tuple(
        f"{date_nl(c.date)}, {words['partners'][c.partner]}: {c.goal}."
        + ("" if c.reached else " Niet bereikt.")
        + (f" Afspraak: {c.agreement}" if c.agreement else "")
        for c in sorted(track.contacts, key=lambda c: c.date)
    )
    vacancies = tuple(
        f"{date_nl(v.date)}, {v.title}: {words['answers'][v.answer]}." + (f" {v.reason}" if v.reason else "")
        for v in sorted(track.vacancies, key=lambda v: v.date)
    )
    applications = tuple(
        f"{date_nl(a.date)}, {a.title}: {words['outcomes'][a.outcome]}."
        for a in sorted(track.applications, key=lambda a: a.date)
    )
    agreements = tuple(
        f"{date_nl(a.date)}, {words['partners'][a.partner]}: {a.text}"
        + (f" Uiterlijk {date_nl(a.due)}." if a.due else "")
        + (f" Gedaan op {date_nl(a.done_on)}." if a.done_on else "")
        for a in sorted(track.agreements, key=lambda a: a.date)
    )
    named = (
        ("Contacten", contacts),
        ("Voorgestelde vacatures", vacancies),
        ("Sollicitaties", applications),
        ("Afspraken", agreements),
    )
    return tuple(Section(title, lines) for title, lines in named if lines)
