"""One named occupation with everything that was compared. For the coach: it holds capacity."""

from matcher.catalogue import Catalogue
from matcher.domain.finding import Outcome
from matcher.domain.zoekprofiel import RankedOccupation
from matcher.report.blocks import Block, Bullets, Heading, Paragraph, Rows
from matcher.report.kind_view import wage_nl
from matcher.report.reasoning import explain_blocks
from matcher.report.sentences import OUTCOME_NL, acceptance_nl, finding_nl, silent_nl, verdict_nl
from matcher.report.spoken import COACH_ONLY


def check_view(
    occupation: RankedOccupation, catalogue: Catalogue, *, explain: bool = False, notices: tuple[str, ...] = ()
) -> list[Block]:
    """Answer one named occupation with all its findings.

    Args:
        occupation: what `check` answered.
        catalogue: to name sources and tasks.
        explain: also show what fits and how the score is built.
        notices: what the coach must know first about the form and the file.
    """
    entry = catalogue.occupation(occupation.id)
    blocks: list[Block] = [
        Heading(f"{occupation.title_nl} ({occupation.id})", 1),
        Paragraph(COACH_ONLY),
        *([Bullets(notices)] if notices else []),
        Rows(
            (
                ("Oordeel", verdict_nl(occupation.verdict)),
                ("Te vragen", f"nu van de werknemer: {acceptance_nl(occupation)}"),
                ("Loon", wage_nl(occupation).removeprefix("Loon: ")),
                ("Taken", "; ".join(entry.tasks_nl)),
                ("Wet", occupation.legal_requirement_nl or "geen eis bekend"),
            )
        ),
    ]
    if occupation.barred_nl and not occupation.own_work:
        blocks.append(Paragraph("Staat niet in de lijst: " + " ".join(occupation.barred_nl)))
    if occupation.own_work:
        blocks.append(Paragraph("Dit is de groep van het eigen werk. Welke taak vervalt?"))
    elif occupation.alike_own:
        blocks.append(Paragraph("Dit werk lijkt sterk op het eigen werk. Welke taak vervalt?"))
    if occupation.rejected:
        blocks.append(Paragraph("Dit werk is al afgewezen door de arbeidsdeskundige of uitgesloten door de persoon."))
    if explain:
        blocks.extend(explain_blocks(occupation, catalogue))
        return blocks
    for outcome in (
        Outcome.EXCEEDS,
        Outcome.SIGNAL,
        Outcome.POSSIBLE,
        Outcome.QUESTION,
        Outcome.CAPACITY_UNKNOWN,
    ):
        found = tuple(finding_nl(f, catalogue, own_words=True) for f in occupation.findings if f.outcome is outcome)
        if found:
            blocks += [Heading(OUTCOME_NL[outcome].capitalize()), Bullets(found)]
    if occupation.verdict.remarks:
        blocks += [
            Heading("Teksten op het formulier"),
            Bullets(tuple(f"{r.item}: {r.question_nl}" for r in occupation.verdict.remarks)),
        ]
    fits = sum(1 for f in occupation.findings if f.outcome is Outcome.FITS)
    silent = silent_nl(occupation.findings)
    rest = f" Geen beperking, en niet vergeleken: {silent}." if silent else ""
    blocks.append(Paragraph(f"Verder: {fits} onderdelen passen; de uitgebreide versie noemt ze.{rest}"))
    return blocks
