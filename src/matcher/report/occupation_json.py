"""One occupation and its findings as JSON with English keys. For the coach: they hold capacity."""

from typing import Any

from matcher.catalogue import Catalogue
from matcher.domain.finding import Finding
from matcher.domain.zoekprofiel import RankedOccupation
from matcher.fit import coverage, fit_rules
from matcher.reference.channels import channels
from matcher.report.demand_json import demand_json
from matcher.report.sentences import capacity_nl, finding_nl, verdict_nl


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
            "value": number_json(finding.capacity.value),
            "unit": finding.capacity.unit or channel.unit or None,
            "degree_known": finding.capacity.degree_known,
            "text_nl": capacity_nl(finding.capacity),
            "form": finding.capacity.form_kind.value if finding.capacity.form_kind else None,
            "form_date": day_json(finding.capacity.form_date),
        },
        "demand": None if demand is None or not demand.is_known else demand_json(demand, catalogue),
        "share_pct": finding.share_pct,
        "share_low_pct": finding.share_low_pct,
        "share_high_pct": finding.share_high_pct,
        "peak_used": finding.peak_used,
        "rule": finding.rule,
        "rule_source": fit_rules().texts[finding.rule].source,
        "sentence_nl": finding_nl(finding, catalogue),
    }


def number_json(value: Any) -> float | None:
    """Answer a number as JSON has it."""
    return None if value is None else float(value)


def day_json(value: Any) -> str | None:
    """Answer a date as JSON has it: YYYY-MM-DD."""
    return None if value is None else str(value.isoformat())
