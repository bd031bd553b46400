"""A VUM profile as the start of a case: work, education, languages, hours and travel; no identity and no health."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from matcher.domain.case import SCHEMA_ID, Case, EducationLevel
from matcher.errors import FileUnreadable, InputError
from matcher.intake import read_case_text
from matcher.papers import CasePart
from matcher.reference.suwi import level_lists
from matcher.vum.rules import vum_rules

_ADVICE = "Geef één werkzoekendeProfiel als JSON, zoals VUM het kent."
_POSTCODE = re.compile(r"([1-9]\d{3}) ?[A-Za-z]{2}")
_MBO = re.compile(r"\b(?:mbo|niveau)[ -]?([1-4])\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class VumReading:
    """What was read from a profile.

    Attributes:
        case: a case without a form, to fill in further.
        questions_nl: what the profile leaves open; nothing of that is in the case.
        left_out_nl: fields that were not read, with the reason; never their content.
    """

    case: Case
    questions_nl: tuple[str, ...]
    left_out_nl: tuple[str, ...]

    def as_yaml(self) -> str:
        """Answer the case as the text of a case file."""
        return CasePart(self.case).as_yaml()


def read_vum_file(path: Path, case_id: str) -> VumReading:
    """Answer the case in a file with a profile; see `read_vum`.

    Args:
        path: the file.
        case_id: mark of the case.

    Raises:
        FileUnreadable: it is missing, too large or no profile.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(vum_rules()["limits"]["max_bytes"] + 1)
    except OSError:
        raise FileUnreadable(
            "Het bestand is niet gevonden of niet te openen. Controleer de naam en de plaats."
        ) from None
    return read_vum(content, case_id)


def read_vum(content: bytes, case_id: str) -> VumReading:
    """Answer a case from a VUM profile, with what it leaves open as questions.

    Names with and without the object around them are read. A code that says no single level becomes a question and is
    not guessed. A text that names something medical is withheld, as in every case.

    Args:
        content: the JSON.
        case_id: mark of the case; no name and no BSN.

    Raises:
        FileUnreadable: it is too large, no JSON or no single profile, or a field has another kind than VUM says.
        CaseInvalid: what was read may not stand in a case, such as a phone number in the name of a course.

    Example:
        >>> content = b'{"arbeidsmarktkwalificatie": {"rijbewijs": [{"codeSoortRijbewijs": "B"}]}}'
        >>> read_vum(content, "voorbeeld").case.person.licences
        ('B',)
    """
    profile = _profile(content)
    reader = _Reader(profile)
    person = reader.person()
    try:
        case = Case.model_validate({"schema": SCHEMA_ID, "id": case_id, "person": person})
    except ValidationError as error:
        names = ", ".join(sorted({".".join(map(str, each["loc"])) for each in error.errors()}))
        raise InputError(
            f"In het profiel past een waarde niet in een casus, bij: {names}. Verbeter het profiel of laat het weg."
        ) from None
    text = CasePart(case).as_yaml()
    return VumReading(read_case_text(text).case, tuple(dict.fromkeys(reader.questions)), tuple(reader.left_out()))


def _profile(content: bytes) -> Mapping[str, Any]:
    if len(content) > vum_rules()["limits"]["max_bytes"]:
        raise FileUnreadable(f"Het bestand is te groot voor één profiel. {_ADVICE}")
    try:
        found = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise FileUnreadable(f"Dit is geen geldige JSON. {_ADVICE}") from None
    if isinstance(found, list) and len(found) == 1:
        found = found[0]
    if not isinstance(found, dict) or not set(found) & _KNOWN:
        raise FileUnreadable(f"Dit is geen profiel, of er staan er meer in. {_ADVICE}")
    return found


class _Reader:
    """Reads one profile; collects what it leaves open."""

    def __init__(self, profile: Mapping[str, Any]) -> None:
        self._profile = profile
        self.questions: list[str] = []

    def person(self) -> dict[str, Any]:
        held = self._object(self._profile, "arbeidsmarktkwalificatie")
        return {
            "experience": list(self._experience(held)),
            "education": list(self._education(held)),
            "certificates": [
                name for each in self._objects(held, "cursus") if (name := self._text(each, "naamCursus"))
            ],
            "licences": [
                code for each in self._objects(held, "rijbewijs") if (code := self._text(each, "codeSoortRijbewijs"))
            ],
            "languages": list(self._languages(held)),
            "wishes": {"occupations": list(self._wishes())},
            "availability": self._availability(),
            "region": self._region(),
        }

    def left_out(self) -> Iterator[str]:
        """Yield the fields that were not read, each with the reason."""
        rules = vum_rules()
        for name in self._profile:
            if name not in _READ:
                reason = rules["not_read"].get(name, "unknown_field")
                shown = name if name in rules["not_read"] else "Een veld"
                yield f"{shown} {rules['reasons_nl'][reason]}."

    def _experience(self, held: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        for each in self._objects(held, "werkervaring"):
            if title := self._name(self._object(each, "beroep"), "beroepsnaam"):
                start, end = (self._year(each, f"datum{when}Werkzaamheden") for when in ("Aanvang", "Einde"))
                yield {"title": title, "from_year": start, "to_year": end}

    def _education(self, held: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        for each in self._objects(held, "opleiding"):
            name = self._name(self._object(each, "opleidingsnaam"), "opleidingsnaam")
            level = self._level(self._number(each, "codeNiveauOpleiding"), name)
            if level is not None:
                yield {
                    "level": level.value,
                    "direction": name or None,
                    "finished": self._finished(each),
                    "year": self._year(each, "datumDiploma"),
                }

    def _level(self, code: int | None, name: str) -> EducationLevel | None:
        known, rules = level_lists()["vum_education"], vum_rules()["questions_nl"]
        choices = known.means.get(code, ()) if code is not None else ()
        if len(choices) == 1:
            return choices[0]
        said = _MBO.search(name)
        if said is not None and (level := EducationLevel(f"mbo-{said[1]}")) in choices:
            return level
        if choices:
            listed = ", ".join(level.value for level in choices)
            self.questions.append(
                rules["education"].format(code=known.name, name=known.codes[code or 0], choices=listed)
            )
        else:
            self.questions.append(rules["education_other"])
        return None

    def _finished(self, each: Mapping[str, Any]) -> bool | None:
        rules, diploma = vum_rules(), self._number(each, "indicatieDiploma")
        if diploma in (rules["ja"], rules["nee"]):
            return bool(diploma == rules["ja"])
        return True if self._number(each, "codeStatusOpleiding") == rules["ja"] else None

    def _languages(self, held: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        rules = vum_rules()
        for each in self._objects(held, "taalbeheersing"):
            name = rules["languages"].get(self._text(each, "codeTaal").lower())
            if name is not None:
                levels = rules["language_levels"]
                yield {
                    "language": name,
                    "spoken": levels.get(self._number(each, "codeNiveauTaalbeheersingMondeling")),
                    "written": levels.get(self._number(each, "codeNiveauTaalbeheersingSchriftelijk")),
                }

    def _wishes(self) -> Iterator[str]:
        for each in self._objects(self._profile, "bemiddelingsberoep"):
            if title := self._name(each, "beroepsnaam"):
                yield title

    def _availability(self) -> dict[str, Any]:
        hours = self._number(self._object(self._profile, "werktijden"), "aantalWerkurenPerWeekMaximaal")
        start = self._text(self._object(self._profile, "flexibiliteit"), "datumAanvangBeschikbaarVoorWerk")
        return {"hours_per_week": hours, "from_date": self._day(start, "datumAanvangBeschikbaarVoorWerk")}

    def _region(self) -> dict[str, Any]:
        rules, held = vum_rules(), self._object(self._profile, "mobiliteit")
        minutes, postcode = self._number(held, "maximaleReistijd"), self._text(held, "bemiddelingspostcode")
        found = _POSTCODE.fullmatch(postcode)
        if minutes is not None:
            self.questions.append(rules["questions_nl"]["travel"])
        transport = [
            rules["transport"].get(self._number(each, "codeVervoermiddel"))
            for each in self._objects(self._profile, "vervoermiddel")
            if self._number(each, "indicatieBeschikbaarVoorWoonWerkverkeer") != rules["nee"]
        ]
        return {
            "postcode4": None if found is None else found[1],
            "travel_minutes_per_day": None if minutes is None else 2 * minutes,
            "transport": [each for each in dict.fromkeys(transport) if each is not None],
        }

    def _name(self, held: Mapping[str, Any], kind: str) -> str:
        """Answer the name of an occupation or education: coded or not, with or without the object around it."""
        what = "Beroep" if kind == "beroepsnaam" else "Opleiding"
        coded = self._object(held, f"{kind}Gecodeerd") or held
        plain = self._object(held, f"{kind}Ongecodeerd") or held
        return self._text(coded, f"omschrijving{what}snaam") or self._text(plain, f"naam{what}Ongecodeerd")

    def _object(self, held: Mapping[str, Any], name: str) -> Mapping[str, Any]:
        value = held.get(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise _wrong(name, "een object")
        return value

    def _objects(self, held: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
        value = held.get(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise _wrong(name, "een lijst van objecten")
        if len(value) > vum_rules()["limits"]["max_items"]:
            raise _wrong(name, f"een lijst van hoogstens {vum_rules()['limits']['max_items']}")
        return value

    def _text(self, held: Mapping[str, Any], name: str) -> str:
        value = held.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise _wrong(name, "een tekst")
        return value.strip()

    def _number(self, held: Mapping[str, Any], name: str) -> int | None:
        """Answer a whole number; the standard writes some of them as text."""
        value = held.get(name)
        if isinstance(value, str) and value.strip().isdecimal() and len(value) < _DIGITS:
            value = int(value)
        if value is None or (isinstance(value, str) and not value.strip()):
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 10**_DIGITS:
            raise _wrong(name, "een geheel getal")
        return value

    def _year(self, held: Mapping[str, Any], name: str) -> int | None:
        day = self._day(self._text(held, name), name)
        return None if day is None else day.year

    @staticmethod
    def _day(text: str, name: str) -> date | None:
        if not text:
            return None
        try:
            return date.fromisoformat(text[:10])
        except ValueError:
            raise _wrong(name, "een datum zoals 2026-11-22") from None


_DIGITS = 9
_READ = frozenset(
    ("arbeidsmarktkwalificatie", "bemiddelingsberoep", "flexibiliteit", "mobiliteit", "vervoermiddel", "werktijden")
)
_KNOWN = _READ | frozenset(("idWerkzoekende", "eisAanWerk"))


def _wrong(name: str, expected: str) -> FileUnreadable:
    return FileUnreadable(f"In het profiel hoort bij {name} {expected} te staan. Verbeter het, of laat het veld weg.")
