"""Build one document for one reader. What the reader may not see is not made, and then filtered once more."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from matcher.catalogue import Catalogue
from matcher.documents.cv_blocks import cv_blocks
from matcher.documents.goal_blocks import details_of, goal_blocks, text_blocks
from matcher.documents.identity import NOBODY, Identity
from matcher.documents.model import Document, Kind
from matcher.documents.person_blocks import person_blocks
from matcher.documents.plan_blocks import activity_blocks, closing_blocks, opening_blocks
from matcher.documents.speech import FILE, Speech, speech_on
from matcher.documents.track_blocks import track_blocks
from matcher.domain.case import Case
from matcher.dossier import ProfileDetails
from matcher.errors import InputError
from matcher.matching import Match
from matcher.prose import (
    Audience,
    Block,
    Provenance,
    Sentence,
    Text,
    Title,
    doctor_questions,
    explain,
    only_visible,
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
) -> Document:
    """Answer one document for one reader, before any file format.

    Args:
        kind: which document.
        match: what `match` answered for the case.
        case: the case.
        catalogue: occupations.
        audience: who will read it.
        identity: names from the separate sheet.
        language: nl; the explanation for the worker also in en.
        details: what `details_of` answered, when it is at hand; else it is worked out here.

    Returns:
        Blocks of sentences; every fragment may be read by the reader. An unknown class of words is for the coach only.

    Raises:
        InputError: this reader does not get this document, it does not exist in this language, or there is nothing
            to ask the doctor.
    """
    _require_allowed(kind, audience, language)
    if kind is Kind.QUESTIONS and match.profile.form_date is not None and not doctor_questions(match):
        raise InputError("Er zijn nu geen open vragen aan de arts. Daarom wordt er geen brief gemaakt.")
    speech = speech_on(match.on)
    label = str(read_yaml(FILE)["kinds"][kind.value]["label_nl"])
    if kind in _EXPLAINED:
        explained = explain(match, case, audience, language).blocks
        blocks = (*explained[:1], *_head(kind, match, case, audience, identity, speech), *explained[1:])
    else:
        title = Title(speech.rule("title", label=label), 1)
        head = _head(kind, match, case, audience, identity, speech)
        blocks = (title, *head, *_body(kind, match, case, catalogue, audience, identity, details, speech))
    blocks = (*blocks, *_foot(kind, match, audience, speech))
    visible = tuple(_without_jumps(only_visible(blocks, audience)))
    return Document(kind, audience, match.on, language, label, visible)


def _without_jumps(blocks: Iterable[Block]) -> Iterator[Block]:
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
    """Answer who and when. A new employer gets the worker's own name and contact, and nothing about the track."""
    to_new = audience is Audience.NEW_EMPLOYER
    names = {"name": identity.worker_name}
    if not to_new:
        names |= {"employer": identity.employer_name, "bureau": identity.bureau_name, "coach": identity.coach_name}
    rows: list[tuple[str, Sentence]] = [
        (f"head.{key}", speech.cell(name, "identity", Provenance.IDENTITY, f"identity.{key}"))
        for key, name in names.items()
        if name is not None
    ]
    if to_new and identity.worker_contact is not None:
        reach = {"contact": identity.worker_contact}
        contact = speech.say("head.reach", "identity", Provenance.IDENTITY, "identity.worker_contact", **reach)
        rows.append(("head.contact", contact))
    if not to_new:
        own = speech.say("head.case_value", "document_frame", Provenance.PERSON, "id", id=case.id)
        rows.append(("head.case", own))
    if rows:
        yield speech.facts(rows)
    if kind not in {Kind.PROFILE, Kind.SUITABILITY, Kind.EXPLANATION}:
        yield Text((speech.rule("dated", date=date_in_words(match.on)),))


def _body(
    kind: Kind,
    match: Match,
    case: Case,
    catalogue: Catalogue,
    audience: Audience,
    identity: Identity,
    details: ProfileDetails | None,
    speech: Speech,
) -> Iterator[Block]:
    if kind is Kind.PROFILE:
        yield from cv_blocks(match, case, speech)
    elif kind is Kind.PROGRESS:
        yield from track_blocks(match, case, catalogue, "progress", audience, speech)
    elif kind is Kind.CLOSING:
        yield from track_blocks(match, case, catalogue, "closing", audience, speech)
    if kind is Kind.PLAN:
        yield from opening_blocks(case, speech)
    if kind in {Kind.PERSONSPROFIEL, Kind.PLAN}:
        yield from person_blocks(match, case, speech)
    if kind in {Kind.ZOEKPROFIEL, Kind.PLAN}:
        yield from text_blocks(match, case, audience, speech)
        around = details_of(match, case, catalogue) if details is None else details
        yield from goal_blocks(match, case, around, speech)
    if kind is Kind.PLAN:
        yield from activity_blocks(match, case, speech)
        yield from closing_blocks(identity, speech)


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
