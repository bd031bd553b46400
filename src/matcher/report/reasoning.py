"""The reasoning tree of one occupation: every part of the score and every compared channel."""

from collections.abc import Iterable

from matcher.catalogue import Catalogue
from matcher.domain.finding import Outcome
from matcher.domain.zoekprofiel import RankedOccupation
from matcher.report.blocks import Block, Bullets, Paragraph
from matcher.report.sentences import OUTCOME_NL, finding_nl, silent_nl


def explain_blocks(occupation: RankedOccupation, catalogue: Catalogue, indent: int = 0) -> Iterable[Block]:
    """Answer the reasoning tree of one occupation: every part of the score and every compared channel.

    Args:
        occupation: the ranked occupation.
        catalogue: to name sources.
        indent: columns to indent.
    """
    yield Paragraph(
        f"Opbouw van de score ({occupation.score} van {sum(c.max_points for c in occupation.contributions)} punten):",
        indent,
    )
    yield Bullets(
        tuple(
            f"{c.label_nl}: {c.points} van {c.max_points} ({c.level_nl}). {c.why_nl}" for c in occupation.contributions
        ),
        indent,
    )
    for outcome in (
        Outcome.EXCEEDS,
        Outcome.SIGNAL,
        Outcome.POSSIBLE,
        Outcome.QUESTION,
        Outcome.CAPACITY_UNKNOWN,
        Outcome.FITS,
    ):
        found = [f for f in occupation.findings if f.outcome is outcome]
        if found:
            yield Paragraph(f"{OUTCOME_NL[outcome].capitalize()} ({len(found)}):", indent)
            yield Bullets(tuple(finding_nl(f, catalogue, own_words=True) for f in found), indent)
    if occupation.verdict.remarks:
        yield Paragraph("Teksten op het formulier die een mens moet beoordelen:", indent)
        yield Bullets(tuple(f"{r.item}: {r.question_nl}" for r in occupation.verdict.remarks), indent)
    silent = silent_nl(occupation.findings)
    if silent:
        yield Paragraph(
            f"Geen beperking, en niet vergeleken omdat er te weinig bekend is over het werk: {silent}.", indent
        )
