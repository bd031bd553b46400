"""Show results: one set of blocks, rendered as text, Markdown, table, CSV or JSON. Nothing is decided here."""

from matcher.report.blocks import Block, Bullets, Heading, Paragraph, Rows, render_markdown, render_text
from matcher.report.json_view import check_json, match_json, zoekprofiel_json
from matcher.report.occupation_table import occupation_csv, occupation_table
from matcher.report.paper_view import paper_json, paper_view
from matcher.report.views import check_view, zoekprofiel_view

__all__ = [
    "Block",
    "Bullets",
    "Heading",
    "Paragraph",
    "Rows",
    "check_json",
    "check_view",
    "match_json",
    "occupation_csv",
    "occupation_table",
    "paper_json",
    "paper_view",
    "render_markdown",
    "render_text",
    "zoekprofiel_json",
    "zoekprofiel_view",
]
