"""One item with everything that it shows, and how the levels of its code are to be read."""

from dataclasses import dataclass

from matcher.domain.case import Numbering
from matcher.intake import takes_many
from matcher.papers.block import Block
from matcher.papers.evidence import evidence_of
from matcher.papers.weighing import Evidence, Meaning
from matcher.reference.fml import items
from matcher.reference.legacy import Relation, legacy_items

_OPEN_CONDITIONS = frozenset({Relation.OPTION, Relation.LEVEL})


@dataclass(frozen=True, slots=True)
class Shown:
    """One item with everything that it shows, before it is judged."""

    block: Block
    code: str
    numbering: Numbering
    meaning: Meaning
    evidence: tuple[Evidence, ...]
    texts: tuple[str, ...]


def shown(block: Block, code: str, numbering: Numbering) -> Shown:
    """Answer everything that an item shows.

    Args:
        block: the item.
        code: its code in its own list.
        numbering: which list.
    """
    meaning = meaning_of(code, numbering)
    evidence, texts = evidence_of(block, meaning)
    return Shown(block, code, numbering, meaning, tuple(evidence), tuple(texts))


def meaning_of(code: str, numbering: Numbering) -> Meaning:
    """Answer how the levels of a code are to be read.

    Example:
        >>> meaning_of("1.9.7", Numbering.LEGACY).option
        True
    """
    if numbering is Numbering.CURRENT:
        item = ".".join(code.split(".")[:2])
        return Meaning(item, code.count(".") > 1, old=False, many=takes_many(items()[item]))
    targets = legacy_items()[code].targets
    relations = {target.relation for target in targets}
    option = code.count(".") > 1 or relations <= _OPEN_CONDITIONS
    many = bool(relations & {Relation.OPTIONS, Relation.LIMITED_OR_NOT, Relation.UNCLEAR_OPTION, Relation.PARENT})
    return Meaning(targets[0].item, option, old=True, many=many)
