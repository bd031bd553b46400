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
        found.append(f"={token}")
        split = splitter.split(token)
        if len(split) > 1:
            found.extend(f"={part}" for part in split)
        found.append(f"~{split[-1]}")
        parts.extend(split)
        padded = f"<{token}>"
        for size in _SIZES:
            found.extend(padded[at : at + size] for at in range(len(padded) - size + 1))
    if tokens:
        found.append(f"1{splitter.split(tokens[0])[-1]}")
    found.extend(f"{a}_{b}" for a, b in pairwise(parts))
    return found
