"""Lay a report on the second track and the earning panel out as blocks. Nothing is decided here."""

from decimal import Decimal

from matcher.dossier.earning import RULES as EARNING_RULES
from matcher.dossier.earning import Estimate
from matcher.dossier.panel import EarningPanel, EarningRow
from matcher.dossier.rules import cite, rules_on, source_nl
from matcher.dossier.track_reports import TrackReport
from matcher.report import Block, Bullets, Heading, Paragraph, Rows
from matcher.report.spoken import date_nl

_TITLE_NL = {"progress": "Voortgangsrapportage", "closing": "Eindrapportage"}


def track_view(report: TrackReport) -> list[Block]:
    """Answer a report on the second track as blocks.

    Args:
        report: what `track_report` answered; it only holds what its reader may see.
    """
    blocks: list[Block] = [
        Heading(f"{_TITLE_NL[report.kind]} {report.case_id}, {date_nl(report.on)}", 1),
        Paragraph(report.note_nl),
        Rows(report.rows),
    ]
    if report.functions_nl:
        blocks += [Heading("Functies"), Bullets(report.functions_nl)]
    if report.warnings:
        lines = tuple(f"{warning.text_nl} {source_nl(warning.citation)}" for warning in report.warnings)
        blocks += [Heading("Let op"), Bullets(lines)]
    for section in report.sections:
        blocks += [Heading(section.title_nl), Bullets(section.lines_nl)]
    if report.next_dates:
        lines = tuple(f"{date_nl(each.day)}: {each.what_nl}" for each in report.next_dates)
        blocks += [Heading("Volgende data"), Bullets(lines)]
    return blocks


def panel_view(panel: EarningPanel) -> list[Block]:
    """Answer the earning panel as blocks. For the coach only.

    Args:
        panel: what `earning_panel` answered.
    """
    rules = rules_on(EARNING_RULES, panel.on)
    words = rules["words"]
    blocks: list[Block] = [
        Heading(f"{words['title']} {panel.case_id}, {date_nl(panel.on)}", 1),
        Paragraph(panel.warning_nl),
    ]
    if panel.old_wage is not None:
        hours = "uren onbekend" if panel.old_hours is None else f"{_number(panel.old_hours)} uur per week"
        blocks.append(Paragraph(f"Oude werk: {_euro(panel.old_wage)} per uur, {hours}."))
    if panel.rows:
        line = cite(rules["line_65"]["citation"])
        lines = tuple(_row(row, words["over_line"], words["under_line"]) for row in panel.rows)
        blocks += [Heading("Soorten werk tegenover het oude loon"), Bullets(lines), Paragraph(source_nl(line))]
    if panel.estimate is not None:
        blocks += [Heading("Indicatie"), Bullets(_estimate(panel.estimate))]
        sources = (cite(rules["median"]), cite(rules["reduction"]), cite(rules["class_citation"]))
        blocks.append(Paragraph(" ".join(source_nl(source) for source in sources)))
    return [*blocks, Heading("Hoe hier is gerekend"), Bullets(panel.notes_nl)]


def _row(row: EarningRow, over: str, under: str) -> str:
    text = f"{row.title_nl}: {_euro(row.eur_per_hour)} per uur"
    if row.hour_pct is not None:
        text += f" ({_whole(row.hour_pct)}% van het oude uurloon)"
    if row.eur_per_month is not None and row.month_pct is not None:
        text += f", {_euro(row.eur_per_month)} per maand ({_whole(row.month_pct)}%), {over if row.over_line else under}"
    return f"{text}."


def _estimate(made: Estimate) -> tuple[str, ...]:
    used = "; ".join(f"{work.title_nl} {_euro(work.eur_per_hour)}" for work in made.used)
    hours = f"{_number(made.work_hours)} van {_number(made.old_hours)} uur"
    return (
        f"Drie hoogste uurlonen: {used}.",
        f"Mediaan: {_euro(made.median.eur_per_hour)} per uur.",
        f"Reductiefactor: {hours} = {_decimal(made.factor, 3)}. Waarde: {_euro(made.eur_per_hour)} per uur.",
        f"Verlies: {_decimal(made.loss_pct, 2)}% ({made.class_nl}).",
        f"Zonder minder uren zou het verlies {_decimal(made.loss_pct_full_hours, 2)}% zijn.",
    )


def _euro(amount: Decimal) -> str:
    whole, cents = f"{amount:.2f}".split(".")
    return f"€ {int(whole):,}".replace(",", ".") + f",{cents}"


def _number(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")


def _decimal(number: Decimal, digits: int) -> str:
    return f"{number:.{digits}f}".replace(".", ",")


def _whole(number: Decimal) -> str:
    return f"{number:.0f}"
