"""What a build of the catalogue made and what it left out, as Dutch lines for a terminal."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from matcher.catalogue.model import MARKS

FACTS = {
    "wage_eur_per_hour_2023": "uurloon 2023",
    "interests": "interesse (RIASEC)",
    "sectors": "branches",
    "education_directions": "richting van opleiding",
    "sbc_codes": "SBC-codes",
    "activities": "werkzaamheden",
    "tasks_nl": "taken",
    "legal_requirement": "wettelijke eis",
}
_WORDS = ("onbekend", "gemeten", "deels gemeten", "gemodelleerd", "groepsgemiddelde", "eigen oordeel")


@dataclass(frozen=True)
class BuildReport:
    """What a build made.

    Attributes:
        occupations: number of unit groups.
        esco: number of ESCO occupations inside them.
        dutch: number of Dutch occupations inside them.
        channels: number of channels.
        marks: per channel, the number of unit groups per mark.
        marks_inside: the same for the occupations inside them.
        corrections: values that our own judgement replaced.
        dropped: what was left out or replaced, with the reason, and how often.
        closeness_auc: check of closeness against related pairs, negatives of the same major group.
        closeness_pairs: related pairs in that check.
        facts: per fact, the number of unit groups and of occupations inside them that have it.
        activities_read: share of the detailed activities that fall in one of our kinds of tasks.
        files: name and size in bytes of each table.
    """

    occupations: int
    esco: int
    dutch: int
    channels: int
    marks: Mapping[str, Mapping[str, int]]
    marks_inside: Mapping[str, Mapping[str, int]]
    corrections: int
    dropped: Mapping[str, int]
    closeness_auc: float
    closeness_pairs: int
    facts: Mapping[str, tuple[int, int]]
    activities_read: float
    files: Mapping[str, int] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """Answer the report as Dutch lines for a terminal."""
        return [
            f"{self.occupations} beroepsgroepen, {self.esco} ESCO-beroepen, {self.dutch} eigen beroepen",
            f"beroepsgroepen: {_words(self.marks)}",
            f"beroepen daarbinnen: {_words(self.marks_inside)}",
            f"correcties: {self.corrections} waarden",
            f"nabijheid: AUC {self.closeness_auc:.3f} op {self.closeness_pairs} verwante paren (zelfde hoofdgroep)",
            f"werkzaamheden: {self.activities_read:.0%} van de O*NET-activiteiten valt in een van onze soorten",
            *(
                f"{FACTS[name]}: {groups} beroepsgroepen" + (f", eigen waarde bij {inside} beroepen" if inside else "")
                for name, (groups, inside) in self.facts.items()
            ),
            "weggelaten of vervangen:",
            *(f"  {reason}: {count}" for reason, count in self.dropped.items()),
            "dekking per kanaal (beroepsgroepen | beroepen daarbinnen):",
            *(
                f"  {name}: {_words({name: self.marks[name]})} | {_words({name: self.marks_inside[name]})}"
                for name in self.marks
            ),
            *(f"{name}: {size} bytes" for name, size in self.files.items()),
        ]


def _words(marks: Mapping[str, Mapping[str, int]]) -> str:
    known = [sum(counts.get(mark, 0) for counts in marks.values()) for mark in MARKS]
    return ", ".join(f"{word} {count}" for word, count in zip(_WORDS, known, strict=True))
