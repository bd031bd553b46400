"""A trained encoder as the files that run time reads."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from matcher.language.encoder import FORMAT, EncoderWeights, TitleEncoder, file_hash
from matcher.language.training.corpus import Corpus
from matcher.language.training.recipe import Recipe
from matcher.resources import data_path

if TYPE_CHECKING:  # torch is there only where an encoder is trained
    from matcher.language.training.encoder_training import Trained

TABLES = ("titles.csv", "titles_occupations.csv", "titles_words.csv", "titles_forms.csv")


def export_encoder(trained: "Trained", corpus: Corpus, recipe: Recipe, out: Path, *, fold: int | None) -> None:
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
    _export_labels(weights, corpus, out)
    _export_manifest(out, {"fold": fold, "recipe": recipe.as_dict(), "features": len(weights.keys)}, corpus)


def renew_labels(corpus: Corpus, out: Path) -> None:
    """Write labels.npz and manifest.json again for a changed list of titles, with the weights that are there.

    Args:
        corpus: the labels of today; the weights keep what they learned from the labels of the manifest before.
        out: folder of the model.
    """
    before = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    _export_labels(EncoderWeights.load(out / "weights.npz"), corpus, out)
    _export_manifest(out, {name: before[name] for name in ("fold", "recipe", "features")}, corpus)


def _export_labels(weights: EncoderWeights, corpus: Corpus, out: Path) -> None:
    vectors = TitleEncoder(weights, corpus.splitter).encode(label.plain for label in corpus.labels)
    np.savez(out / "labels.npz", vectors=np.rint(vectors * 127).astype(np.int8))


def _export_manifest(out: Path, learned: dict[str, object], corpus: Corpus) -> None:
    names = ("weights.npz", "groups.npz", "labels.npz")
    manifest = learned | {
        "format": FORMAT,
        "labels": len(corpus.labels),
        "files": {name: file_hash(out / name) for name in names},
        "data": {name: file_hash(data_path(f"occupations/{name}")) for name in TABLES},
        "bytes": sum((out / name).stat().st_size for name in names),
    }
    (out / "manifest.json").write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n", encoding="utf-8")
