"""Lay the coach's hand over a zoekprofiel. What the engine found stays visible beside it; nothing is lost."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from matcher.catalogue import Catalogue
from matcher.domain.capacity import Remark
from matcher.domain.case import Case
from matcher.domain.coach import Coach, CoachAction, Hand, Subject
from matcher.domain.finding import Outcome
from matcher.domain.zoekprofiel import RankedOccupation, Zoekprofiel
from matcher.dossier.coached_profile import (
    FORM,
    CoachedOccupation,
    CoachedProfile,
    CoachedRemark,
    Point,
    PointState,
    Refused,
    standing,
)
from matcher.dossier.lines import Lines, add, move, strike
from matcher.errors import UnknownName
from matcher.intake.withholding import NOT_KEPT
from matcher.matching import Match, check
from matcher.reference.channels import channels

EngineOf = Callable[[str], RankedOccupation | None]


def coached(match: Match, case: Case, catalogue: Catalogue, sentences: Sequence[str] = ()) -> CoachedProfile:
    """Answer the profile of a case with the coach's hand from its file; work that was added is compared too.

    Args:
        match: what `match` answered for this case.
        case: the case with the coach's actions.
        catalogue: occupations.
        sentences: sentences of the profile text, which may be struck beside those of the profile's data.
    """

    def engine(code: str) -> RankedOccupation | None:
        known = {o.id: o for o in (*match.shown, *match.exceeding, *match.later, *match.own_work)}
        try:
            return known[code] if code in known else check(case, code, match.on, catalogue)
        except UnknownName:
            return None

    profile = match.zoekprofiel
    said = tuple(dict.fromkeys((*profile_sentences(profile), *sentences)))
    return apply_coach(profile, case.coach, on=match.on, engine=engine, remarks=match.profile.remarks, sentences=said)


def apply_coach(
    profile: Zoekprofiel,
    coach: Coach,
    *,
    on: date | None = None,
    engine: EngineOf = lambda _code: None,
    remarks: Sequence[Remark] = (),
    sentences: Sequence[str] | None = None,
) -> CoachedProfile:
    r"""Answer the profile with the coach's hand beside it.

    Actions are carried out in the order of their dates, so the order in the file makes no difference between two days.

    Args:
        profile: what the engine composed.
        coach: the coach's actions.
        on: day of matching; later actions wait. All actions count when not given.
        engine: answers what the engine found for an occupation that the coach adds.
        remarks: texts on the form that a person must judge.
        sentences: sentences of the text; those of the profile's data when not given.

    Returns:
        Every occupation, branch and sentence of the engine and of the coach, and every action exactly once.

    Example:
        >>> from datetime import date
        >>> from matcher.catalogue import load_catalogue
        >>> from matcher.intake import read_case_text
        >>> from matcher.matching import match
        >>> empty = read_case_text("schema: matcher/case/1\nid: voorbeeld-1").case
        >>> result = match(empty, date(2026, 12, 1), load_catalogue())
        >>> apply_coach(result.zoekprofiel, empty.coach).is_final()
        False
    """
    counted = sorted((a for a in coach.actions if on is None or a.date <= on), key=lambda action: action.date)
    waiting = tuple(a for a in coach.actions if on is not None and a.date > on)
    texts = profile_sentences(profile) if sentences is None else tuple(sentences)
    found = {kind.occupation.id: kind.occupation for kind in profile.kinds}
    lists = {
        Subject.OCCUPATION: Lines.of(found),
        Subject.BRANCH: Lines.of(profile.branches_nl),
        Subject.SENTENCE: Lines.of(texts),
    }
    known: dict[str, RankedOccupation | None] = dict(found)
    refused: list[Refused] = []
    motivations: list[CoachAction] = []
    for action in counted:
        if action.what is Subject.MOTIVATION:
            motivations.append(action)
            continue
        if action.what is Subject.OCCUPATION and action.target not in known:
            known[action.target] = engine(action.target)
        changed = _carried_out(lists[action.what], action)
        if isinstance(changed, str):
            refused.append(Refused(action, changed))
        else:
            lists[action.what] = changed
    occupations = [
        CoachedOccupation(line, known[line.target], _points(known[line.target]))
        for line in lists[Subject.OCCUPATION].ordered()
    ]
    judged = [CoachedRemark(remark, ()) for remark in remarks]
    for action in motivations:
        why = _motivate(action, occupations, judged)
        if why:
            refused.append(Refused(action, why))
    return CoachedProfile(
        engine=profile,
        occupations=tuple(occupations),
        branches=lists[Subject.BRANCH].ordered(),
        sentences=lists[Subject.SENTENCE].ordered(),
        remarks=tuple(judged),
        refused=tuple(refused),
        waiting=waiting,
    )


def profile_sentences(profile: Zoekprofiel) -> tuple[str, ...]:
    """Answer the sentences of a profile's data that a coach may strike or move.

    Args:
        profile: what the engine composed.
    """
    statements = [f"{part.rstrip('.')}." for part in profile.statement_nl.split(". ") if part]
    return tuple(dict.fromkeys((*statements, *profile.conditions_nl, *profile.caveats_nl)))


def _carried_out(lines: Lines, action: CoachAction) -> Lines | str:
    return {Hand.ADD: add, Hand.STRIKE: strike, Hand.MOVE: move}[action.action](lines, action)


def _points(engine: RankedOccupation | None) -> tuple[Point, ...]:
    if engine is None:
        return ()
    state = {Outcome.SIGNAL: PointState.SIGNAL, Outcome.EXCEEDS: PointState.EXCEEDS}
    return tuple(
        Point(f.channel, channels()[f.channel].label_nl, f.outcome, state.get(f.outcome, PointState.QUESTION))
        for f in engine.findings
        if f.outcome.is_open_point or f.outcome is Outcome.EXCEEDS
    )


def _motivate(action: CoachAction, occupations: list[CoachedOccupation], remarks: list[CoachedRemark]) -> str:
    """Lay one motivation beside its point; answers what is wrong, or an empty text."""
    if action.action is Hand.MOVE:
        return "Een motivering kan niet worden verplaatst. Voeg haar toe bij het juiste punt."
    if action.action is Hand.ADD and action.text is None:
        return "De motivering zelf ontbreekt. Vul text in."
    if action.text == NOT_KEPT:
        return "De motivering noemde iets medisch en is niet bewaard. Schrijf alleen wat het werk vraagt."
    if action.target == FORM:
        return _judge_remark(action, remarks)
    for number, occupation in enumerate(occupations):
        if occupation.line.target == action.target:
            for place, point in enumerate(occupation.points):
                if point.channel == action.point:
                    points = (*occupation.points[:place], _motivated(point, action), *occupation.points[place + 1 :])
                    occupations[number] = replace(occupation, points=points)
                    return ""
            return "Dit beroep heeft op dit onderdeel geen punt om toe te lichten."
    return "Dit beroep staat niet in het profiel. Voeg het eerst toe."


def _motivated(point: Point, action: CoachAction) -> Point:
    kept = (*point.motivations, action)
    if point.engine is not Outcome.SIGNAL:
        return replace(point, motivations=kept)
    state = PointState.MOTIVATED if standing(kept) else PointState.SIGNAL
    return replace(point, motivations=kept, state=state)


def _judge_remark(action: CoachAction, remarks: list[CoachedRemark]) -> str:
    hits = [number for number, each in enumerate(remarks) if each.remark.item == action.point]
    for number in hits:
        remarks[number] = replace(remarks[number], motivations=(*remarks[number].motivations, action))
    return "" if hits else "Op het formulier staat bij dit onderdeel geen tekst die een oordeel vraagt."
