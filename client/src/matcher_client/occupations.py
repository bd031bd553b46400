"""The occupations, and what titles mean."""

from collections.abc import Sequence
from typing import cast
from urllib.parse import quote

from matcher_client import answers
from matcher_client.bodies import json_body
from matcher_client.group import Group


class Occupations(Group):
    """Look up and link."""

    def list(self, *, offset: int = 0, limit: int = 100, inside: bool = False) -> answers.OccupationsAnswer:
        """Answer the occupations, one part at a time.

        Args:
            offset: how many come before this part.
            limit: how many at most, up to 500.
            inside: also occupations inside the unit groups.
        """
        params = {"offset": offset, "limit": limit, "inside": inside}
        found = self._calls.json("GET", "/v1/occupations", harmless=True, params=params)
        return cast("answers.OccupationsAnswer", found)

    def look_up(self, occupation: str) -> answers.OccupationAnswer:
        """Answer one occupation and what its jobs ask; by its id, e.g. `isco:4226`."""
        path = f"/v1/occupations/{quote(occupation, safe=':')}"
        return cast("answers.OccupationAnswer", self._calls.json("GET", path, harmless=True))

    def link(self, titles: Sequence[str], *, top: int = 5) -> answers.TitlesAnswer:
        """Answer which occupations titles mean.

        Args:
            titles: up to 100 titles.
            top: how many meanings each, up to 20.
        """
        body = json_body({"titles": [*titles], "top": top})
        return cast("answers.TitlesAnswer", self._calls.json("POST", "/v1/titles/links", harmless=True, **body))
