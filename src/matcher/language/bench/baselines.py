"""Plain rivals: spelling and word overlap, and a linear classifier."""

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import cdist
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from matcher.errors import InputError
from matcher.language.encoder import shipped_encoder
from matcher.language.normalise import default_normaliser
from matcher.language.whole_vectors import many_products

Scores = NDArray[np.float32]
Search = Callable[[Sequence[str]], Scores]
Prepare = Callable[[Sequence[str]], Search]


def char_tfidf(labels: Sequence[str]) -> Search:
    """Answer a search by the cosine of character n-grams (2-5, inside words)."""
    vectoriser = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, dtype=np.float32)
    known = vectoriser.fit_transform([label.lower() for label in labels]).T.tocsr()
    return lambda queries: np.asarray(
        (vectoriser.transform([query.lower() for query in queries]) @ known).toarray(), dtype=np.float32
    )


def bm25(labels: Sequence[str]) -> Search:
    """Answer a search by BM25 on words (needs the package bm25s)."""
    bm25s = import_module("bm25s")  # an extra

    model = bm25s.BM25()
    model.index(
        bm25s.tokenize([label.lower() for label in labels], stopwords=[], show_progress=False), show_progress=False
    )
    return lambda queries: np.stack(
        [np.asarray(model.get_scores(query.lower().split()), dtype=np.float32) for query in queries]
    )


def wratio(labels: Sequence[str]) -> Search:
    """Answer a search by rapidfuzz WRatio."""
    return _fuzzy(labels, fuzz.WRatio)


def token_set(labels: Sequence[str]) -> Search:
    """Answer a search by rapidfuzz token_set_ratio."""
    return _fuzzy(labels, fuzz.token_set_ratio)


def _fuzzy(labels: Sequence[str], scorer: Callable[..., float]) -> Search:
    lower = [label.lower() for label in labels]
    return lambda queries: cdist([query.lower() for query in queries], lower, scorer=scorer, dtype=np.float32)


def linear_svc(titles: Sequence[str], codes: Sequence[str]) -> tuple[Search, list[str]]:
    """Answer a search by a linear classifier on character n-grams, and its classes."""
    vectoriser = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, dtype=np.float32)
    known = vectoriser.fit_transform([title.lower() for title in titles])
    model = LinearSVC(C=1.0).fit(known, codes)

    def search(queries: Sequence[str]) -> Scores:
        asked = vectoriser.transform([query.lower() for query in queries])
        return np.asarray(model.decision_function(asked), dtype=np.float32)

    return search, [str(code) for code in model.classes_]


def other_encoder(name: str) -> Prepare:
    """Answer searches by another encoder, through sentence-transformers (needs the extra `encoders`).

    Args:
        name: name or path of the model.

    Raises:
        InputError: when the extra is not installed or the model cannot be loaded.
    """
    if find_spec("sentence_transformers") is None:
        raise InputError("Voor een ander model is de extra encoders nodig. Installeer matcher met [encoders].")
    try:
        model = import_module("sentence_transformers").SentenceTransformer(name, device="cpu")
    except (OSError, ValueError) as error:
        raise InputError("Dit model is niet te laden. Noem een map met een sentence-transformers-model.") from error

    def encode(texts: Sequence[str]) -> Scores:
        found = model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(found, dtype=np.float32)

    return _by_cosine(encode)


def our_encoder(labels: Sequence[str]) -> Search:
    """Answer a search by the plain cosine of our own encoder, without the learned combination."""
    normaliser, encoder = default_normaliser(), shipped_encoder()
    return _by_cosine(lambda texts: encoder.encode(normaliser.normalise(text).title for text in texts))(labels)


def _by_cosine(encode: Callable[[Sequence[str]], Scores]) -> Prepare:
    def prepare(labels: Sequence[str]) -> Search:
        known = encode(labels)
        return lambda queries: many_products(known, np.asarray(encode(queries), dtype=np.float32))

    return prepare


def label_searches() -> dict[str, Prepare]:
    """Answer the baselines that rank labels and that are installed here, each from labels to a search."""
    found: dict[str, Prepare] = {
        "char TF-IDF": char_tfidf,
        "rapidfuzz WRatio": wratio,
        "rapidfuzz token_set": token_set,
    }
    if find_spec("bm25s") is not None:
        found["bm25s"] = bm25
    return found
