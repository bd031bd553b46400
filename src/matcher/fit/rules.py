"""The dated rules of the comparison, loaded once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from matcher.reference.tables import read_yaml


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule's source and its Dutch sentence."""

    source: str
    text_nl: str


@dataclass(frozen=True, slots=True)
class FitRules:
    """Thresholds and rule texts of the comparison (fit_rules.yaml).

    Attributes:
        within_pct: share of jobs from which an occupation is within the capacity.
        exceeds_pct: share of jobs below which an occupation exceeds it.
        texts: rule id to source and sentence.
    """

    within_pct: int
    exceeds_pct: int
    texts: Mapping[str, RuleText]


@cache
def fit_rules() -> FitRules:
    """Answer the rules in force.

    Example:
        >>> fit_rules().within_pct
        90
    """
    raw = read_yaml("fit_rules.yaml")
    texts = {key: RuleText(rule["source"], rule["text_nl"]) for key, rule in raw["outcomes"].items()}
    return FitRules(
        within_pct=int(raw["share_within_capacity_pct"]["value"]),
        exceeds_pct=int(raw["share_exceeds_below_pct"]["value"]),
        texts=MappingProxyType(texts),
    )
