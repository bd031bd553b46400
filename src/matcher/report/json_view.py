"""Results as JSON with English keys. For the coach: they hold capacity."""

from typing import Any

from matcher.catalogue import Catalogue
from matcher.domain.finding import Finding
from matcher.domain.receipt import Receipt
from matcher.domain.zoekprofiel import RankedOccupation
from matcher.fit import coverage, fit_rules
from matcher.matching import Match
from matcher.policy import StageView
from matcher.reference.channels import channels
from matcher.report.paging import RankingPage
from matcher.report.sentences import capacity_nl, finding_nl, source_title, verdict_nl


def zoekprofiel_json(result: Match, catalogue: Catalogue, reading: tuple[str, ...] = ()) -> dict[str, Any]:
    """Answer the zoekprofiel as plain data.

    Args:
        result: what `match` answered.
        catalogue: to name sources.
        reading: what the reader of the file assumed or did not keep.
    """
    profile = result.zoekprofiel
    return {
        **_head(result),
        "reading_nl": list(reading),
        "statement_nl": profile.statement_nl,
        "sufficient": profile.sufficient,
        "narrow": profile.narrow,
        "marginal": profile.marginal,
        "marginal_signs": [sign.value for sign in result.profile.marginal],
        "level_nl": profile.level_nl,
        "kinds": [
            {
                "kind_nl": kind.kind_nl,
                "why_nl": kind.why_nl,
                "tasks_nl": list(kind.tasks_nl),
                "employer_questions_nl": list(kind.employer_questions_nl),
                "occupation": occupation_json(kind.occupation, catalogue),
            }
            for kind in profile.kinds
        ],
        "branches_nl": list(profile.branches_nl),
        "conditions_nl": list(profile.conditions_nl),
        "hours": {
            "per_day": _number(profile.hours.per_day),
            "per_week": _number(profile.hours.per_week),
            "least_per_week": _number(profile.hours.least_per_week),
            "text_nl": profile.hours.text_nl,
            "no_evenings": profile.hours.no_evenings,
            "no_nights": profile.hours.no_nights,
        },
        "region_nl": profile.region_nl,
        "questions": [{"to": q.to, "about": q.about, "text_nl": q.text_nl} for q in profile.questions],
        "next_stage": None
        if profile.next_stage is None
        else {
            "code": profile.next_stage.code,
            "label_nl": profile.next_stage.label_nl,
            "from_date": _day(profile.next_stage.from_date),
            "opens": list(profile.next_stage.opens),
        },
        "own_work": [occupation_json(own, catalogue) for own in result.own_work],
        "caveats_nl": list(profile.caveats_nl),
        "receipt": receipt_json(result.receipt),
    }


def match_json(result: Match, catalogue: Catalogue, reading: tuple[str, ...] = ()) -> dict[str, Any]:
    """Answer the ranked occupations as plain data.

    Args:
        result: what `match` answered.
        catalogue: to name sources.
        reading: what the reader of the file assumed or did not keep.
    """
    groups = {
        "shown": result.shown,
        "own_work": result.own_work,
        "later": result.later,
        "exceeding": result.exceeding,
    }
    return {
        **_head(result),
        "reading_nl": list(reading),
        "statement_nl": result.zoekprofiel.statement_nl,
        **{name: [occupation_json(o, catalogue) for o in rows] for name, rows in groups.items()},
        "receipt": receipt_json(result.receipt),
    }


def ranking_json(
    result: Match, catalogue: Catalogue, page: RankingPage, reading: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Answer one page of one group of the ranked occupations as plain data.

    Args:
        result: what `match` answered, with `top` at least up to the end of the page.
        catalogue: to name sources.
        page: which group, which part of it, and whether every finding goes along.
        reading: what the reader of the file assumed or did not keep.
    """
    rows = {"shown": result.shown, "own_work": result.own_work, "later": result.later, "exceeding": result.exceeding}
    part = rows[page.group][page.offset : page.offset + page.limit]
    make = occupation_json if page.explained else short_occupation_json
    return {
        **_head(result),
        "reading_nl": list(reading),
        "statement_nl": result.zoekprofiel.statement_nl,
        "group": page.group,
        "occupations": [make(occupation, catalogue) for occupation in part],
        "page": page.place(result.counts[page.group]),
        "receipt": receipt_json(result.receipt),
    }


def check_json(occupation: RankedOccupation, catalogue: Catalogue, notices: tuple[str, ...] = ()) -> dict[str, Any]:
    """Answer one checked occupation as plain data.

    Args:
        occupation: what `check` answered.
        catalogue: to name sources.
        notices: what the coach must know first about the form and the file.
    """
    return {
        "schema": "matcher/check/1",
        "audience": "coach",
        "notices_nl": list(notices),
        "occupation": occupation_json(occupation, catalogue),
    }


def _head(result: Match) -> dict[str, Any]:
    return {
        "schema": "matcher/result/1",
        "audience": "coach",
        "case_id": result.case_id,
        "on": result.on.isoformat(),
        "stage": stage_json(result.stage),
        "counts": result.counts,
        "notices_nl": [*(notice.text_nl for notice in result.profile.notices), *result.stage.notices],
    }


def stage_json(view: StageView) -> dict[str, Any]:
    """Answer the stage that holds, as plain data: the clock, the cells and by which authority.

    Args:
        view: what `find_stage` answered.
    """
    return {
        "code": view.stage.code,
        "label_nl": view.stage.label_nl,
        "why_nl": view.stage.why_nl,
        "law_nl": view.law_nl,
        "preset": view.preset,
        "clock": view.clock,
        "clock_start": _day(view.clock_start),
        "week": view.week,
        "sickness_week": view.sickness_week,
        "search_stage": view.search_stage,
        "next_stage": view.next_stage,
        "next_from": _day(view.next_from),
        "cells": {
            cell.name: {
                "value": cell.value,
                "standing": cell.citation.standing.value,
                "source": cell.citation.source,
                "override_reason": cell.override_reason,
            }
            for cell in view.stage.cells.values()
        },
    }


def occupation_json(occupation: RankedOccupation, catalogue: Catalogue) -> dict[str, Any]:
    """Answer one ranked occupation as plain data, every finding and contribution included."""
    return {
        **short_occupation_json(occupation, catalogue),
        "contributions": [
            {
                "part": c.part,
                "label_nl": c.label_nl,
                "level": c.level,
                "level_nl": c.level_nl,
                "points": c.points,
                "max_points": c.max_points,
                "why_nl": c.why_nl,
            }
            for c in occupation.contributions
        ],
        "findings": [finding_json(finding, catalogue) for finding in occupation.findings],
    }


def short_occupation_json(occupation: RankedOccupation, _catalogue: Catalogue) -> dict[str, Any]:
    """Answer one ranked occupation as plain data: the verdict, the place and the wage, without the findings."""
    covered = coverage(occupation.findings)
    return {
        "id": occupation.id,
        "title_nl": occupation.title_nl,
        "rank": occupation.rank,
        "score": occupation.score,
        "verdict": occupation.verdict.kind.value,
        "verdict_nl": verdict_nl(occupation.verdict),
        "points": occupation.verdict.points,
        "exceeding": list(occupation.verdict.exceeding),
        "open_channels": list(occupation.verdict.open_channels),
        "remarks": [
            {"kind": r.kind.value, "item": r.item, "channels": list(r.channels), "question_nl": r.question_nl}
            for r in occupation.verdict.remarks
        ],
        "opens_at": occupation.opens_at,
        "acceptance": occupation.acceptance,
        "advised": occupation.advised,
        "rejected": occupation.rejected,
        "own_work": occupation.own_work,
        "waited": occupation.waited,
        "alike_own": occupation.alike_own,
        "legal_requirement_nl": occupation.legal_requirement_nl,
        "barred_nl": list(occupation.barred_nl),
        "wage_share_pct": occupation.wage_share_pct,
        "month_share_pct": occupation.month_share_pct,
        "below_result_line": occupation.below_result_line,
        "coverage": {
            "compared": covered.compared,
            "not_compared": covered.not_compared,
            "open": covered.open_channels,
            "total": covered.total,
        },
    }


def finding_json(finding: Finding, catalogue: Catalogue) -> dict[str, Any]:
    """Answer one finding as plain data with its sentence and its sources."""
    channel, demand = channels()[finding.channel], finding.demand
    return {
        "channel": finding.channel,
        "item": channel.item,
        "label_nl": channel.label_nl,
        "outcome": finding.outcome.value,
        "capacity": {
            "status": finding.capacity.status.value,
            "level": finding.capacity.level,
            "value": _number(finding.capacity.value),
            "unit": finding.capacity.unit or channel.unit or None,
            "degree_known": finding.capacity.degree_known,
            "text_nl": capacity_nl(finding.capacity),
            "form": finding.capacity.form_kind.value if finding.capacity.form_kind else None,
            "form_date": _day(finding.capacity.form_date),
        },
        "demand": None
        if demand is None or not demand.is_known
        else {
            "within_pct": list(demand.within_pct),
            "within_peak_pct": list(demand.within_peak_pct),
            "error_pct": list(demand.error_pct),
            "typical": demand.typical,
            "unit": channel.unit or None,
            "mark": demand.mark.name.lower(),
            "source": demand.source,
            "source_title": source_title(demand.source, catalogue),
        },
        "share_pct": finding.share_pct,
        "share_low_pct": finding.share_low_pct,
        "share_high_pct": finding.share_high_pct,
        "peak_used": finding.peak_used,
        "rule": finding.rule,
        "rule_source": fit_rules().texts[finding.rule].source,
        "sentence_nl": finding_nl(finding, catalogue),
    }


def receipt_json(receipt: Receipt) -> dict[str, Any]:
    """Answer the receipt as plain data."""
    return {
        "version": receipt.version,
        "code_hash": receipt.code_hash,
        "data_hash": receipt.data_hash,
        "policy_valid_from": receipt.policy_valid_from.isoformat(),
        "weights_valid_from": receipt.weights_valid_from.isoformat(),
        "on": receipt.on.isoformat(),
        "preset": receipt.preset,
        "incidental_peaks": receipt.incidental_peaks,
        "case_hash": receipt.case_hash,
    }


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _day(value: Any) -> str | None:
    return None if value is None else str(value.isoformat())
