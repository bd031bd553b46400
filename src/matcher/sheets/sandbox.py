"""Open a document in a child process with hard limits on time, memory and files."""

import json
import os
import subprocess
import sys
import tempfile
from time import monotonic
from typing import Self

from matcher.errors import FileUnreadable
from matcher.sheets.gate import Limits, Paper, limits
from matcher.sheets.sheet import Sheet, unpacked

_MB = 1_000_000
_TOO_HEAVY = (
    "Het bestand is te zwaar of te ingewikkeld om veilig te lezen. "
    "Bewaar het opnieuw als eenvoudige PDF of .docx, of typ de afwijkende onderdelen over."
)
_BROKEN = "Het bestand is beschadigd of niet compleet. Vraag het opnieuw op."
_SENTENCES = {
    "password": "Het bestand heeft een wachtwoord. Bewaar het zonder wachtwoord.",
    "broken": _BROKEN,
    "heavy": _TOO_HEAVY,
    "not_text": "Dit is geen leesbare tekst. Geef een PDF, Word- (.docx), Excel- of tekstbestand.",
}
# Who began a document may have been busy until its time was over; one that is read must still be handed over.
_HAND_OVER_SECONDS = 1.0
# What a child needs to start on every platform; nothing else of the environment is handed on.
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "HOME")


class BegunSheet:
    """A document that a process of its own reads, while whoever began it does something else.

    Used in a `with`: at its end the process has ended too, whatever happened.

    Args:
        paper: the checked bytes.
        most: the limits.
    """

    def __init__(self, paper: Paper, most: Limits) -> None:
        self.paper = paper
        self._most = most
        self._child = None if paper.kind == "picture" else _Child(_job(paper, most, "rows"), paper, most.wall_seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._child is not None:
            self._child.end()

    def sheet(self) -> Sheet:
        """Answer the rows of the document, waiting until they are read. Asked once.

        Raises:
            FileUnreadable: the document is locked, broken, a picture, or asks more time or memory than allowed.
        """
        if self._child is None:
            raise FileUnreadable(_SENTENCES["not_text"])
        return unpacked(json.loads(_answer(self._child.answer(), self._most)))


def begin_sheet(paper: Paper, most: Limits | None = None) -> BegunSheet:
    """Answer a document that is being read from this moment on, in a child process.

    Args:
        paper: the checked bytes; a picture has no rows before its text is recognised, so that none is begun.
        most: the limits; those of the reference table when not given.

    Example:
        >>> with begin_sheet(Paper(b"IV.13 Tillen: 2", "text")) as begun:
        ...     begun.sheet().rows[0].text
        'IV.13 Tillen: 2'
    """
    return BegunSheet(paper, most or limits())


def read_sheet(paper: Paper, most: Limits | None = None) -> Sheet:
    """Answer the rows of a document, read in a child process.

    Args:
        paper: the checked bytes.
        most: the limits; those of the reference table when not given.

    Raises:
        FileUnreadable: the document is locked, broken, or asks more time or memory than allowed.
    """
    with begin_sheet(paper, most) as begun:
        return begun.sheet()


def page_picture(paper: Paper, page: int, seconds: float) -> bytes:
    """Answer one page of a scan as a picture (PGM), to recognise the text in.

    Args:
        paper: the checked bytes of a PDF.
        page: the page, counted from 1.
        seconds: how long it may take by the clock, at most as long as opening a document.

    Raises:
        FileUnreadable: as `read_sheet`.
    """
    most = limits()
    child = _Child(_job(paper, most, "picture", page), paper, min(most.wall_seconds, seconds))
    try:
        return bytes.fromhex(json.loads(_answer(child.answer(), most))["picture"])
    finally:
        child.end()


class _Child:
    """A child process that reads one document within so many seconds by the clock."""

    def __init__(self, job: str, paper: Paper, seconds: float) -> None:
        self._until = monotonic() + seconds
        with tempfile.TemporaryFile() as content:  # no name: nobody can find it, and it is gone with the last handle
            content.write(paper.content)
            content.seek(0)
            self._process = subprocess.Popen(  # noqa: S603 our own interpreter and module, no shell
                [sys.executable, "-m", "matcher.sheets.child", job],
                stdin=content,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )

    def answer(self) -> tuple[int, bytes] | None:
        """Answer the exit code and what was read; None when it took too long."""
        left = max(self._until - monotonic(), _HAND_OVER_SECONDS)
        try:
            said, _ = self._process.communicate(timeout=left)
        except subprocess.TimeoutExpired:
            return None
        return self._process.returncode, said

    def end(self) -> None:
        """See that the process is gone."""
        self._process.kill()  # does nothing to one that ended by itself
        self._process.communicate()


def _job(paper: Paper, most: Limits, task: str, page: int = 0) -> str:
    return json.dumps({"kind": paper.kind, "task": task, "page": page, "limits": most.as_dict()})


def _environment() -> dict[str, str]:
    known = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {
        **known,
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        "PYTHONDONTWRITEBYTECODE": "1",
        "OPENPYXL_LXML": "False",
    }


def _answer(ended: tuple[int, bytes] | None, most: Limits) -> bytes:
    if ended is None:
        raise FileUnreadable(_TOO_HEAVY)
    code, answer = ended
    if len(answer) > most.answer_mb * _MB:
        raise FileUnreadable(_TOO_HEAVY)
    if code != 0 or not answer:
        raise FileUnreadable(_TOO_HEAVY if code < 0 else _BROKEN)  # killed by a limit, or fell over
    try:
        found = json.loads(answer)
    except ValueError:
        raise FileUnreadable(_BROKEN) from None
    if "refused" in found:
        sentence = _SENTENCES.get(found["refused"], _BROKEN)
        if found["refused"] == "pages":
            sentence = f"Het bestand heeft meer dan {most.pages} bladzijden. "
            sentence += "Bewaar de bladzijden van het formulier of het rapport als een eigen bestand en lees dat."
        raise FileUnreadable(sentence)
    return answer
