"""A document as Word: real headings, lists, tables and pictures with their own styles, so that a coach can go on."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from matcher.documents.docx_styles import AFTER_TABLE, CAPTION, LIST, TEXT_WIDTH_CM, add_page_number, set_look
from matcher.documents.docx_table import table_element
from matcher.documents.draw import png_of
from matcher.documents.house_style import HouseStyle
from matcher.documents.model import Document, Part, Picture
from matcher.prose import Points, Table, Title

if TYPE_CHECKING:
    from docx.document import Document as Word

_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
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
    set_look(word, _LANGUAGES[document.language], style.accent)
    if style.logo is not None:
        picture = word.add_picture(BytesIO(style.logo), height=Cm(_LOGO_CM))
        picture._inline.docPr.set("descr", style.logo_text)  # noqa: SLF001 the library has no way to set it
    drawn = iter(png_of(document.pictures))
    before: Part | None = None
    page = _Page(word)
    for part in document.blocks:
        page.add(part, before, drawn)
        before = part
    if isinstance(before, Table):
        page.paragraph("", AFTER_TABLE)  # a Word file cannot end with a table
    add_page_number(word.sections[0], style.footer)
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


class _Page:
    """The body of a Word file. A style is looked up once, not for every paragraph: that took a fifth of all time."""

    def __init__(self, word: "Word") -> None:
        self._word = word
        self._style_ids: dict[str, str] = {}

    def paragraph(self, text: str, style: str | None = None) -> None:
        made = self._word.add_paragraph(text)
        if style is not None:
            if style not in self._style_ids:
                self._style_ids[style] = self._word.styles[style].style_id
            made._p.style = self._style_ids[style]  # noqa: SLF001 the public way searches all styles

    def add(self, part: Part, before: Part | None, drawn: Iterator[bytes]) -> None:
        behind = isinstance(before, Table)
        if isinstance(part, Title):
            self.paragraph(part.sentence.text, f"Heading {part.level}")
        elif isinstance(part, Points):
            for sentence in part.sentences:
                self.paragraph(sentence.text, LIST)
        elif isinstance(part, Table):
            if behind:
                self.paragraph("", AFTER_TABLE)  # two tables that touch become one
            body = self._word.element.body
            body.insert_element_before(table_element(part, TEXT_WIDTH_CM), "w:sectPr")
        elif isinstance(part, Picture):
            self._picture(part, next(drawn))
        else:
            self.paragraph(" ".join(sentence.text for sentence in part.sentences), AFTER_TABLE if behind else None)

    def _picture(self, picture: Picture, png: bytes) -> None:
        from docx.shared import Cm  # noqa: PLC0415

        placed = self._word.add_picture(BytesIO(png), width=Cm(TEXT_WIDTH_CM))
        placed._inline.docPr.set("descr", picture.alternative)  # noqa: SLF001 the library has no way to set it
        self._word.paragraphs[-1].paragraph_format.keep_with_next = True
        self.paragraph(picture.caption.text, CAPTION)
