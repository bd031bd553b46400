"""What the text says about where and when: region, travel, hours and times, without a single limit in figures."""

from datetime import date

from matcher.domain.capacity import CapacityProfile
from matcher.domain.case import Case
from matcher.domain.zoekprofiel import HoursFrame
from matcher.prose.audience import audiences_of
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.grammar import in_list
from matcher.prose.known_words import place_or_none
from matcher.prose.wording import Wording


def region_sentence(case: Case, words: Wording) -> Sentence:
    """Answer the search region; a place that no list knows is not written."""
    region = case.person.region
    place = place_or_none(region.place)
    if place is not None:
        return _region(words, "place", "person.region.place", place)
    if region.postcode4 is not None:
        return _region(words, "postcode", "person.region.postcode4", region.postcode4)
    if region.place is not None:
        return words.say("region.unnamed", "work", Provenance.PERSON, "person.region.place")
    return words.say("region.unknown", "work", Provenance.PERSON, "person.region")


def _region(words: Wording, key: str, ref: str, place: str) -> Sentence:
    piece = Fragment(place, Provenance.PERSON, audiences_of("work"), ref)
    return words.say(f"region.{key}", "work", Provenance.PERSON, ref, place=piece)


def travel_sentence(case: Case, words: Wording) -> Sentence | None:
    """Answer how the person can travel; None when that is not known."""
    region = case.person.region
    names = words.list_of("transport")
    ref = "person.region.transport"
    pieces = [
        Fragment(str(names[means.value]), Provenance.PERSON, audiences_of("work"), ref)
        for means in dict.fromkeys(region.transport)
    ]
    if not pieces:
        return None
    key = "region.travel" if region.travel_minutes_per_day is None else "region.travel_limit"
    return words.say(key, "work", Provenance.PERSON, ref, means=in_list(pieces, words.language))


_TIMES = frozenset({"day", "no_night", "mostly_day"})


def hours_sentences(hours: HoursFrame, words: Wording) -> tuple[Sentence, ...]:
    """Answer the sentences on times and hours, in words that name no limit.

    Args:
        hours: the hours within capacity, with the names of what is said about them.
        words: the wording in force.
    """
    return tuple(_hours(words, name, "form.VI.1" if name in _TIMES else "form.VI.2+VI.3") for name in hours.says)


def _hours(words: Wording, key: str, ref: str) -> Sentence:
    return words.say(f"hours.{key}", "hours", Provenance.FORM, ref)


def build_up_sentence(case: Case, profile: CapacityProfile, words: Wording, on: date) -> Sentence | None:
    """Answer that hours grow by the doctor's schedule, when a step still lies ahead."""
    steps = [
        (number, step)
        for number, form in enumerate(case.forms)
        if form.date == profile.form_date
        for step in form.build_up
        if step.from_date > on
    ]
    if not steps:
        return None
    return words.say("hours.build_up", "document", Provenance.FORM, f"forms.{steps[0][0]}.build_up")
