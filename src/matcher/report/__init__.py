"""Show results: one set of blocks, rendered as text, Markdown, table, CSV or JSON. Nothing is decided here."""

from matcher.report.blocks import Block, Bullets, Heading, Paragraph, Rows, Table, render_markdown, render_text
from matcher.report.catalogue_view import occupation_facts_json, occupation_list_json
from matcher.report.check_view import check_view
from matcher.report.form_view import form_json, form_view
from matcher.report.jobs_view import jobs_check_json, jobs_ranking_json, jobs_zoekprofiel_json
from matcher.report.json_view import check_json, match_json, ranking_json, receipt_json, stage_json, zoekprofiel_json
from matcher.report.occupation_table import occupation_csv, occupation_table
from matcher.report.paging import Group, RankingPage, place
from matcher.report.paper_view import paper_json, paper_view
from matcher.report.sentences import (
    COACH_ONLY,
    OUTCOME_NL,
    acceptance_nl,
    amount_nl,
    capacity_nl,
    date_nl,
    finding_nl,
    number_nl,
    point_nl,
    source_title,
    verdict_nl,
)
from matcher.report.stage_view import receipt_nl
from matcher.report.vacancy_view import vacancy_json, vacancy_view
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
