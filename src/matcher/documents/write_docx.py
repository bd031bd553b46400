"""A document as Word: real headings, lists and tables, so that a coach can go on writing in it."""

from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from matcher.documents.house_style import HouseStyle
from matcher.documents.model import Document
from matcher.prose import Block, Points, Table, Title

if TYPE_CHECKING:
    from docx.document import Document as Word

_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
_TABLE_STYLE = "Table Grid"
_LOGO_CM = 1.6


def docx_of(document: Document, style: HouseStyle) -> bytes:
    """Answer the document as DOCX bytes.

    Args:
        document: what `build_document` answered.
        style: the house style.
    """
    import docx  # noqa: PLC0415 only when a Word file is asked for
    from docx.shared import Cm  # noqa: PLC0415

    word = docx.Document()
    _properties(word, document)
    _look(word, document, style)
    if style.logo is not None:
        picture = word.add_picture(BytesIO(style.logo), height=Cm(_LOGO_CM))
        picture._inline.docPr.set("descr", style.logo_text)  # noqa: SLF001 the library has no way to set it
    for block in document.blocks:
        _block(word, block)
    if style.footer:
        word.sections[0].footer.paragraphs[0].text = style.footer
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def _properties(word: "Word", document: Document) -> None:
    """Set the properties of the file to what the reader may see: the title, and nobody's name."""
    properties = word.core_properties
    day = datetime(document.on.year, document.on.month, document.on.day, tzinfo=UTC)
    properties.title, properties.language = document.title, _LANGUAGES[document.language]
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.created = properties.modified = day
    properties.revision = 1


def _look(word: "Word", document: Document, style: HouseStyle) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

    colour = RGBColor.from_string(style.accent.lstrip("#").upper())
    styles: Any = word.styles
    normal = styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.element.get_or_add_rPr().append(_language(document))
    for level in (1, 2, 3):
        heading = styles[f"Heading {level}"]
        heading.font.color.rgb, heading.font.name = colour, "Calibri"
        heading.element.rPr.rFonts.set(qn("w:asciiTheme"), "minorHAnsi")
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)


def _language(document: Document) -> Any:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANGUAGES[document.language])
    return language


def _block(word: "Word", block: Block) -> None:
    if isinstance(block, Title):
        word.add_heading(block.sentence.text, block.level)
    elif isinstance(block, Points):
        for sentence in block.sentences:
            word.add_paragraph(sentence.text, style="List Bullet")
    elif isinstance(block, Table):
        _table(word, block)
    else:
        word.add_paragraph(" ".join(sentence.text for sentence in block.sentences))


def _table(word: "Word", block: Table) -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    table = word.add_table(rows=1, cols=len(block.head), style=_TABLE_STYLE)
    head = table.rows[0]
    repeat = OxmlElement("w:tblHeader")  # the head comes back on every page, and is read aloud as a head
    repeat.set(qn("w:val"), "true")
    head._tr.get_or_add_trPr().append(repeat)  # noqa: SLF001 the library has no way to set it
    for cell, words in zip(head.cells, block.head, strict=True):
        cell.paragraphs[0].add_run(words.text).bold = True
    for row in block.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words.text
    word.add_paragraph()
