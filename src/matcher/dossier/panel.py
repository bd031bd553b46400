"""The earning panel of a match: for the coach only, an indication and no claim decision."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.domain.finding import VerdictKind
from matcher.domain.zoekprofiel import RankedOccupation
from matcher.dossier.earning import RULES, Estimate, WorkWage, estimate, month_value
from matcher.dossier.rules import rules_on
from matcher.errors import InputError
from matcher.matching import Match
from matcher.ranking.wage_part import wage_index
from matcher.report.spoken import number_nl
from matcher.zoekprofiel import hours_a_week

AUDIENCE = "coach"
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class EarningRow:
    """One occupation of the profile against the old wage.

    Attributes:
        occupation_id: e.g. `isco:4226`.
        title_nl: Dutch title.
        eur_per_hour: usual hourly wage today.
        hours_per_week: hours that were counted with; None without old hours.
        eur_per_month: wage value of an average month at those hours.
        hour_pct: hourly wage as a percentage of the old one; None without old wage.
        month_pct: month value as a percentage of the old month.
        over_line: whether the month lies on or above the 65% line; None when it cannot be said.
    """

    occupation_id: str
    title_nl: str
    eur_per_hour: Decimal
    hours_per_week: Decimal | None
    eur_per_month: Decimal | None
    hour_pct: Decimal | None
    month_pct: Decimal | None
    over_line: bool | None


@dataclass(frozen=True, slots=True)
class EarningPanel:
    """What the best occupations are worth against the old wage. Never for an employer.

    Attributes:
        case_id: the case's own mark.
        on: the day of matching.
        old_wage: old hourly wage, or None.
        old_hours: old hours a week, or None.
        rows: occupations of the profile with a known wage, highest hourly wage first.
        estimate: median of three with reduction factor and loss; None when it cannot be made.
        warning_nl: what this panel is not.
        notes_nl: what was assumed or is missing.
    """

    case_id: str
    on: date
    old_wage: Decimal | None
    old_hours: Decimal | None
    rows: tuple[EarningRow, ...]
    estimate: Estimate | None
    warning_nl: str
    notes_nl: tuple[str, ...]


def earning_panel(match: Match, case: Case, catalogue: Catalogue) -> EarningPanel:
    """Answer what the best occupations are worth against the old wage.

    Work that exceeds the capacity and the own work never count.

    Args:
        match: what `match` answered.
        case: the case, for the old wage and hours.
        catalogue: occupations with their wages.
    """
    rules = rules_on(RULES, match.on)
    words = rules["words"]
    old = case.person.old_job
    old_wage = None if old is None else old.wage_eur_per_hour
    old_hours = None if old is None or not old.hours_per_week else old.hours_per_week
    medical = hours_a_week(match.profile)
    hours = None if old_hours is None else min([old_hours] if medical is None else [old_hours, medical])
    line = Decimal(rules["line_65"]["value"]) * 100
    found = [
        _row(kind.occupation, wage, hours, old_wage, old_hours, line)
        for kind in match.zoekprofiel.kinds
        if kind.occupation.verdict.kind is not VerdictKind.EXCEEDS
        and (wage := _wage(kind.occupation.id, catalogue, match.on)) is not None
    ]
    rows = tuple(sorted(found, key=lambda row: (-row.eur_per_hour, row.occupation_id)))
    made = None
    if old_wage is not None and old_hours is not None:
        wages = [WorkWage(row.title_nl, row.eur_per_hour) for row in rows]
        made = estimate(wages, old_wage, old_hours, match.on, medical)
    notes = [words["no_old_wage"]] if old_wage is None else []
    notes += [words["no_old_hours"]] if old_hours is None else []
    if len(rows) < int(rules["codes_needed"]):
        notes.append(words["too_few"].format(found=len(rows), needed=rules["codes_needed"]))
    if hours is not None:
        notes.append(words["hours_unknown" if medical is None else "hours_limited"].format(hours=number_nl(hours)))
    if not all(match.profile.channels[code].is_known for code in ("VI.2", "VI.3")):
        notes.append(words["hours_not_known"])
    notes += [words["wages"], wage_index(match.on).note_nl]
    notes += [] if old_wage is None else [words["old_wage"]]
    return EarningPanel(
        match.case_id, match.on, old_wage, old_hours, rows, made, str(words["warning"]), tuple(map(str, notes))
    )


def for_audience(panel: EarningPanel, audience: str) -> EarningPanel:
    """Answer the panel for the coach; refuse it for everybody else.

    Args:
        panel: the panel.
        audience: who will read it.

    Raises:
        InputError: the audience is not the coach.
    """
    if audience != AUDIENCE:
        raise InputError("Het verdienpaneel is alleen voor de coach. Het bevat het oude loon.")
    return panel


def _wage(occupation_id: str, catalogue: Catalogue, on: date) -> Decimal | None:
    wage = catalogue.occupation(occupation_id).wage_eur_per_hour_2023
    return None if wage is None else (Decimal(str(wage)) * wage_index(on).factor).quantize(_CENT)


def _row(
    occupation: RankedOccupation,
    wage: Decimal,
    hours: Decimal | None,
    old_wage: Decimal | None,
    old_hours: Decimal | None,
    line: Decimal,
) -> EarningRow:
    month = None if hours is None else month_value(wage, hours)
    hour_pct = None if old_wage is None else wage / old_wage * 100
    month_pct = None
    if hour_pct is not None and hours is not None and old_hours is not None:
        month_pct = hour_pct * hours / old_hours
    return EarningRow(
        occupation_id=occupation.id,
        title_nl=occupation.title_nl,
        eur_per_hour=wage,
        hours_per_week=hours,
        eur_per_month=month,
        hour_pct=hour_pct,
        month_pct=month_pct,
        over_line=None if month_pct is None else month_pct >= line,
    )
