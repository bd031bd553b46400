"""Facts beside the demands: SBC codes seen in rulings, and branches that must exist."""

from collections.abc import Iterable

from matcher.catalogue.compiling.sources import Sources
from matcher.catalogue.errors import SourceError

_CONFIDENCE = ("high", "medium", "low")


def read_sbc(sources: Sources) -> dict[str, str]:
    """Answer, per unit group, the SBC codes that rulings name for it, each with how sure the link is.

    Args:
        sources: the raw sources.

    Returns:
        Unit group -> `282101:high;264140:low`; unit groups that no ruling names are left out.

    Raises:
        SourceError: a row has another confidence than high, medium or low.
    """
    found: dict[str, list[str]] = {}
    for row in sources.rows("sbc"):
        if row["isco_confidence"] not in _CONFIDENCE:
            raise SourceError(f"sbc_codes.csv: bij {row['sbc_code']} is isco_confidence geen high, medium of low.")
        found.setdefault(row["isco08"], []).append(f"{row['sbc_code']}:{row['isco_confidence']}")
    return {group: ";".join(sorted(codes)) for group, codes in found.items()}


def check_sections(sources: Sources, sections: Iterable[tuple[str, str]]) -> None:
    """Refuse a branch that the classification of the economy does not have.

    Args:
        sources: the raw sources.
        sections: pairs of where it stands and the section letters, split by a semicolon.

    Raises:
        SourceError: names the place and the letter.
    """
    known = {row["code"] for row in sources.rows("sections") if row["level"] == "1"}
    for where, letters in sections:
        wrong = [letter for letter in letters.split(";") if letter and letter not in known]
        if wrong:
            raise SourceError(f"{where}: de branche {', '.join(wrong)} bestaat niet in NACE Rev. 2.")
