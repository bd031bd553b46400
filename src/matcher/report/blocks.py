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


Block = Heading | Paragraph | Bullets | Rows


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
    width = max((len(label) for label, _ in block.pairs), default=0) + 2
    return [
        line
        for label, text in block.pairs
        for line in textwrap.wrap(text or "-", WIDTH, initial_indent=label.ljust(width), subsequent_indent=" " * width)
    ]


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
    return "\n".join(f"- **{label}**: {text or '-'}" for label, text in block.pairs)
