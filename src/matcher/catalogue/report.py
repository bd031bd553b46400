"""What the catalogue covers, as lines of Markdown."""

from matcher.catalogue.load import load_catalogue
from matcher.catalogue.model import MARKS, Catalogue

_WORDS = ("onbekend", "gemeten", "deels gemeten", "gemodelleerd", "groepsgemiddelde", "eigen oordeel")


def coverage_lines(catalogue: Catalogue | None = None) -> list[str]:
    """Answer the coverage per channel: how many occupations carry which mark.

    Args:
        catalogue: the catalogue to report on; the shipped one by default.

    Returns:
        A Markdown table, one line per channel.

    Example:
        >>> coverage_lines()[0].split(" | ")[:2]
        ['| kanaal', 'onbekend']
    """
    shown = catalogue if catalogue is not None else load_catalogue()
    lines = ["| kanaal | " + " | ".join(_WORDS) + " |", "|---" * (len(MARKS) + 1) + "|"]
    for place, channel in enumerate(shown.channels):
        counts = [int((shown.mark[:, place] == mark).sum()) for mark in range(len(MARKS))]
        lines.append(f"| {channel} | " + " | ".join(str(count) for count in counts) + " |")
    return lines
