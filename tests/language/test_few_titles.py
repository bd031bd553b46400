"""What is made only when many titles are read says the same as what a few titles get by."""

from itertools import islice

from matcher.language import neighbours
from matcher.language.completions import skeleton
from matcher.language.lexicon import load_lexicon
from matcher.language.neighbours import Neighbours
from matcher.language.title_words import shipped_title_words
from matcher.language.word_repair import sound_of


def test_words_side_by_side_are_the_same_in_the_text_of_the_titles_and_in_the_table(monkeypatch):
    monkeypatch.setattr(neighbours, "_FEW", 400)
    few = Neighbours(shipped_title_words().titles)
    pairs = list(islice(sorted(few.pairs), 0, None, 400))[:150]
    turned = [(right, left) for left, right in pairs]
    table = few.pairs
    del vars(few)["pairs"]
    assert all(pair in few for pair in pairs)
    assert [pair in few for pair in turned] == [pair in table for pair in turned]
    assert "pairs" not in vars(few)


def test_many_pairs_of_words_make_the_table(monkeypatch):
    monkeypatch.setattr(neighbours, "_FEW", 1)
    few = Neighbours({"medewerker bediening"})
    assert ("medewerker", "bediening") in few
    assert "pairs" not in vars(few)
    assert ("bediening", "medewerker") not in few
    assert few.pairs == {("medewerker", "bediening")}


def test_words_on_lines_of_their_own_sound_and_shrink_as_each_alone():
    words = sorted(word for word in shipped_title_words().counts if word.isalpha())[::40]
    text = "\n".join(words)
    assert sound_of(text).split("\n") == [sound_of(word) for word in words]
    assert skeleton(text).split("\n") == [skeleton(word) for word in words]


def test_a_wording_is_found_without_the_table_of_all_wordings():
    lexicon = load_lexicon()
    table = lexicon.by_wording
    order = lexicon.wording_order
    kept = vars(lexicon).pop("by_wording")
    try:
        for wording in [*islice(table, 0, None, 3000), "dit is geen titel", ""]:
            begin, end = table.get(wording, (0, 0))
            assert lexicon.same_wording(wording).tolist() == order[begin:end].tolist()
    finally:
        vars(lexicon)["by_wording"] = kept
