"""The last lock: a finished file is read back and held against what its reader may see. It cannot be skipped.

Four locks, each alone enough to stop a leak that the others would miss: every fragment may be read by the reader; the
file holds no word that the document does not hold; no value of the case from a closed field stands in it; and no word
stands in it that is blocked for this reader.
"""

import re
from collections.abc import Iterable, Iterator, Set
from datetime import date
from functools import cache

from matcher.documents.forbidden import forbidden_words, plain_words
from matcher.documents.house_style import HouseStyle
from matcher.documents.model import Document
from matcher.documents.read_back import words_of_file
from matcher.documents.speech import FILE
from matcher.domain.case import Case
from matcher.errors import InputError
from matcher.prose import Audience, Provenance
from matcher.reference.tables import read_yaml

_WORD = re.compile(r"\w+")
_ANY_CASE = frozenset({"item_code"})
_REGULAR = frozenset({"item_code"})
_OF_THE_CASE = frozenset({Provenance.FORM, Provenance.COACH})


class ReleaseRefused(InputError):
    """A finished file may not leave; the text names the reasons and the fields, never the values."""


def check_release(document: Document, made: bytes, file_format: str, case: Case, style: HouseStyle) -> None:
    """Refuse a finished file that holds something its reader may not see.

    Args:
        document: what the file was made of.
        made: the bytes of the file.
        file_format: docx, pdf, html or md.
        case: the case.
        style: the house style, whose own texts may stand in the file.

    Raises:
        ReleaseRefused: with every reason.
    """
    reasons = tuple(dict.fromkeys(_reasons(document, made, file_format, case, style)))
    if reasons:
        listed = "; ".join(reasons)
        raise ReleaseRefused(
            f"Dit stuk is niet gemaakt, want het zou te veel laten zien: {listed}. "
            "Kijk naar deze velden in de casus of naar de eigen alinea's van het bureau."
        )


def check_words(written: str, case: Case, audience: Audience, on: date) -> None:
    """Refuse words that leave in another form than a document, by the same rules: closed fields and blocked words.

    Args:
        written: every word that leaves.
        case: the case.
        audience: who reads.
        on: the day on which it leaves.

    Raises:
        ReleaseRefused: with every reason.
    """
    reasons = tuple(dict.fromkeys(_told(written, case, audience, on)))
    if reasons:
        raise ReleaseRefused(
            f"Dit is niet gemaakt, want het zou te veel laten zien: {'; '.join(reasons)}. "
            "Kijk naar deze velden in de casus."
        )


def is_blocked(words: str, audience: Audience) -> bool:
    """Answer whether words hold one that is blocked for a reader, whatever their origin.

    Args:
        words: a few words or a whole text.
        audience: who reads.

    Example:
        >>> is_blocked("volgens de arts", Audience.NEW_EMPLOYER), is_blocked("volgens de arts", Audience.COACH)
        (True, False)
    """
    return any(_blocked(read_yaml(FILE)["blocked"].get(audience.value, ()), words))


def _told(written: str, case: Case, audience: Audience, on: date) -> Iterator[str]:
    """Yield what words say that a reader may not see, whatever their origin."""
    plain = plain_words(written)
    yield from (
        f"de inhoud van veld {field}" for field, said in forbidden_words(case, audience, on) if said.search(plain)
    )
    yield from _blocked(read_yaml(FILE)["blocked"].get(audience.value, ()), written)


def _reasons(document: Document, made: bytes, file_format: str, case: Case, style: HouseStyle) -> Iterator[str]:
    if any(not sentence.visible_to(document.audience) for sentence in document.sentences):
        yield "een zin die deze lezer niet mag zien"
    # The words in a picture of a Word file cannot be read back, so they are read from the drawing itself.
    drawn = " ".join(picture.drawn for picture in document.pictures)
    written = f"{words_of_file(made, file_format)} {drawn}"
    known = {word for text in (*document.words, document.title, *style.texts) for word in _words(text)}
    if any(not _is_known(word, known | _frame_words()) for word in dict.fromkeys(_words(written))):
        yield "een woord in het bestand dat niet in het stuk staat"
    yield from _told(written, case, document.audience, document.on)
    own = " | ".join(
        piece.text
        for sentence in document.sentences
        for piece in sentence.fragments
        if piece.provenance in _OF_THE_CASE
    )
    yield from _blocked(read_yaml(FILE)["blocked_from_case"].get(document.audience.value, ()), own)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _is_known(word: str, known: Set[str]) -> bool:
    """Answer whether a word is of the document; a page reader may glue the last and first word of two table cells."""
    if word in known or word.isdigit():
        return True
    return any(word[:cut] in known and word[cut:] in known for cut in range(1, len(word)))


def _frame_words() -> frozenset[str]:
    """Answer the words of file properties that no reader writes: language codes and times of the core properties."""
    return frozenset({"nl", "en", "gb", "00z", "01t00"} | {f"{day:02d}t00" for day in range(1, 32)})


def _blocked(names: Iterable[str], written: str) -> Iterator[str]:
    for name in names:
        pattern = _pattern(name)
        if pattern.search(written if name in _ANY_CASE else written.casefold()):
            yield f"een woord van de lijst {name}"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    raw = read_yaml("prose_lint.yaml")[name]
    return re.compile("|".join(raw) if name in _REGULAR else rf"\b(?:{'|'.join(raw)})\b")
