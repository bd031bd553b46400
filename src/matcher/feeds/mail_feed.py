"""Job-alert e-mails: several vacancies in an HTML or a text part; declared ones (JSON-LD, microdata) go first."""

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from html.parser import HTMLParser
from pathlib import Path

from matcher.errors import FileUnreadable
from matcher.feeds.columns import Mapped
from matcher.feeds.html_feed import vacancies_in_page
from matcher.feeds.markup import plain_text, tidy
from matcher.feeds.raw import RawRecord, read_day
from matcher.feeds.report import Tally
from matcher.feeds.rules import feed_rules
from matcher.feeds.source import whole
from matcher.feeds.text_feed import split_vacancies

_LINK = re.compile(r"https?://\S+")
_WORDS = re.compile(r"[A-Za-zÀ-ÿ]{3}")
_SEPARATOR = re.compile(r"\s+[-–|•·]\s+|\s*,\s+|\t")
_MARK, _END = "\x02", "\x03"
_TITLE_SIGNS = (3, 110)
_HEAD_SIGNS = 80
_BAD = "Dit is geen leesbare e-mail (.eml). Bewaar de mail opnieuw als .eml."
_NOTHING = "In deze e-mail is geen vacature gevonden. Kopieer de tekst naar een .txt-bestand en lees dat."


def read_mail_feed(path: Path, mapped: Mapped, tally: Tally) -> Iterator[RawRecord]:
    """Yield the vacancies of a job-alert e-mail.

    Args:
        path: the `.eml` file, or `-`.
        mapped: the mapping file, for its divider.
        tally: where assumptions are counted.

    Raises:
        FileUnreadable: it is no e-mail, or no vacancy is found in it.
    """
    content = whole(path, "max_page_bytes")
    try:
        message = BytesParser(policy=policy.default).parsebytes(content)
        html, text = _parts(message)
        sent = read_day(_iso(message))
        subject = str(message.get("subject", ""))
        sender = str(message.get("from", ""))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, IndexError):
        raise FileUnreadable(_BAD) from None
    if not html and not text:
        raise FileUnreadable(_BAD if not subject else _NOTHING)
    found = list(vacancies_in_page(html, tally)) if html else []
    if not found and html:
        found = list(_linked(html))
    if not found and text:
        found = list(_listed(text, mapped.divider))
    if not found:
        found = [RawRecord(None, {"title": subject, "text": tidy(text) or plain_text(html)})]
        tally.assume("In de e-mail is één vacature gelezen, met het onderwerp als titel.")
    board = _board(sender)
    for record in found:
        values = dict(record.values)
        if sent is not None and "published" not in values:
            values["published"] = sent.isoformat()
        if board:
            values.setdefault("source", board)
        yield RawRecord(record.line, values)
    if sent is not None:
        tally.assume("De datum van de e-mail geldt als datum van de vacatures.")


def _parts(message: EmailMessage) -> tuple[str, str]:
    html = text = ""
    for number, part in enumerate(message.walk()):
        if number > feed_rules().limits["max_mail_parts"]:
            break
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/html" and not html:
            html = _content(part)
        elif kind == "text/plain" and not text:
            text = _content(part)
    return html, text


def _content(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeDecodeError):  # an unknown or lying charset
        payload = part.get_payload(decode=True)
        return payload.decode("cp1252", errors="replace") if isinstance(payload, bytes) else ""


def _iso(message: EmailMessage) -> str:
    header = message.get("date")
    day = getattr(header, "datetime", None)
    return "" if day is None else str(day.date().isoformat())


def _board(sender: str) -> str:
    found = re.search(r"@(?:[\w-]+\.)*?(?P<name>[\w-]+)\.\w+>?\s*$", sender)
    return found["name"].lower() if found else ""


def _linked(html: str) -> Iterator[RawRecord]:
    """Yield a record for each link with the text of a title; what follows up to the next title belongs to it."""
    reader = _Links()
    reader.feed(html)
    reader.close()
    current: dict[str, str] | None = None
    below: list[str] = []
    seen: set[str] = set()
    for line in tidy_lines("".join(reader.pieces)):
        title = _title_in(line)
        if title is not None:
            number, words = title
            address = reader.addresses[number]
            if address in seen:
                continue
            if current is not None:
                yield _alert(current, below)
            seen.add(address)
            current, below = {"title": words, "url": address}, []
        elif current is not None:
            plain = re.sub(f"{_MARK}\\d+ |{_END}", "", line).strip()
            if plain and not feed_rules().not_a_title.match(plain):
                below.append(plain)
    if current is not None:
        yield _alert(current, below)


def tidy_lines(text: str) -> list[str]:
    """Answer the lines that hold something."""
    return [" ".join(line.split(" ")).strip() for line in re.split(r"\n+", text) if line.strip()]


def _title_in(line: str) -> tuple[int, str] | None:
    found = re.fullmatch(f"{_MARK}(\\d+) ([^{_END}]*){_END}.{{0,3}}", line)
    if found is None:
        return None
    words = " ".join(found[2].split())
    short, long = _TITLE_SIGNS
    if not short <= len(words) <= long or not _WORDS.search(words) or feed_rules().not_a_title.match(words):
        return None
    return int(found[1]), words


def _alert(values: dict[str, str], below: list[str]) -> RawRecord:
    """Answer a record whose first lines are employer and place, as alerts have them."""
    head = below[0] if below and len(below[0]) <= _HEAD_SIGNS else ""
    rest = below[1:] if head else below
    if head:
        parts = [part for part in _SEPARATOR.split(head) if part]
        values["employer"] = parts[0]
        if len(parts) > 1:
            values["place"] = parts[1]
        elif rest and len(rest[0]) <= _HEAD_SIGNS // 2 and not rest[0].endswith("."):
            values["place"] = _SEPARATOR.split(rest[0])[0]
            rest = rest[1:]
    values["text"] = "\n".join(rest)
    return RawRecord(None, values)


def _listed(text: str, divider: str) -> Iterator[RawRecord]:
    """Yield the vacancies of a text part: between dividers, else blocks with a link between empty lines."""
    lines = text.splitlines()
    if divider or any(feed_rules().divider.match(line) for line in lines):
        blocks = [dict(one.values) for one in split_vacancies(lines, divider)]
        linked = [block for block in blocks if _LINK.search(block["text"]) or _LINK.search(block.get("url", ""))]
        for block in linked or blocks:
            below = tidy_lines(_LINK.sub("", block["text"]))
            address = _LINK.search(block["text"])
            yield _alert({"title": block["title"], **({"url": address[0]} if address else {})}, _real(below))
        return
    for piece in re.split(r"\n\s*\n", text):
        address = _LINK.search(piece)
        rows = tidy_lines(_LINK.sub("", piece))
        if address and rows and not feed_rules().not_a_title.match(rows[0]) and len(rows) > 1:
            yield _alert({"title": rows[0], "url": address[0]}, _real(rows[1:]))


def _real(lines: list[str]) -> list[str]:
    return [line for line in lines if not feed_rules().not_a_title.match(line.rstrip(":> "))]


class _Links(HTMLParser):
    """Text with every link between marks, a block on a line of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.addresses: list[str] = []
        self._in_link = False
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "style", "head", "title"}:
            self._skipping += 1
        elif tag == "a":
            self._close()
            self.addresses.append(next((value or "" for name, value in attrs if name == "href"), ""))
            self.pieces.append(f"\n{_MARK}{len(self.addresses) - 1} ")
            self._in_link = True
        elif tag not in {"span", "b", "strong", "i", "em", "font", "u"}:
            self.pieces.append(" " if self._in_link else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style", "head", "title"}:
            self._skipping = max(self._skipping - 1, 0)
        elif tag == "a":
            self._close()
        elif tag not in {"span", "b", "strong", "i", "em", "font", "u"} and not self._in_link:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.pieces.append(
                " ".join(data.replace(_MARK, "").replace(_END, "").split()) + " " if data.strip() else " "
            )

    def _close(self) -> None:
        if self._in_link:
            self.pieces.append(f"{_END}\n")
            self._in_link = False
