"""Order what the comparison left open: an explainable sum of whole numbers. Ordering never decides."""

from matcher.ranking.admission import keeps_out
from matcher.ranking.entry import has_certificate, held_licences, level_reason_nl, reasons_nl
from matcher.ranking.facts import PersonFacts, person_facts
from matcher.ranking.order import RankedRow, Ranking, rank
from matcher.ranking.wage_part import WageIndex, minimum_wage, wage_index

__all__ = [
    "PersonFacts",
    "RankedRow",
    "Ranking",
    "WageIndex",
    "has_certificate",
    "held_licences",
    "keeps_out",
    "level_reason_nl",
    "minimum_wage",
    "person_facts",
    "rank",
    "reasons_nl",
    "wage_index",
]
