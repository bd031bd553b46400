"""The canonical wording of a title: words in base form, doubled forms once."""

import re
from collections.abc import Mapping

from matcher.language.spelling import fold, words
from matcher.language.word_forms import base_form

_OPTIONAL = re.compile(r"(\w{3,})\((?:ster|st|euse|trice|esse|es|e|in|s|n|en)\)(er)?(?=\W|$)")
_SLASHED = re.compile(r"(\w{4,})\s?/\s?-?(?:ster|euse|trice|esse|es|e|in|vrouw|heer|man|se)(?=\W|$)")


def canonical_words(text: str, forms: Mapping[str, str]) -> list[str]:
    """Answer the words of a title in base form, the same word not twice in a row.

    Args:
        text: any title.
        forms: the table of word forms.

    Example:
        >>> canonical_words("Medewerk(st)er kantine", {"medewerkster": "medewerker"})
        ['medewerker', 'kantine']
    """
    found: list[str] = []
    for word in words(join_endings(fold(text))):
        base = base_form(word, forms)
        if not found or found[-1] != base:
            found.append(base)
    return found


def join_endings(folded: str) -> str:
    """Answer a folded text in which "medewerk(st)er" and "gastheer/-vrouw" are one word.

    Example:
        >>> join_endings("verkoper/-ster en docent(e)")
        'verkoper en docent'
    """
    if "(" in folded:
        folded = _OPTIONAL.sub(lambda hit: hit[1] + (hit[2] or ""), folded)
    if "/" in folded:
        folded = _SLASHED.sub(r"\1", folded)
    return folded
