"""Items without a line of their own that a text of the form does name: by number, or by name with words that limit."""

import re
from collections.abc import Iterator
from dataclasses import replace

from matcher.intake import channels_limited_in
from matcher.papers.anchors import codes_in
from matcher.papers.beside import kept_words
from matcher.papers.block import Block, Body
from matcher.papers.found import Doubt, ItemReading, Sureness
from matcher.papers.vocabulary import doubt_pattern
from matcher.papers.words import names_in
from matcher.reference.fml import items
from matcher.reference.text_signals import plain

_SENTENCE = re.compile(r"(?<=[.;!?])\s+")


def add_mentioned(body: Body, found: dict[str, ItemReading]) -> None:
    """Add a question for every item that is not read yet and that a text names.

    Args:
        body: the form.
        found: what was read, by code; it is added to.
    """
    for page, text, codes in (*_in_other_rows(body), *(each for block in body.blocks for each in _in_block(block))):
        for code in codes:
            if code in items() and code not in found:
                found[code] = ItemReading(
                    code, "", (), Sureness.DOUBTFUL, page, kept_words(text), doubt=Doubt.MENTIONED
                )


def doubt_corrected(body: Body, found: dict[str, ItemReading]) -> None:
    """Make a question of every item that a text elsewhere on the form corrects or changes.

    Args:
        body: the form.
        found: what was read, by code; it is changed.
    """
    for text in (*(row.text for row in body.other), *(" ".join(_beside(block)) for block in body.blocks)):
        for sentence in _SENTENCE.split(text):
            if not any(doubt_pattern(each).search(plain(sentence)) for each in ("correction", "changed")):
                continue
            for code in {*codes_in(sentence), *names_in(sentence)} & found.keys():
                own = found[code]
                if own.sureness is Sureness.SURE:
                    found[code] = replace(
                        own, levels=(), proposed=own.levels, sureness=Sureness.DOUBTFUL, doubt=Doubt.PAST
                    )


def _beside(block: Block) -> list[str]:
    return [block.anchor.rest, *(cell.text for _, cell in block.cells), *block.lines]


def _in_other_rows(body: Body) -> Iterator[tuple[int, str, set[str]]]:
    for row in body.other:
        limited = {".".join(channel.split(".")[:2]) for channel in channels_limited_in(row.text)}
        yield row.page, row.text, {*codes_in(row.text), *limited}
    for page in dict.fromkeys(row.page for row in body.other):
        own = [row for row in body.other if row.page == page]
        running = " ".join(row.text for row in own if row.table is None)
        for text in (running, *(row.text for row in own if row.table is not None)):
            yield from ((page, sentence, codes) for sentence, codes in _limited_by_name(text))


def _in_block(block: Block) -> Iterator[tuple[int, str, set[str]]]:
    yield block.page, block.words(), set(codes_in(block.words()))
    _, *further = _SENTENCE.split(" ".join(_beside(block)))  # the first one holds the score of the item itself
    for sentence, codes in _limited_by_name(" ".join(further)):
        yield block.page, sentence, codes


def _limited_by_name(text: str) -> Iterator[tuple[str, set[str]]]:
    """Yield the sentences with a degree in them, each with the items that it names."""
    for sentence in _SENTENCE.split(text):
        small = doubt_pattern("no_limit").sub(" ", plain(sentence))
        if doubt_pattern("a_limit").search(small):
            yield sentence, names_in(sentence)
