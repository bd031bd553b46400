"""One kind of work in the data form: the verdict, what it rests on, what is still needed, and the open points."""

from collections.abc import Iterable

from matcher.catalogue import Catalogue
from matcher.domain.finding import Finding, Outcome
from matcher.domain.zoekprofiel import KindOfWork, RankedOccupation
from matcher.reference.dates import date_in_words
from matcher.reference.letters import upper_first
from matcher.reference.tables import read_yaml
from matcher.report.blocks import Block, Bullets, Heading, Paragraph
from matcher.report.reasoning import explain_blocks
from matcher.report.sentences import acceptance_nl, own_words_nl, point_nl, source_short, verdict_nl

_EXPECTED = "Mag nu van de werknemer worden verwacht dat die dit werk aanneemt?"


def kind_blocks(number: int, kind: KindOfWork, catalogue: Catalogue, *, explain: bool) -> Iterable[Block]:
    """Answer one kind of work as blocks: the verdict, what it rests on, what may be asked, and what is open.

    Args:
        number: place in the list, from 1.
        kind: the kind of work.
        catalogue: to name sources.
        explain: open the reasoning tree.
    """
    occupation = kind.occupation
    yield Heading(f"{number}. {kind.kind_nl[:1].upper()}{kind.kind_nl[1:]}: {occupation.title_nl} ({occupation.id})", 3)
    yield Paragraph(f"{verdict_nl(occupation.verdict)}. {kind.why_nl}", 3)
    yield Paragraph(f"{_searched(kind)}{_EXPECTED} {upper_first(acceptance_nl(occupation))}.", 3)
    yield Paragraph(wage_nl(occupation), 3)
    if occupation.legal_requirement_nl:
        yield Paragraph(f"Wettelijke eis: {occupation.legal_requirement_nl.rstrip('.')}.", 3)
    if kind.needs:
        yield Paragraph(needs_nl(kind), 3)
    if kind.tasks_nl:
        yield Paragraph(f"Werkzaamheden: {'; '.join(kind.tasks_nl)}.", 3)
    if kind.advice:
        yield Paragraph(advice_nl(kind), 3)
    points = points_nl(occupation)
    if explain:
        yield from explain_blocks(occupation, catalogue, 3)
    elif points:
        yield Paragraph("Toelichten of vragen:", 3)
        yield Bullets(tuple(_short(points)), 3)
    if kind.employer_questions_nl:
        yield Paragraph("Verder te vragen aan een werkgever (over het werk, niet over de persoon):", 3)
        yield Bullets(kind.employer_questions_nl, 3)


def needs_nl(kind: KindOfWork) -> str:
    """Answer what is still needed before entry, by law and beside it; empty when nothing is known to be lacking."""
    words = read_yaml("zoekprofiel.yaml")["needs"]
    asked = {name: [need.nl for need in kind.needs if need.by_law is (name == "by_law")] for name in words}
    return " ".join(words[name].format(list="; ".join(listed)) for name, listed in asked.items() if listed)


def advice_nl(kind: KindOfWork) -> str:
    """Answer what the tables say about the labour expert's advice, as one sentence; empty when there is nothing."""
    words = read_yaml("zoekprofiel.yaml")
    said = [sign.text_nl + (f" (bron: {source_short(sign.source)})" if sign.source else "") for sign in kind.advice]
    return str(words["expert_words"]["kind_advice"].format(signs="; ".join(said))) if said else ""


def _searched(kind: KindOfWork) -> str:
    """Answer that work of a later stage is searched as well, from when it counts, and what puts it later."""
    if kind.occupation.acceptance != "not_yet":
        return ""
    words = read_yaml("zoekprofiel.yaml")["later"]
    day = kind.counts_from
    said = words["searched"] if day is None else words["searched_from"].format(date=date_in_words(day))
    return "".join(f"{text} " for text in (said, *(words["reasons"][reason] for reason in kind.later_because)))


_POINTS_SHOWN = 8


def _short(points: list[str]) -> list[str]:
    if len(points) <= _POINTS_SHOWN:
        return points
    return [
        *points[:_POINTS_SHOWN],
        f"en nog {len(points) - _POINTS_SHOWN}; de uitgebreide versie noemt alles met de bron",
    ]


_POINT_ORDER = (Outcome.SIGNAL, Outcome.POSSIBLE, Outcome.QUESTION, Outcome.CAPACITY_UNKNOWN)
_FOR_DOCTOR = frozenset({"degree_unknown", "capacity_unknown_asked"})


def points_nl(occupation: RankedOccupation) -> list[str]:
    """Answer the open points in short lines: what the doctor is asked first, then what the work asks, then texts.

    Items without a score that the work hardly asks are one line together, as they are one point.

    Args:
        occupation: the ranked occupation.
    """
    asked = [f for f in occupation.findings if f.outcome.is_open_point and f.rule != "capacity_unknown"]
    ordered = [f for outcome in _POINT_ORDER for f in asked if f.outcome is outcome]
    lines = [_point(f) for f in sorted(ordered, key=lambda f: f.rule not in _FOR_DOCTOR)]
    unasked = sum(1 for f in occupation.findings if f.rule == "capacity_unknown")
    if unasked:
        lines.append(f"{unasked} onderdelen zonder score die dit werk nauwelijks vraagt: vraag de arts wat mogelijk is")
    lines.extend(f"Tekst op het formulier ({r.item}): {r.question_nl}" for r in occupation.verdict.remarks)
    return lines


def _point(finding: Finding) -> str:
    return "; ".join(part for part in (point_nl(finding), own_words_nl(finding.capacity)) if part)


def wage_nl(occupation: RankedOccupation) -> str:
    """Answer the wage against the old wage, with the 65% line as a flag."""
    if occupation.wage_share_pct is None:
        return "Loon: niet te vergelijken."
    month = occupation.month_share_pct
    line = (
        ""
        if month is None or month == occupation.wage_share_pct
        else f", per maand bij de mogelijke uren ongeveer {month}%"
    )
    flag = " Dit ligt onder de 65%-lijn uit de praktijk." if occupation.below_result_line else ""
    return f"Loon: per uur ongeveer {occupation.wage_share_pct}% van het oude loon{line}.{flag}"
