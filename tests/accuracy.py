"""Write docs/accuracy.md: what was measured on the measuring files of this repository. `python -m tests.accuracy`

Nothing on that page is typed by hand. With `--most N` every set is cut off after N, to try it out; the page says so.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import numpy as np

from matcher.language.bench.metrics import figure, hit_at, mrr, rank_of
from matcher.language.bench.sets import Query, noisy_titles
from matcher.language.linker import default_linker
from tests.papers.prove import strange
from tests.papers.samples import HARD, LAYOUTS, write_samples
from tests.papers.score import Result, score_folder
from tests.vacancies import safety
from tests.vacancy_text.own import rows as own_vacancies
from tests.vacancy_text.score import Count, score

PAGE = Path(__file__).parents[1] / "docs" / "accuracy.md"
TITLES = Path(__file__).parent / "language" / "data"
FROZEN = ("noisy_titles.tsv", "noisy_second.tsv", "noisy_third.tsv")
FORMS_SEED = 31


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy")
    parser.add_argument("--most", type=int, help="at most this many of every set, to try it out")
    parser.add_argument("-o", "--output", type=Path, default=PAGE)
    asked = parser.parse_args(words)
    asked.output.write_text(page(asked.most, date.today()), encoding="utf-8")  # noqa: DTZ011 the day here
    return 0


def page(most: int | None, on: date) -> str:
    """Answer the whole page.

    Args:
        most: at most this many of every set; all when not given.
        on: the day of measuring.
    """
    cut = "" if most is None else f" **Cut off after {most} of every set: these are no figures to quote.**"
    lines = [
        "# Accuracy: what is measured on the files in this repository",
        "",
        f"Measured on {on.isoformat()} and written by `python -m tests.accuracy`; nothing here is typed by hand.{cut}",
        "",
        "Only sets that travel with the repository are measured here, so anyone can do it again. Their makers differ,",
        "and so does what they prove; each table says it. Figures on sets that do not travel, and what each set gave",
        "while it was unseen, stand in [titles](titles.md), [reading vacancies](vacancies_reading.md) and",
        "[reading documents](reading_documents.md), each with its own date.",
        "",
        *titles(most),
        *vacancies(most),
        *conflicts(most),
        *forms(most),
    ]
    return "\n".join([*lines, ""])


def titles(most: int | None) -> list[str]:
    """Answer how titles are linked, with and without what stands around them."""
    found = [
        (name, kind, _cut(ask, most))
        for name in FROZEN
        for kind, ask in (
            ("as it stands", noisy_titles(TITLES / name)),
            ("the plain title", [_plain(each) for each in noisy_titles(TITLES / name)]),
        )
    ]
    return [
        "## Titles to unit groups (ISCO-08, 4 digits)",
        "",
        "Frozen sets, from imagination, by writers who had not seen the linker; one labeller each. The linker was",
        "worked on after they were scored, so they tell how it does on them, not on unseen titles. Between brackets",
        "the 95% interval, by drawing the titles again.",
        "",
        *_table(
            ("set", "titles", "form", "right group first", "among the first five", "MRR", "sure", "of these right"),
            [(name, len(asked), kind, *_linked(asked)) for name, kind, asked in found],
        ),
    ]


def _plain(query: Query) -> Query:
    return Query(query.clean, query.right)


def _linked(queries: Sequence[Query]) -> tuple[str, ...]:
    linker = default_linker()
    codes = np.array(linker.index.codes)
    ranks, sure, right_when_sure = [], 0, 0
    for query in queries:
        reading = linker.read(query.text)
        right = np.isin(codes, list(query.right))
        chances = np.full(len(codes), 1 / len(codes)) if reading is None else reading.chances
        ranks.append(rank_of(chances, right))
        if linker.link(query.text).sure:
            sure += 1
            right_when_sure += ranks[-1] == 1
    held = np.array(ranks)
    first = figure(held, hit_at(1))
    return (
        f"{first.value:.1%} ({first.low:.1%} to {first.high:.1%})",
        f"{hit_at(5)(held):.1%}",
        f"{mrr(held):.3f}",
        f"{sure / len(queries):.1%}",
        _share(right_when_sure, sure),
    )


def vacancies(most: int | None) -> list[str]:
    """Answer how texts of vacancies are read."""
    rows = _cut(own_vacancies(), most)
    total = score(iter(rows))
    return [
        "## Reading vacancy texts",
        "",
        f"The own set of {len(rows)} short texts, by the writer of the rules: it tells that the rules mean what they",
        "should, and nothing about unseen texts. Those stand in [reading vacancies](vacancies_reading.md).",
        f"Denials that were read as demands: {len(total.inverted)}.",
        "",
        *_table(
            ("what", "right", "found", "labelled", "precision", "recall"),
            [(name, *_counted(count)) for name, count in total.counts.items()],
        ),
    ]


def _counted(count: Count) -> tuple[object, ...]:
    return (
        count.right, count.found, count.wanted, _share(count.right, count.found), _share(count.right, count.wanted)
    )  # fmt: skip


def conflicts(most: int | None) -> list[str]:
    """Answer whether a stated conflict is ever called within capacity."""
    seen = safety.look(_cut(own_vacancies(), most))
    return [
        "## Stated conflicts and fitting work",
        "",
        f"The same texts held against {len(safety.persons())} invented persons; the labels decide, not the reading.",
        "",
        *_table(
            ("pairs", "number", "share"),
            [
                ("a person and a vacancy", seen.judged, ""),
                ("with a stated conflict", seen.conflicts, ""),
                (
                    "of these called within capacity",
                    len(seen.called_within),
                    _share(len(seen.called_within), seen.conflicts),
                ),
                ("truly fitting", seen.fitting, ""),
                ("of these closed by a channel", len(seen.closed), _share(len(seen.closed), seen.fitting)),
                ("of these by what is read in the text", seen.misread, _share(seen.misread, seen.fitting)),
            ],
        ),
    ]


def forms(most: int | None) -> list[str]:
    """Answer how made-up forms are read, kind of layout by kind of layout."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_samples(folder / "usual", 3, FORMS_SEED, _some(LAYOUTS, most))
        write_samples(folder / "hard", 2, FORMS_SEED, _some(HARD, most))
        groups = [
            ("layouts as bureaus use them", score_folder(folder / "usual")),
            ("hard layouts", score_folder(folder / "hard")),
        ]
        if most is None:
            groups.append(("another scale, other words, another place for the score", strange(folder, FORMS_SEED)))
    return [
        "## Reading forms",
        "",
        "Forms made up by the writer of the reader, so the layouts are known to it: what strangers' layouts gave",
        "stands in [reading documents](reading_documents.md). *Asked* is open for the coach; *wrong* is a wrong level",
        "reported as sure.",
        "",
        *_table(
            ("group", "forms", "items", "right", "asked", "missed", "wrong"),
            [(name, len(results), *_items(results)) for name, results in groups],
        ),
    ]


def _items(results: Iterable[Result]) -> tuple[object, ...]:
    total: Counter[str] = Counter()
    for result in results:
        total.update(result.counts)
    items = sum(total[name] for name in ("right", "asked", "missed", "wrong"))
    return (
        items, *(f"{total[name]} ({_share(total[name], items)})" for name in ("right", "asked", "missed", "wrong"))
    )  # fmt: skip


def _some(layouts: dict[str, tuple[str, str, str, Callable]], most: int | None) -> dict:
    return dict(_cut(list(layouts.items()), most))


def _cut(rows: Sequence, most: int | None) -> Sequence:
    return rows if most is None else rows[:most]


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "none"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    lines = [f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
    return [*lines, *(f"| {' | '.join(map(str, row))} |" for row in rows), ""]


if __name__ == "__main__":
    sys.exit(main())
