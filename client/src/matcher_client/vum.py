"""The jobseeker profile of VUM, in and out. The service keeps nothing of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from matcher_client import answers
from matcher_client.bodies import Case, case_body, json_body
from matcher_client.group import Group


class Vum(Group):
    """Start a case from a profile, and write a profile from a case."""

    def read(self, profile: Mapping[str, Any], *, case_id: str = "casus") -> answers.VumReadingAnswer:
        """Answer a profile as the start of a case, with what it leaves open. Identity and health are not read.

        Args:
            profile: one werkzoekendeProfiel.
            case_id: mark of the case: no name.

        Raises:
            CaseFaulty: it is no profile, or a value fits no case.
            MatcherClientError: no answer, or another refusal.
        """
        params = {"case_id": case_id}
        found = self._calls.json("POST", "/v1/vum/readings", harmless=True, params=params, **json_body(profile))
        return cast("answers.VumReadingAnswer", found)

    def write(
        self, case: Case, *, own_id: str, agreed: date, work: Sequence[str], on: date | None = None
    ) -> answers.VumProfileAnswer:
        """Answer a case as a profile to share: nothing about health, and nothing that follows from a limit.

        Args:
            case: the case.
            own_id: mark under which it is shared; not that of the case.
            agreed: day on which the worker agreed to share this.
            work: the work that was chosen with the worker: ids such as `isco:4226`, or titles.
            on: day of sharing; today when not given.

        Raises:
            CaseFaulty: the worker did not agree yet, no work is named, or a word would say too much.
            NotFound: a kind of work is not known.
            MatcherClientError: no answer, or another refusal.
        """
        params = {"own_id": own_id, "agreed": agreed, "work": [*work], "on": on}
        found = self._calls.json("POST", "/v1/vum/profiles", harmless=True, params=params, **case_body(case))
        return cast("answers.VumProfileAnswer", found)
