"""Results as JSON with English keys. For the coach: they hold capacity."""

from typing import Any

from matcher.catalogue import Catalogue
from matcher.domain.receipt import Receipt
from matcher.domain.zoekprofiel import KindOfWork, RankedOccupation
from matcher.matching import Match
from matcher.policy import StageView
from matcher.report.occupation_json import day_json, number_json, occupation_json, short_occupation_json
from matcher.report.paging import RankingPage
from matcher.zoekprofiel import hours_conditions


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
        "narrow_why": list(profile.narrow_why),
        "marginal": profile.marginal,
        "marginal_signs": [sign.value for sign in result.profile.marginal],
        "level_nl": profile.level_nl,
        "kinds": [_kind(kind, catalogue) for kind in profile.kinds],
        "none_now": profile.none_now,
        "first_counts_from": day_json(profile.first_counts_from),
        "branches_nl": list(profile.branches_nl),
        "main_branches_nl": list(profile.main_branches_nl),
        "coach_branches_nl": list(profile.coach_branches_nl),
        "conditions_nl": list(profile.conditions_nl),
        "conditions": [
            {"text_nl": text, "channels": list(condition.channels)}
            for text, condition in zip(profile.conditions_nl, profile.conditions, strict=True)
        ],
        "hours": {
            "per_day": number_json(profile.hours.per_day),
            "per_week": number_json(profile.hours.per_week),
            "least_per_week": number_json(profile.hours.least_per_week),
            "text_nl": profile.hours.text_nl,
            "no_evenings": profile.hours.no_evenings,
            "no_nights": profile.hours.no_nights,
            "conditions_nl": list(hours_conditions(profile.hours.says)),
        },
        "region_nl": profile.region_nl,
        "employer_questions_nl": list(profile.employer_questions_nl),
        "questions": [{"to": q.to, "about": q.about, "text_nl": q.text_nl} for q in profile.questions],
        "next_stage": None
        if profile.next_stage is None
        else {
            "code": profile.next_stage.code,
            "label_nl": profile.next_stage.label_nl,
            "from_date": day_json(profile.next_stage.from_date),
            "opens": list(profile.next_stage.opens),
        },
        "expert_said": [
            {"field": said.field, "label_nl": said.label_nl, "words": said.words, "done_nl": said.done_nl}
            for said in profile.expert_said
        ],
        "own_work": [occupation_json(own, catalogue) for own in result.own_work],
        "caveats_nl": list(profile.caveats_nl),
        "receipt": receipt_json(result.receipt),
    }


def _kind(kind: KindOfWork, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "kind_nl": kind.kind_nl,
        "why_nl": kind.why_nl,
        "anchor": {"kind": kind.anchor.kind.value, "code": kind.anchor.code, "field": kind.anchor.field},
        "tasks_nl": list(kind.tasks_nl),
        "employer_questions_nl": list(kind.employer_questions_nl),
        "later_because": list(kind.later_because),
        "needs": [{"code": need.code, "nl": need.nl, "by_law": need.by_law} for need in kind.needs],
        "advice": [
            {
                "field": sign.field,
                "topic_nl": sign.topic_nl,
                "text_nl": sign.text_nl,
                "share_pct": sign.share_pct,
                "source": sign.source,
            }
            for sign in kind.advice
        ],
        "occupation": occupation_json(kind.occupation, catalogue),
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
        "clock_start": day_json(view.clock_start),
        "week": view.week,
        "sickness_week": view.sickness_week,
        "search_stage": view.search_stage,
        "next_stage": view.next_stage,
        "next_from": day_json(view.next_from),
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
