"""Consent per vacancy: what a worker allowed to be shared with one new employer, and when it no longer holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from matcher.documents.release import is_blocked
from matcher.domain.capacity import CapacityProfile
from matcher.domain.case import Case
from matcher.domain.condition import Condition
from matcher.domain.track import Consent
from matcher.errors import InputError
from matcher.prose import Audience
from matcher.reference.channels import channels
from matcher.reference.dates import date_in_words
from matcher.reference.tables import read_yaml
from matcher.zoekprofiel import gather, pieces_of

_FILE = "document_consent.yaml"


class ConsentMissing(InputError):
    """What a document wants to share takes consent, and there is none that holds; the text says what to do."""


class ConsentState(StrEnum):
    """Whether a consent holds on a day."""

    HOLDS = "holds"
    NOT_YET = "not_yet"
    WITHDRAWN = "withdrawn"
    NEWER_FORM = "newer_form"


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One recorded consent and whether it holds; for the coach.

    Attributes:
        consent: what was recorded.
        state: whether it holds.
        text_nl: the state in Dutch.
    """

    consent: Consent
    state: ConsentState
    text_nl: str


def consent_lines(case: Case, profile: CapacityProfile, on: date) -> tuple[ConsentLine, ...]:
    """Answer every recorded consent with whether it holds on a day, in the order of the file.

    Args:
        case: the case with its log.
        profile: capacity on that day, for the date of the leading form.
        on: the day.
    """
    words = read_yaml(_FILE)["states"]
    found = ((consent, _state(consent, profile, on)) for consent in case.track.consents)
    return tuple(ConsentLine(each, state, _said(str(words[state.value]), each)) for each, state in found)


def consent_for(case: Case, profile: CapacityProfile, vacancy_id: str, on: date) -> Consent:
    """Answer the consent that holds for a vacancy on a day; the newest one decides.

    Args:
        case: the case with its log.
        profile: capacity on that day, for the date of the leading form.
        vacancy_id: the mark of the vacancy, as the log has it.
        on: the day.

    Raises:
        ConsentMissing: none was recorded, or it does not hold on that day: given later, withdrawn, or older than the
            form that leads.
    """
    texts = read_yaml(_FILE)["refusals"]
    lines = [line for line in consent_lines(case, profile, on) if line.consent.vacancy_id == vacancy_id]
    if not lines:
        raise ConsentMissing(str(texts["none"]))
    given = [line for line in lines if line.state is not ConsentState.NOT_YET] or lines
    newest = max(given, key=lambda line: line.consent.date)
    if newest.state is not ConsentState.HOLDS:
        raise ConsentMissing(_said(str(texts[newest.state.value]), newest.consent))
    return newest.consent


def consented_conditions(conditions: tuple[Condition, ...], consent: Consent) -> tuple[Condition, ...]:
    """Answer the work conditions of which every part falls under a consent; none that speaks of a doctor or a limit.

    A condition of which the Dutch words are blocked for a new employer is kept back in every language.

    Args:
        conditions: the conditions of the zoekprofiel.
        consent: what the worker allowed.

    Raises:
        ConsentMissing: nothing that the worker allowed is a condition on this form, so there is nothing to share.
    """
    allowed, never = set(_codes(consent)), set(read_yaml(_FILE)["frames_never_shared"])
    kept = gather(
        ((frame, words), piece)
        for (frame, words), piece in pieces_of(conditions)
        if set(piece.channels) <= allowed and frame not in never and not is_blocked(piece.nl, Audience.NEW_EMPLOYER)
    )
    if not kept:
        raise ConsentMissing(str(read_yaml(_FILE)["refusals"]["nothing"]))
    return kept


def _codes(consent: Consent) -> Iterator[str]:
    for code, channel in channels().items():
        if channel.item in consent.items or code in consent.items:
            yield code


def _state(consent: Consent, profile: CapacityProfile, on: date) -> ConsentState:
    if consent.date > on:
        return ConsentState.NOT_YET
    if consent.withdrawn_on is not None and consent.withdrawn_on <= on:
        return ConsentState.WITHDRAWN
    newer = profile.form_date is not None and profile.form_date > consent.date
    return ConsentState.NEWER_FORM if newer else ConsentState.HOLDS


def _said(text: str, consent: Consent) -> str:
    withdrawn = "" if consent.withdrawn_on is None else date_in_words(consent.withdrawn_on)
    return text.format(date=date_in_words(consent.date), withdrawn=withdrawn)
