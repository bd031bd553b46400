"""A document as an accessible PDF (PDF/UA-1), set by Typst. No system package, no font of the machine."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from matcher.documents.columns import column_widths
from matcher.documents.house_style import HouseStyle
from matcher.documents.model import Document, Part, Picture
from matcher.prose import Points, Table, Title

_LOGO = "logo"


def pdf_of(document: Document, style: HouseStyle) -> bytes:
    """Answer the document as PDF bytes; the same document gives the same bytes.

    Args:
        document: what `build_document` answered.
        style: the house style.
    """
    import typst  # noqa: PLC0415 only when a PDF is asked for

    source = "\n".join(_source(document, style))
    # Typst reads only this folder: the source and the pictures, which no value of the case can name.
    with TemporaryDirectory() as folder:
        if style.logo is not None:
            (Path(folder) / f"{_LOGO}.{style.logo_kind}").write_bytes(style.logo)
        for number, picture in enumerate(document.pictures):
            (Path(folder) / _name(number)).write_text(picture.svg, encoding="utf-8")
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
    yield "#show heading.where(level: 1): set text(size: 17pt)"
    # A row is never cut over two pages; the head comes back on every page.
    yield '#set table(stroke: 0.5pt + rgb("#767676"), inset: 6pt, fill: (_, y) => if y == 0 { rgb("#f0f2f5") })'
    yield "#set table.cell(breakable: false)"
    yield "#show table.cell.where(y: 0): strong"
    yield "#show table: set text(size: 9pt)"
    yield "#show table: set par(leading: 0.55em)"
    yield "#show figure: set block(breakable: false, above: 1em, below: 1.2em)"
    yield "#set figure(numbering: none, supplement: none)"
    yield "#show figure.caption: set align(left)"
    yield "#show figure.caption: set text(size: 9pt)"
    if style.logo is not None:
        yield f'#image("{_LOGO}.{style.logo_kind}", height: 1.6cm, alt: {_text(style.logo_text)})'
    names = {id(picture): _name(number) for number, picture in enumerate(document.pictures)}
    for part in document.blocks:
        yield from _block(part, names)


def _name(number: int) -> str:
    return f"beeld{number}.svg"


def _block(part: Part, names: dict[int, str]) -> Iterator[str]:
    if isinstance(part, Picture):
        image = f'image("{names[id(part)]}", width: 100%, alt: {_text(part.alternative)})'
        yield f"#figure({image}, alt: {_text(part.alternative)}, caption: [#{_text(part.caption.text)}])"
    elif isinstance(part, Title):
        yield f"#heading(level: {part.level})[#{_text(part.sentence.text)}]"
    elif isinstance(part, Points):
        yield "#list(" + ", ".join(f"[#{_text(sentence.text)}]" for sentence in part.sentences) + ")"
    elif isinstance(part, Table):
        head = ", ".join(f"[#{_text(cell.text)}]" for cell in part.head)
        cells = ", ".join(f"[#{_text(cell.text)}]" for row in part.rows for cell in row)
        widths = ", ".join(f"{width}fr" for width in column_widths(part))
        yield f"#table(columns: ({widths},), table.header({head}), {cells})"
    else:
        yield f"#par[#{_text(' '.join(sentence.text for sentence in part.sentences))}]"


def _text(words: str) -> str:
    """Answer words as a Typst string: no word of a case is ever read as markup."""
    plain = "".join(sign if sign.isprintable() else " " for sign in words)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
