"""Print an explanation as text of 80 columns, as Markdown or as plain data."""

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from matcher.prose.explanation import Block, Explanation, Points, Table, Title
from matcher.prose.fragment import Sentence

WIDTH = 80


def explanation_text(explanation: Explanation) -> str:
    """Answer an explanation as plain text. A table is written as one record per row."""
    return "\n".join(line for block in explanation.blocks for line in _text(block)).strip()


def explanation_markdown(explanation: Explanation) -> str:
    """Answer an explanation as Markdown."""
    return "\n\n".join(_markdown(block) for block in explanation.blocks)


def _text(block: Block) -> Iterator[str]:
    if isinstance(block, Title):
        wrapped = textwrap.wrap(block.sentence.text.upper() if block.level == 1 else block.sentence.text, WIDTH)
        under = {1: "=", 2: "-"}.get(block.level)
        yield from ["", *wrapped, *([under * len(wrapped[-1])] if under else [])]
    elif isinstance(block, Points):
        for sentence in block.sentences:
            yield from textwrap.wrap(sentence.text, WIDTH, initial_indent="- ", subsequent_indent="  ")
    elif isinstance(block, Table):
        yield from _records(block)
    else:
        yield from textwrap.wrap(_joined(block.sentences), WIDTH)


def _records(table: Table) -> Iterator[str]:
    for row in table.rows:
        yield from textwrap.wrap(row[0].text, WIDTH, initial_indent="- ", subsequent_indent="  ")
        labels = [head.text for head in table.head[1:]]
        show = len(labels) > 1
        for label, cell in zip(labels, row[1:], strict=True):
            start = f"    {label}: " if show else "    "
            yield from textwrap.wrap(cell.text, WIDTH, initial_indent=start, subsequent_indent="      ")


def _markdown(block: Block) -> str:
    if isinstance(block, Title):
        return f"{'#' * block.level} {block.sentence.text}"
    if isinstance(block, Points):
        return "\n".join(f"- {sentence.text}" for sentence in block.sentences)
    if isinstance(block, Table):
        lines = [_row(block.head), "|" + " --- |" * len(block.head), *map(_row, block.rows)]
        return "\n".join(lines)
    return _joined(block.sentences)


def _row(cells: Sequence[Sentence]) -> str:
    return "| " + " | ".join(cell.text.replace("|", "/") for cell in cells) + " |"


def _joined(sentences: Sequence[Sentence]) -> str:
    return " ".join(sentence.text for sentence in sentences)


def explanation_json(explanation: Explanation) -> dict[str, Any]:
    """Answer an explanation as plain data: its blocks in reading order.

    Args:
        explanation: what `explain` answered. The places that sentences rest on stay out: they are for the coach.
    """
    return {
        "schema": "matcher/explanation/1",
        "audience": explanation.reader.value,
        "language": explanation.language,
        "on": explanation.on.isoformat(),
        "blocks": [_data(block) for block in explanation.blocks],
    }


def _data(block: Block) -> dict[str, Any]:
    if isinstance(block, Title):
        return {"kind": "title", "level": block.level, "text": block.sentence.text}
    if isinstance(block, Table):
        rows = [[cell.text for cell in row] for row in block.rows]
        return {"kind": "table", "head": [cell.text for cell in block.head], "rows": rows}
    kind = "points" if isinstance(block, Points) else "text"
    return {"kind": kind, "sentences": [sentence.text for sentence in block.sentences]}
