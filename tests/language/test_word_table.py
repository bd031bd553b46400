"""The compiled table of words says what the list of words and the titles say."""

import numpy as np
import pytest

from matcher.errors import DataError
from matcher.language import encoder
from matcher.language import word_table as table_module
from matcher.language.compile_words import main, shipped_rows, word_table_of
from matcher.language.encoder import feature_key, shipped_encoder
from matcher.language.features import word_features
from matcher.language.lexicon import KINDS, load_lexicon
from matcher.language.title_words import TitleWords
from matcher.language.word_table import word_table
from matcher.resources import data_path

KNOWN = TitleWords()


def test_the_shipped_table_is_made_of_the_shipped_lists(tmp_path):
    main(tmp_path)
    with (
        np.load(tmp_path / "titles_words.npz") as made,
        np.load(data_path("occupations/titles_words.npz")) as shipped,
    ):
        assert made.files == shipped.files
        for name in made.files:
            assert np.array_equal(made[name], shipped[name]), "run: python -m matcher.language.compile_words"


def test_it_equals_the_lists_word_by_word():
    rows = {word: int(count) for word, count in shipped_rows()}
    plain, kinds = load_lexicon().plain, load_lexicon().kind_of.tolist()
    dutch = {}
    for title, kind in zip(plain, kinds, strict=True):
        for word in set(title.split()) if KINDS[kind].endswith("nl") else ():
            dutch[word] = dutch.get(word, 0) + 1
    assert dict(KNOWN.counts) == {word: count for word, count in rows.items() if count >= 2}
    assert KNOWN.rare == {word for word, count in rows.items() if count == 1}
    assert dict(KNOWN.dutch) == dutch
    assert KNOWN.written == {word for title in plain for word in title.split()}
    assert KNOWN.often_dutch == {word for word, count in dutch.items() if count >= 2}
    table = KNOWN.table
    assert table.words == sorted(rows.keys() | KNOWN.written)
    assert table.often_in_dutch == sorted(word for word in KNOWN.counts if word in dutch)
    assert set(table.where(table.alone)) == {title for title in plain if " " not in title}
    assert len(table.sounds) == len(table.often_in_dutch)
    assert len(table.skeletons) == len(table.long_in_dutch)


def test_a_changed_title_gives_another_table():
    lexicon = load_lexicon()
    other = type(lexicon)(
        lexicon.occupations, lexicon.texts, ["nieuwwoord", *lexicon.plain[1:]], lexicon.kind_of,
        lexicon.occupation_of, lexicon.code_of, lexicon.codes,
    )  # fmt: skip
    made = word_table_of(shipped_rows(), other)
    assert "nieuwwoord" in made.words
    assert "nieuwwoord" not in word_table().words


def test_a_missing_table_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(table_module, "data_path", tmp_path.joinpath)
    with pytest.raises(DataError, match="compile_words"):
        word_table.__wrapped__()


def test_features_are_looked_up_the_same_one_by_one_and_in_the_table(monkeypatch):
    shipped = shipped_encoder()
    words = ["kok", "heftruckchauffeur", "zwarteschaap", "verpleegkundige", "q"]
    features = [word_features(word, (word,)) for word in words]
    few = encoder.TitleEncoder(shipped._weights, shipped._splitter)
    monkeypatch.setattr(encoder, "_FEW", 0)
    many = encoder.TitleEncoder(shipped._weights, shipped._splitter)
    keys = set(shipped._weights.keys.tolist())
    for one in features:
        monkeypatch.setattr(encoder, "_FEW", 10**9)
        found = few._rows_of(one)
        monkeypatch.setattr(encoder, "_FEW", 0)
        assert found == many._rows_of(one)
        assert len(found) == len({feature_key(each) for each in one} & keys)
    assert few._rows_of(()) == many._rows_of(()) == frozenset()
    assert np.all(np.diff(shipped._weights.keys.astype(np.int64)) > 0)
