"""Make the clause model and its weights: `python -m matcher.vacancy_text.training OUT LABELLED.jsonl[:SHARE]...`."""

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from threadpoolctl import threadpool_limits

from matcher.vacancy_text.clause_model import FORMAT, ClauseModel
from matcher.vacancy_text.training.examples import Example, labelled_examples, own_examples
from matcher.vacancy_text.training.families import family_examples
from matcher.vacancy_text.training.fit import SOFTNESS, STRENGTH, fit, write
from matcher.vacancy_text.training.weigh import weigh, weighable


def main(words: list[str]) -> None:
    """Fit model and weights on our own sentences and labelled texts, and write them with their manifest.

    Each file holds the texts of one hand: the weights are learnt on what a model says that has not seen that hand.

    Args:
        words: the command line.
    """
    reader = argparse.ArgumentParser(prog="python -m matcher.vacancy_text.training")
    reader.add_argument("out", type=Path)
    reader.add_argument("labelled", nargs="+", help="FILE or FILE:SHARE, how much its texts count in the weights")
    reader.add_argument("--without", help="name of a file of which nothing is learnt, to be scored on", default="")
    given = reader.parse_args(words)
    hands = {Path(name): float(share or 1) for name, _, share in (each.partition(":") for each in given.labelled)}
    hands = {path: share for path, share in hands.items() if path.name != given.without}
    given.out.mkdir(parents=True, exist_ok=True)
    own = [*own_examples(), *family_examples()]
    texts = {path: list(labelled_examples(path)) for path in hands}
    with threadpool_limits(1):  # sums in one order give the same bytes everywhere
        learnt = [example for path in texts for example in texts[path]]
        place = given.out / "weights.npz"
        model = fit([*own, *learnt], _channels([*own, *learnt]))
        write(model, place)
        found = [weighable(path, _without(path, own, texts, given.out)) for path in hands]
        weights = given.out / "weighing.json"
        weights.write_text(json.dumps(weigh(found, list(hands.values())), indent=1) + "\n", encoding="utf-8")
    manifest = {
        "schema": "matcher/model/1",
        "name": "vacancy_clauses",
        "format": FORMAT,
        "weights_sha256": _digest(place),
        "weighing_sha256": _digest(weights),
        "method": f"support vector machines, softness {SOFTNESS}, one a channel; polarity: ridge, strength {STRENGTH}",
        "own_sentences": len(own),
        "labelled_texts": len({example.text for example in learnt}),
        "labelled_clauses": len(learnt),
        "hands": len(hands),
        "shares_of_hands": list(hands.values()),
        "pieces": len(model.index),
        "channels": len(model.channels),
    }
    (given.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def _without(path: Path, own: list[Example], texts: dict[Path, list[Example]], folder: Path) -> ClauseModel:
    """Answer a model that has not seen the texts of a file, as coarse as the one that is kept."""
    learnt = [*own, *(example for other in texts if other != path for example in texts[other])]
    place = folder / "without_one_hand.npz"
    write(fit(learnt, _channels(learnt)), place)
    model = ClauseModel.load(place)
    place.unlink()
    return model


def _channels(examples: Sequence[Example]) -> list[str]:
    return sorted({channel for example in examples for channel in example.says})


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main(sys.argv[1:])
