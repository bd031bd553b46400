"""Tell what changed between versions, grouped by the deciding cause. For the coach: it may hold limits."""

from collections.abc import Sequence
from datetime import date

from matcher.dossier.causes import Cause, CauseKind
from matcher.dossier.changes import OccupationChange, VersionChange, What
from matcher.dossier.keeping import retention
from matcher.dossier.version_file import Recheck, StoredVersion
from matcher.matching import Match
from matcher.report import COACH_ONLY, Block, Bullets, Heading, Paragraph, Rows
from matcher.report.spoken import date_nl

_TITLES_SHOWN = 6
_WHAT_NL = {
    What.OPENED: "Nu wel mogelijk",
    What.CLOSED: "Nu niet meer mogelijk",
    What.EXPECTED: "Mag nu van de werknemer worden gevraagd",
    What.NOT_EXPECTED: "Mag nu niet meer van de werknemer worden gevraagd",
    What.LIGHTER: "Lichter oordeel",
    What.HEAVIER: "Zwaarder oordeel",
    What.ENTERED: "Nieuw in het zoekprofiel",
    What.LEFT: "Uit het zoekprofiel",
    What.MOVED: "Veranderd binnen het zoekprofiel",
    What.MARKET: "Andere telling van vacatures",
}
_KIND_NL = {
    CauseKind.COACH: "Coach",
    CauseKind.FORM: "Formulier",
    CauseKind.STAGE: "Fase",
    CauseKind.PEOPLE: "Oordeel van mensen",
    CauseKind.PERSON: "Persoon",
    CauseKind.WISH: "Wens",
    CauseKind.MARKET: "Arbeidsmarkt",
    CauseKind.DATE: "Datum",
    CauseKind.DATA: "Gegevens",
    CauseKind.ORDER: "Volgorde",
}
_ONE_BY_ONE = frozenset({What.ENTERED, What.LEFT, What.MOVED, What.MARKET})


def change_view(change: VersionChange, *, title: str | None = None) -> list[Block]:
    """Answer what changed between two versions as blocks.

    Args:
        change: what `compare_versions` answered.
        title: heading; made from the dates when not given.
    """
    heading = title or f"Wat is er veranderd: {date_nl(change.old_on)} naar {date_nl(change.new_on)}"
    blocks: list[Block] = [Heading(heading, 1), Paragraph(COACH_ONLY)]
    if change.is_empty:
        return [*blocks, Paragraph("Er is niets veranderd.")]
    blocks.append(Paragraph(summary_nl(change)))
    if change.inputs:
        blocks += [Heading("Aanleiding"), Bullets(tuple(_cause(cause) for cause in change.inputs))]
    for what in What:
        found = change.of(what)
        if found:
            blocks.append(Heading(f"{_WHAT_NL[what]} ({len(found)})"))
            blocks.append(Bullets(_one_by_one(found) if what in _ONE_BY_ONE else _grouped(found)))
    entered = tuple(c.title_nl for c in change.changes if c.entered and c.what is not What.ENTERED)
    left = tuple(c.title_nl for c in change.changes if c.left and c.what is not What.LEFT)
    for words, titles in (("Kwam daarmee ook in het zoekprofiel", entered), ("Verdween ook uit het zoekprofiel", left)):
        if titles:
            blocks.append(Paragraph(f"{words}: {'; '.join(titles)}."))
    return blocks


def summary_nl(change: VersionChange) -> str:
    """Answer the change in one or two Dutch sentences.

    Args:
        change: what `compare_versions` answered.
    """
    opened, closed, expected = (len(change.of(what)) for what in (What.OPENED, What.CLOSED, What.EXPECTED))
    before, after = change.counts["exceeding"]
    text = f"Beroepsgroepen met een overschrijding: {before} werd {after}. "
    text += f"Geopend: {opened}. Gesloten: {closed}."
    if before - after != opened - closed:
        text += " De andere worden niet aangeboden, bijvoorbeeld om het niveau, een diploma of een afwijzing."
    if expected:
        text += f" Mag nu van de werknemer worden gevraagd: {expected}."
    return text


def _cause(cause: Cause) -> str:
    return f"{_KIND_NL[cause.kind]}: {cause.text_nl.rstrip('.')}."


def _grouped(changes: Sequence[OccupationChange]) -> tuple[str, ...]:
    groups: dict[Cause, list[str]] = {}
    for change in changes:
        groups.setdefault(change.causes[0], []).append(change.title_nl)
    ordered = sorted(groups.items(), key=lambda pair: -len(pair[1]))
    return tuple(f"{_cause(cause)} Dit geldt voor {_titles(titles)}." for cause, titles in ordered)


def _titles(titles: Sequence[str]) -> str:
    shown, more = titles[:_TITLES_SHOWN], len(titles) - _TITLES_SHOWN
    return f"{len(titles)}: {'; '.join(shown)}" + (f"; en nog {more}" if more > 0 else "")


def _one_by_one(changes: Sequence[OccupationChange]) -> tuple[str, ...]:
    return tuple(f"{c.title_nl}: {_step(c)} {_cause(c.causes[0])}" for c in changes)


def _step(change: OccupationChange) -> str:
    if change.before_nl == change.after_nl:
        return f"{change.after_nl}."
    return f"was {change.before_nl}; is nu {change.after_nl}."


def story_view(
    versions: Sequence[StoredVersion], matches: Sequence[Match], changes: Sequence[VersionChange], on: date
) -> list[Block]:
    """Answer the whole story of a case: each version with its reason and what changed since the one before.

    Args:
        versions: the versions of a file, oldest first.
        matches: what came out of each version.
        changes: the change from each version to the next; one fewer than there are versions.
        on: the day of looking, for the term of keeping.
    """
    blocks: list[Block] = [Heading("Versies van het zoekprofiel", 1), Paragraph(COACH_ONLY)]
    for number, version in enumerate(versions):
        blocks.append(Heading(f"Versie {version.number}, {date_nl(version.on)}"))
        blocks.append(Paragraph(f"Reden: {version.reason_nl}"))
        blocks.append(Rows(_state(matches[number])))
        if number:
            inside = change_view(changes[number - 1])[2:]
            blocks += [Heading(b.text, 3) if isinstance(b, Heading) else b for b in inside]
    if versions:
        blocks += [Heading("Bewaren"), Paragraph(retention(versions[-1].case, on).text_nl)]
    return blocks


def _state(match: Match) -> tuple[tuple[str, str], ...]:
    stage, form = match.stage.stage, match.profile.form_date
    kinds = "; ".join(kind.occupation.title_nl for kind in match.zoekprofiel.kinds)
    return (
        ("Formulier", "geen" if form is None else f"{match.profile.form_kind} van {date_nl(form)}"),
        ("Fase", f"{stage.code}, {stage.label_nl}"),
        ("Volgens het programma", kinds or "geen soorten werk"),
    )


def recheck_view(rechecks: Sequence[Recheck]) -> list[Block]:
    """Answer what running old versions again gave.

    Args:
        rechecks: one per version.
    """
    return [Heading("Versies opnieuw gemaakt", 1), Bullets(tuple(each.text_nl for each in rechecks))]
