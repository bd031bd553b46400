"""A case as a VUM profile: what a possible new employer may know, and nothing that follows from a limit.

The same fields come out for a person with and without a capacity form, hours apart: those are never more than the form
allows, without saying so. Deny by default: a field of the case goes out only when its class may be read by a new
employer, and the finished words are held against everything that such a reader may not see.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.catalogue import Occupation
from matcher.documents import check_words, may_read
from matcher.domain.case import Case, Education
from matcher.domain.zoekprofiel import HoursFrame
from matcher.errors import InputError
from matcher.matching import Match
from matcher.prose import Audience, listed_or_none, titles_of
from matcher.reference.suwi import level_lists
from matcher.vum.rules import vum_rules

_READER = Audience.NEW_EMPLOYER
_LONGEST_ID = 200


@dataclass(frozen=True, slots=True)
class VumProfile:
    """A profile that is ready to be shared.

    Attributes:
        profile: the werkzoekendeProfiel, as plain values.
        notes_nl: what is not in it and why, for the coach.
    """

    profile: Mapping[str, Any]
    notes_nl: tuple[str, ...]


def vum_profile(
    case: Case, match: Match, *, own_id: str, agreed_on: date, work: Sequence[Occupation], on: date
) -> VumProfile:
    """Answer a case as a VUM profile.

    Args:
        case: the case.
        match: what `match` answered for it, for the hours within capacity.
        own_id: mark under which the profile is shared; not the mark of the case.
        agreed_on: day on which the worker agreed to share this profile.
        work: the work that the coach and the worker chose; a list that limits chose would say something about them.
        on: the day of sharing.

    Raises:
        InputError: no work is named, the mark does not fit, or the worker did not agree yet.
        ReleaseRefused: a word would say more than the reader may know; nothing is made.
    """
    if not work:
        raise InputError("Noem met --work minstens één soort werk dat u samen met de werknemer hebt gekozen.")
    if not 0 < len(own_id) <= _LONGEST_ID or own_id == case.id:
        raise InputError(
            f"Geef een eigen kenmerk voor het delen, van 1 tot {_LONGEST_ID} tekens, en niet dat van de casus."
        )
    if agreed_on > on:
        raise InputError("De werknemer is nog niet akkoord: de dag van het akkoord ligt na de peildatum.")
    notes: list[str] = []
    parts = {
        "idWerkzoekende": own_id,
        "bemiddelingsberoep": [_uncoded("beroepsnaam", "Beroep", each.title_nl) for each in work],
        "werktijden": _hours(case, match.zoekprofiel.hours),
        "flexibiliteit": _start(case),
        "mobiliteit": _travel(case),
        "vervoermiddel": _transport(case),
        "arbeidsmarktkwalificatie": _qualifications(case, notes),
    }
    profile = {name: value for name, value in parts.items() if value}
    check_words(" | ".join(_words(profile)), case, _READER, on)
    return VumProfile(profile, (*dict.fromkeys(notes), *vum_rules()["left_out_nl"]))


def _hours(case: Case, hours: HoursFrame) -> dict[str, Any]:
    """Answer the hours a week that the person says, else those of the old work, and never more than is possible."""
    said = case.person.availability.hours_per_week if may_read("person.availability.hours_per_week", _READER) else None
    old = case.person.old_job
    if said is None and old is not None and may_read("person.old_job.hours_per_week", _READER):
        said = old.hours_per_week
    known = [each for each in (said, hours.per_week) if each]
    found: dict[str, Any] = {"aantalWerkurenPerWeekMaximaal": int(min(known))} if known else {}
    times = case.person.availability.times if may_read("person.availability.times", _READER) else ()
    if times:
        only_day = set(times) == {"day"}
        found["indicatieKantoortijden"] = vum_rules()["ja" if only_day else "nee"]
    return found


def _start(case: Case) -> dict[str, Any]:
    start = case.person.availability.from_date
    if start is None or not may_read("person.availability.from_date", _READER):
        return {}
    return {"datumAanvangBeschikbaarVoorWerk": start.isoformat()}


def _travel(case: Case) -> dict[str, Any]:
    minutes = case.person.region.travel_minutes_per_day
    if not minutes or not may_read("person.region.travel_minutes_per_day", _READER):
        return {}
    return {"maximaleReistijd": min(minutes // 2, int(vum_rules()["limits"]["max_minutes"]))}


def _transport(case: Case) -> list[dict[str, Any]]:
    if not may_read("person.region.transport", _READER):
        return []
    rules = vum_rules()
    codes = [rules["transport_written"].get(each.value) for each in case.person.region.transport]
    return [
        {"codeVervoermiddel": code, "indicatieBeschikbaarVoorWoonWerkverkeer": rules["ja"]}
        for code in dict.fromkeys(codes)
        if code is not None
    ]


def _qualifications(case: Case, notes: list[str]) -> dict[str, Any]:
    told = vum_rules()["notes_nl"]
    if case.person.certificates:
        notes.append(told["certificates"])
    parts: dict[str, Any] = {
        "werkervaring": list(_experience(case, notes)) if may_read("person.experience", _READER) else [],
        "opleiding": list(_education(case, notes)) if may_read("person.education", _READER) else [],
        "rijbewijs": list(_licences(case, notes)) if may_read("person.licences", _READER) else [],
        "taalbeheersing": list(_languages(case, notes)) if may_read("person.languages", _READER) else [],
    }
    return {name: value for name, value in parts.items() if value}


def _experience(case: Case, notes: list[str]) -> Iterator[dict[str, Any]]:
    for held in case.person.experience:
        for title in titles_of(held.title):
            if title is None:
                notes.append(vum_rules()["notes_nl"]["title"])
            else:
                yield {"beroep": _uncoded("beroepsnaam", "Beroep", title)}


def _education(case: Case, notes: list[str]) -> Iterator[dict[str, Any]]:
    codes = level_lists()["vum_education"].written
    for education in case.person.education:
        code = codes.get(education.level)
        if code is None:
            continue
        found: dict[str, Any] = {"codeNiveauOpleiding": code, "indicatieDiploma": _finished(education)}
        direction = listed_or_none(education.direction, "directions")
        if direction is not None:
            found["opleidingsnaam"] = _uncoded("opleidingsnaam", "Opleiding", direction)
        elif education.direction is not None:
            notes.append(vum_rules()["notes_nl"]["direction"])
        yield found


def _finished(education: Education) -> int:
    rules = vum_rules()
    return int(rules["onbekend"] if education.finished is None else rules["ja" if education.finished else "nee"])


def _licences(case: Case, notes: list[str]) -> Iterator[dict[str, Any]]:
    for licence in case.person.licences:
        if licence.upper() in vum_rules()["licences"]:
            yield {"codeSoortRijbewijs": licence.upper()}
        else:
            notes.append(vum_rules()["notes_nl"]["licence"])


def _languages(case: Case, notes: list[str]) -> Iterator[dict[str, Any]]:
    rules = vum_rules()
    codes = {name.casefold(): code for code, name in rules["languages"].items()}
    levels = {name: code for code, name in rules["language_levels"].items()}
    for skill in case.person.languages:
        code = codes.get(skill.language.casefold())
        if code is None:
            notes.append(rules["notes_nl"]["language"])
            continue
        found: dict[str, Any] = {"codeTaal": code}
        if skill.spoken is not None:
            found["codeNiveauTaalbeheersingMondeling"] = levels[skill.spoken]
        if skill.written is not None:
            found["codeNiveauTaalbeheersingSchriftelijk"] = levels[skill.written]
        yield found


def _uncoded(kind: str, what: str, name: str) -> dict[str, Any]:
    """Answer a name without a code, in the object around it that the interface asks since version 0.99.6."""
    return {f"{kind}Ongecodeerd": {f"naam{what}Ongecodeerd": name}}


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for each in value.values():
            yield from _words(each)
    elif isinstance(value, list):
        for each in value:
            yield from _words(each)
    elif isinstance(value, str):
        yield value
