"""Open a document in a child process with hard limits on time, memory and files."""

import json
import os
import subprocess
import sys
import tempfile
from math import inf

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
# What a child needs to start on every platform; nothing else of the environment is handed on.
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "HOME")


def read_sheet(paper: Paper, most: Limits | None = None) -> Sheet:
    """Answer the rows of a document, read in a child process.

    Args:
        paper: the checked bytes.
        most: the limits; those of the reference table when not given.

    Raises:
        FileUnreadable: the document is locked, broken, or asks more time or memory than allowed.
    """
    return unpacked(json.loads(_run(paper, most or limits(), "rows")))


def page_picture(paper: Paper, page: int, seconds: float) -> bytes:
    """Answer one page of a scan as a picture (PGM), to recognise the text in.

    Args:
        paper: the checked bytes of a PDF.
        page: the page, counted from 1.
        seconds: how long it may take by the clock, at most as long as opening a document.

    Raises:
        FileUnreadable: as `read_sheet`.
    """
    found = json.loads(_run(paper, limits(), "picture", page, seconds))
    return bytes.fromhex(found["picture"])


def _run(paper: Paper, most: Limits, task: str, page: int = 0, seconds: float = inf) -> bytes:
    job = json.dumps({"kind": paper.kind, "task": task, "page": page, "limits": most.as_dict()})
    known = {name: os.environ[name] for name in _KEPT if name in os.environ}
    environment = {
        **known,
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        "PYTHONDONTWRITEBYTECODE": "1",
        "OPENPYXL_LXML": "False",
    }
    ended = _started(job, paper.content, environment, min(most.wall_seconds, seconds))
    if ended is None:
        raise FileUnreadable(_TOO_HEAVY)
    return _answer(*ended, most)


def _started(job: str, document: bytes, environment: dict[str, str], seconds: float) -> tuple[int, bytes] | None:
    """Answer the exit code and the answer of a child process; None when it took too long and was ended."""
    with tempfile.TemporaryFile() as content:  # no name: nobody can find it, and it is gone with the handle
        content.write(document)
        content.seek(0)
        try:
            done = subprocess.run(  # noqa: S603 our own interpreter and module, no shell
                [sys.executable, "-m", "matcher.sheets.child", job],
                stdin=content,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return None
    return done.returncode, done.stdout


def _answer(code: int, answer: bytes, most: Limits) -> bytes:
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
