"""The encoder at run time, and the files it is read from."""

import json
from pathlib import Path

import numpy as np
import pytest

from matcher.errors import DataError
from matcher.language.compounds import CompoundSplitter
from matcher.language.encoder import EncoderWeights, TitleEncoder, feature_key, file_hash, shipped_encoder
from matcher.language.features import title_features
from matcher.language.lexicon import load_lexicon
from matcher.language.linker import shipped_index
from matcher.resources import data_path, model_path

MODEL_LIMIT = 30 * 1024 * 1024


def test_every_title_becomes_128_numbers_of_unit_length() -> None:
    vectors = shipped_encoder().encode(["kok", "heftruckchauffeur"])
    assert vectors.shape == (2, 128)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_words_that_training_never_saw_give_zeros() -> None:
    assert not shipped_encoder().encode([""]).any()


def test_synonyms_lie_closer_than_other_work() -> None:
    leraar, docent, lasser = shipped_encoder().encode(["leraar", "docent", "lasser"])
    assert leraar @ docent > leraar @ lasser + 0.2


def test_the_model_stays_under_its_limit() -> None:
    files = [path for path in model_path("title_encoder/manifest.json").parent.iterdir() if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= MODEL_LIMIT


def test_the_manifest_names_the_files_and_tables_as_they_are() -> None:
    manifest = json.loads(model_path("title_encoder/manifest.json").read_text(encoding="utf-8"))
    assert manifest["files"] == {name: file_hash(model_path(f"title_encoder/{name}")) for name in manifest["files"]}
    assert manifest["data"] == {name: file_hash(data_path(f"occupations/{name}")) for name in manifest["data"]}
    assert manifest["fold"] is None


def test_the_stored_label_vectors_are_those_of_the_encoder() -> None:
    lexicon, index = load_lexicon(), shipped_index()
    some = [0, 500, 5000, 40000]
    fresh = shipped_encoder().encode([lexicon.plain[at] for at in some])
    assert np.allclose(np.sum(fresh * index.vectors[some], axis=1), 1, atol=0.01)


def test_weights_survive_a_round_trip_with_the_same_bytes(tmp_path: Path) -> None:
    weights = EncoderWeights.quantise(["=kok", "=ober"], np.array([[1.0, 0.5], [0.0, -2.0]], dtype=np.float32))
    one, two = tmp_path / "one.npz", tmp_path / "two.npz"
    weights.save(one)
    EncoderWeights.load(one).save(two)
    assert one.read_bytes() == two.read_bytes()
    vector = TitleEncoder(weights, CompoundSplitter({})).encode(["kok"])[0]
    assert np.allclose(vector, [0.894, 0.447], atol=0.01)


def test_missing_weights_say_how_to_make_them(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="training"):
        EncoderWeights.load(tmp_path / "weg.npz")


def test_features_hold_words_parts_heads_and_letters() -> None:
    found = title_features(["heftruckchauffeur"], CompoundSplitter({"heftruck": 2, "chauffeur": 2}))
    assert {"=heftruck", "=chauffeur", "~chauffeur", "1chauffeur", "heftruck_chauffeur", "<hef"} <= set(found)
    assert feature_key("=kok") == feature_key("=kok")
