"""Order what the comparison left open: an explainable sum of whole numbers. Ordering never decides."""

from matcher.ranking.facts import PersonFacts, person_facts
from matcher.ranking.order import RankedRow, Ranking, rank

__all__ = ["PersonFacts", "RankedRow", "Ranking", "person_facts", "rank"]
