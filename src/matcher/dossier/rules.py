"""The dated, cited rules of the file around the zoekprofiel, as they hold on a day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from matcher.domain.citation import Citation, Standing
from matcher.errors import UnknownName
from matcher.reference.tables import read_yaml

STANDING_NL = {
    Standing.LAW: "wet",
    Standing.ANALOGY: "naar voorbeeld van een andere regeling",
    Standing.PRACTICE: "praktijk",
    Standing.OUR_CHOICE: "eigen keuze",
}
_MARK_NL = {
    "V": "",
    "S": " Dit staat in een tweede bron; de eerste bron is niet gelezen.",
    "G": " Dit is algemene kennis; de bron is niet nagelezen.",
    "M": "",
}


def rules_on(name: str, on: date) -> Mapping[str, Any]:
    """Answer the version of a rule file that holds on a day; the first version for an earlier day.

    Args:
        name: file name, e.g. `adaptations.yaml`.
        on: the day.

    Raises:
        UnknownName: the file holds no version at all.

    Example:
        >>> rules_on("routes.yaml", date(2026, 12, 1))["routes"][0]["code"]
        'trial_placement'
    """
    versions: list[Mapping[str, Any]] = read_yaml(name)["versions"]
    if not versions:
        raise UnknownName(f"In {name} staat geen versie.")
    valid = [version for version in versions if version["valid_from"] <= on]
    return valid[-1] if valid else versions[0]


def cite(raw: Mapping[str, str]) -> Citation:
    """Answer a citation; how sure the source is, is said in the sentence itself.

    Args:
        raw: source, standing, mark and how_nl.

    Example:
        >>> cite({"source": "bron", "standing": "law", "mark": "G", "how_nl": "Zo."}).how_nl
        'Zo. Dit is algemene kennis; de bron is niet nagelezen.'
    """
    return Citation(raw["source"], Standing(raw["standing"]), raw["how_nl"] + _MARK_NL[raw["mark"]])


def source_nl(citation: Citation) -> str:
    """Answer a citation as one short Dutch note.

    Example:
        >>> source_nl(Citation("Wet WIA art. 35", Standing.LAW, "Zo."))
        '[wet: Wet WIA art. 35]'
    """
    return f"[{STANDING_NL[citation.standing]}: {citation.source}]"
