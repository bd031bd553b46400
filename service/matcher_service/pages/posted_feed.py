"""Vacancies that a page sent along: pasted text or a file. They are forgotten after the answer."""

from pathlib import PurePath

from fastapi import UploadFile

from matcher_service.incoming import Feed, read_vacancies
from matcher_service.state import State


def posted_feed(state: State, upload: UploadFile | None, text: str) -> Feed | None:
    """Answer the vacancies in a file or in pasted text; None when there is neither.

    Args:
        state: what the application holds.
        upload: the file; it counts before the text.
        text: what was pasted: a vacancy with its title on the first line, or JSON.

    Raises:
        InputError: the vacancies cannot be read.
    """
    content = b"" if upload is None else upload.file.read()
    if content and upload is not None:
        return read_vacancies(state, content, PurePath(upload.filename or "").name)
    if not text.strip():
        return None
    return read_vacancies(
        state, text.encode(), "vacatures.json" if text.lstrip()[:1] in ("{", "[") else "vacatures.txt"
    )
