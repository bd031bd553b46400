"""What work asks at the door: the law, an own direction or diploma, and basic skills. Not known is not evidence."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.ranking.digital_part import digital_short
from matcher.ranking.direction_part import OWN
from matcher.ranking.facts import PersonFacts
from matcher.reference.tables import read_yaml

_UNKNOWN_SHARE = 255
_NO = re.compile(r"\b(?:geen|niet|zonder|nooit)\b")
_DUTCH = ("nederlands", "dutch")

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Entry:
    """Which occupations are barred at the door, whatever the stage.

    Attributes:
        by_law: bool [occupations], a diploma, register or licence that the person is not known to have.
        by_direction: bool [occupations], an own direction or vocational diploma, far from what the person has done.
        by_skills: bool [occupations], computer work or writing for who has no such skill.
        not_offered: bool [occupations], never offered, or hardly any jobs in the Netherlands.
    """

    by_law: Mask
    by_direction: Mask
    by_skills: Mask
    not_offered: Mask

    def barred(self) -> Mask:
        """Answer which occupations are barred by any of these."""
        return self.by_law | self.by_direction | self.by_skills | self.not_offered


def level_reason_nl() -> str:
    """Answer the sentence for work above the person's own level."""
    return str(read_yaml("entry_rules.yaml")["reasons_nl"]["by_level"])


def reasons_nl(barriers: Entry, row: int, occupation_id: str, isco08: str) -> tuple[str, ...]:
    """Answer why an occupation is barred, in Dutch; empty when it is not.

    Args:
        barriers: what bars.
        row: number of the occupation.
        occupation_id: its id.
        isco08: its unit group.
    """
    words = read_yaml("entry_rules.yaml")["reasons_nl"]
    masks = {
        "by_law": barriers.by_law,
        "by_direction": barriers.by_direction,
        "by_skills": barriers.by_skills,
    }
    found = [words[name] for name, mask in masks.items() if mask[row]]
    if barriers.not_offered[row]:
        rules = read_yaml("not_offered.yaml")
        why = rules["occupations"].get(occupation_id) or rules["groups"].get(isco08) or rules["too_few_nl"]
        found.append(f"{words['not_offered']} {why}")
    return tuple(found)


def entry(
    case: Case,
    facts: PersonFacts,
    catalogue: Catalogue,
    closeness: npt.NDArray[np.int32],
    directions: npt.NDArray[np.int8],
) -> Entry:
    """Answer which occupations are barred at the door.

    Args:
        case: licences, certificates, education directions, languages and digital skills.
        facts: linked work.
        catalogue: occupations with their requirement.
        closeness: closeness (0-100) to the nearest earlier work, per occupation.
        directions: whether the person has the direction that the work asks, per occupation (`direction_codes`).
    """
    return Entry(
        by_law=_by_law(case, facts, catalogue),
        by_direction=_by_direction(catalogue, closeness, directions == OWN),
        by_skills=_by_skills(case, catalogue),
        not_offered=_not_offered(catalogue),
    )


def held_licences(case: Case) -> frozenset[str]:
    """Answer the licence categories that a person holds, in small letters; what stands behind "geen" is not one.

    Args:
        case: the case.
    """
    return frozenset(_licences(case))


def has_certificate(case: Case, words: Sequence[str]) -> bool:
    """Answer whether a certificate or the direction of a finished education names one of some words.

    Args:
        case: the case.
        words: whole words; one that ends with * is the beginning of a word.
    """
    finished = [edu.direction for edu in case.person.education if edu.finished and edu.direction]
    texts = [text.lower() for text in (*case.person.certificates, *finished) if not _NO.search(text.lower())]
    return any(_says(text, word) for text in texts for word in words)


def _by_law(case: Case, facts: PersonFacts, catalogue: Catalogue) -> Mask:
    codes = read_yaml("legal_entry.yaml")["codes"]
    done = [catalogue.occupation(h.occupation_id) for h in facts.held if h.occupation_id is not None and h.sure]
    held = {(work.legal_requirement, work.isco08) for work in done}
    held |= {(code, "") for code, _ in held if not codes.get(code, {}).get("per_group")}
    needed = [(o.legal_requirement, o.isco08) for o in catalogue.occupations]
    missing = {both: not _has(case, *both, codes, held) for both in set(needed)}
    return np.array([missing[both] for both in needed], np.bool_)


def _has(case: Case, code: str, isco08: str, codes: Mapping[str, Any], held: set[tuple[str, str]]) -> bool:
    rule = codes.get(code)
    if not code or rule is None or rule["kind"] == "note" or {(code, ""), (code, isco08)} & held:
        return True
    if rule["kind"] == "licence":
        return bool(_licences(case) & set(rule["words"]))
    words = rule["per_group"].get(isco08, ()) if "per_group" in rule else rule["words"]
    return has_certificate(case, words)


def _licences(case: Case) -> set[str]:
    parts = [part for text in case.person.licences for part in re.split(r"[,;+]| en | wel ", text.lower())]
    return {word for part in parts if not _NO.search(part) for word in re.split(r"[^a-z0-9/]+", part)}


def _says(text: str, word: str) -> bool:
    ending = r"\w*" if word.endswith("*") else r"\b"
    return re.search(rf"\b{re.escape(word.rstrip('*'))}{ending}", text) is not None


def _by_direction(catalogue: Catalogue, closeness: npt.NDArray[np.int32], own_field: Mask) -> Mask:
    needed = [
        _closeness_needed(o.isco08, o.education_level, own_field=own)
        for o, own in zip(catalogue.occupations, own_field.tolist(), strict=True)
    ]
    return np.array(needed, np.int32) > closeness


@cache
def _closeness_needed(isco08: str, level: int, *, own_field: bool) -> int:
    needed = [0]
    for rule in read_yaml("entry_rules.yaml")["directions"]:
        named = isco08.startswith(tuple(rule.get("prefixes", ())))
        high = "from_level" in rule and level >= int(rule["from_level"])
        if named or high:
            needed.append(int(rule["in_own_field"] if own_field and "in_own_field" in rule else rule["closeness"]))
    return max(needed)


def _by_skills(case: Case, catalogue: Catalogue) -> Mask:
    rules = read_yaml("entry_rules.yaml")["skills"]
    barred: Mask = digital_short(case, catalogue) >= int(read_yaml("digital_demand.yaml")["barred_when_short_by"])
    if case.person.digital_skills == "none":
        barred |= _asked(catalogue, rules["digital"], int(rules["share_below_pct"]))
    dutch = [lang for lang in case.person.languages if lang.language.lower() in _DUTCH]
    if any(lang.written == "none" for lang in dutch):
        for skill in ("writing", "reading"):
            barred |= _asked(
                catalogue, rules[skill], int(rules[skill].get("share_below_pct", rules["share_below_pct"]))
            )
    return barred


def _asked(catalogue: Catalogue, rule: Mapping[str, Any], below: int) -> Mask:
    share = catalogue.within[:, catalogue.channel_index[rule["channel"]], int(rule["level"])]
    asked: Mask = (share != _UNKNOWN_SHARE) & (share < below)
    return asked


def _not_offered(catalogue: Catalogue) -> Mask:
    rules = read_yaml("not_offered.yaml")
    fewest = float(rules["employed_from_x1000"])
    employed = [catalogue.occupations[int(group)].employed_x1000 for group in catalogue.parents]
    named = [o.isco08 in rules["groups"] or o.id in rules["occupations"] for o in catalogue.occupations]
    return np.array(named, np.bool_) | (np.array(employed) < fewest)
