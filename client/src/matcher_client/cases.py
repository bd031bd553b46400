"""What a case comes to. Nothing here is stored, so every request may be sent again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, cast
from urllib.parse import quote

from matcher_client import answers
from matcher_client.bodies import Case, case_body, json_body
from matcher_client.group import Group

View = Literal["coach", "jobs"]


class Cases(Group):
    """Calculations on one case."""

    def zoekprofiel(self, case: Case, *, view: View, on: date | None = None) -> answers.ZoekprofielAnswer:
        """Answer the zoekprofiel.

        Args:
            case: the case.
            view: `coach` sees everything; `jobs` sees no items, levels, figures or wage. There is no default.
            on: day of matching; today when not given.

        Raises:
            MatcherClientError: no answer, or a refusal.
        """
        found = self._post("zoekprofiel", case, view=view, on=on)
        return cast("answers.ZoekprofielAnswer", found)

    def rankings(
        self,
        case: Case,
        *,
        view: View,
        on: date | None = None,
        group: Literal["shown", "own_work", "later", "exceeding"] = "shown",
        offset: int = 0,
        limit: int = 20,
        explained: bool = False,
    ) -> answers.RankingAnswer:
        """Answer the occupations in order, one group and one part at a time.

        Args:
            case: the case.
            view: see `zoekprofiel`.
            on: day of matching; today when not given.
            group: which group.
            offset: how many come before this part; `page.next_offset` of the part before.
            limit: how many at most, up to 100.
            explained: with every finding and every part of the score.

        Raises:
            MatcherClientError: no answer, or a refusal.
        """
        found = self._post(
            "rankings", case, view=view, on=on, group=group, offset=offset, limit=limit, explained=explained
        )
        return cast("answers.RankingAnswer", found)

    def check(self, case: Case, occupation: str, *, view: View, on: date | None = None) -> answers.CheckAnswer:
        """Answer one occupation, every finding with its source.

        Args:
            case: the case.
            occupation: id, e.g. `isco:4226`.
            view: see `zoekprofiel`.
            on: day of matching; today when not given.

        Raises:
            NotFound: there is no such occupation.
            MatcherClientError: no answer, or another refusal.
        """
        found = self._post(f"occupations/{quote(occupation, safe=':')}/check", case, view=view, on=on)
        return cast("answers.CheckAnswer", found)

    def form(self, case: Case, *, on: date | None = None) -> answers.FormAnswer:
        """Answer what was read on the form of a case, item by item."""
        return cast("answers.FormAnswer", self._post("forms/check", case, on=on))

    def text(self, case: Case, *, audience: str, on: date | None = None) -> answers.TextAnswer:
        """Answer the profile text for one reader, with what the linter found.

        Args:
            case: the case.
            audience: who reads, e.g. `worker`. There is no default.
            on: day of matching; today when not given.
        """
        return cast("answers.TextAnswer", self._post("texts", case, audience=audience, on=on))

    def explanation(
        self, case: Case, *, reader: str, language: Literal["nl", "en"] = "nl", on: date | None = None
    ) -> answers.ExplanationAnswer:
        """Answer what the result means, for one reader.

        Args:
            case: the case.
            reader: `worker`, `coach`, `labour-expert` or `doctor`. There is no default.
            language: `en` for the worker only.
            on: day of matching; today when not given.
        """
        found = self._post("explanations", case, reader=reader, language=language, on=on)
        return cast("answers.ExplanationAnswer", found)

    def stage(self, case: Case, *, on: date | None = None) -> answers.StageAnswer:
        """Answer the stage of suitability that holds, with its authority."""
        return cast("answers.StageAnswer", self._post("stages", case, on=on))

    def calendar(self, case: Case, *, on: date | None = None) -> answers.CalendarAnswer:
        """Answer the Poortwachter calendar."""
        return cast("answers.CalendarAnswer", self._post("calendar", case, on=on))

    def calendar_file(self, case: Case, *, format: Literal["text", "ics", "svg"], on: date | None = None) -> bytes:  # noqa: A002 the name of the parameter
        """Answer the calendar as a file.

        Args:
            case: the case.
            format: text, an agenda file or a picture.
            on: day of matching; today when not given.
        """
        return self._calls.send(
            "POST", "/v1/calendar", harmless=True, params={"format": format, "on": on}, **case_body(case)
        ).content

    def document(
        self,
        case: Case,
        kind: str,
        *,
        audience: str,
        format: Literal["docx", "pdf", "html", "md"] = "docx",  # noqa: A002 the name of the parameter
        work: Sequence[str] = (),
        consent: str | None = None,
        on: date | None = None,
    ) -> bytes:
        """Answer a checked document for one reader.

        Args:
            case: the case.
            kind: which document, e.g. `plan`.
            audience: who reads. There is no default.
            format: kind of file.
            work: for `profile`: the work that it is for, e.g. `isco:4226`.
            consent: for `profile`: the vacancy for which the worker gave consent.
            on: day of matching; today when not given.

        Raises:
            CaseFaulty: the document would show too much; nothing was made.
        """
        params = {"audience": audience, "format": format, "work": [*work] or None, "consent": consent, "on": on}
        path = f"/v1/documents/{quote(kind, safe='')}"
        return self._calls.send("POST", path, harmless=True, params=params, **case_body(case)).content

    def rank_vacancies(
        self,
        case: Mapping[str, Any],
        vacancies: Any,
        *,
        view: View,
        top: int = 20,
        closed: bool = False,
        on: date | None = None,
    ) -> answers.VacanciesAnswer:
        """Answer vacancies that come along, in order for one case. Never persons for a vacancy.

        Args:
            case: the case as a mapping.
            vacancies: a list of objects, or JSON-LD.
            view: see `zoekprofiel`.
            top: how many open ones, and how many closed ones.
            closed: also closed ones, with the reason.
            on: day of matching; today when not given.
        """
        found = self._calls.json(
            "POST",
            "/v1/vacancies/rank",
            harmless=True,
            params={"view": view, "top": top, "closed": closed, "on": on},
            **json_body({"case": case, "vacancies": vacancies}),
        )
        return cast("answers.VacanciesAnswer", found)

    def _post(self, path: str, case: Case, **params: Any) -> Any:
        return self._calls.json("POST", f"/v1/{path}", harmless=True, params=params, **case_body(case))
