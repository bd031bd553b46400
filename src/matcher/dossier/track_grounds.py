"""Warn for the known grounds on which a second track failed. Thresholds and sources are data; each warning cites."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.domain.citation import Citation
from matcher.domain.finding import VerdictKind
from matcher.domain.track import ActivityKind, ActivityState, Partner, Track
from matcher.dossier.rules import cite, rules_on
from matcher.dossier.track_log import LoggedWork, last_contact, logged_work, up_to
from matcher.matching import Match
from matcher.poortwachter import calendar_for
from matcher.report.spoken import date_nl

RULES = "track_rules.yaml"
_WEEK = 7


@dataclass(frozen=True, slots=True)
class TrackWarning:
    """One known ground for failure that the log shows.

    Attributes:
        code: stable name of the rule, e.g. `too_few_applications`.
        text_nl: what the log shows and what to do, in Dutch. For the coach's eyes.
        citation: source and standing.
    """

    code: str
    text_nl: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class _Log:
    """A log on a day, with what the rules look at."""

    case: Case
    track: Track
    match: Match
    catalogue: Catalogue
    on: date
    work: tuple[LoggedWork, ...]
    kinds: frozenset[str]

    @property
    def start(self) -> date | None:
        start = self.case.person.dates.track_start
        return start if start is not None and start <= self.on else None

    def applications(self) -> list[LoggedWork]:
        return [work for work in self.work if work.applied]


def track_warnings(
    case: Case, match: Match, catalogue: Catalogue, kinds: Sequence[str] = ()
) -> tuple[TrackWarning, ...]:
    """Answer which known grounds for failure the log of a case shows.

    Args:
        case: the case with its log.
        match: what `match` answered for the same day.
        catalogue: occupations.
        kinds: occupations of the profile after the coach's hand; those of the engine when not given.

    Returns:
        Warnings in the order of the rules; none before the second track starts, except a late start.
    """
    track = up_to(case.track, match.on)
    profile = frozenset(kinds) or frozenset(kind.occupation.id for kind in match.zoekprofiel.kinds)
    log = _Log(case, track, match, catalogue, match.on, logged_work(track, catalogue), profile)
    found = []
    for rule in rules_on(RULES, match.on)["rules"]:
        text = _CHECKS[rule["code"]](log, rule)
        if text:
            found.append(TrackWarning(rule["code"], text, cite(rule["citation"])))
    return tuple(found)


def _late_start(log: _Log, rule: Mapping[str, Any]) -> str:
    moment = calendar_for(log.case, log.on).moment("second_track_start")
    if moment is None:
        return ""
    if moment.done_on is not None and moment.done_on <= log.on:
        days = (moment.done_on - moment.due).days
        return str(rule["text_nl"].format(days=days, due=date_nl(moment.due))) if days > 0 else ""
    late = moment.status.is_open and log.on > moment.due
    return str(rule["open_nl"].format(due=date_nl(moment.due))) if late else ""


def _plan_not_signed(log: _Log, rule: Mapping[str, Any]) -> str:
    first = min((a.from_date for a in log.track.activities if a.state is not ActivityState.PLANNED), default=None)
    if first is None:
        return ""
    signed = log.track.plan_signed
    return "" if signed is not None and signed <= first else str(rule["text_nl"])


def _profile_insufficient(log: _Log, rule: Mapping[str, Any]) -> str:
    return str(rule["text_nl"]) if log.start is not None and not log.match.zoekprofiel.sufficient else ""


def _too_narrow(log: _Log, rule: Mapping[str, Any]) -> str:
    values = rule["values"]
    known = [work.occupation_id for work in log.work if work.occupation_id is not None]
    kinds = {log.catalogue.occupation(code).isco08[: int(values["distinct_digits"])] for code in known}
    few = len(known) >= int(values["actions_min"]) and len(kinds) < int(values["kinds_min"])
    return str(rule["text_nl"].format(count=len(known))) if few else ""


def _only_wishes(log: _Log, rule: Mapping[str, Any]) -> str:
    known = [work.occupation_id for work in log.work if work.occupation_id is not None]
    wished = log.match.facts.wished
    if len(known) < int(rule["values"]["actions_min"]) or not wished or log.kinds <= wished:
        return ""
    return str(rule["text_nl"].format(count=len(known))) if wished.issuperset(known) else ""


def _too_few_applications(log: _Log, rule: Mapping[str, Any]) -> str:
    values, start = rule["values"], log.start
    if start is None or log.track.result is not None or (log.on - start).days < int(values["from_track_week"]) * _WEEK:
        return ""
    weeks = int(values["measure_weeks"])
    since = log.on - timedelta(weeks=weeks)
    count = sum(1 for application in log.track.applications if application.date > since)
    if count >= Decimal(values["per_week_min"]) * weeks:
        return ""
    words = "excused_nl" if _learning(log, since) else "text_nl"
    return str(rule[words].format(weeks=weeks, count=count))


def _learning(log: _Log, since: date) -> bool:
    return any(
        a.kind is ActivityKind.APPLICATION_SKILLS
        and a.state is ActivityState.RUNNING
        and (a.to_date is None or a.to_date > since)
        for a in log.track.activities
    )


def _unrelated_applications(log: _Log, rule: Mapping[str, Any]) -> str:
    values = rule["values"]
    digits = int(values["related_digits"])
    groups = {log.catalogue.occupation(code).isco08[:digits] for code in log.kinds if code in log.catalogue.index}
    known = [work.occupation_id for work in log.applications() if work.occupation_id is not None]
    unrelated = [code for code in known if log.catalogue.occupation(code).isco08[:digits] not in groups]
    if len(known) < int(values["actions_min"]) or not known:
        return ""
    too_many = Decimal(len(unrelated)) / len(known) > Decimal(values["unrelated_share_max"])
    return str(rule["text_nl"].format(count=len(unrelated), all=len(known))) if too_many else ""


def _exceeding_applications(log: _Log, rule: Mapping[str, Any]) -> str:
    exceeding = {o.id for o in log.match.exceeding if o.verdict.kind is VerdictKind.EXCEEDS}
    hits = [work for work in log.work if work.occupation_id in exceeding]
    titles = ", ".join(dict.fromkeys(work.title for work in hits))
    return str(rule["text_nl"].format(count=len(hits), titles=titles)) if hits else ""


def _contact_gap(log: _Log, rule: Mapping[str, Any]) -> str:
    if log.start is None or log.track.result is not None:
        return ""
    since = max(last_contact(log.track, Partner.WORKER) or log.start, log.start)
    days = (log.on - since).days
    if days <= int(rule["values"]["days_max"]):
        return ""
    return str(rule["text_nl"].format(days=days, date=date_nl(since)))


def _not_reached(log: _Log, rule: Mapping[str, Any]) -> str:
    contacts = sorted((c for c in log.track.contacts if c.partner is Partner.WORKER), key=lambda c: c.date)
    misses = 0
    for contact in reversed(contacts):
        if contact.reached:
            break
        misses += 1
    return str(rule["text_nl"].format(count=misses)) if misses >= int(rule["values"]["misses"]) else ""


def _agreement_overdue(log: _Log, rule: Mapping[str, Any]) -> str:
    count = sum(1 for a in log.track.agreements if a.done_on is None and a.due is not None and a.due < log.on)
    return str(rule["text_nl"].format(count=count)) if count else ""


def _step_is_no_result(log: _Log, rule: Mapping[str, Any]) -> str:
    ended = [p for p in log.track.placements if p.to_date is not None and p.to_date < log.on]
    open_end = any(p.led_to_job is None for p in ended)
    return str(rule["text_nl"]) if open_end and log.track.result is None else ""


_CHECKS = {
    "late_start": _late_start,
    "plan_not_signed": _plan_not_signed,
    "profile_insufficient": _profile_insufficient,
    "too_narrow": _too_narrow,
    "only_wishes": _only_wishes,
    "too_few_applications": _too_few_applications,
    "unrelated_applications": _unrelated_applications,
    "exceeding_applications": _exceeding_applications,
    "contact_gap": _contact_gap,
    "not_reached": _not_reached,
    "agreement_overdue": _agreement_overdue,
    "step_is_no_result": _step_is_no_result,
}


def rule_codes(on: date) -> Iterator[str]:
    """Yield the codes of the rules that hold on a day.

    Args:
        on: the day.

    Example:
        >>> next(rule_codes(date(2026, 12, 1)))
        'late_start'
    """
    yield from (rule["code"] for rule in rules_on(RULES, on)["rules"])
