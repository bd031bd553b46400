"""A zoekprofiel with the coach's hand beside the engine's findings, and what keeps it from being final."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from matcher.domain.capacity import Remark
from matcher.domain.coach import CoachAction, Hand
from matcher.domain.finding import Outcome, VerdictKind
from matcher.domain.zoekprofiel import RankedOccupation, Zoekprofiel
from matcher.dossier.lines import Line

FORM = "form"


class PointState(StrEnum):
    """Where a point of a verdict stands."""

    SIGNAL = "signal"  # needs a motivation before the profile is final
    MOTIVATED = "motivated"  # a signal that may stand: "G, gemotiveerd"
    QUESTION = "question"  # must be asked; a motivation does not answer it
    EXCEEDS = "exceeds"  # no motivation changes this


@dataclass(frozen=True, slots=True)
class Point:
    """One point of an occupation's verdict, with what the engine found and what the coach wrote.

    Attributes:
        channel: channel code.
        label_nl: name of the channel in Dutch.
        engine: what the engine found.
        state: where it stands after the coach's motivations.
        motivations: what the coach wrote, oldest first; also motivations that change nothing.
    """

    channel: str
    label_nl: str
    engine: Outcome
    state: PointState
    motivations: tuple[CoachAction, ...] = ()


@dataclass(frozen=True, slots=True)
class CoachedOccupation:
    """One occupation: what the engine said, what the coach did, and why.

    Attributes:
        line: the occupation's place in the list with every action on it.
        engine: what the engine found; None when the occupation could not be compared.
        points: every point of the verdict.
    """

    line: Line
    engine: RankedOccupation | None
    points: tuple[Point, ...]

    @property
    def in_profile(self) -> bool:
        """Answer whether it is in the profile: found or added, and not struck."""
        return not self.line.struck

    @property
    def exceeds(self) -> bool:
        """Answer whether the engine found an excess; no hand of the coach changes that."""
        return self.engine is not None and self.engine.verdict.kind is VerdictKind.EXCEEDS


@dataclass(frozen=True, slots=True)
class CoachedRemark:
    """A text on the form that no channel can answer, with how it was judged."""

    remark: Remark
    motivations: tuple[CoachAction, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """An action that could not be carried out, with what is wrong. It stays on record."""

    action: CoachAction
    why_nl: str


class NeedKind(StrEnum):
    """Why a profile cannot be called final yet."""

    MOTIVATION = "motivation"
    JUDGEMENT = "judgement"
    EXCEEDS = "exceeds"
    NOT_COMPARED = "not_compared"
    REJECTED = "rejected"
    NO_WORK = "no_work"


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that must be done before the profile can be called final.

    Attributes:
        kind: what sort of thing.
        target: occupation id, or `form`.
        point: channel or item; empty when it is about the whole occupation.
        text_nl: what to do, in Dutch.
    """

    kind: NeedKind
    target: str
    point: str
    text_nl: str


@dataclass(frozen=True, slots=True)
class CoachedProfile:
    """A zoekprofiel with the coach's hand beside the engine's findings. For the coach's eyes.

    Attributes:
        engine: the profile as the engine made it, unchanged.
        occupations: every occupation in the coach's order, the struck ones last.
        branches: every branch, the struck ones last.
        sentences: every sentence, the struck ones last.
        remarks: texts on the form that a person must judge.
        refused: actions that could not be carried out.
        waiting: actions of a later date than the day of matching.
    """

    engine: Zoekprofiel
    occupations: tuple[CoachedOccupation, ...]
    branches: tuple[Line, ...]
    sentences: tuple[Line, ...]
    remarks: tuple[CoachedRemark, ...]
    refused: tuple[Refused, ...]
    waiting: tuple[CoachAction, ...]

    def needs(self) -> tuple[Need, ...]:
        """Answer everything that keeps the profile from being final; struck occupations ask nothing."""
        active = [occupation for occupation in self.occupations if occupation.in_profile]
        found = [need for occupation in active for need in _needs(occupation)]
        found += [_judge(each.remark) for each in self.remarks if not standing(each.motivations)]
        if not active:
            found.append(Need(NeedKind.NO_WORK, "", "", "Het profiel noemt geen soort werk."))
        return tuple(found)

    def is_final(self) -> bool:
        """Answer whether the profile can be called final: every signal motivated, every text judged, nothing exceeds.

        Questions may stay open: they are asked per vacancy or to the doctor, and stay in the profile.
        """
        return not self.needs()

    def usable(self) -> tuple[str, ...]:
        """Answer what a search may use: in the profile, compared, no excess, not rejected by the labour expert."""
        return tuple(
            o.engine.id
            for o in self.occupations
            if o.in_profile and o.engine is not None and not o.exceeds and not o.engine.rejected
        )

    def motivated(self) -> int:
        """Answer how many signals were motivated."""
        return sum(1 for o in self.occupations for p in o.points if p.state is PointState.MOTIVATED)


def standing(motivations: Iterable[CoachAction]) -> CoachAction | None:
    """Answer the motivation that holds: the last one, unless it was struck after that.

    Args:
        motivations: actions on one point, oldest first.

    Example:
        >>> standing(()) is None
        True
    """
    last = None
    for action in motivations:
        last = action if action.action is Hand.ADD else None
    return last


def _needs(occupation: CoachedOccupation) -> list[Need]:
    code = occupation.line.target
    if occupation.engine is None:
        return [Need(NeedKind.NOT_COMPARED, code, "", "Dit werk is niet vergeleken met de belastbaarheid.")]
    title = occupation.engine.title_nl
    found = [
        Need(
            NeedKind.EXCEEDS,
            code,
            point.channel,
            f"{title}: overschrijding op {point.label_nl}. Een motivering verandert dat niet. "
            "Schrap dit werk, of vraag de arts.",
        )
        for point in occupation.points
        if point.state is PointState.EXCEEDS
    ]
    if occupation.engine.rejected:
        text = f"{title}: de arbeidsdeskundige wees dit werk af. Schrap dit werk, of leg het opnieuw voor."
        found.append(Need(NeedKind.REJECTED, code, "", text))
    found += [
        Need(NeedKind.MOTIVATION, code, point.channel, f"{title}: motiveer waarom {point.label_nl} toch kan.")
        for point in occupation.points
        if point.state is PointState.SIGNAL
    ]
    return found


def _judge(remark: Remark) -> Need:
    text = f"Formulier, {remark.item}: beoordeel de tekst en schrijf het oordeel op. {remark.question_nl}"
    return Need(NeedKind.JUDGEMENT, FORM, remark.item, text)
