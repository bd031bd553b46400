"""What the encoder learns from: labels, texts on occupations, and words that mean the same."""

import csv
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from matcher.language.canonical import canonical_words
from matcher.language.compounds import CompoundSplitter
from matcher.language.features import title_features
from matcher.language.lexicon import Label, Lexicon
from matcher.language.title_words import TitleWords

FOLDS = 5
_SYNONYMS = Path(__file__).parents[1] / "data" / "word_synonyms.csv"


@dataclass(frozen=True, slots=True)
class Text:
    """A description or skill of an occupation; used for training only."""

    occupation_id: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The training data of one run.

    Attributes:
        labels: labels to learn from.
        held: labels kept out, to measure on.
        texts: descriptions and skills.
        synonyms: groups of words that mean the same in titles.
        splitter: takes compounds apart.
        known: words and forms.
    """

    labels: tuple[Label, ...]
    held: tuple[Label, ...]
    texts: tuple[Text, ...]
    synonyms: tuple[tuple[str, ...], ...]
    splitter: CompoundSplitter
    known: TitleWords

    def features(self, text: str) -> list[str]:
        """Answer the features of any text."""
        return title_features(canonical_words(text, self.known.forms), self.splitter)


def fold_of(wording: str) -> int:
    """Answer in which fold a canonical wording is kept out; twins of one wording are kept out together.

    Example:
        >>> 0 <= fold_of("kok") < FOLDS
        True
    """
    return zlib.crc32(wording.encode()) % FOLDS


def split_labels(lexicon: Lexicon, fold: int | None) -> tuple[tuple[Label, ...], tuple[Label, ...]]:
    """Answer the labels to learn from and the labels kept out.

    Kept out are CBS titles and Dutch alternative ESCO labels of this fold. A label whose unit group followed a CBS
    title that is now kept out gets the code of its own source back, and our own wordings that read like it are left
    out altogether: else the answer would leak.

    Args:
        lexicon: all labels.
        fold: which fold to keep out; None keeps nothing out.
    """
    if fold is None:
        return lexicon.labels, ()
    hidden = {label.plain for label in lexicon.labels if label.kind == "cbs" and fold_of(label.plain) == fold}
    learn: list[Label] = []
    held: list[Label] = []
    for label in lexicon.labels:
        movable = label.kind == "cbs" or (label.kind in ("alternative", "hidden") and label.lang == "nl")
        if movable and fold_of(label.plain) == fold:
            held.append(label)
        elif label.plain in hidden and label.kind == "own":
            continue
        elif label.plain in hidden:
            learn.append(label._replace(isco08=lexicon.occupations[label.occupation_id].isco08_source))
        else:
            learn.append(label)
    return tuple(learn), tuple(held)


def read_corpus(sources: Path, lexicon: Lexicon, known: TitleWords, fold: int | None) -> Corpus:
    """Answer the training data of one run; descriptions are read from the sources and never shipped."""
    learn, held = split_labels(lexicon, fold)
    return Corpus(
        labels=learn,
        held=held,
        texts=tuple(_texts(sources)),
        synonyms=tuple(tuple(row["words"].split("|")) for row in _rows(_SYNONYMS)),
        splitter=CompoundSplitter(known.counts),
        known=known,
    )


def _texts(sources: Path) -> Iterator[Text]:
    skills = {row["skill_id"]: row["label_nl"] or row["label_en"] for row in _rows(sources / "esco/skills_en_nl.csv")}
    by_code: dict[str, str] = {}
    for name in ("esco/occupations_nl.csv", "esco/occupations_en.csv"):
        for row in _rows(sources / name):
            occupation_id = f"esco:{row['conceptUri'].rsplit('/', 1)[1]}"
            by_code[row["code"]] = occupation_id
            if row["description"]:
                yield Text(occupation_id, "description", row["description"])
    for row in _rows(sources / "esco/occupation_skill_relations.csv"):
        if row["occupation_code"] in by_code:
            yield Text(by_code[row["occupation_code"]], "skill", skills[row["skill_id"]])


def _rows(path: Path) -> Sequence[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))
