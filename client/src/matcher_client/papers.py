"""Documents in: a form, report or CV. The service keeps nothing of it."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from matcher_client import answers
from matcher_client.bodies import json_body
from matcher_client.group import Group

_BYTES = "application/octet-stream"


class Papers(Group):
    """Read a document and answer its questions."""

    def read(self, content: bytes, name: str, *, numbering: str | None = None) -> answers.PaperAnswer:
        """Answer what a document says, how sure, and what to ask; never a name.

        Args:
            content: the bytes.
            name: file name; only its ending counts, so it need not be the real one.
            numbering: the list that the numbers of a form belong to, when a person knows it.
        """
        found = self._calls.json(
            "POST",
            "/v1/papers",
            harmless=True,
            params={"numbering": numbering},
            content=content,
            kind=_BYTES,
            headers={"X-Filename": name},
        )
        return cast("answers.PaperAnswer", found)

    def answer(
        self,
        reading: Mapping[str, Any],
        given: Sequence[Mapping[str, str]],
        *,
        case: Mapping[str, Any] | None = None,
        case_id: str = "casus",
    ) -> answers.PaperAnswer:
        """Answer the reading with answers to its questions: the questions that are left, and the case.

        Args:
            reading: the `reading` of the answer before, unchanged.
            given: answers, each with `key`, `value` and `reason`.
            case: the case that it comes on top of.
            case_id: mark of a fresh case: no name.
        """
        body = json_body({"reading": reading, "answers": [*given], "case": case, "case_id": case_id})
        return cast("answers.PaperAnswer", self._calls.json("POST", "/v1/papers/answers", harmless=True, **body))
