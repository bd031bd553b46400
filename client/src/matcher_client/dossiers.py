"""Stored cases of the bureau. What changes one is not sent again by itself."""

from datetime import date
from typing import Any, cast
from urllib.parse import quote

from matcher_client import answers
from matcher_client.bodies import Case, case_body
from matcher_client.cases import View
from matcher_client.group import Group


class Dossiers(Group):
    """Store, read, erase."""

    def list(self, *, offset: int = 0, limit: int = 100) -> answers.DossiersAnswer:
        """Answer the dossiers of the bureau, by mark only."""
        params = {"offset": offset, "limit": limit}
        return cast("answers.DossiersAnswer", self._calls.json("GET", "/v1/dossiers", harmless=True, params=params))

    def store(self, case: Case, *, keep_until: date | None = None) -> answers.StoredAnswer:
        """Store a case as a dossier of its own.

        Args:
            case: the case.
            keep_until: last day on which it is kept; the service's own term when not given.
        """
        found = self._calls.json("POST", "/v1/dossiers", params={"keep_until": keep_until}, **case_body(case))
        return cast("answers.StoredAnswer", found)

    def read(self, dossier: str, *, version: int | None = None) -> answers.DossierAnswer:
        """Answer one version; the last one when none is named."""
        return cast("answers.DossierAnswer", self._get(dossier, "", version=version))

    def add(self, dossier: str, case: Case, *, after: int) -> answers.StoredAnswer:
        """Store a further version.

        Args:
            dossier: its mark.
            case: the case.
            after: number of the version that it comes after; when somebody stored a later one, nothing is stored.

        Raises:
            Refused: 409, somebody stored a later version.
        """
        found = self._calls.json("PUT", _path(dossier), params={"after": after}, **case_body(case))
        return cast("answers.StoredAnswer", found)

    def erase(self, dossier: str) -> None:
        """Erase a dossier with all its versions."""
        self._calls.json("DELETE", _path(dossier))

    def zoekprofiel(self, dossier: str, *, view: View, on: date | None = None) -> answers.ZoekprofielAnswer:
        """Answer the zoekprofiel of the last version."""
        return cast("answers.ZoekprofielAnswer", self._get(dossier, "/zoekprofiel", view=view, on=on))

    def accesses(self, dossier: str) -> answers.AccessesAnswer:
        """Answer who did what with it."""
        return cast("answers.AccessesAnswer", self._get(dossier, "/accesses"))

    def export(self, dossier: str) -> answers.AnyObject:
        """Answer everything that is kept in it."""
        return cast("answers.AnyObject", self._get(dossier, "/export"))

    def keep(self, dossier: str, *, until: date) -> answers.RetentionAnswer:
        """Set the last day on which it is kept."""
        found = self._calls.json("PUT", f"{_path(dossier)}/retention", params={"keep_until": until})
        return cast("answers.RetentionAnswer", found)

    def _get(self, dossier: str, below: str, **params: Any) -> Any:
        return self._calls.json("GET", _path(dossier) + below, harmless=True, params=params)


def _path(dossier: str) -> str:
    return f"/v1/dossiers/{quote(dossier, safe='')}"
