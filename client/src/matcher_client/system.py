"""The state of the service."""

from typing import cast

from matcher_client import answers
from matcher_client.group import Group


class System(Group):
    """Health, readiness, metrics, the schema of a case."""

    def health(self) -> answers.AnyObject:
        """Answer that the process lives."""
        return cast("answers.AnyObject", self._calls.json("GET", "/health", harmless=True))

    def ready(self) -> answers.AnyObject:
        """Answer that it can answer.

        Raises:
            MatcherClientError: it is not ready, also after waiting.
        """
        return cast("answers.AnyObject", self._calls.json("GET", "/ready", harmless=True))

    def metrics(self) -> str:
        """Answer the counters for Prometheus; takes the scope `admin`."""
        return self._calls.send("GET", "/metrics", harmless=True).text

    def case_schema(self) -> answers.AnyObject:
        """Answer the JSON Schema of a case."""
        return cast("answers.AnyObject", self._calls.json("GET", "/v1/schemas/case", harmless=True))
