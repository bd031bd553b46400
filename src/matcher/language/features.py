"""What the encoder sees of a title: words, parts of compounds, neighbours and letter groups."""

from collections.abc import Sequence
from itertools import pairwise

from matcher.language.compounds import CompoundSplitter

_SIZES = (3, 4, 5)


def title_features(tokens: Sequence[str], splitter: CompoundSplitter) -> list[str]:
    """Answer the features of a canonical title.

    Args:
        tokens: words in their base form.
        splitter: takes compounds apart.

    Returns:
        Features in reading order: `=word` for words and parts, `~word` for heads (`1word` for the first), `a_b` for
        neighbouring parts, `<koc` for letters.

    Example:
        >>> title_features(["kok"], CompoundSplitter({}))
        ['=kok', '~kok', '<ko', 'kok', 'ok>', '<kok', 'kok>', '<kok>', '1kok']
    """
    found: list[str] = []
    parts: list[str] = []
    for token in tokens:
        split = splitter.split(token)
        found.extend(word_features(token, split))
        parts.extend(split)
    if tokens:
        found.append(first_feature(splitter.split(tokens[0])))
    found.extend(neighbours(parts))
    return found


def word_features(word: str, parts: Sequence[str]) -> list[str]:
    """Answer the features of one word, whatever stands beside it.

    Args:
        word: a word in its base form.
        parts: its parts, when it is a compound; else the word itself.

    Example:
        >>> word_features("kok", ("kok",))
        ['=kok', '~kok', '<ko', 'kok', 'ok>', '<kok', 'kok>', '<kok>']
    """
    found = [f"={word}"]
    if len(parts) > 1:
        found.extend(f"={part}" for part in parts)
    found.append(f"~{parts[-1]}")
    padded = f"<{word}>"
    for size in _SIZES:
        found.extend(padded[at : at + size] for at in range(len(padded) - size + 1))
    return found


def first_feature(parts: Sequence[str]) -> str:
    """Answer the feature of the head of the first word.

    Example:
        >>> first_feature(("heftruck", "chauffeur"))
        '1chauffeur'
    """
    return f"1{parts[-1]}"


def neighbours(parts: Sequence[str]) -> list[str]:
    """Answer the features of parts that stand beside each other.

    Example:
        >>> neighbours(("heftruck", "chauffeur", "nacht"))
        ['heftruck_chauffeur', 'chauffeur_nacht']
    """
    return [f"{a}_{b}" for a, b in pairwise(parts)]
