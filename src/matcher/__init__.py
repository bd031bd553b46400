"""matcher: from a capacity list and a person to a zoekprofiel and a ranked, explained list of work.

The names below are the stable API; everything else is private. Heavy parts load when they are first used.

Example:
    >>> import matcher
    >>> "match" in matcher.__all__
    True
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matcher.catalogue import Catalogue, Occupation, load_catalogue
    from matcher.domain.capacity import Capacity, CapacityProfile
    from matcher.domain.case import Case
    from matcher.domain.contribution import Contribution
    from matcher.domain.finding import Finding, Outcome, Verdict, VerdictKind
    from matcher.domain.receipt import Receipt
    from matcher.domain.zoekprofiel import RankedOccupation, Zoekprofiel
    from matcher.errors import (
        CaseInvalid,
        DataError,
        FileUnreadable,
        FormRefused,
        InputError,
        MatcherError,
        UnknownName,
    )
    from matcher.frames import findings_frame, occupations_frame
    from matcher.intake import read_case, read_case_text, understand_capacity
    from matcher.language import link_title
    from matcher.matching import Match, check, match
    from matcher.policy import find_stage

_HOMES = {
    "Capacity": "matcher.domain.capacity",
    "CapacityProfile": "matcher.domain.capacity",
    "Case": "matcher.domain.case",
    "CaseInvalid": "matcher.errors",
    "Catalogue": "matcher.catalogue",
    "Contribution": "matcher.domain.contribution",
    "DataError": "matcher.errors",
    "FileUnreadable": "matcher.errors",
    "Finding": "matcher.domain.finding",
    "FormRefused": "matcher.errors",
    "InputError": "matcher.errors",
    "Match": "matcher.matching",
    "MatcherError": "matcher.errors",
    "Occupation": "matcher.catalogue",
    "Outcome": "matcher.domain.finding",
    "RankedOccupation": "matcher.domain.zoekprofiel",
    "Receipt": "matcher.domain.receipt",
    "UnknownName": "matcher.errors",
    "Verdict": "matcher.domain.finding",
    "VerdictKind": "matcher.domain.finding",
    "Zoekprofiel": "matcher.domain.zoekprofiel",
    "check": "matcher.matching",
    "find_stage": "matcher.policy",
    "findings_frame": "matcher.frames",
    "link_title": "matcher.language",
    "load_catalogue": "matcher.catalogue",
    "match": "matcher.matching",
    "occupations_frame": "matcher.frames",
    "read_case": "matcher.intake",
    "read_case_text": "matcher.intake",
    "understand_capacity": "matcher.intake",
}

__all__ = [
    "Capacity",
    "CapacityProfile",
    "Case",
    "CaseInvalid",
    "Catalogue",
    "Contribution",
    "DataError",
    "FileUnreadable",
    "Finding",
    "FormRefused",
    "InputError",
    "Match",
    "MatcherError",
    "Occupation",
    "Outcome",
    "RankedOccupation",
    "Receipt",
    "UnknownName",
    "Verdict",
    "VerdictKind",
    "Zoekprofiel",
    "check",
    "find_stage",
    "findings_frame",
    "link_title",
    "load_catalogue",
    "match",
    "occupations_frame",
    "read_case",
    "read_case_text",
    "understand_capacity",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its home when it is first used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'matcher' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
