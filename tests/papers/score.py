"""Score the reader against forms with their truth beside them: `python -m tests.papers.score DIR`.

Every file `NAME.ext` with a `NAME.truth.json` is read. Per item of the truth it counts: right, asked (doubtful, or not
found where the form has it), missed (not found and not asked) and wrong (a wrong level reported as sure).
"""

import json
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from matcher.domain.case import Numbering
from matcher.errors import MatcherError
from matcher.papers import read_document
from matcher.papers.found import Sureness
from matcher.reference.legacy import legacy_items
from tests.papers.old_list import translated

_KINDS = {"fml": "FML", "kfml": "FML", "izp": "IZP", "lab": "LAB", "bar": "BAR"}


@dataclass
class Result:
    """What was counted for one file."""

    name: str
    counts: Counter = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    seconds: float = 0.0


def score_folder(folder: Path) -> list[Result]:
    """Answer one result per file with a truth."""
    results = []
    for truth in sorted(folder.rglob("*.truth.json")):
        name = truth.name.removesuffix(".truth.json")
        for path in sorted(truth.parent.glob(f"{name}.*")):
            if path.name.endswith(".truth.json"):
                continue
            results.append(score_file(path, json.loads(truth.read_text(encoding="utf-8"))))
    return results


def score_file(path: Path, truth: dict) -> Result:
    """Answer what is right and wrong in one file."""
    result = Result(path.name)
    if truth.get("damaged"):
        return _damaged(path, truth, result)
    begin = time.perf_counter()
    try:
        reading = read_document(path)
    except MatcherError as refused:
        result.counts["refused"] += 1
        result.counts["asked"] += len(truth["items"])
        result.notes.append(f"refused: {refused}")
        return result
    finally:
        result.seconds = time.perf_counter() - begin
    form = reading.leading
    if form is None:
        result.counts["asked"] += len(truth["items"])
        result.notes.append(f"no form; kind {reading.kind}")
        return result
    _facts(form, truth, result)
    wanted = {str(code): value for code, value in truth["items"].items()}
    found = {item.code: item for item in form.items}
    asked = {question.key for question in form.questions}
    if _must_be_translated(form, wanted):
        _translated(reading, truth, wanted, result)
        return result
    deviations = form.deviations_only or all(value != "norm" for value in wanted.values())
    for code, value in wanted.items():
        _item(code, value, found, result, asked, deviations=deviations)
    for code, item in found.items():
        known = {*wanted, *(each.rpartition(".")[0] for each in wanted)}
        if code not in known and item.sureness is Sureness.SURE and any(item.levels):
            result.counts["wrong"] += 1
            result.notes.append(f"WRONG {code}: {item.levels} read, not on the form | {item.words}")
    return result


def _must_be_translated(form, wanted: dict) -> bool:
    return form.numbering is Numbering.LEGACY and any(code.startswith(("I", "V")) for code in wanted)


def _translated(reading, truth: dict, wanted: dict, result: Result) -> None:
    """Count a form on the old list whose truth is in items of the current list."""
    said = {code: _levels(value) for code, value in wanted.items() if value != "absent"}
    both = translated(reading, truth, {code: levels for code, levels in said.items() if any(levels)})
    seen = {target.item for item in reading.leading.found() for target in legacy_items()[item.code].targets}
    for code, value in wanted.items():
        state = "right" if value == "absent" else both.state(code, found=code in seen)
        result.counts[state] += 1
        if state != "right":
            result.notes.append(f"{state if state != 'wrong' else 'WRONG'} {code}: truth {value}, through the old list")


def _damaged(path: Path, truth: dict, result: Result) -> Result:
    """Answer what became of a damaged file: a refusal, a form full of questions, or items that were read anyway."""
    begin = time.perf_counter()
    try:
        form = read_document(path).leading
    except MatcherError:
        outcome = "refusal"
    else:
        sure = [] if form is None else [item for item in form.items if item.sureness is Sureness.SURE]
        asked = form is None or form.questions or any(item.sureness is Sureness.DOUBTFUL for item in form.items)
        wanted = truth.get("items_if_read", truth.get("items", {}))
        outcome = "questions" if asked else "full read"
        for item in sure:
            if any(item.levels) and item.code in wanted and tuple(item.levels) != _levels(wanted[item.code]):
                result.counts["wrong"] += 1
                result.notes.append(f"WRONG {item.code}: {item.levels} read, truth {wanted[item.code]}")
    result.seconds = time.perf_counter() - begin
    expected = {truth["expect"], *truth.get("also_ok", ())}
    as_expected = any(each.startswith(outcome) for each in expected)  # "full read when the bytes are looked at"
    result.counts["damaged_as_expected" if as_expected else "damaged_otherwise"] += 1
    if not as_expected:
        result.notes.append(f"damaged: {outcome}, expected {sorted(expected)}")
    return result


def _facts(form, truth: dict, result: Result) -> None:
    for name, read, wanted in (
        ("kind", form.kind and form.kind.value, _KINDS[truth["kind"]]),
        ("date", form.date and form.date.isoformat(), truth["form_date"]),
        (
            "numbering",
            form.numbering and {"current": "current", "legacy": "old"}[form.numbering.value],
            truth["numbering"],
        ),
    ):
        state = "right" if read == wanted else "asked" if read is None else "wrong"
        result.counts[f"fact_{state}"] += 1
        if state != "right":
            result.notes.append(f"fact {name}: read {read}, truth {wanted}")


def _levels(value) -> tuple[int, ...]:
    if value in ("norm", "absent"):
        return (0,)
    level = value.get("levels", value.get("level"))
    return tuple(sorted(int(each) for each in level)) if isinstance(level, list) else (int(level),)


def _item(code: str, value, found: dict, result: Result, asked: set[str], *, deviations: bool) -> None:
    item, wanted = found.get(code), _levels(value)
    if item is None and code.count(".") == 2 and (head := found.get(code.rpartition(".")[0])) is not None:
        item = head  # a condition that was put into its item
        if head.sureness is Sureness.SURE:
            _condition(code, head, result, wanted=wanted != (0,))
            return
    if item is None or item.sureness is Sureness.NOT_FOUND:
        if value == "absent":
            state = "right"
        elif value == "norm":
            state = "right" if deviations else "missed"  # norm by form, once the coach confirms it
        else:
            state = "missed"
        if state == "missed" and code in asked:
            state = "asked"
        if state == "missed":
            result.notes.append(f"missed {code}: truth {value}")
    elif item.sureness is Sureness.DOUBTFUL:
        state = "asked"
        result.notes.append(f"asked {code} ({item.doubt}): truth {value} | {item.words}")
    else:
        state = "right" if item.levels == wanted else "wrong"
        if state == "wrong":
            result.notes.append(f"WRONG {code}: {item.levels} read, truth {value} | {item.words}")
    result.counts[state] += 1
    if state == "right" and isinstance(value, dict) and item is not None:
        _beside(code, value, item, result)


def _condition(code: str, head, result: Result, *, wanted: bool) -> None:
    state = "right" if (int(code.rpartition(".")[2]) in head.levels) == wanted else "wrong"
    result.counts[state] += 1
    if state == "wrong":
        result.notes.append(f"WRONG {code}: {head.levels} read, truth {wanted} | {head.words}")


def _beside(code: str, value: dict, item, result: Result) -> None:
    wanted = " ".join((value.get("text") or "").casefold().split())
    read = " ".join((item.text or "").casefold().split())
    if wanted:
        result.counts["text_right" if wanted in read else "text_withheld" if item.text_withheld else "text_other"] += 1
        if wanted not in read and not item.text_withheld:
            result.notes.append(f"text {code}: read {read!r}, truth {wanted!r}")
    side = value.get("side")
    if side:
        same = item.side is not None and item.side.value == side
        result.counts["side_right" if same else "side_other"] += 1


def report(results: list[Result], *, verbose: bool) -> str:
    """Answer the counts as text."""
    lines, total = [], Counter()
    for result in results:
        counts = result.counts
        total += counts
        lines.append(
            f"{result.name:32} right {counts['right']:3} asked {counts['asked']:3} missed {counts['missed']:3} "
            f"WRONG SURE {counts['wrong']:3}  {result.seconds:.2f} s"
        )
        if verbose:
            lines += [f"    {note}" for note in result.notes]
    items = total["right"] + total["asked"] + total["missed"] + total["wrong"]
    good = 100 * (total["right"] + total["asked"]) / items if items else 0.0
    lines.append(
        f"{len(results)} files, {items} items: right {total['right']} ({100 * total['right'] / max(items, 1):.1f}%), "
        f"asked {total['asked']}, missed {total['missed']}, WRONG SURE {total['wrong']}; right or asked {good:.1f}%"
    )
    others = {name: count for name, count in sorted(total.items()) if name not in {"right", "asked", "missed", "wrong"}}
    lines.append(", ".join(f"{name} {count}" for name, count in others.items()))
    return "\n".join(lines)


if __name__ == "__main__":
    found = score_folder(Path(sys.argv[1]))
    sys.stdout.write(report(found, verbose="-v" in sys.argv) + "\n")
    sys.exit(1 if any(result.counts["wrong"] for result in found) else 0)
