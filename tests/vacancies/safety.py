"""Is a stated conflict ever called within capacity, and fitting work closed? `python -m tests.vacancies.safety FILE...`

The labels decide, not the reading. A vacancy conflicts with a person when its label says that it asks something on a
channel where the person is limited, and, where the quoted words hold a figure in the unit of that channel, the figure
lies beyond the limit; or when the labelled hours are more than the person can work. Work fits when no label meets a
limit of the person at all. What a text is silent about, the profile of its occupation may close (decision 5); such
closings are counted apart. Without a file the own set is used.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from matcher import Case, VerdictKind, load_catalogue
from matcher.domain.capacity import Capacity, CapacityStatus
from matcher.domain.finding import Outcome
from matcher.domain.vacancy import VacancyRecord
from matcher.fit.effective import effective_level
from matcher.reference.channels import channels
from matcher.reference.fml import items
from matcher.vacancies.judged import Judge
from matcher.vacancies.model import RankedVacancy
from matcher.vacancies.seeker import make_seeker
from matcher.vacancy_text import understand
from matcher.vacancy_text.training.examples import rows
from matcher.zoekprofiel import possible_hours
from tests.practice.story import raw_case, story_day
from tests.vacancies.world import DAY, person
from tests.vacancy_text.own import rows as own_rows

PRACTICE = ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9")
CLOSED_AT_MOST = 0.05
_MADE_UP = Path(__file__).parent / "safety_persons.yaml"
_FIGURES = {
    "kg": re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:kg|kilo)", re.IGNORECASE),
    "h": re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:uur|uren)", re.IGNORECASE),
    "min": re.compile(r"(\d+(?:[.,]\d+)?)\s*min", re.IGNORECASE),
}
_WEEK = "VI.3"


@dataclass
class Safety:
    """What came out over persons and vacancies.

    Attributes:
        judged: pairs of a person and a vacancy.
        within: pairs called within capacity.
        conflicts: pairs with a stated conflict.
        called_within: conflicts called within capacity: none may be.
        called_fitting: conflicts of which the finding on that very channel says that it fits.
        fitting: pairs that truly fit.
        closed: fitting pairs that a channel closes.
        misread: the part of these that closes by words that the labels do not have.
        denied: the part of these that a profile closes on a channel of which the labels say that it is not asked.
        by: how often each channel closed a fitting pair, by what the text says or by the profile.
    """

    judged: int = 0
    within: int = 0
    conflicts: int = 0
    called_within: list[str] = field(default_factory=list)
    called_fitting: list[str] = field(default_factory=list)
    fitting: int = 0
    closed: list[str] = field(default_factory=list)
    misread: int = 0
    denied: int = 0
    by: Counter[str] = field(default_factory=Counter)

    @property
    def share_closed(self) -> float:
        """Answer which share of the fitting pairs is closed."""
        return len(self.closed) / self.fitting if self.fitting else 0.0

    @property
    def share_misread(self) -> float:
        """Answer which share of the fitting pairs is closed by what is read in the text."""
        return self.misread / self.fitting if self.fitting else 0.0

    def lines(self) -> list[str]:
        """Answer the figures as lines."""
        return [
            f"pairs of a person and a vacancy                {self.judged}",
            f"called within capacity                         {self.within}",
            f"with a stated conflict                         {self.conflicts}",
            f"of these called within capacity                {len(self.called_within)}",
            f"of these fitting on that channel               {len(self.called_fitting)}",
            f"truly fitting                                  {self.fitting}",
            f"of these closed by a channel                   {len(self.closed)} ({self.share_closed:.1%})",
            f"of these by what is read in the text           {self.misread} ({self.share_misread:.1%})",
            f"of these by a profile that the labels deny     {self.denied}",
        ]


@cache
def persons() -> tuple[tuple[str, Judge], ...]:
    """Answer the twenty persons, each ready to be held against vacancies on the day of the story."""
    told = [(name, Case.model_validate(raw_case(name)), story_day(name)) for name in PRACTICE]
    made = [(row["id"], person(row["entries"]), DAY) for row in made_up_persons()]
    return tuple((name, _judge(case, on)) for name, case, on in (*told, *made))


def made_up_persons() -> list[dict[str, Any]]:
    """Answer the made-up persons: a name and the lines of the form."""
    found: list[dict[str, Any]] = yaml.safe_load(_MADE_UP.read_text(encoding="utf-8"))
    return found


def _judge(case: Case, on: date) -> Judge:
    return Judge(make_seeker(case, on, load_catalogue()))


def look(rows: Iterable[dict[str, Any]], people: Sequence[tuple[str, Judge]] = ()) -> Safety:
    """Answer what comes out for every labelled vacancy and some persons, all twenty when none are given."""
    people = people or persons()
    seen = Safety()
    for row in rows:
        if "demands" not in row["labels"]:
            continue
        record = VacancyRecord(
            str(row["id"]), row.get("title", ""), row["text"], row.get("employer") or "", row.get("place") or ""
        )
        vacancy = understand(record, load_catalogue())
        for name, judge in people:
            _count(seen, f"{name} {row['id']}", row["labels"], judge(vacancy), judge.seeker.story.profile.channels)
    return seen


def _count(seen: Safety, pair: str, labels: dict[str, Any], found: RankedVacancy, can: Any) -> None:
    met = {label["channel"]: label for label in labels["demands"] if label["asked"] and _limited(can, label["channel"])}
    week, hours = possible_hours(can[_WEEK]), labels.get("hours")
    if hours:
        met.pop(_WEEK, None)  # the figure says it
    conflicts = [code for code, label in met.items() if _beyond(can[code], label.get("quote", ""))]
    if week is not None and hours and Decimal(str(hours[0])) > week:
        conflicts.append(_WEEK)
    outcomes = {finding.channel: finding for finding in found.findings}
    within = found.verdict.kind is VerdictKind.WITHIN
    seen.judged += 1
    seen.within += within
    seen.conflicts += bool(conflicts)
    for code in conflicts:
        words = f"{pair} {code}: {met[code].get('quote', '') if code in met else hours}"
        if within:
            seen.called_within.append(words)
        if outcomes[code].outcome is Outcome.FITS:
            source = "text" if outcomes[code].demand.source == "vacancy" else "profile"
            seen.called_fitting.append(f"{words} ({source}, {found.verdict.kind.value})")
    if not met and not conflicts and not (week is not None and hours and Decimal(str(hours[1])) > week):
        seen.fitting += 1
        closing = [(each.limit, each.stated) for each in found.closed_by if each.limit in channels()]
        seen.by.update(f"{code} {'text' if stated else 'profile'}" for code, stated in closing)
        if closing:
            seen.closed.append(f"{pair} {closing}")
            seen.misread += any(stated for _, stated in closing)
            denied = {label["channel"] for label in labels["demands"] if not label["asked"]}
            seen.denied += any(code in denied for code, stated in closing if not stated)


def _limited(can: Any, code: str) -> bool:
    return code in can and can[code].status is CapacityStatus.LIMITED


def _beyond(capacity: Capacity, quote: str) -> bool:
    """Answer whether quoted words go beyond a limit: by their highest figure, else always."""
    channel = channels()[capacity.channel]
    limit = capacity.value or items()[channel.item].levels[effective_level(capacity, channel).level].value
    pattern = _FIGURES.get(channel.unit)
    figures = [Decimal(figure.replace(",", ".")) for figure in pattern.findall(quote)] if pattern else []
    return limit is None or not figures or max(figures) > limit


def main(words: Sequence[str]) -> int:
    """Print the figures; 1 when a bar is not met."""
    files = [Path(word) for word in words if not word.startswith("-")]
    seen = look(row for file in files for row in rows(file)) if files else look(own_rows())
    sys.stdout.write("\n".join([f"persons {len(persons())}", *seen.lines(), *seen.called_within]) + "\n")
    if "--all" in words:
        sys.stdout.write("\n".join([*seen.called_fitting, *seen.closed, str(seen.by.most_common())]) + "\n")
    return int(bool(seen.called_within) or seen.share_misread > CLOSED_AT_MOST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
