"""Make the clause model: `python -m matcher.vacancy_text.training OUT LABELLED.jsonl...`."""

import argparse
import hashlib
import json
import sys
from pathlib import Path

from matcher.vacancy_text.clause_model import FORMAT
from matcher.vacancy_text.training.examples import labelled_examples, own_examples
from matcher.vacancy_text.training.families import family_examples
from matcher.vacancy_text.training.fit import STRENGTH, fit, write


def main(words: list[str]) -> None:
    """Fit the model on our own sentences and labelled texts, and write it with its manifest.

    Args:
        words: the command line.
    """
    reader = argparse.ArgumentParser(prog="python -m matcher.vacancy_text.training")
    reader.add_argument("out", type=Path)
    reader.add_argument("labelled", type=Path, nargs="*")
    given = reader.parse_args(words)
    own = [*own_examples(), *family_examples()]
    texts = [example for path in given.labelled for example in labelled_examples(path)]
    channels = sorted({channel for example in (*own, *texts) for channel in example.says})
    model = fit([*own, *texts], channels)
    given.out.mkdir(parents=True, exist_ok=True)
    place = given.out / "weights.npz"
    write(model, place)
    manifest = {
        "schema": "matcher/model/1",
        "name": "vacancy_clauses",
        "format": FORMAT,
        "weights_sha256": hashlib.sha256(place.read_bytes()).hexdigest(),
        "method": f"ridge, strength {STRENGTH}, a column per channel and one for the polarity",
        "own_sentences": len(own),
        "labelled_texts": len({example.text for example in texts}),
        "labelled_clauses": len(texts),
        "pieces": len(model.index),
        "channels": len(model.channels),
    }
    (given.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
