"""Read the words of a finished file back, as a reader or a search engine would: text, notes, footers and properties."""

import re
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

_WORD_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_PARTS = re.compile(r"^(?:word/(?:document|footer\d*|header\d*|comments|footnotes|endnotes)|docProps/core)\.xml$")


def words_of_file(made: bytes, file_format: str) -> str:
    """Answer all words of a finished file, with one space between them.

    Args:
        made: the bytes of the file.
        file_format: docx, pdf, html or md.
    """
    reader = {"docx": _docx, "pdf": _pdf, "html": _html}.get(file_format, _plain)
    return " ".join(reader(made).split())


def _plain(made: bytes) -> str:
    return made.decode("utf-8")


def _docx(made: bytes) -> str:
    found: list[str] = []
    with ZipFile(BytesIO(made)) as parts:
        for name in parts.namelist():
            if not _PARTS.match(name):
                continue
            for element in fromstring(parts.read(name)).iter():
                if name.startswith("docProps") or element.tag == _WORD_TEXT:
                    found.append(element.text or "")
                found.extend(value for key, value in element.attrib.items() if key in {"descr", "title"})
    return " ".join(found)


def _pdf(made: bytes) -> str:
    import pypdfium2  # noqa: PLC0415 only for a PDF

    document = pypdfium2.PdfDocument(made)
    try:
        told = document.get_metadata_dict()
        properties = [told.get(name) or "" for name in ("Title", "Author", "Subject", "Keywords")]
        pages = [
            _without_number(page.get_textpage().get_text_range(), number)
            for number, page in enumerate(document, start=1)
        ]
    finally:
        document.close()
    return " ".join([*properties, *pages])


def _without_number(text: str, number: int) -> str:
    """Answer the text of a page without its number: before the next page's first words it would tell another figure."""
    return re.sub(rf"(?<!\S){number}\s*$", "", text)


class _HtmlWords(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag == "style"
        self.found.extend(value for name, value in attrs if name in {"alt", "title", "aria-label"} and value)

    def handle_endtag(self, tag: str) -> None:
        self._style = self._style and tag != "style"

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.found.append(data)

    def handle_comment(self, data: str) -> None:
        self.found.append(data)


def _html(made: bytes) -> str:
    reader = _HtmlWords()
    reader.feed(made.decode("utf-8"))
    return " ".join(reader.found)
