"""What the reader did with a feed: read, assumed, refused, merged. Counts, kinds and lines; never the texts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from matcher.feeds.rules import feed_rules


@dataclass(frozen=True, slots=True)
class Refusal:
    """One record that could not be used.

    Attributes:
        line: line, row or number of the record in the file, from 1; None when it is not known.
        reason_nl: what was wrong and what to do, in Dutch.
    """

    line: int | None
    reason_nl: str

    def __str__(self) -> str:
        """Render as one Dutch line."""
        return self.reason_nl if self.line is None else f"Regel {self.line}: {self.reason_nl}"


@dataclass(frozen=True, slots=True)
class FeedReport:
    """What the reader did with a feed.

    Attributes:
        read: vacancies that were read, before merging.
        assumed: what the reader assumed, in Dutch, with counts.
        refused: records that could not be used, at most the first 1,000.
        refused_count: how many records could not be used.
        merged: records that were the same vacancy as another one.
    """

    read: int = 0
    assumed: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    refused_count: int = 0
    merged: int = 0

    def notes_nl(self) -> tuple[str, ...]:
        """Answer the report as Dutch lines."""
        lines = [f"Gelezen: {self.read}. Dubbel en samengevoegd: {self.merged}. Niet gelezen: {self.refused_count}."]
        return (*lines, *self.assumed, *map(str, self.refused))


class Tally:
    """Counts what happens while a feed is read; ask `report` at the end."""

    def __init__(self) -> None:
        self.read = 0
        self.merged = 0
        self._assumed: Counter[str] = Counter()
        self._refused: list[Refusal] = []
        self._refused_count = 0

    def assume(self, sentence: str) -> None:
        """Note an assumption; the same one is counted."""
        self._assumed[sentence] += 1

    def refuse(self, line: int | None, reason_nl: str) -> None:
        """Note a record that cannot be used."""
        self._refused_count += 1
        if len(self._refused) < feed_rules().limits["max_refusals_kept"]:
            self._refused.append(Refusal(line, reason_nl))

    def refuse_all(self, refusals: Iterable[tuple[int | None, str]]) -> None:
        """Note several records that cannot be used."""
        for line, reason in refusals:
            self.refuse(line, reason)

    def report(self) -> FeedReport:
        """Answer what happened so far."""
        assumed = tuple(text if count == 1 else f"{text} ({count} keer)" for text, count in self._assumed.items())
        return FeedReport(self.read, assumed, tuple(self._refused), self._refused_count, self.merged)
