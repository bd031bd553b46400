"""One form for the words that people bend: feminine, plural and inflected forms give the same word.

The table is compiled from labels of one occupation that differ in a single word (see `learn_forms`), so that it
holds what the sources really write and no rule runs on blindly.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from itertools import permutations

from matcher.language.lexicon_tables import read_rows
from matcher.resources import data_path

FORM_FIELDS = ("form", "base")
_SHORTEST_ENDING = 6
_ENDINGS = {"ologe": "oloog", "technica": "technicus", "monteuse": "monteur", "directrice": "directeur"}
_ENDING_FORMS = tuple(_ENDINGS)
_PERSON_S = ("er", "eur", "or", "aar", "ier", "man", "kok", "coach", "manager")
_PERSON_EN = (
    "ist",
    "ent",
    "ant",
    "eut",
    "oog",
    "arts",
    "icus",
    "kundig",
    "agent",
    "expert",
    "jurist",
    "kracht",
)


class WordForms(dict[str, str]):
    """A table of word forms that knows at once when no form ends a word."""

    @cached_property
    def endings(self) -> frozenset[str]:
        """Answer the last letters of the forms that may end a compound."""
        return frozenset(form[-_SHORTEST_ENDING:] for form in self if len(form) >= _SHORTEST_ENDING)


def base_form(word: str, forms: Mapping[str, str]) -> str:
    """Answer the masculine singular of a folded word, also where it ends a compound.

    Args:
        word: one folded word.
        forms: the table of forms.

    Example:
        >>> base_form("ijsverkoopster", {"verkoopster": "verkoper"})
        'ijsverkoper'
    """
    known = forms.get(word)
    if known is not None:
        return known
    if not isinstance(forms, WordForms) or word[-_SHORTEST_ENDING:] in forms.endings:
        for at in range(1, len(word) - _SHORTEST_ENDING + 1):
            ending = forms.get(word[at:])
            if ending is not None:
                return word[:at] + ending
    if not word.endswith(_ENDING_FORMS):
        return word
    ending = next(one for one in _ENDINGS if word.endswith(one))
    return word.removesuffix(ending) + _ENDINGS[ending]


def learn_forms(labels: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    """Answer which word forms mean the same, from labels that belong together.

    Args:
        labels: occupation and folded words of each Dutch label.

    Returns:
        Form and base, sorted by form; a base is never itself a form.

    Example:
        >>> learn_forms([("a", ("kapper",)), ("a", ("kapster",))])
        {'kapster': 'kapper'}
    """
    grouped: dict[tuple[str, tuple[str, ...], tuple[str, ...]], set[str]] = defaultdict(set)
    vocabulary: set[str] = set()
    for occupation, label in labels:
        vocabulary.update(label)
        for at, word in enumerate(label):
            grouped[occupation, label[:at], label[at + 1 :]].add(word)
    votes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for together in grouped.values():
        for form, base in permutations(sorted(together), 2):
            if _is_feminine(form, base) or (len(base) > _SHORTEST_ENDING and form == base + "e"):
                votes[form][base] += 1
    chosen = {form: max(sorted(bases), key=lambda base: bases[base]) for form, bases in votes.items()}
    for word in sorted(vocabulary):
        single = _singular(word, vocabulary)
        if single is not None and word not in chosen:
            chosen[word] = single
    return {form: _follow(form, chosen) for form in sorted(chosen) if _follow(form, chosen) != form}


def _follow(form: str, chosen: Mapping[str, str]) -> str:
    seen = [form]
    while seen[-1] in chosen and chosen[seen[-1]] not in seen:
        seen.append(chosen[seen[-1]])
    return seen[-1]


def _is_feminine(form: str, base: str) -> bool:
    """Tell whether the first word is the feminine form of the second, by the pairs of endings that Dutch has."""
    if len(base) < 3 or form == base:  # noqa: PLR2004 - shorter words are no agent nouns
        return False
    pairs = (
        ("vrouw", ("man", "heer")), ("euse", ("eur",)), ("trice", ("teur", "tor")), ("lijke", ("lijk",)),
        ("ares", ("aar",)), ("eres", ("er",)), ("tes", ("t",)), ("aresse", ("aris",)), ("in", ("",)), ("tse", ("ts",)),
        ("te", ("t",)), ("gte", ("gt",)), ("ise", ("ies",)), ("loge", ("loog",)), ("ica", ("icus",)), ("ges", ("g",)),
        ("des", ("d",)),
    )  # fmt: skip
    for ending, bases in pairs:
        if form.endswith(ending) and any(form[: -len(ending)] + one == base for one in bases):
            return True
    shared = next((at for at, (a, b) in enumerate(zip(form, base, strict=False)) if a != b), len(base))
    closes = base.endswith(("er", "aar")) and not base.endswith("ster")
    near = len(base) <= len(form)
    return form.endswith("ster") and closes and near and shared >= max(3, len(form) - 6) - 1


def _singular(word: str, vocabulary: set[str]) -> str | None:
    if word.endswith("s") and word[:-1] in vocabulary and word[:-1].endswith(_PERSON_S):
        return word[:-1]
    if word.endswith("enden") and word[:-1] in vocabulary:
        return word[:-1]
    if word.endswith("en") and word[:-2] in vocabulary and word[:-2].endswith(_PERSON_EN):
        return word[:-2]
    if word.endswith("aren") and word[:-4] + "aar" in vocabulary:
        return word[:-4] + "aar"
    return None


@cache
def shipped_forms() -> WordForms:
    """Answer the compiled table of forms, read once.

    Example:
        >>> base_form("secretaresse", shipped_forms())
        'secretaris'
    """
    rows = read_rows(data_path("occupations/titles_forms.csv"), FORM_FIELDS)
    return WordForms((row[0], row[1]) for row in rows)
