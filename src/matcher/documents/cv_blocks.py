"""The profile for a new employer: what somebody brings and when, never why. No form is read here.

The same words are made for a person with and without a capacity form: only own fields of the person are used, and the
hours within capacity without their reason (class B). Times of the day stand in it only when the worker names them:
a sentence on times that follows from a limit would be a hint. So would a list of kinds of work that the limits chose:
the profile names the work that it is written for, and nothing else. Work conditions take consent for one vacancy.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from matcher.catalogue import Occupation
from matcher.documents.consent import consented_conditions
from matcher.documents.identity import Identity
from matcher.documents.person_blocks import education_lines, experience_blocks
from matcher.documents.speech import Speech
from matcher.domain.case import Case
from matcher.domain.track import Consent
from matcher.domain.zoekprofiel import HoursFrame
from matcher.matching import Match
from matcher.prose import (
    Block,
    Points,
    Provenance,
    Sentence,
    Text,
    Title,
    audiences_of,
    condition_sentences,
    place_or_none,
    skill_sentences,
    titles_of,
)
from matcher.reference.dates import date_in_words
from matcher.reference.letters import upper_first
from matcher.report.spoken import number_nl
from matcher.zoekprofiel import task_topics

_MOST_TOPICS = 6
_KIND = "availability"
_CONSENTED = "consented"


def cv_title(identity: Identity, speech: Speech) -> Title:
    """Answer the first heading: the worker's own name when the sheet has it.

    Args:
        identity: names from the separate sheet.
        speech: the words.
    """
    if identity.worker_name is None:
        return speech.title("cv.title", 1)
    ref = "identity.worker_name"
    return Title(speech.say("head.profile_of", "identity", Provenance.IDENTITY, ref, name=identity.worker_name), 1)


def cv_contact(identity: Identity, speech: Speech) -> Iterator[Block]:
    """Answer how the worker can be reached, by own choice.

    Args:
        identity: names from the separate sheet.
        speech: the words.
    """
    if identity.worker_contact is not None:
        ref, reach = "identity.worker_contact", {"contact": identity.worker_contact}
        yield Text((speech.say("head.reach", "identity", Provenance.IDENTITY, ref, **reach),))


def cv_blocks(
    match: Match, case: Case, speech: Speech, work: Sequence[Occupation] = (), consent: Consent | None = None
) -> Iterator[Block]:
    """Answer the profile for a new employer.

    Args:
        match: for the hours, and for the conditions that a consent allows.
        case: the person's own fields.
        speech: the words.
        work: the work that this profile is for, as the coach and the worker chose it.
        consent: the worker's consent for one vacancy; without it no condition is made.

    Raises:
        ConsentMissing: the consent leaves nothing to share.
    """
    if work:
        yield speech.title("cv.looking")
        yield Points(
            tuple(
                speech.cell(upper_first(each.kind_nl or each.title_nl), "work", Provenance.CATALOGUE, each.id)
                for each in work
            )
        )
    yield speech.title("cv.experience")
    yield from experience_blocks(case, speech)
    known = tuple(_known(case, speech))
    if known:
        yield speech.title("cv.topics")
        yield Points(known)
    yield speech.title("cv.education")
    yield speech.points_or(education_lines(case, speech), "cv.more")
    skills = skill_sentences(case, speech.words)
    if skills:
        yield speech.title("cv.skills")
        yield Points(skills)
    yield speech.title("cv.available")
    hours = match.zoekprofiel.hours
    yield Text((_hours(case, hours, speech), *_times(case, hours, speech), *_start(case, speech), _place(case, speech)))
    if consent is not None:
        yield from _conditions(match, consent, speech)
    yield Text((speech.rule("cv.more"),))


def _known(case: Case, speech: Speech) -> Iterator[Sentence]:
    """Answer what the person did before: it tells what somebody can, and it is the same with and without a form."""
    for topic, title, field in task_topics(case)[:_MOST_TOPICS]:
        titles = titles_of(title)
        known = [each for each in titles if each is not None]
        job = speech.words.template("cv.job").format(title=" en ".join(known)) if len(known) == len(titles) else ""
        yield speech.say("cv.topic", "person", Provenance.PERSON, field, topic=upper_first(topic), job=job)


def _hours(case: Case, hours: HoursFrame, speech: Speech) -> Sentence:
    """Answer the hours a week: what the person says, else those of the old work, and never more than is possible."""
    old, own = case.person.old_job, case.person.availability.hours_per_week
    wanted = own if own is not None or old is None else old.hours_per_week
    known = [each for each in (wanted, hours.per_week) if each]
    if not known:
        return speech.rule("cv.hours_open", _KIND)
    return speech.say("cv.hours", _KIND, Provenance.PERSON, "availability.hours", hours=number_nl(min(known)))


def _times(case: Case, hours: HoursFrame, speech: Speech) -> Iterator[Sentence]:
    shut = {"evening": hours.no_evenings, "night": hours.no_nights}
    names = speech.words.list_of("times")
    open_times = [str(names[time]) for time in case.person.availability.times if not shut.get(time, False)]
    if open_times:
        listed = f"{', '.join(open_times[:-1])} en {open_times[-1]}" if len(open_times) > 1 else open_times[0]
        yield speech.say("cv.times", _KIND, Provenance.PERSON, "person.availability.times", list=listed)


def _start(case: Case, speech: Speech) -> Iterator[Sentence]:
    start = case.person.availability.from_date
    if start is not None:
        ref = "person.availability.from_date"
        yield speech.say("cv.from_date", _KIND, Provenance.PERSON, ref, date=date_in_words(start))


def _place(case: Case, speech: Speech) -> Sentence:
    place = place_or_none(case.person.region.place)
    if place is None:
        return speech.rule("cv.region_open", _KIND)
    return speech.say("cv.region", _KIND, Provenance.PERSON, "person.region.place", place=place)


def _conditions(match: Match, consent: Consent, speech: Speech) -> Iterator[Block]:
    """Answer the conditions that the worker allowed, as words; only here their class becomes one of a new employer."""
    kept = consented_conditions(match.zoekprofiel.conditions, consent)
    yield speech.title("cv.conditions", kind=_CONSENTED)
    yield Text((speech.rule("cv.conditions_intro", _CONSENTED),))
    yield Points(tuple(_released(sentence) for sentence in condition_sentences(kept, speech.prose)))


def _released(sentence: Sentence) -> Sentence:
    allowed = audiences_of(_CONSENTED)
    return replace(sentence, fragments=tuple(replace(piece, audiences=allowed) for piece in sentence.fragments))
