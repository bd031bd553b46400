"""From the scores that an item shows to one reading: sure, doubtful or without a score. In doubt it asks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matcher.domain.case import Entry, Numbering, Side
from matcher.intake import (
    Figure,
    names_something_medical,
    takes_many,
    without_medical_text,
)
from matcher.papers.blocks import Block
from matcher.papers.coarse import lighter_words
from matcher.papers.columns import Role
from matcher.papers.every_option import holds_more_phrases, others_named
from matcher.papers.evidence import SIDE_ITEMS, evidence_of
from matcher.papers.figures import confirms, contradicts, holds_other_figure, only_figure
from matcher.papers.found import Doubt, ItemReading, Sureness
from matcher.papers.grammar import level_word, score_at_start
from matcher.papers.printed_scale import is_footnote, without_footnotes
from matcher.papers.suspicion import suspicion
from matcher.papers.vocabulary import doubt_pattern, pattern, patterns
from matcher.papers.weighing import Evidence, Kind, Meaning, Place, weighed
from matcher.reference.fml import items
from matcher.reference.legacy import Relation, legacy_items
from matcher.reference.text_signals import plain

_HOURS = frozenset({"VI.2", "VI.3"})
_LEAD = re.compile(r"^[\s.:;,)\-\u2013\u2014|=]+")
_LONGEST_TEXT = 1900
_LONGEST_WORDS = 300
_OPEN_CONDITIONS = frozenset({Relation.OPTION, Relation.LEVEL})


@dataclass(frozen=True, slots=True)
class Traits:
    """What the form as a whole shows about its way of writing.

    Attributes:
        graded: it uses words for several degrees, so that "beperkt" is one of them.
        words: the words for a degree that it uses.
        numbered: it writes "beperkt" with its number, so that the word is that of the list.
        coarse: it says that one word stands for more than one degree.
        bare_numbers: it gives scores as a number alone.
        deviations_only: it only lists what differs.
        counted: the numbers in front of its items mostly go up by one: they number the rows.
        crooked: some of its marks stand in no column, or in one that cannot be: the columns may be taken wrongly.
        recognised: its text was recognised from pictures.
        other_scale: its numbers may mean something else than those of the list.
        whole_scales: it prints every option below the other, so that only a mark says which one holds.
    """

    graded: bool = False
    words: frozenset[str] = frozenset()
    numbered: bool = False
    coarse: bool = False
    bare_numbers: bool = False
    deviations_only: bool = False
    counted: bool = False
    crooked: bool = False
    recognised: bool = False
    other_scale: bool = False
    whole_scales: bool = False


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


def judge(each: Shown, traits: Traits) -> ItemReading:
    """Answer the reading of one item.

    Args:
        each: what it shows.
        traits: how its form writes.
    """
    text, side, figure = _beside(each)
    kept = without_medical_text(Entry(item=each.code, text=text))
    base = ItemReading(
        code=each.code, name=each.block.anchor.name.strip(), levels=(), sureness=Sureness.DOUBTFUL,
        page=each.block.page, words=kept_words(each.block.words()), side=side,
        value=figure.value if figure else None, unit=figure.unit if figure else None,
        text=kept.text, withheld=kept.withheld,
    )  # fmt: skip
    levels, doubt = _levels(each, traits)
    if any(doubt_pattern("open_score").search(plain(text)) for text in each.texts):
        doubt = doubt or Doubt.NO_SCORE
    if doubt is None and levels is not None:
        doubt = each.block.aside or suspicion(each.evidence, each.texts)
    elif each.block.aside is not None:
        doubt = each.block.aside
    if doubt is None and traits.recognised and not any(e.kind is Kind.BOTH for e in each.evidence):
        doubt = Doubt.RECOGNISED
    if doubt is None and levels is not None:
        return replace(base, levels=levels, sureness=Sureness.SURE)
    proposed = levels or next((e.levels for e in each.evidence if e.levels), ())
    if doubt is Doubt.MORE_OPTIONS:
        proposed = tuple(sorted({*proposed, *others_named(_written(each), each.meaning.item, proposed)}))
    return replace(base, proposed=proposed, doubt=doubt or Doubt.NO_SCORE)


def kept_words(words: str) -> str:
    """Answer words for the reading report: shortened, and not at all when they name something medical."""
    if names_something_medical(words):
        return "(tekst niet bewaard)"
    return words if len(words) <= _LONGEST_WORDS else words[: _LONGEST_WORDS - 1].rstrip() + "\u2026"


def _levels(each: Shown, traits: Traits) -> tuple[tuple[int, ...] | None, Doubt | None]:
    if each.block.group:
        return _in_group(each), Doubt.GROUPED
    if not each.evidence:
        if each.meaning.option and traits.deviations_only and not each.texts and not traits.whole_scales:
            return (1,), None  # a condition that is listed holds
        return None, Doubt.NO_SCORE
    numbers = [found for found in each.evidence if found.doubt is None and not _is_row_number(found, each)]
    evidence = [found for found in each.evidence if not _settled(found, numbers)]
    for found in evidence:
        if found.doubt is not None and not _is_confirmed(found, each):
            return found.levels or None, found.doubt
    sets = {found.levels for found in evidence}
    levels = next(iter(sets))
    if len(sets) > 1:
        apart = each.meaning.many and (0,) not in sets and all(found.kind is Kind.BOTH for found in evidence)
        if not apart:
            return None, Doubt.SEVERAL_SCORES
        levels = tuple(sorted({level for found in evidence for level in found.levels}))
    return levels, _doubt_about(each, traits, levels, evidence)


def _in_group(each: Shown) -> tuple[int, ...] | None:
    """Answer the level that the heading above an item means for it, only to propose it."""
    score = score_at_start(each.block.group)
    own = weighed(score, Place.BEFORE, each.meaning).levels if score is not None else ()
    return own if all(found.levels == own for found in each.evidence) else None


def _doubt_about(each: Shown, traits: Traits, levels: tuple[int, ...], evidence: list[Evidence]) -> Doubt | None:
    """Answer why one clear level may not hold: other words, its figure, its column, or how few signs say it."""
    if (traits.whole_scales and not _is_chosen(each, evidence)) or _other_score_in(" ".join(each.texts), each, levels):
        return Doubt.SEVERAL_SCORES
    if doubt_pattern("compared").match(each.block.anchor.rest):
        return Doubt.UNKNOWN_LEVEL
    if _holds_more(each, levels):
        return Doubt.MORE_OPTIONS
    single = len(each.evidence) == 1 and each.evidence[0].kind is Kind.WORD
    by_value = any(found.kind is Kind.VALUE for found in evidence)
    if _figure_says_otherwise(each, levels, exact=single, everywhere=by_value):
        return Doubt.FIGURE_ELSEWHERE
    if traits.coarse and _is_open(each, levels, evidence):
        return Doubt.COARSE_WORD
    if traits.other_scale and not any(found.word or found.kind in (Kind.BOTH, Kind.WORD, Kind.VALUE) for found in each.evidence):
        return Doubt.SCALE_UNKNOWN
    if traits.crooked and all(is_loose_mark(each, found) for found in evidence):
        return Doubt.COLUMN_UNKNOWN
    strong = any(found.kind in (Kind.BOTH, Kind.BOX, Kind.VALUE) for found in each.evidence) or len(each.evidence) > 1
    return None if strong else _doubt_about_single(each, each.evidence[0], levels, traits)


def _is_chosen(each: Shown, evidence: Sequence[Evidence]) -> bool:
    """Answer whether every score of an item on a form with whole scales is a choice, and not a line of its scale."""
    if all(found.kind is Kind.BOX for found in evidence):
        return True
    placed = all(found.kind is Kind.BOX or found.place is Place.COLUMN for found in evidence)
    return bool(each.block.options) and (placed or _is_labelled(each))


def _is_labelled(each: Shown) -> bool:
    """Answer whether the word "score" stands in front of the number beside the name of an item."""
    beside = (each.block.anchor.rest, *(cell.text for _, cell in each.block.cells))
    return any(doubt_pattern("labelled_score").search(plain(text)) for text in beside)


def _holds_more(each: Shown, levels: tuple[int, ...]) -> bool:
    """Answer whether an item with several options shows more of them than were read."""
    item = each.meaning.item
    if each.meaning.old or each.meaning.option or not each.meaning.many or levels == (0,):
        return False
    written = _written(each)
    if any(doubt_pattern("mixed_options").search(plain(text)) for text in written):
        return True
    return bool(others_named(written, item, levels)) or holds_more_phrases(each.texts, item, levels)


def _written(each: Shown) -> tuple[str, ...]:
    """Answer everything beside the name of an item; with boxes only the words that are no label of a box."""
    if any(found.kind is Kind.BOX for found in each.evidence):
        return each.texts
    aside = (Role.SIDE, Role.NUMBER, Role.PAST, Role.REFERENCE)
    cells = [
        cell.text
        for column, cell in each.block.cells
        if (column is None or column.role not in aside) and not is_footnote(cell.text)
    ]
    return (without_footnotes(each.block.anchor.rest), *map(without_footnotes, cells), *each.block.lines)


def _is_open(each: Shown, levels: tuple[int, ...], evidence: list[Evidence]) -> bool:
    """Answer whether only a word says which of several degrees it is, and no figure of the list agrees."""
    if each.meaning.old or each.meaning.option or each.meaning.many or len(levels) != 1 or levels == (0,):
        return False
    degrees = [number for number in items()[each.meaning.item].levels if number]
    if len(degrees) < 2 or any(found.kind in (Kind.BOTH, Kind.NUMBER, Kind.VALUE) for found in evidence):  # noqa: PLR2004
        return False
    return each.meaning.item not in SIDE_ITEMS and not confirms(each.texts, each.meaning.item, levels[0])


def is_loose_mark(each: Shown, found: Evidence) -> bool:
    """Answer whether a score is a mark under a heading without drawn lines, so that only its place tells the level."""
    ruled = each.block.heading is not None and each.block.heading.table is not None
    return found.kind is Kind.BOX and found.place is Place.COLUMN and not ruled


def _other_score_in(text: str, each: Shown, levels: tuple[int, ...]) -> bool:
    """Answer whether the words beside a score hold another number with the word of its level."""
    if each.meaning.old or each.meaning.option:
        return False
    known = items()[each.meaning.item].levels
    small = plain(text)
    return any(
        re.search(rf"(?<![\d.,]){number}\s*[:=)\-\u2013]?\s*\(?{re.escape(level_word(level.name_nl))}(?!\w)", small)
        for number, level in known.items()
        if number not in levels
    )


def _is_confirmed(found: Evidence, each: Shown) -> bool:
    """Answer whether the figure of the list beside a score says which of the degrees is meant."""
    if found.doubt is not Doubt.DEGREE_UNKNOWN or len(found.levels) != 1 or each.meaning.old or each.meaning.option:
        return False
    return confirms(each.texts, each.meaning.item, found.levels[0])


def _figure_says_otherwise(each: Shown, levels: tuple[int, ...], *, exact: bool, everywhere: bool) -> bool:
    if each.meaning.old or each.meaning.option or len(levels) != 1:
        return False
    if everywhere and holds_other_figure(each.texts, each.meaning.item, levels[0]):
        return True
    return contradicts(each.texts, each.meaning.item, levels[0], exact=exact and levels != (0,))


def _settled(found: Evidence, others: list[Evidence]) -> bool:
    """Answer whether a word with several levels is settled by a number elsewhere on the line that is one of them."""
    several = found.doubt is Doubt.DEGREE_UNKNOWN and len(found.levels) > 1
    return several and any(other.levels and set(other.levels) <= set(found.levels) for other in others)


def _doubt_about_single(each: Shown, found: Evidence, levels: tuple[int, ...], traits: Traits) -> Doubt | None:
    item, old = each.meaning.item, each.meaning.old
    labelled = found.place is Place.COLUMN or _is_labelled(each)
    if found.kind is Kind.NUMBER:
        if _is_row_number(found, each) or (found.place is Place.BEFORE and traits.counted):
            return Doubt.ROW_NUMBER
        if item in _HOURS and not labelled and not (traits.bare_numbers and levels == (0,)):
            return Doubt.NUMBER_OR_HOURS
        return None
    if found.kind is Kind.WORD and found.place is Place.BEFORE and re.match(r"\s*\w", each.block.anchor.rest):
        return Doubt.MENTIONED  # the end of one sentence and the start of the next
    if levels == (0,) or each.meaning.option or old:
        return None
    degrees = [number for number in items()[item].levels if number]
    generic = len(degrees) > 1 and not each.meaning.many
    first = levels and found.kind is Kind.WORD and _is_plain_beperkt(item, levels[0])
    if not (generic and first) or confirms(each.texts, item, levels[0]):
        return None
    lighter = lighter_words(item)
    told = traits.numbered or (bool(traits.words & lighter) if lighter else traits.graded)
    return None if told else Doubt.DEGREE_UNKNOWN


def _is_row_number(found: Evidence, each: Shown) -> bool:
    """Answer whether a number stands in front of a name without a sign that makes it more than that of its row."""
    if found.place is not Place.BEFORE or found.kind is not Kind.NUMBER or each.block.anchor.written is not None:
        return False
    return re.search(r"[()\[\]<>:=]|[a-z]", each.block.anchor.before.casefold()) is None


def _is_plain_beperkt(item: str, level: int) -> bool:
    return plain(items()[item].levels[level].name_nl) == "beperkt"


def _beside(each: Shown) -> tuple[str | None, Side | None, Figure | None]:
    """Answer the words beside the score, the side that they name and the one figure that they are."""
    parts = []
    for text in each.texts:
        words = _LEAD.sub("", text)
        label = pattern("text_starts").match(plain(words))
        if label is not None and len(plain(words)) == len(words):
            words = _LEAD.sub("", words[label.end() :])
        words = words.strip(" ;,|").removesuffix("(").strip()
        if words.startswith("(") and words.endswith(")"):
            words = words[1:-1].strip()
        if words and words not in parts:
            parts.append(words)
    text = "; ".join(parts)[:_LONGEST_TEXT].strip()
    side_words = " ".join(cell.text for column, cell in each.block.cells if column and column.role is Role.SIDE)
    side = None if each.meaning.item in SIDE_ITEMS else side_in(f"{side_words} {text}", column=bool(side_words))
    return text or None, side, only_figure(text, each.meaning.item) if text else None


def side_in(text: str, *, column: bool = False) -> Side | None:
    """Answer the one side of the body that a text names; None when it names none or each apart.

    Args:
        text: words beside the score.
        column: True when the words stand in a column for the side, where one letter is enough.

    Example:
        >>> side_in("alleen de rechter arm"), side_in("rechts sterk, links licht") is None
        (<Side.RIGHT: 'right'>, True)
    """
    small = plain(text)
    if column and (short := {"l": Side.LEFT, "r": Side.RIGHT, "b": Side.BOTH, "l+r": Side.BOTH}.get(small.strip(" ."))):
        return short
    found = {name for name, words in patterns("sides").items() if re.search(rf"(?<!\w){words.pattern}(?!\w)", small)}
    if "both" in found:
        return Side.BOTH
    return Side(found.pop()) if len(found) == 1 else None
