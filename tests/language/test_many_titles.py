"""Many titles at once, compiled or not, get the answers of one title; and no word of a person stays."""

from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.cli.titles import titles
from matcher.errors import FileUnreadable
from matcher.language import link_title, normalise, title_index
from matcher.language.bulk import in_parallel
from matcher.language.candidates import CandidateRanker
from matcher.language.linker import default_linker
from matcher.language.title_files import read_titles
from matcher.language.whole_vectors import (
    ASKED_LENGTH,
    CENTRE_LENGTH,
    many_products,
    picked_products,
    products,
    scales,
    whole,
)

TITLES = ["heftruckchauffer (m/v)", "kok", "", "verp. operator", "Sal.administrateur", "loodgieter / taxateur", "kok"]


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 20))
def test_a_product_is_the_same_alone_in_a_batch_and_picked(seed: int, count: int) -> None:
    draw = np.random.default_rng(seed)
    rows, asked = draw.normal(size=(300, 128)), draw.normal(size=(count, 128))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    asked /= np.linalg.norm(asked, axis=1, keepdims=True)
    centres = whole(rows.astype(np.float32), CENTRE_LENGTH)
    wanted = whole(asked.astype(np.float32), ASKED_LENGTH)
    exact = wanted.astype(np.int64) @ centres.astype(np.int64).T
    assert np.array_equal(many_products(centres, wanted), exact)
    assert np.array_equal(products(centres, wanted[0]), exact[0])
    short = centres.astype(np.int16)
    assert np.array_equal(picked_products(short, np.arange(299, -1, -1), wanted[0]), exact[0, ::-1])
    assert np.allclose(exact[0] * scales(short), rows @ asked[0], atol=1e-3)


def test_titles_together_are_answered_as_one_by_one() -> None:
    linker = default_linker()
    assert linker.link_many(TITLES, 4) == [linker.link(text, 4) for text in TITLES]


def test_the_compiled_pass_answers_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numba")
    linker = default_linker()
    monkeypatch.setattr(title_index, "_COMPILED_FROM", 10**9)
    plain = [linker.link(text, 10) for text in TITLES]
    monkeypatch.setattr(title_index, "_COMPILED_FROM", 0)
    assert [linker.link(text, 10) for text in TITLES] == plain


def test_without_the_compiler_titles_are_linked_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(title_index, "_COMPILED_FROM", 0)
    monkeypatch.setattr(title_index, "_compiled", lambda: None)
    assert link_title("kok").matches[0].isco08 == "5120"


def test_candidates_together_are_ranked_as_one_by_one() -> None:
    ranker = CandidateRanker(default_linker(), ["timmerman", "kok", "verkoper", "qzxwoord", "kok"])
    assert ranker.rank_many(TITLES, 3) == [ranker.rank(text, 3) for text in TITLES]


@pytest.mark.parametrize("text", ["Qzxvanwoord timmerman", "Zwqjansen, heftruckchauffer te Zwolle", "qzxw. monteur"])
def test_no_word_of_a_title_stays_that_the_sources_do_not_have(text: str) -> None:
    linker = default_linker()
    memory = linker.normaliser.splitter.memory
    for read in (link_title, normalise, lambda title: CandidateRanker(linker, ["kok"]).rank(title, 1)):
        read(text)
        assert not memory.passing_words


def test_equal_texts_of_a_block_are_worked_on_once() -> None:
    asked: list[str] = []

    def work(texts: object) -> list[str]:
        found = [str(text) for text in texts]  # type: ignore[attr-defined]
        asked.extend(found)
        return found

    assert list(in_parallel(work, iter(["a", "b", "a"]))) == ["a", "b", "a"]
    assert asked == ["a", "b"]


def test_other_processes_keep_the_order() -> None:
    texts = [f"titel {at % 7}" for at in range(1300)]
    assert list(in_parallel(lambda some: [text.upper() for text in some], texts, few=10)) == [
        text.upper() for text in texts
    ]


def test_a_wrong_line_late_in_a_file_is_found_before_anything_is_written(tmp_path: Path) -> None:
    queries, run = tmp_path / "titels.tsv", tmp_path / "run.tsv"
    queries.write_text("".join(f"{at}\tkok\n" for at in range(600)) + "600 kok\n", encoding="utf-8")
    done = CliRunner().invoke(titles, [str(queries), "-o", str(run)])
    assert "regel 601" in str(done.exception) + done.output
    assert not run.exists()


def test_a_file_without_line_ends_is_refused_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "titels.tsv"
    path.write_bytes(b"a\t" + b"kok " * 30_000)
    with pytest.raises(FileUnreadable, match=r"regel 1.*langer"):
        read_titles(path)


def test_a_wrong_byte_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "titels.tsv"
    path.write_bytes(b"a\tkok\n\nb\tconci\xebrge\n")
    with pytest.raises(FileUnreadable, match="regel 3"):
        read_titles(path)
