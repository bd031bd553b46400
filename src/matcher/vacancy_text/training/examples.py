"""Labelled clauses to learn from: our own sentences, and texts that somebody labelled with quotes."""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matcher.vacancy_text.clauses import Clause, clauses
from matcher.vacancy_text.passage import TITLE, Passage, passage, plain_same_length

OWN, LATER = "own", "later"
_OWN_FILES = (
    "clauses_mind.txt",
    "clauses_body.txt",
    "clauses_more.txt",
    "clauses_short.txt",
    "clauses_voices_mind.txt",
    "clauses_voices_body.txt",
    "clauses_voices_jobs.txt",
    "clauses_voices_more.txt",
    "clauses_voices_extra.txt",
    "clauses_voices_none.txt",
    "clauses_scenes_mind.txt",
    "clauses_scenes_body.txt",
    "clauses_scenes_none.txt",
)
_LATER_FILES = (
    "clauses_board_mind.txt",
    "clauses_board_people.txt",
    "clauses_board_around.txt",
    "clauses_board_hands.txt",
    "clauses_board_body.txt",
)
"""Sentences that the earlier model has not learnt from."""
_ANY_TITLE = "Medewerker"
_STRIDE, _MOST_SENTENCES = 7, 3
_MOST_OF_CLAUSE, _MOST_OF_QUOTE = 0.5, 0.6


@dataclass(frozen=True, slots=True)
class Example:
    """A clause or sentence and what it says.

    Attributes:
        plain: in small letters without accents.
        says: channels that it speaks of; True asked, False denied.
        touches: channels of which only a small part of the quote lies in it.
        text: id of the text, so that a text is never learnt from and tested on at once.
        before: the sentence before it, as plain.
        title: of the vacancy, as plain.
    """

    plain: str
    says: Mapping[str, bool]
    touches: frozenset[str]
    text: str
    before: str = ""
    title: str = ""


def own_examples(*, later: bool = False) -> Iterator[Example]:
    """Yield our own sentences.

    A line is `+` (asked), `-` (denied) or `.` (says nothing of work) and a sentence, under a heading with the channel;
    ` | II.12.1+` behind it names what else the sentence says.

    Args:
        later: only those that the earlier model has not learnt from.
    """
    folder = Path(__file__).parent
    for name in _LATER_FILES if later else (*_OWN_FILES, *_LATER_FILES):
        channel = ""
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            if line.startswith("#"):
                channel = line[1:].strip()
                continue
            sentence, _, more = line[2:].partition(" | ")
            says = {channel: line[0] == "+"} if line[0] in "+-" else {}
            says |= {each[:-1]: each[-1] == "+" for each in more.split()}
            yield Example(plain_same_length(sentence), says, frozenset(), LATER if name in _LATER_FILES else OWN)


def labelled_examples(path: Path) -> Iterator[Example]:
    """Yield every clause and sentence of labelled texts.

    Args:
        path: JSON lines with `id`, `title`, `text` and `labels.demands` (channel, asked, quote).
    """
    for row in rows(path):
        for part in (passage(TITLE, row["title"]), passage("text", row["text"])):
            yield from _of_part(part, row)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the labelled texts of a file.

    Args:
        path: JSON lines, packed with gzip when its name ends in .gz.
    """
    written = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from map(json.loads, written.decode("utf-8").splitlines())


def pieces(part: Passage) -> Iterator[tuple[Clause, str]]:
    """Yield every clause of a part, and every sentence that holds more than one, with the sentence before it.

    Args:
        part: the part of the vacancy.
    """
    before = ""
    for sentence in clauses(part):
        whole = Clause(sentence[0].start, sentence[-1].end)
        for piece in (*sentence, whole) if len(sentence) > 1 else sentence:
            yield piece, before
        before = part.plain[whole.start : whole.end]


def _of_part(part: Passage, row: Mapping[str, Any]) -> Iterator[Example]:
    quotes = [
        (at, at + len(label["quote"]), label["channel"], bool(label["asked"]))
        for label in row["labels"]["demands"]
        if (at := part.text.find(label["quote"])) >= 0
    ]
    title = plain_same_length(row["title"])
    for piece, before in pieces(part):
        says: dict[str, bool] = {}
        touches: set[str] = set()
        for start, end, channel, asked in quotes:
            shared = min(end, piece.end) - max(start, piece.start)
            if shared <= 0:
                continue
            if shared >= _MOST_OF_CLAUSE * (piece.end - piece.start) or shared >= _MOST_OF_QUOTE * (end - start):
                says[channel] = asked
            else:
                touches.add(channel)
        plain = part.plain[piece.start : piece.end].strip()
        yield Example(plain, says, frozenset(touches - says.keys()), row["id"], before, title)


def cut(row: Mapping[str, Any], number: int) -> dict[str, Any]:
    """Answer one to three sentences in a row of a labelled text, as short as a vacancy that somebody types.

    Args:
        row: the labelled text.
        number: tells which sentences; the same number gives the same ones.
    """
    part = passage("text", row["text"])
    places = [at for at in range(len(part.starts)) if part.plain[part.starts[at] : part.ends[at]].strip()]
    first = (number * _STRIDE) % len(places)
    last = min(first + number % _MOST_SENTENCES, len(places) - 1)
    text = part.text[part.starts[places[first]] : part.ends[places[last]]].strip()
    demands = [label for label in row["labels"]["demands"] if label["quote"] in text]
    return {"id": row["id"], "title": _ANY_TITLE, "text": text, "labels": {"demands": demands}}
