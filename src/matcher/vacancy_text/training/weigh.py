"""Learn how phrases and clause model are weighed: `python -m matcher.vacancy_text.training.weigh LABELLED.jsonl...`."""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from matcher.vacancy_text.agreement import by_channels
from matcher.vacancy_text.clause_model import Floats
from matcher.vacancy_text.demands import sayings, without_choices
from matcher.vacancy_text.passage import passage
from matcher.vacancy_text.scored import scored
from matcher.vacancy_text.weighing import SIGNS, signs

STRENGTH = 0.3
_NOT_LABELLED = frozenset(("VI.2", "VI.3"))


def examples(path: Path) -> tuple[Floats, list[int]]:
    """Answer the signs of every channel that may be spoken of, and its label: 0 not labelled, 1 asked, 2 denied.

    Args:
        path: JSON lines with `title`, `text` and `labels.demands`.
    """
    tables, wanted = [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        parts = (passage("title", row["title"]), passage("text", row["text"]))
        every = scored(parts)
        if every is None:
            continue
        names, _, table = signs(by_channels(without_choices([s for part in parts for s in sayings(part)])), every)
        labels: dict[str, bool] = {}
        for label in row["labels"]["demands"]:
            labels[label["channel"]] = labels.get(label["channel"], False) or bool(label["asked"])
        kept = [at for at, name in enumerate(names) if name not in _NOT_LABELLED]
        tables.append(table[kept])
        wanted += [0 if names[at] not in labels else 1 if labels[names[at]] else 2 for at in kept]
    return np.vstack(tables), wanted


def main(words: list[str]) -> None:
    """Print the weights as lines for vacancy_clause_model.yaml.

    Args:
        words: the command line.
    """
    reader = argparse.ArgumentParser(prog="python -m matcher.vacancy_text.training.weigh")
    reader.add_argument("labelled", type=Path, nargs="+")
    given = reader.parse_args(words)
    read = [examples(path) for path in given.labelled]
    table, wanted = np.vstack([each for each, _ in read]), [label for _, labels in read for label in labels]
    made = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=2000)).fit(table, wanted)
    scaler, fitted = made[0], made[1]
    per_sign = (fitted.coef_ / scaler.scale_).T
    bias = fitted.intercept_ - (scaler.mean_ / scaler.scale_) @ fitted.coef_.T
    lines = [f"bias: [{', '.join(f'{each:.3f}' for each in bias)}]", "weights:"]
    lines += [
        f"  {name}: [{', '.join(f'{each:.3f}' for each in row)}]" for name, row in zip(SIGNS, per_sign, strict=True)
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
