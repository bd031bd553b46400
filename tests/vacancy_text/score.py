"""Score the reading of vacancy texts against labels.

`python -m tests.vacancy_text.score FILE [--errors] [--turned CHANNEL]`, FILE as in data/vacancy_texts. With
`--turned V.9` the labels of hands that call V.9 asked where postures alternate are turned round: ours asks for one
posture for long. Hours a day and a week (VI.2, VI.3) count only in a set that labels them. Languages may be ISO codes;
of a choice each is counted. Papers for a fork-lift or reach truck count as certificates, wherever a set lists them.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from matcher.domain.vacancy import LANGUAGE_CHOICE, Vacancy, VacancyRecord
from matcher.vacancy_text import language_code, understand
from matcher.vacancy_text.credentials import certificates, licences
from matcher.vacancy_text.passage import passage
from matcher.vacancy_text.training.examples import rows

WAGE_TOLERANCE = Decimal("0.03")
PATTERNS = ("evening", "night", "weekend", "shifts", "on_call")
SETS = ("licences", "certificates", "languages")
HOURS = frozenset(("VI.2", "VI.3"))
TRUCKS = frozenset(("heftruck", "reachtruck"))
SAME = {
    "taxipas": "chauffeurskaart", "chauffeurspas": "chauffeurskaart", "lasdiploma": "lascertificaat",
    "grijze pas": "beveiligingspas", "VCA VOL": "VCA", "VCA-VOL": "VCA", "kinder-EHBO": "EHBO",
    "Sociale Hygiëne": "SVH", "Wft Basis": "Wft",
}  # fmt: skip


@dataclass
class Count:
    right: int = 0
    found: int = 0
    wanted: int = 0

    def line(self, name: str) -> str:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.wanted if self.wanted else 1.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        counts = f"({self.right}/{self.found}/{self.wanted})"
        return f"{name:<18} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  {counts}"


@dataclass
class Score:
    counts: dict[str, Count] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    inverted: list[str] = field(default_factory=list)
    missed: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)

    def count(self, name: str) -> Count:
        return self.counts.setdefault(name, Count())


def score(texts: Iterable[dict[str, Any]], turned: frozenset[str] = frozenset()) -> Score:
    total = Score()
    every = list(texts)
    labelled = {label["channel"] for row in every for label in row["labels"].get("demands", ())}
    for row in every:
        record = VacancyRecord(
            str(row["id"]), row.get("title", ""), row.get("text", ""), row.get("employer") or "", row.get("place") or ""
        )
        vacancy, labels = understand(record), row["labels"]
        _demands(total, row, vacancy, labels, turned, HOURS - labelled)
        _facts(total, row, vacancy, labels)
    return total


def _demands(
    total: Score,
    row: dict[str, Any],
    vacancy: Vacancy,
    labels: dict[str, Any],
    turned: frozenset[str],
    left_out: frozenset[str],
) -> None:
    if "demands" not in labels:
        return
    wanted: dict[str, bool] = {}
    quotes: dict[str, str] = {}
    for label in labels["demands"]:
        asked = bool(label["asked"]) is not (label["channel"] in turned)
        wanted[label["channel"]] = wanted.get(label["channel"], False) or asked
        quotes.setdefault(label["channel"], label.get("quote", ""))
    read = (each.value.channel for each in vacancy.demands if each.value.channel not in left_out)
    found = {channel: channel not in vacancy.eased for channel in read}
    proof = {each.value.channel: each.evidence.quote for each in vacancy.demands}
    for name, keep in (("demands", (True, False)), ("demands asked", (True,)), ("demands denied", (False,))):
        here = {channel for channel, asked in wanted.items() if asked in keep}
        there = {channel for channel, asked in found.items() if asked in keep}
        count = total.count(name)
        count.wanted += len(here)
        count.found += len(there)
        count.right += sum(found.get(channel) == wanted[channel] for channel in here)
    for channel, asked in wanted.items():
        if channel not in found:
            total.missed[channel] += 1
            total.errors.append(f"{row['id']} missed {channel} asked={asked}: {quotes[channel]!r}")
        elif found[channel] != asked:
            total.inverted.append(
                f"{row['id']} inverted {channel} label={asked} {quotes[channel]!r} read {proof[channel]!r}"
            )
    for channel in found.keys() - wanted.keys():
        total.extra[channel] += 1
        total.errors.append(f"{row['id']} extra {channel} asked={found[channel]}: {proof[channel]!r}")


def _facts(total: Score, row: dict[str, Any], vacancy: Vacancy, labels: dict[str, Any]) -> None:
    hours, wage = vacancy.hours, vacancy.wage
    _one(total, row, labels, "hours", [hours.value.least, hours.value.most] if hours else None, _same_hours)
    _one(total, row, labels, "wage_eur_per_hour", [wage.value.least, wage.value.most] if wage else None, _same_wage)
    level = vacancy.education_level
    _one(total, row, labels, "education_level", level.value if level else None, lambda a, b: a == b)
    patterns = {name: stated.value for name, stated in vacancy.patterns}
    for name in PATTERNS:
        _one(total, row, labels, name, patterns.get(name), lambda a, b: a == b)
    for name in SETS:
        if name not in labels:
            continue
        here, there = _papers(name, labels), _papers(name, {each: _values(vacancy, each) for each in SETS})
        count = total.count(name)
        count.wanted, count.found, count.right = (
            count.wanted + len(here), count.found + len(there), count.right + len(here & there)
        )  # fmt: skip
        if here != there:
            total.errors.append(f"{row['id']} {name}: label {sorted(here)} read {sorted(there)}")


def _values(vacancy: Vacancy, name: str) -> list[str]:
    return [each.value for each in getattr(vacancy, name)]


def _papers(name: str, labels: dict[str, Any]) -> set[str]:
    """Answer the licences, certificates or languages of one side, under one name each."""
    listed = {name: set(labels.get(name) or ()) for name in SETS}
    if name == "languages":
        return {language_code(one) or one for each in listed[name] for one in each.split(LANGUAGE_CHOICE)}
    trucks = (listed["licences"] | listed["certificates"]) & TRUCKS
    found = listed[name] - TRUCKS if name == "licences" else listed[name] | trucks
    return {SAME.get(each) or _our_name(each) for each in found}


def _our_name(paper: str) -> str:
    """Answer the name under which the reader knows a paper ("heftruckcertificaat"), else the name as it stands."""
    part = [passage("certificates", f"{paper} is vereist")]
    read = {each.value for each in (*certificates(part), *(each for each in licences(part) if each.value in TRUCKS))}
    return read.pop() if len(read) == 1 else paper


def _one(total: Score, row: dict[str, Any], labels: dict[str, Any], name: str, found: Any, same: Any) -> None:
    if name not in labels:
        return
    wanted, count = labels[name], total.count(name)
    count.wanted += wanted is not None
    count.found += found is not None
    right = wanted is not None and found is not None and same(wanted, found)
    count.right += right
    if not right and not (wanted is None and found is None):
        shown = [str(part) for part in found] if isinstance(found, list) else found
        total.errors.append(f"{row['id']} {name}: label {wanted} read {shown}")


def _same_hours(wanted: list[float], found: list[Decimal]) -> bool:
    return [Decimal(str(hours)) for hours in wanted] == found


def _same_wage(wanted: list[float], found: list[Decimal]) -> bool:
    return all(
        abs(Decimal(str(want)) - got) <= WAGE_TOLERANCE * Decimal(str(want))
        for want, got in zip(wanted, found, strict=True)
    )


def main(words: list[str]) -> None:
    turned = frozenset(words[at + 1] for at, word in enumerate(words) if word == "--turned")
    total = score(rows(Path(words[0])), turned)
    lines = [count.line(name) for name, count in total.counts.items()]
    lines.append(f"inverted           {len(total.inverted)}")
    lines += total.inverted
    if "--errors" in words:
        lines += sorted(total.errors, key=lambda text: text.split(" ", 1)[1])
        lines += [f"missed most: {total.missed.most_common(12)}", f"extra most: {total.extra.most_common(12)}"]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
