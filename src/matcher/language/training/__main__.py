"""Train encoders: `python -m matcher.language.training SOURCES OUT [--fold N] [--steps N] [--labels]`."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

from matcher.language.lexicon import load_lexicon
from matcher.language.title_words import shipped_title_words
from matcher.language.training.corpus import read_corpus
from matcher.language.training.export import export_encoder, renew_labels
from matcher.language.training.recipe import Recipe


def main() -> None:
    """Train one encoder and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", type=Path, help="map met de ruwe bronnen")
    parser.add_argument("out", type=Path, help="map voor het model")
    parser.add_argument("--fold", type=int, default=None, help="houd deze vijfde deel van de titels achter")
    parser.add_argument("--steps", type=int, default=Recipe().steps, help="aantal stappen")
    parser.add_argument("--labels", action="store_true", help="alleen de vectoren van de titellijst opnieuw")
    given = parser.parse_args()
    recipe = replace(Recipe(), steps=given.steps)
    corpus = read_corpus(given.sources, load_lexicon(), shipped_title_words(), given.fold)
    if given.labels:
        renew_labels(corpus, given.out)
        return
    from matcher.language.training.encoder_training import train_encoder  # noqa: PLC0415 - needs torch

    trained = train_encoder(corpus, recipe, lambda line: sys.stdout.write(f"{line}\n") and sys.stdout.flush())
    export_encoder(trained, corpus, recipe, given.out, fold=given.fold)


if __name__ == "__main__":
    np.seterr(all="raise", under="ignore")
    main()
