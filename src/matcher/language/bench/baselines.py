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

from matcher.language.encoder import shipped_encoder
from matcher.language.normalise import default_normaliser

Scores = NDArray[np.float32]
Scorer = Callable[[Sequence[str], Sequence[str]], Scores]


def char_tfidf(queries: Sequence[str], labels: Sequence[str]) -> Scores:
    """Answer the cosine of character n-grams (2-5, inside words)."""
    vectoriser = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, dtype=np.float32)
    known = vectoriser.fit_transform([label.lower() for label in labels])
    asked = vectoriser.transform([query.lower() for query in queries])
    return np.asarray((asked @ known.T).toarray(), dtype=np.float32)


def wratio(queries: Sequence[str], labels: Sequence[str]) -> Scores:
    """Answer rapidfuzz WRatio."""
    return _fuzzy(queries, labels, fuzz.WRatio)


def token_set(queries: Sequence[str], labels: Sequence[str]) -> Scores:
    """Answer rapidfuzz token_set_ratio."""
    return _fuzzy(queries, labels, fuzz.token_set_ratio)


def bm25(queries: Sequence[str], labels: Sequence[str]) -> Scores:
    """Answer BM25 on words (needs the package bm25s)."""
    bm25s = import_module("bm25s")  # an extra

    model = bm25s.BM25()
    model.index(
        bm25s.tokenize([label.lower() for label in labels], stopwords=[], show_progress=False), show_progress=False
    )
    split = [query.lower().split() for query in queries]
    return np.stack([np.asarray(model.get_scores(words), dtype=np.float32) for words in split])


def _fuzzy(queries: Sequence[str], labels: Sequence[str], scorer: Callable[..., float]) -> Scores:
    lower = [label.lower() for label in labels]
    return cdist([query.lower() for query in queries], lower, scorer=scorer, dtype=np.float32)


def linear_svc(titles: Sequence[str], codes: Sequence[str], queries: Sequence[str]) -> tuple[Scores, list[str]]:
    """Answer the scores of a linear classifier on character n-grams, and its classes."""
    vectoriser = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, dtype=np.float32)
    known = vectoriser.fit_transform([title.lower() for title in titles])
    model = LinearSVC(C=1.0).fit(known, codes)
    asked = vectoriser.transform([query.lower() for query in queries])
    return np.asarray(model.decision_function(asked), dtype=np.float32), [str(code) for code in model.classes_]


def encoder_scorer(name: str) -> Scorer:
    """Answer a scorer by another encoder, through sentence-transformers (needs the extra `encoders`).

    Args:
        name: name or path of the model.
    """
    model = import_module("sentence_transformers").SentenceTransformer(name)

    def score(queries: Sequence[str], labels: Sequence[str]) -> Scores:
        asked, known = (model.encode(list(texts), normalize_embeddings=True) for texts in (queries, labels))
        return np.asarray(asked @ known.T, dtype=np.float32)

    return score


def our_encoder(queries: Sequence[str], labels: Sequence[str]) -> Scores:
    """Answer the plain cosine of our own encoder, without the learned combination."""
    normaliser, encoder = default_normaliser(), shipped_encoder()
    asked, known = (encoder.encode(normaliser.normalise(text).title for text in texts) for texts in (queries, labels))
    return np.asarray(asked @ known.T, dtype=np.float32)


def label_scorers() -> dict[str, Scorer]:
    """Answer the baselines that rank labels and that are installed here."""
    found: dict[str, Scorer] = {"char TF-IDF": char_tfidf, "rapidfuzz WRatio": wratio, "rapidfuzz token_set": token_set}
    if find_spec("bm25s") is not None:
        found["bm25s"] = bm25
    return found
