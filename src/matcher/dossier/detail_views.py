"""Lay the rest of the zoekprofiel and the coach's hand out as blocks. For the coach: these views hold capacity."""

from collections.abc import Iterable, Sequence

from matcher.domain.coach import CoachAction, Hand, Subject
from matcher.dossier.adaptations import AdaptationEffect
from matcher.dossier.coached_profile import CoachedOccupation, CoachedProfile, Point, PointState, standing
from matcher.dossier.details import ProfileDetails
from matcher.dossier.lines import Line, Origin
from matcher.dossier.routes import Route
from matcher.dossier.rules import source_nl
from matcher.reference.channels import channels
from matcher.report import COACH_ONLY, Block, Bullets, Heading, Paragraph
from matcher.report.sentences import OUTCOME_NL, verdict_nl
from matcher.report.spoken import date_nl

_HAND_NL = {Hand.ADD: "toegevoegd", Hand.STRIKE: "geschrapt", Hand.MOVE: "verplaatst"}
_SUBJECT_NL = {
    Subject.OCCUPATION: "beroep",
    Subject.BRANCH: "branche",
    Subject.SENTENCE: "zin",
    Subject.MOTIVATION: "motivering bij",
}
_STATE_NL = {
    PointState.SIGNAL: "motivering nodig",
    PointState.MOTIVATED: "G, gemotiveerd",
    PointState.QUESTION: "nog te vragen",
    PointState.EXCEEDS: "overschrijding",
}


def details_view(details: ProfileDetails) -> list[Block]:
    """Answer the rest of the zoekprofiel as blocks.

    Args:
        details: what `enrich` answered.
    """
    blocks: list[Block] = [
        Heading(f"Bij het zoekprofiel {details.case_id}, {date_nl(details.on)}", 1),
        Paragraph(COACH_ONLY),
        *market_blocks(details),
    ]
    if details.tasks:
        blocks += [Heading("Werkzaamheden"), Bullets(tuple(_task(t.text_nl, t.kinds_nl) for t in details.tasks))]
    blocks += [
        Heading("Contract in deze fase"),
        Bullets(tuple(f"{form.label_nl}: {form.text_nl} {source_nl(form.citation)}" for form in details.contracts)),
        Heading("Wegen naar werk"),
        Paragraph("Dit zijn stappen. Het resultaat is werk met een structureel karakter."),
        Bullets(tuple(_route(route) for route in details.routes)),
    ]
    if details.adaptations:
        blocks += [Heading("Wat één aanpassing zou openen"), *_adaptations(details.adaptations)]
    if details.exclusions:
        lines = tuple(
            f"{each.title_nl}: {each.reason_nl}"
            + ("" if each.occupation_id else " Deze titel is niet herkend; er is niets weggelaten.")
            for each in details.exclusions
        )
        blocks += [Heading("Wat buiten het profiel blijft"), Bullets(lines)]
    return blocks


def market_blocks(details: ProfileDetails) -> list[Block]:
    """Answer the 3 x 3 test and the market check of each occupation as blocks.

    Args:
        details: what `enrich` answered.
    """
    test = details.sufficiency
    blocks: list[Block] = [Heading("Breed genoeg?"), Paragraph(f"{test.text_nl} {source_nl(test.citation)}")]
    if details.market:
        blocks.append(Bullets(tuple(f"{line.title_nl}: {line.text_nl}" for line in details.market)))
    return blocks


def _route(route: Route) -> str:
    now = "past nu" if route.fits else "past nu niet"
    return f"{route.label_nl} ({now}): {route.what_nl} {route.why_nl} {source_nl(route.citation)}"


def _task(text: str, kinds: Sequence[str]) -> str:
    return f"{text} ({', '.join(kinds)})"


def _adaptations(effects: Sequence[AdaptationEffect]) -> Iterable[Block]:
    yield Paragraph("De vergelijking is opnieuw gedaan zonder de grens die de aanpassing wegneemt.")
    lines = []
    for effect in effects:
        labels = ", ".join(f"{channels()[c].label_nl} ({channels()[c].item})" for c in effect.relieved)
        parts = [f"{effect.adaptation.label_nl} (helpt bij {labels}):"]
        if effect.opened:
            parts.append(f"{_work(effect.opened)} niet meer over de grens: {_named(effect.opened_nl, effect.opened)}.")
        if effect.settled:
            parts.append(
                f"{_work(effect.settled)} binnen de belastbaarheid: {_named(effect.settled_nl, effect.settled)}."
            )
        if not effect.changes:
            parts.append("Geen oordeel verandert.")
        if effect.lighter:
            parts.append(f"Bij {_groups(effect.lighter)} blijven minder punten over.")
        parts.append(source_nl(effect.adaptation.citation))
        lines.append(" ".join(parts))
    yield Bullets(tuple(lines))


def _work(count: int) -> str:
    return "1 beroepsgroep komt" if count == 1 else f"{count} beroepsgroepen komen"


def _groups(count: int) -> str:
    return "1 andere beroepsgroep" if count == 1 else f"{count} andere beroepsgroepen"


def _named(titles: Sequence[str], count: int) -> str:
    more = count - len(titles)
    return "; ".join(titles) + (f"; en nog {more}" if more else "")


def coached_view(profile: CoachedProfile) -> list[Block]:
    """Answer the profile with the coach's hand as blocks: what the engine said, what the coach did, and why.

    Args:
        profile: what `apply_coach` answered.
    """
    blocks: list[Block] = [Heading("Zoekprofiel met de hand van de coach", 1), Paragraph(COACH_ONLY)]
    needs = profile.needs()
    if needs:
        blocks += [
            Paragraph("Dit profiel is nog niet definitief. Nog te doen:"),
            Bullets(tuple(need.text_nl for need in needs)),
        ]
    else:
        blocks.append(Paragraph("Dit profiel kan definitief worden genoemd. Open vragen blijven open."))
    blocks.append(Heading("Soorten werk"))
    for number, occupation in enumerate((o for o in profile.occupations if o.in_profile), start=1):
        blocks += _occupation(f"{number}.", occupation)
    blocks += _struck(profile.occupations)
    blocks += _changed("Branches", profile.branches) + _changed("Zinnen", profile.sentences)
    judged = tuple(
        f"{each.remark.item}: {each.remark.question_nl} {_judgement(each.motivations)}" for each in profile.remarks
    )
    if judged:
        blocks += [Heading("Teksten op het formulier"), Bullets(judged)]
    return [*blocks, *_not_done(profile)]


def hand_blocks(profile: CoachedProfile) -> list[Block]:
    """Answer only what the coach changed, beside what the engine found; nothing when the coach did nothing.

    Args:
        profile: what `coached` answered.
    """
    touched = [o for o in profile.occupations if o.line.actions]
    blocks: list[Block] = []
    for occupation in (o for o in touched if o.in_profile):
        blocks += _occupation("-", occupation)
    blocks += _struck(touched)
    blocks += _changed("Branches van de coach", profile.branches) + _changed("Zinnen van de coach", profile.sentences)
    blocks += _not_done(profile)
    return [Heading("Wat de coach veranderde"), *blocks] if blocks else []


def _struck(occupations: Iterable[CoachedOccupation]) -> list[Block]:
    gone = [occupation for occupation in occupations if not occupation.in_profile]
    listed = [block for occupation in gone for block in _occupation("-", occupation)]
    return [Heading("Geschrapt door de coach"), *listed] if gone else []


def _not_done(profile: CoachedProfile) -> list[Block]:
    blocks: list[Block] = []
    if profile.refused:
        lines = tuple(f"{_full_action(each.action)} Niet uitgevoerd: {each.why_nl}" for each in profile.refused)
        blocks += [Heading("Niet uitgevoerd"), Bullets(lines)]
    if profile.waiting:
        blocks += [Heading("Van een latere datum"), Bullets(tuple(_full_action(action) for action in profile.waiting))]
    return blocks


def _occupation(mark: str, occupation: CoachedOccupation) -> list[Block]:
    line, engine = occupation.line, occupation.engine
    title = f"{mark} {line.target}" if engine is None else f"{mark} {engine.title_nl} ({engine.id})"
    found = "niet vergeleken" if engine is None else verdict_nl(engine.verdict)
    place = "niet in het profiel van het programma" if line.engine_place is None else f"plaats {line.engine_place}"
    blocks: list[Block] = [Heading(title, 3), Paragraph(f"Programma: {found}, {place}.", 3)]
    blocks += [Paragraph(f"Coach: {_action(action)}", 3) for action in line.actions]
    points = tuple(_point(point) for point in occupation.points if point.state is not PointState.QUESTION)
    asked = sum(1 for point in occupation.points if point.state is PointState.QUESTION)
    if points:
        blocks.append(Bullets(points, 3))
    if asked:
        blocks.append(Paragraph(f"Nog te vragen: {asked} {'punt' if asked == 1 else 'punten'}.", 3))
    return blocks


def _point(point: Point) -> str:
    text = f"{point.label_nl}: {OUTCOME_NL[point.engine]} ({_STATE_NL[point.state]})."
    return f"{text} {_judgement(point.motivations)}".rstrip() if point.motivations else text


def _judgement(motivations: Sequence[CoachAction]) -> str:
    holds = standing(motivations)
    if holds is None:
        return "Nog geen oordeel."
    return f"Motivering van {date_nl(holds.date)}: {holds.text}"


def _changed(title: str, lines: Sequence[Line]) -> list[Block]:
    if not any(line.actions for line in lines):
        return []
    texts = tuple(
        f"{line.target}" + "".join(f" [{_action(action)}]" for action in line.actions)
        for line in lines
        if line.actions or line.origin is Origin.COACH
    )
    return [Heading(title), Bullets(texts)]


def _action(action: CoachAction) -> str:
    place = f" naar plaats {action.place}" if action.place is not None else ""
    return f"{date_nl(action.date)}, {_HAND_NL[action.action]}{place}. Reden: {action.reason}"


def _full_action(action: CoachAction) -> str:
    about = f"{_SUBJECT_NL[action.what]} {action.target}" + (f", {action.point}" if action.point else "")
    return f"{about}: {_action(action)}"
