"""A result as a few kinds of blocks, and the two ways to print them."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 80


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each line may be long."""

    lines: tuple[str, ...]
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """Pairs of a short label and a text."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of text.

    Attributes:
        columns: headings.
        widths: width of each column as plain text; with one space between them at most 80 in all.
        rows: cells; a long cell goes on below itself.
    """

    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Bullets | Rows | Table


def render_text(blocks: Sequence[Block]) -> str:
    """Answer the blocks as plain text of at most 80 columns.

    Example:
        >>> print(render_text([Heading("Titel", 1), Bullets(("een", "twee"))]))
        TITEL
        =====
        - een
        - twee
    """
    lines: list[str] = []
    for block in blocks:
        lines.extend(_text_lines(block, first=not lines))
    return "\n".join(lines)


def _text_lines(block: Block, *, first: bool) -> list[str]:
    if isinstance(block, Heading):
        title = block.text.upper() if block.level <= 2 else block.text  # noqa: PLR2004 levels 1 and 2 stand out
        line = textwrap.wrap(title, WIDTH) or [""]
        under = {1: ["=" * len(line[-1])], 2: ["-" * len(line[-1])]}.get(block.level, [])
        return ([] if first else [""]) + line + under
    if isinstance(block, Paragraph):
        pad = " " * block.indent
        return textwrap.wrap(block.text, WIDTH, initial_indent=pad, subsequent_indent=pad)
    if isinstance(block, Bullets):
        pad = " " * block.indent
        return [
            line
            for text in block.lines
            for line in textwrap.wrap(text, WIDTH, initial_indent=pad + "- ", subsequent_indent=pad + "  ")
        ]
    if isinstance(block, Table):
        return _table_lines(block)
    width = max((len(label) for label, _ in block.pairs), default=0) + 2
    return [
        line
        for label, text in block.pairs
        for line in textwrap.wrap(text or "-", WIDTH, initial_indent=label.ljust(width), subsequent_indent=" " * width)
    ]


def _table_lines(table: Table) -> list[str]:
    lines = []
    for row in (table.columns, *table.rows):
        cells = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, table.widths, strict=True)]
        for number in range(max(map(len, cells))):
            parts = (
                (cell[number] if number < len(cell) else "").ljust(width)
                for cell, width in zip(cells, table.widths, strict=True)
            )
            lines.append(" ".join(parts).rstrip())
    return lines


def render_markdown(blocks: Sequence[Block]) -> str:
    """Answer the blocks as Markdown.

    Example:
        >>> print(render_markdown([Heading("Titel", 1), Bullets(("een",))]))
        # Titel
        <BLANKLINE>
        - een
    """
    return "\n\n".join(_markdown(block) for block in blocks)


def _markdown(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {block.text}"
    if isinstance(block, Paragraph):
        return block.text
    if isinstance(block, Bullets):
        return "\n".join(f"- {line}" for line in block.lines)
    if isinstance(block, Table):
        rows = (block.columns, ("---",) * len(block.columns), *block.rows)
        return "\n".join(f"| {' | '.join(cell.replace('|', ' ') for cell in row)} |" for row in rows)
    return "\n".join(f"- **{label}**: {text or '-'}" for label, text in block.pairs)
