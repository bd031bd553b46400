"""Learning the clause model and its weights: the same sentences and texts give the same bytes."""

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

from matcher.vacancy_text.clause_model import ClauseModel
from matcher.vacancy_text.training import __main__ as training
from matcher.vacancy_text.training.examples import own_examples, rows

HANDS = {
    "one": [("Je tilt dozen tot 20 kilo.", "IV.13", True), ("Je hoeft niet te knielen.", "IV.20", False)],
    "two": [("Je staat de hele dag.", "V.4", True), ("Tillen hoort er niet bij.", "IV.13", False)],
    "three": [("Knielen doe je vaak.", "IV.20", True), ("Je loopt veel.", "IV.17", True)],
}


@pytest.fixture
def texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    some = [*islice(own_examples(), 40)]
    monkeypatch.setattr(training, "own_examples", lambda *, later=False: iter(some[:10] if later else some))
    monkeypatch.setattr(training, "family_examples", lambda: iter(()))
    for name, said in HANDS.items():
        rows = [
            {
                "id": f"{name}-{number}",
                "title": "Medewerker",
                "text": f"{sentence} Bel Jan Voorbeeld. {sentence}",
                "labels": {"demands": [{"channel": channel, "asked": asked, "quote": sentence}]},
            }
            for number, (sentence, channel, asked) in enumerate(said)
        ]
        path = tmp_path / f"{name}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return [str(tmp_path / f"{name}.jsonl:{share}") for share, name in enumerate(HANDS, start=1)]


def learnt(out: Path, *words: str) -> dict[str, bytes]:
    training.main([str(out), *words])
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def test_the_same_texts_give_the_same_bytes(tmp_path: Path, texts: list[str]):
    first = learnt(tmp_path / "a", *texts, "--folds", "2")
    assert first == learnt(tmp_path / "b", *texts, "--folds", "2")
    assert set(first) == {"manifest.json", "weighing.json", "weights.npz"}


def test_of_a_hand_that_is_left_out_nothing_is_learnt(tmp_path: Path, texts: list[str]):
    whole = learnt(tmp_path / "a", *texts)
    less = learnt(tmp_path / "b", *texts, "--without", "three.jsonl")
    assert json.loads(whole["manifest.json"])["labelled_texts"] == 6
    assert json.loads(less["manifest.json"])["labelled_texts"] == 4
    assert less == learnt(tmp_path / "c", *texts[:2])


def test_on_from_an_earlier_model_the_same_texts_give_the_same_bytes(tmp_path: Path, texts: list[str]):
    learnt(tmp_path / "before", *texts[:2])
    on = ("--folds", "2", "--earlier", str(tmp_path / "before"))
    first = learnt(tmp_path / "a", texts[2], *on)
    assert first == learnt(tmp_path / "b", texts[2], *on)
    assert json.loads(first["manifest.json"])["earlier_weights_sha256"]


def test_an_earlier_model_is_not_forgotten(tmp_path: Path, texts: list[str]):
    learnt(tmp_path / "before", *texts)
    before = ClauseModel.load(tmp_path / "before" / "weights.npz")
    learnt(tmp_path / "after", texts[2], "--earlier", str(tmp_path / "before"))
    after = ClauseModel.load(tmp_path / "after" / "weights.npz")
    assert set(before.channels) <= set(after.channels)
    asked, other = (
        after.scores(text)[after.channels.index("IV.13")] for text in ("je tilt dozen tot 20 kilo", "je loopt veel")
    )
    assert asked > other


def test_packed_texts_are_read_as_they_are(tmp_path: Path, texts: list[str]):
    plain = Path(texts[0].partition(":")[0])
    packed = tmp_path / "packed.jsonl.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert list(rows(packed)) == list(rows(plain))
