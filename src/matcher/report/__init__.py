"""Show results: one set of blocks, rendered as text, Markdown, table, CSV or JSON. Nothing is decided here."""

from typing import TYPE_CHECKING

from matcher.faces import on_first_use

if TYPE_CHECKING:
    from matcher.report.blocks import Block, Bullets, Heading, Paragraph, Rows, Table, render_markdown, render_text
    from matcher.report.catalogue_view import occupation_facts_json, occupation_list_json
    from matcher.report.check_blocks import check_view
    from matcher.report.form_blocks import form_json, form_view
    from matcher.report.jobs_view import jobs_check_json, jobs_ranking_json, jobs_zoekprofiel_json
    from matcher.report.json_view import (
        check_json,
        match_json,
        ranking_json,
        receipt_json,
        stage_json,
        zoekprofiel_json,
    )
    from matcher.report.occupation_rows import occupation_csv, occupation_table
    from matcher.report.paging import Group, RankingPage, place
    from matcher.report.paper_blocks import paper_json, paper_view
    from matcher.report.sentences import (
        OUTCOME_NL,
        acceptance_nl,
        amount_nl,
        capacity_nl,
        finding_nl,
        point_nl,
        source_title,
        verdict_nl,
    )
    from matcher.report.spoken import COACH_ONLY, date_nl, number_nl
    from matcher.report.stage_view import receipt_nl
    from matcher.report.vacancy_blocks import vacancy_json, vacancy_view
    from matcher.report.views import zoekprofiel_view

__all__ = [
    "COACH_ONLY",
    "OUTCOME_NL",
    "Block",
    "Bullets",
    "Group",
    "Heading",
    "Paragraph",
    "RankingPage",
    "Rows",
    "Table",
    "acceptance_nl",
    "amount_nl",
    "capacity_nl",
    "check_json",
    "check_view",
    "date_nl",
    "finding_nl",
    "form_json",
    "form_view",
    "jobs_check_json",
    "jobs_ranking_json",
    "jobs_zoekprofiel_json",
    "match_json",
    "number_nl",
    "occupation_csv",
    "occupation_facts_json",
    "occupation_list_json",
    "occupation_table",
    "paper_json",
    "paper_view",
    "place",
    "point_nl",
    "ranking_json",
    "receipt_json",
    "receipt_nl",
    "render_markdown",
    "render_text",
    "source_title",
    "stage_json",
    "vacancy_json",
    "vacancy_view",
    "verdict_nl",
    "zoekprofiel_json",
    "zoekprofiel_view",
]

_HOMES = {
    "COACH_ONLY": "spoken",
    "OUTCOME_NL": "sentences",
    "Block": "blocks",
    "Bullets": "blocks",
    "Group": "paging",
    "Heading": "blocks",
    "Paragraph": "blocks",
    "RankingPage": "paging",
    "Rows": "blocks",
    "Table": "blocks",
    "acceptance_nl": "sentences",
    "amount_nl": "sentences",
    "capacity_nl": "sentences",
    "check_json": "json_view",
    "check_view": "check_blocks",
    "date_nl": "spoken",
    "finding_nl": "sentences",
    "form_json": "form_blocks",
    "form_view": "form_blocks",
    "jobs_check_json": "jobs_view",
    "jobs_ranking_json": "jobs_view",
    "jobs_zoekprofiel_json": "jobs_view",
    "match_json": "json_view",
    "number_nl": "spoken",
    "occupation_csv": "occupation_rows",
    "occupation_facts_json": "catalogue_view",
    "occupation_list_json": "catalogue_view",
    "occupation_table": "occupation_rows",
    "paper_json": "paper_blocks",
    "paper_view": "paper_blocks",
    "place": "paging",
    "point_nl": "sentences",
    "ranking_json": "json_view",
    "receipt_json": "json_view",
    "receipt_nl": "stage_view",
    "render_markdown": "blocks",
    "render_text": "blocks",
    "source_title": "sentences",
    "stage_json": "json_view",
    "vacancy_json": "vacancy_blocks",
    "vacancy_view": "vacancy_blocks",
    "verdict_nl": "sentences",
    "zoekprofiel_json": "json_view",
    "zoekprofiel_view": "views",
}

if not TYPE_CHECKING:
    __getattr__ = on_first_use(__name__, _HOMES)
