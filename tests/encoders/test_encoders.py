"""Our weights as a sentence-transformers model, and other sentence-transformers models beside ours; no download."""

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, StaticEmbedding, Transformer
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from transformers import BertConfig, BertModel, BertTokenizerFast

from matcher.cli.titles import bench_titles
from matcher.errors import InputError
from matcher.language import normalise
from matcher.language.bench.baselines import other_encoder, our_encoder
from matcher.language.encoder import shipped_encoder
from matcher.language.sentence_transformer import as_sentence_transformer

WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "kok", "timmerman", "leraar", "docent", "lasser", "in", "de")
TITLES = ("kok", "timmervrouw (m/v) 32 uur", "docent Engels", "heftruckchauffeur te Zwolle", "zxqv", "")


@pytest.fixture(scope="module")
def static_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A word table with random numbers."""
    tokenizer = Tokenizer(WordLevel({word: at for at, word in enumerate(WORDS)}, unk_token=WORDS[1]))
    tokenizer.pre_tokenizer = Whitespace()
    home = tmp_path_factory.mktemp("models") / "woordtabel"
    table = np.random.default_rng(1).normal(size=(len(WORDS), 16)).astype(np.float32)
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=table)], device="cpu").save(str(home))
    return home


@pytest.fixture(scope="module")
def transformer_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A transformer of one layer with random weights."""
    home = tmp_path_factory.mktemp("models")
    bare = home / "bare"
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=32, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32
    )
    BertModel(config).save_pretrained(bare)
    BertTokenizerFast(vocab={word: at for at, word in enumerate(WORDS)}).save_pretrained(bare)
    body = Transformer(str(bare), max_seq_length=16)
    model = SentenceTransformer(modules=[body, Pooling(32)], device="cpu")
    model.save(str(home / "klein"))
    return home / "klein"


@pytest.fixture(scope="module")
def ours() -> Any:
    return as_sentence_transformer()


def test_our_weights_give_the_same_vectors_with_and_without_torch(ours: Any) -> None:
    with_torch = ours.encode(list(TITLES))
    with_numpy = shipped_encoder().encode(normalise(title).title for title in TITLES)
    assert with_torch.shape == (len(TITLES), 128)
    assert np.allclose(with_torch, with_numpy, atol=1e-5)


def test_our_weights_rank_as_a_sentence_transformers_model_does(ours: Any) -> None:
    similar = ours.similarity(ours.encode(["leraar"]), ours.encode(["docent", "lasser"]))
    assert float(similar[0, 0]) > float(similar[0, 1])


def test_our_weights_work_alone_and_in_any_order(ours: Any) -> None:
    assert np.allclose(ours.encode("kok"), ours.encode(["timmerman", "kok"])[1], atol=1e-6)


@pytest.mark.parametrize("model", ["static_model", "transformer_model"])
def test_another_model_is_searched_through_the_same_interface(model: str, request: pytest.FixtureRequest) -> None:
    labels, asked = ["kok", "timmerman", "lasser"], ["lasser", "kok"]
    for prepare in (other_encoder(str(request.getfixturevalue(model))), our_encoder):
        scores = prepare(labels)(asked)
        assert scores.shape == (2, 3)
        assert scores.argmax(axis=1).tolist() == [2, 0]


def test_a_model_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="niet te laden"):
        other_encoder(str(tmp_path / "weg"))


def _table(path: Path, rows: list[dict[str, str]], delimiter: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)


def test_the_bench_measures_both_encoders_side_by_side(tmp_path: Path, static_model: Path) -> None:
    titles = {"kok": "5120", "timmerman": "7115", "heftruckchauffeur": "8344"}
    rows = [{"uwv_title": title, "isco08": code} for title, code in titles.items()]
    _table(tmp_path / "crosswalks/uwv_register_isco_brc_devpart.csv", rows, ",")
    pairs = tmp_path / "bench/gender_pairs_nl"
    _table(pairs / "esco_pairs_dev.tsv", [{"masculine": "kapper", "feminine": "kapster"}], "\t")
    _table(pairs / "cbs_counterfactual_dev.tsv", [{"title": "verkoper", "title_feminine": "verkoopster"}], "\t")
    done = CliRunner().invoke(
        bench_titles, [str(tmp_path), "--encoder", str(static_model), "--sample", "10", "--format", "json"]
    )
    assert done.exit_code == 0, done.output
    found = {row["method"]: row for row in json.loads(done.stdout)["rows"]}
    assert {"matcher", "matcher, alleen encoder", "woordtabel", "char TF-IDF"} <= found.keys()
    assert found["woordtabel"]["queries"] == found["matcher, alleen encoder"]["queries"] == 3
    assert found["matcher, alleen encoder"]["figures"]["MRR"]["value"] > 0.5
