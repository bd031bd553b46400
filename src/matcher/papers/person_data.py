"""Files of data about a person: Europass (XML and JSON) and JSON Resume, as raw values without identity."""

import re
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from matcher.papers.report_words import first_level, listed
from matcher.reference.text_signals import plain
from matcher.sheets import json_tree, xml_tree

_YEAR = re.compile(r"(?:19|20)\d{2}")
_LETTERS = re.compile(r"[A-Z][A-Z0-9]{0,2}")
_ITEMS = re.compile(r"<li[^>]*>|<br\s*/?>|\n|\u2022")


@dataclass(slots=True)
class RawPerson:
    """What a CV says, not yet checked."""

    experience: list[dict[str, Any]] = field(default_factory=list)
    education: list[dict[str, Any]] = field(default_factory=list)
    certificates: list[str] = field(default_factory=list)
    licences: list[str] = field(default_factory=list)
    languages: list[tuple[str, str | None]] = field(default_factory=list)
    digital: str | None = None
    identity: dict[str, str] = field(default_factory=dict)


def raw_person(name: str, text: str) -> RawPerson | None:
    """Answer what a file of data says about a person; None when it is no CV or cannot be read.

    Args:
        name: name of the file; its ending tells the kind.
        text: its content.
    """
    if name.lower().endswith(".json"):
        tree = json_tree(text)
        return _from_json(tree) if isinstance(tree, dict) else None
    root = xml_tree(text)
    return _from_xml(root) if root is not None else None


def _from_json(tree: dict[str, Any]) -> RawPerson | None:
    passport = tree.get("SkillsPassport", tree)
    learner = passport.get("LearnerInfo") if isinstance(passport, dict) else None
    if isinstance(learner, dict):
        return _europass_json(learner)
    if any(isinstance(tree.get(key), list) for key in ("work", "education")) and ("basics" in tree or "work" in tree):
        return _json_resume(tree)
    return None


def _json_resume(tree: dict[str, Any]) -> RawPerson:
    raw = RawPerson()
    for job in _dicts(tree.get("work")):
        raw.experience.append(
            {"title": job.get("position"), "from_year": _year(job.get("startDate")),
             "to_year": _year(job.get("endDate")),
             "tasks": [str(each) for each in job.get("highlights") or [] if each]}
        )  # fmt: skip
    for school in _dicts(tree.get("education")):
        words = f"{school.get('studyType', '')} {school.get('area', '')} {school.get('institution', '')}"
        raw.education.append(_school(words, school.get("area"), _year(school.get("endDate"))))
    raw.certificates += [str(each["name"]) for each in _dicts(tree.get("certificates")) if each.get("name")]
    for each in _dicts(tree.get("languages")):
        _language(raw, str(each.get("language", "")), str(each.get("fluency", "")))
    basics = tree.get("basics")
    if isinstance(basics, dict):
        own = {"name": "name", "mail": "email", "phone": "phone"}
        raw.identity = {kind: str(basics[key]) for kind, key in own.items() if basics.get(key)}
    return raw


def _europass_json(learner: dict[str, Any]) -> RawPerson:
    raw = RawPerson()
    for job in _dicts(learner.get("WorkExperience")):
        period = job.get("Period") or {}
        raw.experience.append(
            {"title": _label(job.get("Position")), "from_year": _europass_year(period, "From"),
             "to_year": _europass_year(period, "To"), "tasks": _tasks(str(job.get("Activities") or ""))}
        )  # fmt: skip
    for school in _dicts(learner.get("Education")):
        title = str(school.get("Title") or "")
        words = f"{title} {_label(school.get('Level'))}"
        raw.education.append(_school(words, title, _europass_year(school.get("Period") or {}, "To")))
    skills = learner.get("Skills") if isinstance(learner.get("Skills"), dict) else {}
    linguistic = (skills or {}).get("Linguistic") or {}
    for each in _dicts(linguistic.get("MotherTongue")):
        _language(raw, _label(each.get("Description")), "native")
    for each in _dicts(linguistic.get("ForeignLanguage")):
        level = each.get("ProficiencyLevel") or {}
        _language(raw, _label(each.get("Description")), str(level.get("SpokenInteraction", "")))
    driving = (skills or {}).get("Driving") or {}
    raw.licences += [str(each) for each in driving.get("Description") or [] if isinstance(each, str)]
    return raw


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _label(value: Any) -> str:
    return str(value.get("Label") or "") if isinstance(value, dict) else ""


def _europass_year(period: Any, side: str) -> int | None:
    inner = period.get(side) if isinstance(period, dict) else None
    return _year(inner.get("Year")) if isinstance(inner, dict) else None


def _from_xml(root: Element) -> RawPerson | None:
    raw = RawPerson()
    for job in _all(root, "WorkExperience"):
        raw.experience.append(
            {"title": _first_text(job, "Position", "Label"), "from_year": _attribute_year(job, "From"),
             "to_year": _attribute_year(job, "To"), "tasks": _tasks(_first_text(job, "Activities") or "")}
        )  # fmt: skip
    for job in _all(root, "PositionHistory"):
        raw.experience.append(
            {"title": _first_text(job, "PositionTitle"), "from_year": _year(_first_text(job, "StartDate")),
             "to_year": _year(_first_text(job, "EndDate")), "tasks": _tasks(_first_text(job, "Description") or "")}
        )  # fmt: skip
    for school in [*_all(root, "Education"), *_all(root, "EducationOrganizationAttendance")]:
        title = _first_text(school, "Title") or _first_text(school, "DegreeName") or ""
        words = (
            f"{title} {_first_text(school, 'Level', 'Label') or ''} {_first_text(school, 'EducationLevelCode') or ''}"
        )
        year = _attribute_year(school, "To") or _year(_first_text(school, "EndDate"))
        raw.education.append(_school(words, title, year))
    for tongue in _all(root, "MotherTongue"):
        _language(raw, _first_text(tongue, "Label") or "", "native")
    for tongue in _all(root, "ForeignLanguage"):
        _language(raw, _first_text(tongue, "Label") or "", _first_text(tongue, "SpokenInteraction") or "")
    for driving in _all(root, "Driving"):
        raw.licences += _LETTERS.findall(" ".join(driving.itertext()))
    found = raw.experience or raw.education or raw.languages
    return raw if found else None


def _all(root: Element, name: str) -> list[Element]:
    return [node for node in root.iter() if _local(node) == name]


def _local(node: Element) -> str:
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def _first_text(node: Element, *names: str) -> str | None:
    for name in names:
        inner = next((each for each in node.iter() if each is not node and _local(each) == name), None)
        if inner is None:
            return None
        node = inner
    return " ".join(" ".join(node.itertext()).split()) or None


def _attribute_year(node: Element, side: str) -> int | None:
    inner = next((each for each in node.iter() if _local(each) == side), None)
    if inner is None:
        return None
    return _year(inner.get("year") or " ".join(inner.itertext()))


def _tasks(text: str) -> list[str]:
    parts = [re.sub(r"<[^>]*>", " ", part) for part in _ITEMS.split(text)]
    return [" ".join(part.split()) for part in parts if part.strip()]


def _year(value: Any) -> int | None:
    found = _YEAR.search(str(value)) if value is not None else None
    return int(found.group()) if found else None


def _school(words: str, direction: Any, year: int | None) -> dict[str, Any]:
    level = first_level(plain(words), "cv", "levels")
    return {"level": level, "direction": str(direction) if direction else None, "finished": None, "year": year}


def _language(raw: RawPerson, name: str, level: str) -> None:
    known = listed("cv", "language_names").get(plain(name).strip())
    if name.strip():
        raw.languages.append((known or name.strip()[:60], first_level(plain(level), "cv", "language_levels")))
