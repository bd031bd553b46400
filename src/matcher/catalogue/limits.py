"""What remains for a person with one limit, as a page to read by eye: no weights, no experience, only demands."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from matcher.catalogue.load import load_catalogue
from matcher.catalogue.model import NOT_KNOWN, Catalogue
from matcher.reference.yaml_text import yaml_value

PERCENT = 100
FITS, CLOSED, UNKNOWN = "past", "dicht", "onbekend"


@dataclass(frozen=True, slots=True)
class OneLimit:
    """A person with one limit.

    Attributes:
        title_nl: the limit in words.
        channel: the demand channel.
        level: the capacity level on it.
        looked_at: unit groups whose outcome the page names.
        text_nl: what a reader should know.
    """

    title_nl: str
    channel: str
    level: int
    looked_at: tuple[str, ...]
    text_nl: str


@cache
def one_limit_rules() -> Any:
    """Answer the dated table behind the page."""
    text = files("matcher.catalogue").joinpath("data/one_limit.yaml").read_text(encoding="utf-8")
    return yaml_value(text)


def one_limits() -> tuple[OneLimit, ...]:
    """Answer the persons of the page.

    Example:
        >>> one_limits()[0].channel
        'IV.13'
    """
    return tuple(OneLimit(**{**row, "looked_at": tuple(row["looked_at"])}) for row in one_limit_rules()["persons"])


def what_remains(catalogue: Catalogue, limit: OneLimit) -> dict[str, tuple[int, ...]]:
    """Answer for each outcome the unit groups, largest first.

    The outcome is that of the comparison: fits on the strict share less its error, closed on the share with
    incidental peaks plus its error, between them possibly, in bands of the share of jobs.

    Args:
        catalogue: occupations.
        limit: the limit.

    Returns:
        Places in the catalogue under `past`, `mogelijk 60%` and so on, `dicht` and `onbekend`.
    """
    rules = one_limit_rules()
    found: dict[str, list[int]] = {
        name: [] for name in (FITS, *(_band(pct) for pct in (*rules["bands_from_pct"], 0)), CLOSED, UNKNOWN)
    }
    groups = [place for place, one in enumerate(catalogue.occupations) if one.kind == "unit_group"]
    for place in sorted(groups, key=lambda p: (-catalogue.occupations[p].employed_x1000, p)):
        found[_outcome(catalogue, place, limit)].append(place)
    return {name: tuple(places) for name, places in found.items() if places or name in {FITS, CLOSED}}


def limit_table(catalogue: Catalogue | None = None) -> list[str]:
    """Answer the table of shares of workers per limit, as Markdown.

    Args:
        catalogue: the catalogue; the shipped unit groups by default.
    """
    shown = catalogue if catalogue is not None else load_catalogue()
    whole = sum(one.employed_x1000 for one in shown.occupations if one.kind == "unit_group")
    lines = ["| iemand met | past | mogelijk | dicht | onbekend |", "|---|---|---|---|---|"]
    for limit in one_limits():
        sums = {FITS: 0.0, "mogelijk": 0.0, CLOSED: 0.0, UNKNOWN: 0.0}
        for name, places in what_remains(shown, limit).items():
            sums[name if name in sums else "mogelijk"] += sum(shown.occupations[p].employed_x1000 for p in places)
        cells = " | ".join(f"{round(PERCENT * value / whole)}%" for value in sums.values())
        lines.append(f"| {limit.title_nl} | {cells} |")
    return lines


def limit_page() -> list[str]:
    """Answer the whole page about the shipped catalogue, as Markdown lines."""
    rules, catalogue = one_limit_rules(), load_catalogue()
    lines = ["# Wat overblijft bij één beperking", "", *_INTRODUCTION, "", *limit_table(catalogue)]
    for limit in one_limits():
        lines += ["", f"## {limit.title_nl[0].upper()}{limit.title_nl[1:]}", "", limit.text_nl, ""]
        for name, places in what_remains(catalogue, limit).items():
            shown = "; ".join(catalogue.occupations[p].title_nl for p in places[: rules["listed"]]) or "geen"
            lines.append(f"* **{_label(name)}** ({len(places)} groepen). Grootste: {shown}.")
        lines += ["", "| bekeken groep | deel van de banen | uitkomst |", "|---|---|---|"]
        lines += [_row(catalogue, limit, code) for code in limit.looked_at]
    return lines


_INTRODUCTION = (
    "Deze pagina is gemaakt met `matcher catalogue limits`. Pas haar niet met de hand aan.",
    "",
    "Iemand heeft één beperking en verder geen. Welke beroepsgroepen blijven dan over? Alleen de eisen van het werk",
    "tellen hier: opleiding, ervaring en wensen niet. Past: ten minste 90% van de banen, na aftrek van de",
    "onzekerheid. Dicht: minder dan 10%, met een af en toe zwaardere taak en de onzekerheid erbij. Daartussen:",
    "mogelijk, vraag het na. De percentages in de eerste tabel zijn delen van de werkenden.",
)


def _outcome(catalogue: Catalogue, place: int, limit: OneLimit) -> str:
    rules, column = one_limit_rules(), catalogue.channel_index[limit.channel]
    strict, peak = (int(t[place, column, limit.level]) for t in (catalogue.within, catalogue.within_peak))
    if strict == NOT_KNOWN:
        return UNKNOWN
    error = int(catalogue.error_by_level[place, column, limit.level])
    if strict - error >= rules["fits_from_pct"]:
        return FITS
    if peak + error < rules["closed_below_pct"]:
        return CLOSED
    return _band(next((pct for pct in rules["bands_from_pct"] if strict >= pct), 0))


def _band(from_pct: int) -> str:
    return f"mogelijk {from_pct}%"


def _label(name: str) -> str:
    if not name.startswith("mogelijk"):
        return name.capitalize()
    if name == _band(0):
        return f"Mogelijk, in minder dan {one_limit_rules()['bands_from_pct'][-1]}% van de banen"
    return f"Mogelijk, in {name.split()[1]} of meer van de banen"


def _row(catalogue: Catalogue, limit: OneLimit, code: str) -> str:
    place = catalogue.index[f"isco:{code}"]
    share = int(catalogue.within[place, catalogue.channel_index[limit.channel], limit.level])
    shown = "onbekend" if share == NOT_KNOWN else f"{share}%"
    outcome = _outcome(catalogue, place, limit).split()[0]
    return f"| {catalogue.occupations[place].title_nl} ({code}) | {shown} | {outcome} |"
