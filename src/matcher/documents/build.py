"""Build one document for one reader. What the reader may not see is not made, and then filtered once more."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal

from matcher.catalogue import Catalogue
from matcher.documents.chart_blocks import chart_section, has_charts, with_charts
from matcher.documents.consent import ConsentMissing, consent_for
from matcher.documents.goal_blocks import details_of, goal_blocks, text_blocks
from matcher.documents.hand_blocks import hand_blocks
from matcher.documents.identity import NOBODY, Identity
from matcher.documents.model import Document, Kind, Part, visible_parts
from matcher.documents.person_blocks import person_blocks
from matcher.documents.plan_blocks import plan_blocks
from matcher.documents.speech import FILE, Speech, speech_on
from matcher.domain.case import Case
from matcher.dossier import CoachedProfile, ProfileDetails, coached, decided
from matcher.errors import InputError
from matcher.matching import Match
from matcher.prose import (
    Audience,
    Block,
    Provenance,
    Sentence,
    Text,
    Title,
)
from matcher.reference.dates import date_in_words
from matcher.reference.tables import read_yaml
from matcher.report import receipt_nl

_EXPLAINED = frozenset({Kind.SUITABILITY, Kind.QUESTIONS, Kind.EXPLANATION})


def kinds_for(audience: Audience) -> tuple[Kind, ...]:
    """Answer the documents that a reader may get.

    Args:
        audience: who reads.

    Example:
        >>> [kind.value for kind in kinds_for(Audience.NEW_EMPLOYER)]
        ['profile']
    """
    table = read_yaml(FILE)["kinds"]
    return tuple(Kind(name) for name, raw in table.items() if audience.value in raw["audiences"])


def build_document(
    kind: Kind,
    match: Match,
    case: Case,
    catalogue: Catalogue,
    audience: Audience,
    *,
    identity: Identity = NOBODY,
    language: str = "nl",
    details: ProfileDetails | None = None,
    work: Sequence[str] = (),
    consent: str | None = None,
) -> Document:
    """Answer one document for one reader, before any file format.

    Args:
        kind: which document.
        match: what `match` answered for the case; the coach's hand in the case is laid over it here.
        case: the case.
        catalogue: occupations.
        audience: who will read it.
        identity: names from the separate sheet.
        language: nl; the explanation for the worker also in en.
        details: what `details_of` answered, when it is at hand; else it is worked out here.
        work: ids of the work that a profile is written for; only for a profile.
        consent: mark of the vacancy for which the worker allowed to share conditions; only for a profile.

    Returns:
        Blocks of sentences; every fragment may be read by the reader. An unknown class of words is for the coach only.

    Raises:
        InputError: this reader does not get this document, it does not exist in this language, or there is nothing
            to ask the doctor.
        UnknownName: there is no such work.
        ConsentMissing: conditions were asked for without a consent of the worker that holds.
    """
    _require_allowed(kind, audience, language)
    if kind is Kind.QUESTIONS and match.profile.form_date is not None and not _has_questions(match):
        raise InputError("Er zijn nu geen open vragen aan de arts. Daarom wordt er geen brief gemaakt.")
    hand = coached(match, case, catalogue)
    match = decided(match, case, catalogue, hand)
    speech = speech_on(match.on)
    label = str(read_yaml(FILE)["kinds"][kind.value]["label_nl"])
    parts: Iterable[Part]
    if kind is Kind.PROFILE:
        from matcher.documents.cv_blocks import cv_blocks, cv_contact, cv_title  # noqa: PLC0415 only this kind needs it

        sought = tuple(catalogue.occupation(each) for each in work)
        allowed = None if consent is None else consent_for(case, match.profile, consent, match.on)
        parts = (
            cv_title(identity, speech),
            *cv_contact(identity, speech),
            *cv_blocks(match, case, speech, sought, allowed),
        )
    elif work:
        raise InputError(str(read_yaml("document_consent.yaml")["refusals"]["other_work"]))
    elif consent is not None:
        raise ConsentMissing(str(read_yaml("document_consent.yaml")["refusals"]["other_document"]))
    elif kind in _EXPLAINED:
        from matcher.prose import explain  # noqa: PLC0415 only these kinds need it

        told = explain(match, case, audience, language).blocks
        charts = has_charts(kind, audience)
        explained = tuple(with_charts(told, match, case, catalogue, speech)) if charts else told
        parts = (*explained[:1], *_head(kind, match, case, audience, identity, speech), *explained[1:])
    else:
        title = Title(speech.rule("title", label=label), 1)
        head = _head(kind, match, case, audience, identity, speech)
        parts = (title, *head, *_body(kind, match, case, catalogue, audience, identity, details, hand, speech))
    parts = (*parts, *_foot(kind, match, audience, speech))
    return Document(kind, audience, match.on, language, label, tuple(_without_jumps(visible_parts(parts, audience))))


def _has_questions(match: Match) -> bool:
    from matcher.prose import doctor_questions  # noqa: PLC0415 only this kind needs it

    return bool(doctor_questions(match))


def _without_jumps(blocks: Iterable[Part]) -> Iterator[Part]:
    """Answer the blocks with headings that never skip a level: who hears the document walks along them."""
    before = 0
    for block in blocks:
        if isinstance(block, Title):
            level = min(block.level, before + 1)
            before = level
            yield replace(block, level=level)
        else:
            yield block


def _require_allowed(kind: Kind, audience: Audience, language: str) -> None:
    allowed: Any = read_yaml(FILE)["kinds"][kind.value]["audiences"]
    if audience.value not in allowed:
        raise InputError(f"Dit stuk is er niet voor deze lezer. {kind.value} is er voor: {', '.join(allowed)}.")
    if language != "nl" and not (language == "en" and kind is Kind.EXPLANATION):
        raise InputError("Dit stuk is er alleen in het Nederlands (nl). Engels (en) is er alleen voor explanation.")


def _head(
    kind: Kind, match: Match, case: Case, audience: Audience, identity: Identity, speech: Speech
) -> Iterator[Block]:
    """Answer who and when. A doctor is not told who the employer is: the questions are about the form."""
    names = {
        "name": identity.worker_name,
        "employer": None if audience is Audience.DOCTOR else identity.employer_name,
        "bureau": identity.bureau_name,
        "coach": identity.coach_name,
    }
    rows: list[tuple[str, Sentence]] = [
        (f"head.{key}", speech.cell(name, "identity", Provenance.IDENTITY, f"identity.{key}"))
        for key, name in names.items()
        if name is not None
    ]
    own = speech.say("head.case_value", "document_frame", Provenance.PERSON, "id", id=case.id)
    yield speech.facts([*rows, ("head.case", own)])
    if kind not in {Kind.SUITABILITY, Kind.EXPLANATION}:
        yield Text((speech.rule("dated", date=date_in_words(match.on)),))


def _body(
    kind: Kind,
    match: Match,
    case: Case,
    catalogue: Catalogue,
    audience: Audience,
    identity: Identity,
    details: ProfileDetails | None,
    hand: CoachedProfile,
    speech: Speech,
) -> Iterator[Part]:
    if kind in {Kind.PROGRESS, Kind.CLOSING}:
        from matcher.documents.track_blocks import track_blocks  # noqa: PLC0415 only these kinds need it

        report: Literal["progress", "closing"] = "progress" if kind is Kind.PROGRESS else "closing"
        yield from track_blocks(match, case, catalogue, report, audience, speech)
    elif kind is Kind.PERSONSPROFIEL:
        yield from person_blocks(match, case, speech)
    elif kind in {Kind.ZOEKPROFIEL, Kind.PLAN}:
        around = details_of(match, case, catalogue) if details is None else details
        goal = (*text_blocks(match, case, audience, speech), *goal_blocks(match, case, around, speech))
        if kind is Kind.PLAN:
            yield from plan_blocks(match, case, person_blocks(match, case, speech), goal, identity, speech)
            return
        yield from goal
        yield from hand_blocks(hand, speech)
        if has_charts(kind, audience):
            yield from chart_section(match, case, catalogue, speech)


def _foot(kind: Kind, match: Match, audience: Audience, speech: Speech) -> Iterator[Block]:
    """Answer who made it and with what; the receipt holds no personal value. A new employer gets neither."""
    if kind is Kind.PROFILE:
        return
    heading = str(speech.words.list_of("receipt"))
    yield Title(speech.cell(heading, "document_frame", Provenance.POLICY, "receipt"))
    made = [speech.rule("made")]
    if audience in {Audience.COACH, Audience.LABOUR_EXPERT}:
        made.append(speech.cell(f"{receipt_nl(match.receipt)}.", "load", Provenance.POLICY, "receipt"))
    yield Text(tuple(made))
