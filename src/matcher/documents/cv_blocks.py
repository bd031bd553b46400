"""The profile for a new employer: what somebody brings and when, never why. No form is read here.

The same words are made for a person with and without a capacity form: only own fields of the person are used, and the
hours and times within capacity without their reason (class B).
"""

from collections.abc import Iterator

from matcher.documents.person_blocks import education_lines, experience_blocks, skill_lines
from matcher.documents.speech import Speech
from matcher.domain.case import Case
from matcher.domain.zoekprofiel import HoursFrame
from matcher.matching import Match
from matcher.prose import Block, Points, Provenance, Sentence, Text, place_or_none, work_name
from matcher.reference.letters import upper_first
from matcher.report.sentences import number_nl

_MOST_KINDS = 3
_KIND = "availability"


def cv_blocks(match: Match, case: Case, speech: Speech) -> Iterator[Block]:
    """Answer the profile for a new employer.

    Args:
        match: for the kinds of work that are looked for and the hours.
        case: the person's own fields.
        speech: the words.
    """
    kinds = tuple(dict.fromkeys(work_name(kind) for kind in match.zoekprofiel.kinds))[:_MOST_KINDS]
    yield speech.title("cv.looking")
    if kinds:
        yield Points(
            tuple(speech.cell(upper_first(name), "work", Provenance.CATALOGUE, "zoekprofiel.kinds") for name in kinds)
        )
    else:
        yield Text((speech.rule("cv.looking_none"),))
    yield speech.title("cv.experience")
    yield from experience_blocks(case, speech)
    yield speech.title("cv.education")
    yield speech.points_or(education_lines(case, speech), "cv.more")
    skills = tuple(skill_lines(case, speech))
    if skills:
        yield speech.title("cv.skills")
        yield Points(skills)
    yield speech.title("cv.available")
    yield Text((_hours(case, match.zoekprofiel.hours, speech), *_times(match, speech), _place(case, speech)))
    yield Text((speech.rule("cv.more"),))


def _hours(case: Case, hours: HoursFrame, speech: Speech) -> Sentence:
    """Answer the hours a week that somebody wants to work: the smaller of the old hours and the possible hours."""
    old = case.person.old_job
    known = [each for each in (None if old is None else old.hours_per_week, hours.per_week) if each]
    if not known:
        return speech.rule("cv.hours_open", _KIND)
    return speech.say("cv.hours", _KIND, Provenance.PERSON, "availability.hours", hours=number_nl(min(known)))


def _times(match: Match, speech: Speech) -> tuple[Sentence, ...]:
    hours = match.zoekprofiel.hours
    if not (hours.no_evenings or hours.no_nights):
        return ()
    return (speech.say("cv.day", _KIND, Provenance.PERSON, "availability.times"),)


def _place(case: Case, speech: Speech) -> Sentence:
    place = place_or_none(case.person.region.place)
    if place is None:
        return speech.rule("cv.region_open", _KIND)
    return speech.say("cv.region", _KIND, Provenance.PERSON, "person.region.place", place=place)
