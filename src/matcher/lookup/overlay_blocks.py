"""An overlay as blocks: for each channel the jobs, the line of the person, and a word and a mark for what came out."""

from collections.abc import Sequence

from matcher.catalogue import Catalogue
from matcher.domain.capacity import CapacityStatus
from matcher.domain.finding import Finding, Outcome
from matcher.lookup.card_blocks import capital, source_nl
from matcher.lookup.laid_over import Overlay, OverlayLine
from matcher.lookup.wording import rules, say
from matcher.report import (
    COACH_ONLY,
    Block,
    Bullets,
    Heading,
    Paragraph,
    Rows,
    Table,
    capacity_nl,
    date_nl,
    verdict_nl,
)

_COLUMNS = ("Onderdeel", "Banen", "Belastbaarheid", "Uitkomst")
_WIDTHS = (23, 11, 22, 21)
_LINE = "│"
_WHOLE = 100


def overlay_view(
    found: Overlay, catalogue: Catalogue, *, everything: bool = False, notices: tuple[str, ...] = ()
) -> list[Block]:
    """Answer an overlay as blocks. For the coach: it holds capacity.

    Args:
        found: what `overlay` answered.
        catalogue: to name sources.
        everything: show every channel, not only those with a limit or an open point.
        notices: what the coach must know first about the title, the form and the file.
    """
    one = found.occupation
    shown = found.shown(everything=everything)
    blocks: list[Block] = [
        Heading(heading_nl(found), 1),
        Paragraph(COACH_ONLY),
        *([Bullets(notices)] if notices else []),
        Rows(
            (
                ("Beroep", f"{one.title_nl} ({one.id})"),
                ("Oordeel", verdict_nl(found.verdict)),
                ("Wettelijke eis", one.legal_requirement_text or say("no_law")),
            )
        ),
        Heading("De belastbaarheid over het werk"),
    ]
    if shown:
        blocks += [Paragraph(say("legend_overlay")), Table(_COLUMNS, _WIDTHS, tuple(_row(line) for line in shown))]
    else:
        blocks.append(Paragraph(say("overlay_nothing")))
    fits = sum(line.finding.outcome is Outcome.FITS for line in found.lines)
    silent = sum(line.finding.outcome is Outcome.NOT_COMPARED for line in found.lines)
    blocks.append(Bullets((say("overlay_fits", count=fits), say("overlay_silent", count=silent))))
    if found.verdict.remarks:
        blocks += [
            Heading(say("overlay_remarks")),
            Bullets(tuple(f"{remark.item}: {remark.question_nl}" for remark in found.verdict.remarks)),
        ]
    blocks += [Heading("Hoe zeker is dit"), Paragraph(say("not_a_workplace")), Bullets(sources_nl(shown, catalogue))]
    return blocks


def sources_nl(lines: Sequence[OverlayLine], catalogue: Catalogue) -> tuple[str, ...]:
    """Answer the sources that the lines rest on, as a coach calls them, in the order in which they come up."""
    named = dict.fromkeys(line.demand.demand.source for line in lines if line.demand.demand is not None)
    return tuple(source_nl(source, catalogue) for source in named if source)


def heading_nl(found: Overlay) -> str:
    """Answer what an overlay is about: the work, the case's own mark and the day."""
    return f"{capital(found.occupation.title_nl)} naast {found.case_id}, {date_nl(found.on)}"


def status_nl(finding: Finding) -> str:
    """Answer what came out as one word."""
    return str(rules()["status"][finding.outcome.value]["word"])


def share_nl(finding: Finding) -> str:
    """Answer the share of jobs within the line with its range; empty when nothing was compared."""
    if finding.share_pct is None:
        return ""
    low, high = finding.share_low_pct, finding.share_high_pct
    return f"{finding.share_pct}%" if low == high else f"{finding.share_pct}% ({low} tot {high}%)"


def line_nl(line: OverlayLine) -> str:
    """Answer one channel as a sentence, for who hears the picture instead of seeing it."""
    name = capital(line.demand.channel.label_nl)
    share = share_nl(line.finding)
    inside = f", {say('within', share=share)}" if share else ""
    return f"{name}: {status_nl(line.finding)}; belastbaarheid {capacity_nl(line.finding.capacity)}{inside}."


def _row(line: OverlayLine) -> tuple[str, str, str, str]:
    mark = rules()["status"][line.finding.outcome.value]["mark"]
    share = share_nl(line.finding)
    outcome = f"{mark} {status_nl(line.finding)}" + (f", {share}" if share else "")
    return (capital(line.demand.channel.label_nl), _bar(line), capacity_nl(line.finding.capacity), outcome)


def _bar(line: OverlayLine) -> str:
    """Answer the blocks of the jobs with the person's line between them; no line where nothing was compared."""
    bar, finding = line.demand.bar, line.finding
    if not bar:
        return say("unknown")
    if finding.share_pct is None or finding.capacity.status is CapacityStatus.UNKNOWN:
        return bar
    place = round(finding.share_pct * len(bar) / _WHOLE)
    return f"{bar[:place]}{_LINE}{bar[place:]}"
