"""What the text says about where and when: region, travel, hours and times, without a single limit in figures."""

from datetime import date
from decimal import Decimal

from matcher.domain.capacity import CapacityProfile, CapacityStatus
from matcher.domain.case import Case
from matcher.domain.zoekprofiel import HoursFrame
from matcher.prose.audience import audiences_of
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.grammar import in_list
from matcher.prose.known_words import place_or_none
from matcher.prose.wording import Wording

_FULL_DAY = Decimal(8)
_FULL_WEEK = Decimal(36)


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


def hours_sentences(profile: CapacityProfile, hours: HoursFrame, words: Wording) -> tuple[Sentence, ...]:
    """Answer the sentences on times and hours, in words that name no limit.

    Args:
        profile: capacity, to see whether hours are known.
        hours: the hours within capacity.
        words: the wording in force.
    """
    found = []
    if hours.no_evenings or hours.no_nights:
        key = "day" if hours.no_evenings and hours.no_nights else "no_night" if hours.no_nights else "mostly_day"
        found.append(_hours(words, key, "form.VI.1"))
    short_day = hours.per_day is not None and hours.per_day < _FULL_DAY
    part_time = hours.per_week is not None and hours.per_week < _FULL_WEEK
    if short_day or part_time:
        key = "short_both" if short_day and part_time else "short_days" if short_day else "part_time"
        found.append(_hours(words, key, "form.VI.2+VI.3"))
    elif any(profile.channels[code].status is CapacityStatus.LIMITED for code in ("VI.2", "VI.3")):
        found.append(_hours(words, "ordinary", "form.VI.2+VI.3"))
    elif profile.channels["VI.2"].is_known and profile.channels["VI.3"].is_known:
        found.append(_hours(words, "free", "form.VI.2+VI.3"))
    else:
        found.append(_hours(words, "unknown", "form.VI.2+VI.3"))
    return tuple(found)


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
