"""Letters and notes: what a doctor tells in sentences touches items without naming them. Each of those is asked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from matcher.domain.case import Numbering
from matcher.papers.beside import kept_words
from matcher.papers.block import Body
from matcher.papers.found import Doubt, ItemReading, Sureness
from matcher.papers.groups import joined
from matcher.reference.legacy import legacy_items
from matcher.reference.tables import read_yaml
from matcher.reference.text_signals import plain

_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=\S)")
_APART = 0.75  # heights of a line: white space above a paragraph
_BRACKETED = re.compile(r"\(([^()]*)\)")
_CODE = re.compile(r"(?<![\d.])[1-6]\.\d{1,2}(?:\.\d{1,2})?(?![\d.])")


def add_told(body: Body, found: dict[str, ItemReading], numbering: Numbering) -> None:
    """Add a question for every item that is not read yet and that a sentence of running text touches.

    Args:
        body: the form.
        found: what was read, by code; it is added to.
        numbering: the list of the form.
    """
    read = {".".join(code.split(".")[:2]) for code in found}
    for page, sentence in _sentences(body):
        for code in (*_told(sentence, numbering), *_numbered(sentence, numbering)):
            if code not in read:
                read.add(code)
                found[code] = ItemReading(
                    code, "", (), Sureness.DOUBTFUL, page, kept_words(sentence), doubt=Doubt.MENTIONED
                )


def is_told_in_prose(found: Iterable[ItemReading]) -> bool:
    """Answer whether a form tells so much in sentences that an item it does not name may still be touched.

    Args:
        found: what was read.
    """
    mentioned = sum(each.doubt is Doubt.MENTIONED for each in found)
    return mentioned >= int(_topics()["mentions_from"])


def _sentences(body: Body) -> Iterator[tuple[int, str]]:
    """Yield the sentences of everything that is no item, as they run on over lines."""
    for page, text in _paragraphs(body):
        if len(text.split()) >= int(_topics()["words_from"]):
            yield from ((page, sentence) for sentence in _SENTENCE.split(text))


def _paragraphs(body: Body) -> Iterator[tuple[int, str]]:
    page, text = 0, ""
    for row in body.other:
        if text and (row.page != page or row.gap > _APART or row.table is not None):
            yield page, text
            text = ""
        page, text = row.page, joined(text, row.text)
    if text:
        yield page, text


def _told(sentence: str, numbering: Numbering) -> Iterator[str]:
    small = plain(sentence)
    if not _pattern("tells").search(small):
        return
    for item, words in _words():
        if words.search(small):
            yield from (item,) if numbering is Numbering.CURRENT else _in_old_list().get(item, ())


def _numbered(sentence: str, numbering: Numbering) -> Iterator[str]:
    """Yield the items of the old list whose number stands between brackets, as in `in conflicten (2.8) beperkt`."""
    if numbering is Numbering.LEGACY:
        for inner in _BRACKETED.findall(sentence):
            yield from (code for each in _CODE.findall(inner) if (code := _item(each)) in legacy_items())


def _item(code: str) -> str:
    return ".".join(code.split(".")[:2])


@cache
def _in_old_list() -> Mapping[str, tuple[str, ...]]:
    """Answer the items of the old list that mean something for each item of the current list."""
    found: dict[str, dict[str, None]] = {}
    for code, item in legacy_items().items():
        for target in item.targets:
            found.setdefault(target.item, {})[_item(code)] = None
    return {item: tuple(codes) for item, codes in found.items()}


@cache
def _topics() -> Any:
    return read_yaml("paper_topics.yaml")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(str(_topics()[name]))


@cache
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((item, re.compile(str(words))) for item, words in _topics()["items"].items())
