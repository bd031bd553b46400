"""Rows of one form in, its items and facts out. What is not certain is asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from matcher.domain.case import FormKind, Numbering
from matcher.intake import is_ambiguous, name_of
from matcher.papers.anchors import Anchor
from matcher.papers.beside import kept_words
from matcher.papers.block import Block, Body
from matcher.papers.blocks import body_of
from matcher.papers.calibration import legend_is_strange, scores_are_strange
from matcher.papers.choices import has_boxes, lone_tick
from matcher.papers.chosen_lines import choose_lines
from matcher.papers.coarse import words_are_coarse
from matcher.papers.form_reading import FormReading
from matcher.papers.found import Doubt, ItemReading, Sureness
from matcher.papers.front_page import front_page
from matcher.papers.grouped import with_scores_of_headings
from matcher.papers.judge import judge
from matcher.papers.level_doubts import is_loose_mark
from matcher.papers.mentions import add_mentioned, doubt_corrected
from matcher.papers.named_anywhere import add_named, names_several
from matcher.papers.option_lines import option_in
from matcher.papers.score_order import with_scores_in_front
from matcher.papers.shown import Shown, shown
from matcher.papers.split import FormRows
from matcher.papers.told_in_prose import add_told, is_told_in_prose
from matcher.papers.traits import Traits
from matcher.papers.until import is_over
from matcher.papers.value_lines import with_values_told
from matcher.papers.vocabulary import doubt_number, legacy_until, pattern, word_list
from matcher.papers.weighing import Evidence, Kind, Place
from matcher.reference.fml import items
from matcher.reference.legacy import legacy_items
from matcher.reference.text_signals import plain

_ASIDE = frozenset({Doubt.PAST, Doubt.MENTIONED, Doubt.OTHER_PART})
_ROMANS = ("I", "II", "III", "IV", "V", "VI")


def read_form(form: FormRows, given: Numbering | None = None, *, recognised: bool = False) -> FormReading:
    """Answer what one form says.

    Args:
        form: its rows and title.
        given: the list that its numbers belong to, when the coach says so.
        recognised: True when the text was recognised from pictures.
    """
    body = body_of(form.rows)
    choose_lines(body.blocks, body.other)
    front = front_page(body.other)
    late = front.drawn_up is not None and front.drawn_up > legacy_until()
    numbering, assumed = (given, False) if given is not None else _numbering(body.blocks, late=late)
    if assumed and given is None and front.drawn_up is not None and not late:
        numbering = None
    deviations_only = (form.title is not None and form.title.deviations_only) or front.only_deviations
    readings = _readings(body, numbering, deviations_only=deviations_only, recognised=recognised)
    readings = tuple(_in_doubt(each, Doubt.PAST) if is_over(each, front.drawn_up) else each for each in readings)
    return FormReading(
        kind=FormKind(form.title.kind) if form.title is not None else None,
        numbering=numbering,
        numbering_assumed=assumed,
        deviations_only=deviations_only,
        items=readings,
        front=front,
        in_prose=is_told_in_prose(readings),
    )


def partly_read(form: FormReading, unread: tuple[int, ...]) -> FormReading:
    """Answer a form of which not every page was read: nothing on it is sure.

    Args:
        form: what was read.
        unread: the pages of the document that were not read.
    """
    doubted = tuple(_in_doubt(each, Doubt.RECOGNISED) for each in form.items)
    return replace(form, items=doubted, unread_pages=unread)


def _numbering(blocks: Iterable[Block], *, late: bool) -> tuple[Numbering | None, bool]:
    """Answer the list of the form by numbers and names together, and whether nothing decided.

    On a form from after the time of the old list "tillen en dragen" without a number is no name of that list: it may
    be two items of the current list that somebody tells together. They are asked.
    """
    votes: dict[Numbering, int] = dict.fromkeys(Numbering, 0)
    ambiguous = False
    numbered = False
    for block in blocks:
        anchor = block.anchor
        if late and anchor.written is None and names_several(anchor.name):
            continue
        if len(anchor.codes) == 1:
            votes[next(iter(anchor.codes))] += 1
            numbered = numbered or anchor.written is not None
        elif not anchor.codes and anchor.written is not None and is_ambiguous(anchor.written):
            ambiguous = True
    current, legacy = votes[Numbering.CURRENT], votes[Numbering.LEGACY]
    if current and legacy:
        # One stray name (a misprint) against many does not make two lists; it is asked as an item by itself.
        most, least = max(current, legacy), min(current, legacy)
        if least * 10 <= most:
            return (Numbering.CURRENT if current > legacy else Numbering.LEGACY), False
        return None, False
    if legacy and not current and not numbered and legacy < doubt_number("old_names_least"):
        return None, False  # a name of the old list may be an ordinary word, as in "koude: beperkt"
    if current or legacy:
        return (Numbering.CURRENT if current else Numbering.LEGACY), False
    return (None, False) if ambiguous else (Numbering.CURRENT, True)


def _readings(
    body: Body, numbering: Numbering | None, *, deviations_only: bool, recognised: bool
) -> tuple[ItemReading, ...]:
    used = numbering or Numbering.CURRENT
    known = [(block, code) for block in body.blocks if (code := block.anchor.codes.get(used)) is not None]
    seen = with_scores_of_headings([shown(block, code, used) for block, code in known])
    seen = with_values_told(with_scores_in_front(seen))
    traits = _traits(seen, body, deviations_only=deviations_only, recognised=recognised)
    found: dict[str, ItemReading] = {}
    for each in seen:
        reading = judge(each, traits)
        found[each.code] = _together(found[each.code], reading) if each.code in found else reading
    for block in body.blocks:
        for code in (*_meant(block.anchor, used), *(_meant_in_old(block.anchor, used) if numbering is None else ())):
            found[code] = _contested(found.get(code), block, code)
    _rubrieken(body.norm_rubrieken, found, used)
    _options_into_items(found, used)
    if used is Numbering.CURRENT:
        add_mentioned(body, found)
    add_named(body, found, used)
    doubt_corrected(body, found)
    add_told(body, found, used)
    if numbering is None:
        found = {code: _in_doubt(reading, Doubt.NUMBERING) for code, reading in found.items()}
    order = list(_codes(used))
    empty = {code: ItemReading(code, "", (), Sureness.NOT_FOUND, None, "") for code in order}
    return tuple({**empty, **{code: found[code] for code in sorted(found, key=_sort_key)}}.values())


def _codes(numbering: Numbering) -> Iterable[str]:
    return items() if numbering is Numbering.CURRENT else (code for code in legacy_items() if code.count(".") == 1)


def _sort_key(code: str) -> tuple[int, ...]:
    rubriek, *numbers = code.split(".")
    first = _ROMANS.index(rubriek) + 1 if rubriek in _ROMANS else int(rubriek)
    return (first, *(int(number) for number in numbers))


def _traits(seen: Sequence[Shown], body: Body, *, deviations_only: bool, recognised: bool) -> Traits:
    written = [found for each in seen for found in each.evidence if found.doubt is None]
    degrees = {found.word for found in written if found.word in word_list("degrees")} - {"beperkt"}
    numbered = any(found.word == "beperkt" and found.kind is Kind.BOTH for found in written)
    bare = sum(
        any(e.kind is Kind.NUMBER and e.place is not Place.BEFORE for e in each.evidence)
        for each in seen
        if each.meaning.item not in {"VI.2", "VI.3"}
    )
    crooked = _are_crooked(seen, deviations_only=deviations_only)
    full = not deviations_only and len(seen) >= word_list("full_from")
    legends = [row for row in body.rows if option_in(row) is None] if body.whole_scales else body.rows
    strange = legend_is_strange(legends) or scores_are_strange(
        [each.evidence for each in seen], [each.texts for each in seen], full=full
    )
    habit = bare >= doubt_number("bare_scores_from")
    return Traits(
        graded=bool(degrees) or numbered, words=frozenset(degrees), numbered=numbered,
        coarse=words_are_coarse(body.other), bare_numbers=habit, deviations_only=deviations_only,
        boxed=_are_boxed(seen), counted=_are_counted(seen), crooked=crooked, recognised=recognised, other_scale=strange,
        whole_scales=body.whole_scales,
    )  # fmt: skip


def _are_crooked(seen: Sequence[Shown], *, deviations_only: bool) -> bool:
    """Answer whether marks stand in no column or in one that cannot be, so that all may stand one column further."""
    marks = [found for each in seen for found in each.evidence if is_loose_mark(each, found)]
    partial = deviations_only or len(seen) < word_list("full_from")  # then an item that is not limited is not listed
    odd = sum(found.doubt is Doubt.UNKNOWN_LEVEL or (partial and found.levels == (0,)) for found in marks)
    return bool(marks) and odd / len(marks) > doubt_number("odd_marks_most")


def _are_boxed(seen: Sequence[Shown]) -> bool:
    """Answer whether options with boxes stand below or behind items, also where those boxes are not understood."""
    return any(
        has_boxes(text) and lone_tick(text) is None
        for each in seen
        for text in (each.block.anchor.rest, *(cell.text for _, cell in each.block.cells), *each.block.lines)
    )


def _are_counted(seen: Sequence[Shown]) -> bool:
    """Answer whether the numbers in front of the items mostly go up by one."""
    before = [found.levels[0] for each in seen for found in each.evidence if _is_number_before(found)]
    if len(before) < doubt_number("counted_from"):
        return False
    up = sum(two == one + 1 for one, two in pairwise(before))
    return up >= doubt_number("counted_share") * (len(before) - 1)  # it may start again in every part


def _is_number_before(found: Evidence) -> bool:
    return found.kind is Kind.NUMBER and found.place is Place.BEFORE and len(found.levels) == 1


def _meant(anchor: Anchor, numbering: Numbering) -> tuple[str, ...]:
    """Answer the codes that a line may mean whose number and name do not agree in this list."""
    if numbering in anchor.codes:
        return ()
    written = anchor.written
    codes: list[str] = []
    if written is not None:
        if numbering is Numbering.CURRENT and written.in_current:
            codes.append(written.current_item)
        elif numbering is Numbering.LEGACY and written.in_legacy:
            codes.append(written.legacy_code)
    named = anchor.near.get(numbering, ())
    codes += [code for code in named if len(named) == 1]
    return tuple(dict.fromkeys(".".join(code.split(".")[:2]) for code in codes))


def _meant_in_old(anchor: Anchor, numbering: Numbering) -> tuple[str, ...]:
    """Answer the items that a number means on the old list, for a form whose list is not known."""
    written = anchor.written
    if written is None or numbering in anchor.codes or not written.in_legacy:
        return ()
    if anchor.name and Numbering.LEGACY not in anchor.codes:
        return ()
    return tuple(dict.fromkeys(target.item for target in legacy_items()[written.legacy_code].targets))


def _contested(before: ItemReading | None, block: Block, code: str) -> ItemReading:
    doubt = Doubt.NAME_MISMATCH if block.anchor.name else Doubt.NO_NAME
    if before is not None:
        return before if before.sureness is Sureness.DOUBTFUL else _in_doubt(before, doubt)
    return ItemReading(
        code, block.anchor.name, (), Sureness.DOUBTFUL, block.page, kept_words(block.words()), doubt=doubt
    )


def _in_doubt(reading: ItemReading, doubt: Doubt) -> ItemReading:
    if reading.sureness is not Sureness.SURE:
        return reading
    return replace(reading, levels=(), proposed=reading.levels, sureness=Sureness.DOUBTFUL, doubt=doubt)


def _together(one: ItemReading, other: ItemReading) -> ItemReading:
    """Answer two readings of the same item as one; they only stand when they say the same."""
    if (one.doubt in _ASIDE) != (other.doubt in _ASIDE):
        return other if one.doubt in _ASIDE else one  # the line of the item itself counts
    if one.sureness is Sureness.SURE and other.sureness is Sureness.SURE and one.levels == other.levels:
        texts = [text for text in dict.fromkeys((one.text, other.text)) if text]
        return replace(one, text="; ".join(texts) or None, withheld=one.withheld or other.withheld)
    if other.doubt is Doubt.NO_SCORE and one.sureness is Sureness.SURE and _says_nothing(other):
        return one
    if one.doubt is Doubt.NO_SCORE and other.sureness is Sureness.SURE and _says_nothing(one):
        return other
    words = kept_words(f"{one.words} | {other.words}")
    both = tuple(dict.fromkeys((*(one.levels or one.proposed), *(other.levels or other.proposed))))
    return replace(one, levels=(), proposed=both, sureness=Sureness.DOUBTFUL, doubt=Doubt.TWICE, words=words)


def _says_nothing(reading: ItemReading) -> bool:
    """Answer whether a name stands there alone, or only with its code of the ICF, as in a heading."""
    return not reading.text or pattern("icf_code").fullmatch(plain(reading.text)) is not None


def _rubrieken(norm: Mapping[int, tuple[int, str]], found: dict[str, ItemReading], numbering: Numbering) -> None:
    """Fill in the items of a rubriek whose heading says that nothing is limited."""
    for rubriek, (page, words) in norm.items():
        mark = _ROMANS[rubriek - 1] if numbering is Numbering.CURRENT else str(rubriek)
        own = [code for code in _codes(numbering) if code.split(".")[0] == mark]
        limited = [code for code in found if code.split(".")[0] == mark and found[code].levels != (0,)]
        if limited:
            for code in limited:
                found[code] = _in_doubt(found[code], Doubt.RUBRIEK_SAYS_NORM)
            continue
        for code in own:
            if code not in found and code not in {"IV.1", "IV.2", "4.1", "4.2"}:
                name = name_of(code, numbering)
                found[code] = ItemReading(code, name, (0,), Sureness.SURE, page, kept_words(words))


def _options_into_items(found: dict[str, ItemReading], numbering: Numbering) -> None:
    """Put conditions with a line of their own (`I.8.4`) into the item that they belong to."""
    heads = dict.fromkeys(".".join(code.split(".")[:2]) for code in found if code.count(".") > 1)
    for head in heads:
        options = [found[code] for code in list(found) if code.startswith(f"{head}.")]
        own = found.get(head)
        own_levels = own.levels if own is not None and own.sureness is Sureness.SURE else ()
        says_yes = numbering is Numbering.LEGACY and own_levels == (1,)  # "1 ja" above conditions that hold
        if (own_levels and own_levels != (0,) and not says_yes) or (
            own_levels == (0,) and any(o.levels == (1,) for o in options)
        ):
            _contradicted(head, options, found, numbering)
            continue
        if numbering is Numbering.LEGACY:
            if own is not None:
                del found[head]  # a heading: its conditions have lines of their own
            continue
        for option in options:
            del found[option.code]
        found[head] = _as_one(head, options)


def _contradicted(
    head: str, options: Sequence[ItemReading], found: dict[str, ItemReading], numbering: Numbering
) -> None:
    """Ask about an item whose own line and conditions do not agree: once, so that a case never holds it twice."""
    if numbering is Numbering.LEGACY:
        del found[head]
        found.update({option.code: _in_doubt(option, Doubt.TWICE) for option in options})
        return
    found[head] = _in_doubt(found[head], Doubt.TWICE)
    for option in options:
        del found[option.code]


def _as_one(head: str, options: Sequence[ItemReading]) -> ItemReading:
    doubtful = next((option for option in options if option.sureness is not Sureness.SURE), None)
    ticked = tuple(int(option.code.rsplit(".", 1)[1]) for option in options if option.levels == (1,))
    texts = "; ".join(option.text for option in options if option.text)
    levels = tuple(sorted(ticked)) or (0,)
    words = kept_words(" | ".join(option.words for option in options))
    base = replace(options[0], code=head, name=name_of(head, Numbering.CURRENT), text=texts or None, words=words)
    if doubtful is not None:
        return replace(base, levels=(), proposed=levels, sureness=Sureness.DOUBTFUL, doubt=doubtful.doubt)
    if not ticked and len(options) < len(items()[head].levels) - 1:
        return replace(base, levels=(), sureness=Sureness.DOUBTFUL, doubt=Doubt.NO_SCORE)
    return replace(base, levels=levels, sureness=Sureness.SURE)
