"""A trained encoder as the files that run time reads."""

import json
from pathlib import Path

import numpy as np

from matcher.language.encoder import FORMAT, EncoderWeights, TitleEncoder, file_hash
from matcher.language.training.corpus import Corpus
from matcher.language.training.encoder_training import Trained
from matcher.language.training.recipe import Recipe
from matcher.resources import data_path

TABLES = ("titles.csv", "titles_occupations.csv", "titles_words.csv", "titles_forms.csv")


def export_encoder(trained: Trained, corpus: Corpus, recipe: Recipe, out: Path, *, fold: int | None) -> None:
    """Write weights.npz, groups.npz, labels.npz and manifest.json; the same weights give the same bytes.

    Args:
        trained: what training left behind.
        corpus: the training data, for the vectors of the labels.
        recipe: every choice, for the manifest.
        out: folder of the model.
        fold: the fold that was kept out; None for the model that ships.
    """
    out.mkdir(parents=True, exist_ok=True)
    weights = EncoderWeights.quantise(trained.features, trained.table)
    weights.save(out / "weights.npz")
    np.savez(
        out / "groups.npz",
        codes=np.array(trained.codes),
        groups=trained.groups.astype(np.float16),
        source_groups=trained.source_groups.astype(np.float16),
    )
    vectors = TitleEncoder(weights, corpus.splitter).encode(label.plain for label in corpus.labels)
    np.savez(out / "labels.npz", vectors=np.rint(vectors * 127).astype(np.int8))
    names = ("weights.npz", "groups.npz", "labels.npz")
    manifest = {
        "format": FORMAT,
        "fold": fold,
        "recipe": recipe.as_dict(),
        "features": len(weights.keys),
        "labels": len(corpus.labels),
        "files": {name: file_hash(out / name) for name in names},
        "data": {name: file_hash(data_path(f"occupations/{name}")) for name in TABLES},
        "bytes": sum((out / name).stat().st_size for name in names),
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n", encoding="utf-8")
