"""The bureau's index of vacancies."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, cast

from matcher_client import answers
from matcher_client.bodies import Case, case_body, json_body
from matcher_client.cases import View
from matcher_client.group import Group


class Index(Group):
    """Fill it, empty it, rank it for one case."""

    def show(self, *, on: date | None = None) -> answers.IndexAnswer:
        """Answer how many vacancies it holds, how many are open, and from which feeds."""
        return cast("answers.IndexAnswer", self._calls.json("GET", "/v1/index", harmless=True, params={"on": on}))

    def drift(self, *, on: date | None = None) -> answers.DriftAnswer:
        """Answer shares of what is not known, how feeds were read, titles, and verdicts of invented persons."""
        found = self._calls.json("GET", "/v1/index/drift", harmless=True, params={"on": on})
        return cast("answers.DriftAnswer", found)

    def add(
        self,
        vacancies: Any,
        *,
        kind: Literal["application/json", "application/x-ndjson", "text/csv"] = "application/json",
        on: date | None = None,
    ) -> answers.IndexChange:
        """Put vacancies in it; one that was there keeps its first day. Not sent again by itself.

        Args:
            vacancies: plain values for JSON; bytes for the other kinds.
            kind: media type.
            on: the day on which the feed had them; today when not given.
        """
        body = {"content": vacancies, "kind": kind} if isinstance(vacancies, bytes) else json_body(vacancies)
        return cast("answers.IndexChange", self._calls.json("POST", "/v1/index/vacancies", params={"on": on}, **body))

    def remove(self, ids: Sequence[str], *, on: date | None = None) -> answers.IndexChange:
        """Take vacancies out by their id; an id that is not there changes nothing. Not sent again by itself."""
        body = json_body({"ids": [*ids]})
        return cast("answers.IndexChange", self._calls.json("POST", "/v1/index/removals", params={"on": on}, **body))

    def rank(
        self,
        case: Case,
        *,
        view: View,
        top: int = 20,
        new_since: date | None = None,
        closed: bool = False,
        explained: bool = False,
        on: date | None = None,
    ) -> answers.IndexRankingAnswer:
        """Answer its vacancies in order for a case.

        Args:
            case: the case.
            view: `coach` or `jobs`. There is no default.
            top: how many open ones, and how many closed ones.
            new_since: only those first seen on this day or later.
            closed: also closed ones, with the reason.
            explained: with every finding and every part of the score.
            on: day of matching; today when not given.
        """
        params = {
            "view": view, "top": top, "new_since": new_since, "closed": closed, "explained": explained, "on": on,
        }  # fmt: skip
        found = self._calls.json("POST", "/v1/index/rankings", harmless=True, params=params, **case_body(case))
        return cast("answers.IndexRankingAnswer", found)
