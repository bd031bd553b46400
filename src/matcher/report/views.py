"""Lay a match, a zoekprofiel or one checked occupation out as blocks. For the coach: these views hold capacity."""

from collections.abc import Iterable

from matcher.catalogue import Catalogue
from matcher.domain.condition import Condition
from matcher.domain.finding import Finding, Outcome
from matcher.domain.receipt import Receipt
from matcher.domain.zoekprofiel import KindOfWork, Question, RankedOccupation, Zoekprofiel
from matcher.matching import Match
from matcher.policy import StageView, preset_nl
from matcher.reference.channels import channels
from matcher.reference.tables import read_yaml
from matcher.report.blocks import Block, Bullets, Heading, Paragraph, Rows
from matcher.report.own_work import own_work_blocks
from matcher.report.reasoning import explain_blocks
from matcher.report.sentences import (
    OUTCOME_NL,
    acceptance_nl,
    date_nl,
    finding_nl,
    own_words_nl,
    point_nl,
    silent_nl,
    title_nl,
    verdict_nl,
)

COACH_ONLY = "Alleen voor de coach. Dit overzicht bevat gegevens over de belastbaarheid."
_TO_NL = {
    "doctor": "Vragen aan de arts",
    "labour_expert": "Vragen aan de arbeidsdeskundige",
    "coach": "Nog uit te zoeken door de coach",
}
_STANDING_NL = {
    "law": "wet",
    "analogy": "naar voorbeeld van WW en ZW",
    "practice": "praktijk",
    "our_choice": "eigen keuze",
}
_CELL_NL = {
    "education_down": "niveau lager toegestaan (stappen)",
    "education_down_soft": "niveau lager met opmerking (stappen)",
    "experience": "ervaring",
    "wage_share_min": "uurloon, deel van het oude uurloon",
    "travel_minutes_max": "reistijd per dag (minuten)",
    "hours_share_min": "uren, deel van de oude uren",
    "from_week": "begint in week",
}
_CELL_NOTE_NL = {
    **dict.fromkeys(("hours_share_min", "travel_minutes_max"), "(per vacature te bekijken) "),
    "wage_share_min": "(nooit onder het minimumloon) ",
}
_EXPERIENCE_NL = {
    "adjacent": "verwant werk",
    "same_sector": "zelfde werkveld",
    "transferable": "deels bruikbaar",
    "none": "geen eis",
    "any": "alle",
    "minimum_wage": "minimumloon",
}


def zoekprofiel_view(
    result: Match, catalogue: Catalogue, *, explain: bool = False, reading: tuple[str, ...] = ()
) -> list[Block]:
    """Answer the zoekprofiel as blocks.

    Args:
        result: what `match` answered.
        catalogue: to name sources.
        explain: open the reasoning tree under every kind of work.
        reading: what the reader of the file assumed or did not keep.
    """
    profile = result.zoekprofiel
    blocks: list[Block] = [
        Heading(f"Zoekprofiel {result.case_id}, {date_nl(result.on)}", 1),
        Paragraph(COACH_ONLY),
        Paragraph(profile.statement_nl),
        Rows(_facts(result)),
    ]
    if profile.kinds:
        blocks.append(Heading("Soorten werk"))
        for number, kind in enumerate(profile.kinds, start=1):
            blocks.extend(_kind(number, kind, catalogue, explain=explain))
    if profile.branches_nl:
        blocks += [Heading("Branches"), Paragraph(", ".join(profile.branches_nl) + ".")]
    if profile.conditions_nl:
        blocks += [Heading("Voorwaarden aan het werk"), Bullets((*_conditions(profile), *_own_words(result)))]
    blocks += list(_expert(profile))
    if profile.kinds:
        blocks += [Heading("Vragen aan elke werkgever"), Bullets(profile.employer_questions_nl)]
    blocks += list(_questions(profile.questions))
    if profile.next_stage is not None:
        after = profile.next_stage
        when = f"vanaf {date_nl(after.from_date)}" if after.from_date else "datum nog niet te bepalen"
        blocks += [Heading("Wat later opent"), Paragraph(f"Fase {after.code}, {after.label_nl} ({when}).")]
        if after.opens:
            blocks.append(Bullets(tuple(title_nl(title) for title in after.opens)))
    blocks += list(own_work_blocks(result, catalogue, explain=explain))
    blocks += [Heading("Over dit profiel"), Bullets((*profile.caveats_nl, *_notices(result), *reading))]
    if explain:
        blocks += list(_stage_cells(result.stage))
    blocks += [Heading("Verantwoording"), Paragraph(receipt_nl(result.receipt))]
    return blocks


def _conditions(profile: Zoekprofiel) -> tuple[str, ...]:
    """Answer the conditions with the items of the form behind them."""
    rows = zip(profile.conditions_nl, profile.conditions, strict=True)
    return tuple(f"{text.removesuffix('.')} ({', '.join(_items(condition))})." for text, condition in rows)


def _own_words(result: Match) -> tuple[str, ...]:
    """Answer what the doctor wrote beside each limited item, word for word."""
    said: dict[tuple[str, str], list[str]] = {}
    for capacity in result.profile.limited():
        channel = channels()[capacity.channel]
        if words := own_words_nl(capacity).removeprefix("de arts schrijft: "):
            said.setdefault((channel.item, words), []).append(channel.label_nl)
    return tuple(
        f"Bij {' en '.join(labels)} ({item}) schrijft de arts: {words}." for (item, words), labels in said.items()
    )


def _expert(profile: Zoekprofiel) -> Iterable[Block]:
    """Answer the advice and the rejections of the labour expert word for word, with what was done with each."""
    if profile.expert_said:
        yield Heading("Wat de arbeidsdeskundige schrijft")
        yield Bullets(tuple(f"{said.label_nl}: '{said.words}'. {said.done_nl}" for said in profile.expert_said))


def _items(condition: Condition) -> tuple[str, ...]:
    return tuple(dict.fromkeys(channels()[code].item for code in condition.channels))


def _facts(result: Match) -> tuple[tuple[str, str], ...]:
    profile, stage = result.zoekprofiel, result.stage
    week = "" if stage.week is None or stage.week < 0 else f", week {stage.week} vanaf de {stage.clock_nl}"
    form = "geen formulier"
    if result.profile.form_date is not None:
        form = (
            f"{result.profile.form_kind} van {date_nl(result.profile.form_date)}, {result.profile.age_weeks} weken oud"
        )
    return (
        ("Fase", f"{stage.stage.code}, {stage.stage.label_nl}{week}. {stage.stage.why_nl} {stage.law_nl}"),
        ("Formulier", form),
        ("Niveau", profile.level_nl),
        ("Uren", profile.hours.text_nl),
        ("Tijden", _times(result)),
        ("Regio", profile.region_nl),
        ("Vergeleken", _counted(result.counts)),
    )


def _times(result: Match) -> str:
    hours = result.zoekprofiel.hours
    if hours.no_evenings is None or hours.no_nights is None:
        return "onbekend, vraag dit na bij de arts"
    words = [w for w, on in (("niet elke avond", hours.no_evenings), ("geen nachtdiensten", hours.no_nights)) if on]
    return ", ".join(words) if words else "geen beperking"


def _counted(counts: dict[str, int]) -> str:
    later = f"{counts['later']} pas in een latere fase, " if counts["later"] else ""
    return (
        f"{counts['all']} beroepsgroepen: {counts['shown']} mogelijk, {counts['exceeding']} overschrijding, {later}"
        f"{counts['barred']} niet aangeboden (hoger niveau, diploma, of bijna geen banen), "
        f"{counts['own_work']} eigen werk."
    )


def _kind(number: int, kind: KindOfWork, catalogue: Catalogue, *, explain: bool) -> Iterable[Block]:
    occupation = kind.occupation
    yield Heading(
        f"{number}. {kind.kind_nl[:1].upper()}{kind.kind_nl[1:]}: {title_nl(occupation.title_nl)} ({occupation.id})", 3
    )
    yield Paragraph(f"{verdict_nl(occupation.verdict)}. {kind.why_nl}", 3)
    yield Paragraph(
        f"Nu van de werknemer te vragen: {acceptance_nl(occupation)}.{_later(kind)} {wage_nl(occupation)}",
        3,
    )
    if occupation.legal_requirement_nl:
        yield Paragraph(f"Wettelijke eis: {occupation.legal_requirement_nl.rstrip('.')}.", 3)
    if kind.tasks_nl:
        yield Paragraph(f"Werkzaamheden: {'; '.join(kind.tasks_nl)}.", 3)
    points = points_nl(occupation)
    if explain:
        yield from explain_blocks(occupation, catalogue, 3)
    elif points:
        yield Paragraph("Toelichten of vragen:", 3)
        yield Bullets(tuple(_short(points)), 3)
    if kind.employer_questions_nl:
        yield Paragraph("Verder te vragen aan een werkgever:", 3)
        yield Bullets(kind.employer_questions_nl, 3)


def _later(kind: KindOfWork) -> str:
    words = read_yaml("zoekprofiel.yaml")["later"]["reasons"]
    return "".join(f" {words[reason]}" for reason in kind.later_because)


_POINTS_SHOWN = 8


def _short(points: list[str]) -> list[str]:
    if len(points) <= _POINTS_SHOWN:
        return points
    return [
        *points[:_POINTS_SHOWN],
        f"en nog {len(points) - _POINTS_SHOWN}; de uitgebreide versie noemt alles met de bron",
    ]


_POINT_ORDER = (Outcome.SIGNAL, Outcome.POSSIBLE, Outcome.QUESTION, Outcome.CAPACITY_UNKNOWN)


def points_nl(occupation: RankedOccupation) -> list[str]:
    """Answer the open points in short lines: what the work asks first, then what must be asked, then texts.

    Items without a score that the work hardly asks are one line together, as they are one point.

    Args:
        occupation: the ranked occupation.
    """
    asked = [f for f in occupation.findings if f.outcome.is_open_point and f.rule != "capacity_unknown"]
    lines = [_point(f) for outcome in _POINT_ORDER for f in asked if f.outcome is outcome]
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
    line = "" if month is None else f", per maand bij de mogelijke uren ongeveer {month}%"
    flag = " Dit ligt onder de 65%-lijn uit de praktijk." if occupation.below_result_line else ""
    return f"Loon: per uur ongeveer {occupation.wage_share_pct}% van het oude loon{line}.{flag}"


def _questions(questions: tuple[Question, ...]) -> Iterable[Block]:
    for to, heading in _TO_NL.items():
        lines = tuple(q.text_nl for q in questions if q.to == to)
        if lines:
            yield Heading(heading)
            yield Bullets(lines)


def _notices(result: Match) -> tuple[str, ...]:
    shares = (read_yaml("zoekprofiel.yaml")["sources"]["shares"],) if result.zoekprofiel.kinds else ()
    return (*shares, *(n.text_nl for n in result.profile.notices), *result.stage.notices)


def _stage_cells(stage: StageView) -> Iterable[Block]:
    yield Heading(f"Fase {stage.stage.code}: wat nu telt, en waarom")
    yield Bullets(
        tuple(
            f"{_CELL_NL[cell.name]}: {_EXPERIENCE_NL.get(cell.value, cell.value)} "
            f"{_CELL_NOTE_NL.get(cell.name, '')}[{_STANDING_NL[cell.citation.standing]}; bron: {cell.citation.source}]"
            + (f" Reden van de coach: {cell.override_reason}" if cell.override_reason else "")
            for cell in stage.stage.cells.values()
        )
    )


def receipt_nl(receipt: Receipt) -> str:
    """Answer the receipt in one line."""
    case = f"dossier {receipt.case_hash}" if receipt.case_hash else "het dossier zelf is niet vastgelegd"
    peaks = "toegestaan" if receipt.incidental_peaks else "niet toegestaan"
    return (
        f"matcher {receipt.version}, code {receipt.code_hash}, gegevens {receipt.data_hash}, "
        f"beleid van {date_nl(receipt.policy_valid_from)} ({preset_nl(receipt.preset, receipt.on)}), "
        f"gewichten van {date_nl(receipt.weights_valid_from)}, peildatum {date_nl(receipt.on)}, "
        f"af en toe een piek boven de grens is {peaks}, {case}"
    )


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
