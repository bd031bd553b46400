"""A document as an accessible PDF (PDF/UA-1), set by Typst. No system package, no font of the machine."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from matcher.documents.house_style import HouseStyle
from matcher.documents.model import Document
from matcher.prose import Block, Points, Table, Title

_LOGO = "logo"
_AROUND, _WIDEST = 3, 40  # letters in a cell


def pdf_of(document: Document, style: HouseStyle) -> bytes:
    """Answer the document as PDF bytes; the same document gives the same bytes.

    Args:
        document: what `build_document` answered.
        style: the house style.
    """
    import typst  # noqa: PLC0415 only when a PDF is asked for

    source = "\n".join(_source(document, style))
    # Typst reads only this folder: the source and the logo, which no value of the case can name.
    with TemporaryDirectory() as folder:
        if style.logo is not None:
            (Path(folder) / f"{_LOGO}.{style.logo_kind}").write_bytes(style.logo)
        main = Path(folder) / "main.typ"
        main.write_text(source, encoding="utf-8")
        made: bytes = typst.compile(
            str(main), root=folder, format="pdf", ignore_system_fonts=True, pdf_standards="ua-1"
        )
    return made


def _source(document: Document, style: HouseStyle) -> Iterator[str]:
    day = document.on
    made = f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
    yield f"#set document(title: {_text(document.title)}, author: (), date: {made})"
    yield f"#set text(lang: {_text(document.language)}, size: 10.5pt, hyphenate: false)"
    foot = f"#{_text(style.footer)}" if style.footer else ""
    number = "#h(1fr) #counter(page).display()"
    yield f'#set page(paper: "a4", margin: (x: 2.2cm, y: 2.4cm), footer: context [{foot} {number}])'
    yield "#set par(leading: 0.65em, spacing: 0.9em)"
    yield f"#show heading: set text(fill: rgb({_text(style.accent)}))"
    yield "#show heading: set block(above: 1.3em, below: 0.7em, sticky: true)"
    yield '#set table(stroke: 0.5pt + rgb("#767676"), inset: 6pt)'
    yield "#show table.cell.where(y: 0): strong"
    yield "#show table: set text(size: 8.5pt)"
    if style.logo is not None:
        yield f'#image("{_LOGO}.{style.logo_kind}", height: 1.6cm, alt: {_text(style.logo_text)})'
    for block in document.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Title):
        yield f"#heading(level: {block.level})[#{_text(block.sentence.text)}]"
    elif isinstance(block, Points):
        yield "#list(" + ", ".join(f"[#{_text(sentence.text)}]" for sentence in block.sentences) + ")"
    elif isinstance(block, Table):
        head = ", ".join(f"[#{_text(cell.text)}]" for cell in block.head)
        cells = ", ".join(f"[#{_text(cell.text)}]" for row in block.rows for cell in row)
        yield f"#table(columns: ({_widths(block)},), table.header({head}), {cells})"
    else:
        yield f"#par[#{_text(' '.join(sentence.text for sentence in block.sentences))}]"


def _widths(table: Table) -> str:
    """Answer the widths of the columns, in parts: the longest word fits, a column with longer texts is wider."""
    columns = [[row[place].text for row in (table.head, *table.rows)] for place in range(len(table.head))]
    return ", ".join(f"{_width(column):.1f}fr" for column in columns)


def _width(texts: Sequence[str]) -> float:
    mean = sum(len(text) for text in texts) / len(texts)
    longest = max((len(word) for text in texts for word in text.split()), default=0)
    return min(max(mean, longest + _AROUND), _WIDEST)


def _text(words: str) -> str:
    """Answer words as a Typst string: no word of a case is ever read as markup."""
    plain = "".join(sign if sign.isprintable() else " " for sign in words)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
