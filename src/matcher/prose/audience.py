"""Who may read which words. Deny by default: a class of words that nobody listed is for the coach only."""

from enum import StrEnum
from functools import cache

from matcher.reference.tables import read_yaml


class Audience(StrEnum):
    """Who reads (decision 10)."""

    WORKER = "worker"
    COACH = "coach"
    LABOUR_EXPERT = "labour-expert"
    DOCTOR = "doctor"
    CURRENT_EMPLOYER = "current-employer"
    NEW_EMPLOYER = "new-employer"


Audiences = frozenset[Audience]


@cache
def audiences_of(kind: str) -> Audiences:
    """Answer who may see a class of words; only the coach when the class is not listed.

    Args:
        kind: class name, a key of `prose_audiences.yaml`.

    Example:
        >>> Audience.NEW_EMPLOYER in audiences_of("conditions")
        False
        >>> sorted(audiences_of("never heard of"))
        [<Audience.COACH: 'coach'>]
    """
    table = read_yaml("prose_audiences.yaml")
    listed = table["classes"].get(kind)
    names = table["default"] if listed is None else listed["audiences"]
    return frozenset(Audience(name) for name in names)
