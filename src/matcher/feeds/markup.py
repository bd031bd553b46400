"""Text without markup: paragraphs and list items become lines."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "tr",
        "td",
        "th",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "section",
        "article",
        "header",
        "footer",
        "dt",
        "dd",
        "hr",
    ]
)
_SKIPPED = frozenset(("script", "style", "head", "title", "noscript", "template"))
_TAG = re.compile(r"<(?:/?[a-zA-Z]|!--)|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")
_SPACES = re.compile(r"[ \t\u00a0]+")
_LINES = re.compile(r" ?\n[ \n]*")


def plain_text(text: str) -> str:
    r"""Answer a text without markup; a text without any is only tidied.

    Args:
        text: text or HTML; entities such as `&euro;` become signs.

    Example:
        >>> plain_text("<p>Wij vragen:</p><ul><li>VCA</li><li>&euro; 15</li></ul>")
        'Wij vragen:\n- VCA\n- € 15'
    """
    return tidy(_stripped(text) if _TAG.search(text) else text)


def tidy(text: str) -> str:
    """Answer a text with single spaces and without empty lines or control signs."""
    text = "".join(sign for sign in text.replace("\r", "\n") if sign >= " " or sign in "\n\t")
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()


def _stripped(text: str) -> str:
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return "".join(reader.pieces)


class _Reader(HTMLParser):
    """Collects the text between tags; knows no entities but those of HTML itself."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 the parser's own signature
        if tag in _SKIPPED:
            self._skipping += 1
        elif tag == "li":
            self.pieces.append("\n- ")
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipping = max(self._skipping - 1, 0)
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.pieces.append(data)
