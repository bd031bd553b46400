"""Which words stand for much the same: the classes of vacancy_word_classes.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from matcher.reference.tables import read_yaml

_ANY = "*"
_MOST_WORDS = 50_000


@dataclass(frozen=True, slots=True)
class _Classes:
    whole: Mapping[str, tuple[str, ...]]
    beginnings: Mapping[str, tuple[str, ...]]
    ends: Mapping[str, tuple[str, ...]]
    beginning_lengths: tuple[int, ...]
    end_lengths: tuple[int, ...]


@cache
def _classes() -> _Classes:
    whole: dict[str, tuple[str, ...]] = {}
    beginnings: dict[str, tuple[str, ...]] = {}
    ends: dict[str, tuple[str, ...]] = {}
    for name, words in read_yaml("vacancy_word_classes.yaml")["classes"].items():
        for word in words:
            into = beginnings if word.endswith(_ANY) else ends if word.startswith(_ANY) else whole
            into[word.strip(_ANY)] = (*into.get(word.strip(_ANY), ()), name)
    return _Classes(
        whole, beginnings, ends, tuple(sorted({len(word) for word in beginnings})), tuple(sorted(map(len, ends)))
    )


@lru_cache(maxsize=_MOST_WORDS)
def classes_of(word: str) -> tuple[str, ...]:
    """Answer the classes that a word stands in, each once; most words stand in none.

    Args:
        word: in small letters without accents.

    Example:
        >>> classes_of("versjouwen")
        ('lift',)
    """
    classes = _classes()
    found = list(classes.whole.get(word, ()))
    for length in classes.beginning_lengths:
        found += classes.beginnings.get(word[:length], ()) if length <= len(word) else ()
    for length in dict.fromkeys(classes.end_lengths):
        found += classes.ends.get(word[-length:], ()) if length <= len(word) else ()
    return tuple(dict.fromkeys(found))
