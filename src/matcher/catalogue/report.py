"""What the catalogue covers, how good it is and what it says, as one page of Markdown."""

import json
from collections.abc import Iterable
from typing import Any

from matcher.catalogue.limits import limit_table
from matcher.catalogue.load import load_catalogue
from matcher.catalogue.model import MARKS, NOT_KNOWN, Catalogue
from matcher.catalogue.surprises import surprise_lines
from matcher.reference.channels import channels
from matcher.reference.education import directions
from matcher.resources import data_path, model_path

_WORDS = ("onbekend", "gemeten", "deels gemeten", "gemodelleerd", "groepsgemiddelde", "eigen oordeel")
_SHOWN_FROM = 5.0
_LIST = 10

# The channels whose extremes are shown, with the capacity level that the list is about.
_EXTREMES = (
    ("I.8.1", 1),
    ("I.8.4", 1),
    ("I.8.5", 1),
    ("I.8.6", 1),
    ("I.9", 1),
    ("II.6", 1),
    ("II.8", 2),
    ("II.9", 1),
    ("II.11", 1),
    ("II.12.1", 1),
    ("II.12.2", 1),
    ("II.12.3", 1),
    ("II.12.5", 1),
    ("III.3", 1),
    ("III.8.skin", 1),
    ("IV.4", 2),
    ("IV.13", 2),
    ("IV.19", 2),
    ("IV.20", 2),
    ("V.2", 2),
    ("V.4", 2),
    ("VI.1.night", 1),
)


def report_lines() -> list[str]:
    """Answer the whole page about the shipped catalogue.

    Example:
        >>> report_lines()[0]
        '# De catalogus van beroepen'
    """
    catalogue = load_catalogue(level="all")
    build = json.loads(data_path("occupations/build.json").read_text(encoding="utf-8"))
    lines = ["# De catalogus van beroepen", "", *_INTRODUCTION, "", *_made(catalogue, build)]
    lines += ["", "## Gegevens per beroep", "", *_fact_lines(catalogue)]
    lines += ["", "## Dekking per kanaal", "", *_COVERAGE, "", *coverage_lines(catalogue)]
    lines += ["", "## Modellen voor lichamelijke eisen", "", *_model_lines()]
    lines += ["", "## Wat overblijft bij één beperking", "", *_person_lines()]
    lines += ["", "## De meest verrassende profielen", "", *surprise_lines(catalogue)]
    lines += ["", "## Uitersten per kanaal", "", *_extreme_lines(catalogue)]
    lines += ["", "## Bronnen", "", *_source_lines(catalogue)]
    return lines


_INTRODUCTION = (
    "Deze pagina is gemaakt met `matcher catalogue report`. Pas haar niet met de hand aan.",
    "",
    "Een beroep is veel banen. De tabel zegt per kanaal en per niveau van belastbaarheid welk deel van de banen",
    "binnen dat niveau blijft, met een onzekerheid in punten. Die onzekerheid geldt bij de helft van de banen en",
    "wordt kleiner naar 0 en 100 procent toe. Onbekend blijft onbekend.",
    "",
    "Amerikaanse enquêtes (BLS ORS) geven aandelen van werknemers: die zijn direct gebruikt. Waar zij zwijgen, geeft",
    "een getraind model de aandelen. Eisen aan hoofd en omgang staan in bronnen als gemiddelde op een schaal: daarvan",
    "is een aandeel gemaakt met een grens die over alle werkenden in Nederland is gelegd. Het resultaat is per kanaal",
    "met het oog nagelopen; verbeteringen staan met datum en reden in `data/occupations/corrections.csv` en winnen van",
    "de bronnen. Een beroep opzoeken en een verbetering toevoegen: zie [occupation_lookup.md](occupation_lookup.md).",
)
_COVERAGE = (
    "Aantallen per herkomst: in elke cel eerst de beroepsgroepen, na de streep de beroepen daarbinnen. Een beroep",
    "zonder eigen waarde heeft die van zijn groep, als groepsgemiddelde gemerkt.",
)
_FACTS = (
    ("uurloon 2023", "wage_eur_per_hour_2023"),
    ("interesse (RIASEC)", "interests"),
    ("branches", "sectors"),
    ("richting van opleiding", "education_directions"),
    ("SBC-codes", "sbc_codes"),
    ("werkzaamheden (O*NET)", "activities"),
    ("taken", "tasks_nl"),
    ("wettelijke eis", "legal_requirement"),
)


def coverage_lines(catalogue: Catalogue | None = None) -> list[str]:
    """Answer the coverage per channel: how many occupations carry which mark.

    Args:
        catalogue: the catalogue to report on; the shipped one by default.

    Returns:
        A Markdown table, one line per channel and one with the sums.

    Example:
        >>> coverage_lines()[0].split(" | ")[:2]
        ['| kanaal', 'onbekend']
    """
    shown = catalogue if catalogue is not None else load_catalogue(level="all")
    groups = sum(one.kind == "unit_group" for one in shown.occupations)
    lines = ["| kanaal | " + " | ".join(_WORDS) + " |", "|---" * (len(MARKS) + 1) + "|"]
    sums = [[0, 0] for _ in MARKS]
    for column, channel in enumerate(shown.channels):
        cells = []
        for mark, total in enumerate(sums):
            counted = [
                int((marks == mark).sum()) for marks in (shown.mark[:groups, column], shown.mark[groups:, column])
            ]
            sums[mark] = [old + own for old, own in zip(total, counted, strict=True)]
            cells.append(" / ".join(map(str, counted)))
        lines.append(f"| {channel} {channels()[channel].label_nl} | " + " | ".join(cells) + " |")
    lines.append("| **samen** | " + " | ".join(f"{own} / {inside}" for own, inside in sums) + " |")
    return lines


def _fact_lines(catalogue: Catalogue) -> list[str]:
    groups = [one for one in catalogue.occupations if one.kind == "unit_group"]
    inside = [one for one in catalogue.occupations if one.kind != "unit_group"]
    own = {one.id: one for one in groups}
    lines = ["| gegeven | beroepsgroepen | beroepen daarbinnen | daarvan anders dan de groep |", "|---|---|---|---|"]
    for label, name in _FACTS:
        known = [sum(bool(getattr(one, name)) for one in some) for some in (groups, inside)]
        differ = sum(getattr(one, name) != getattr(own[one.parent], name) for one in inside)
        lines.append(f"| {label} | {known[0]} van {len(groups)} | {known[1]} van {len(inside)} | {differ} |")
    used = sorted({code for one in groups for code in one.education_directions})
    fewest = min(int((catalogue.mark[place] > 0).sum()) for place in range(len(catalogue.occupations)))
    return [
        *lines,
        "",
        f"Richtingen in gebruik: {len(used)} van {len(directions())}. Een groep zonder richting vraagt meestal geen.",
        f"Geen enkel beroep is zonder profiel: het minst bekende heeft {fewest} van de {len(catalogue.channels)}",
        "kanalen. Het uurloon is de CBS-mediaan van de BRC-groep; opzoeken toont daarnaast een gedateerde omrekening.",
    ]


def _made(catalogue: Catalogue, build: dict[str, Any]) -> list[str]:
    kinds = [one.kind for one in catalogue.occupations]
    return [
        f"* {kinds.count('unit_group')} beroepsgroepen (ISCO-08), {kinds.count('esco')} ESCO-beroepen.",
        f"* {kinds.count('nl')} Nederlandse beroepen; {len(catalogue.channels)} kanalen.",
        f"* {build['corrections']} waarden volgen ons eigen oordeel.",
        f"* {build['dropped_links']} koppelingen met leidinggevenden zijn geschrapt.",
        f"* Nabijheid van werkervaring: AUC {build['closeness_auc']:.3f} op {build['closeness_pairs']} verwante paren.",
        "  Dat zijn paren van O*NET tegenover paren uit dezelfde hoofdgroep; die paren zitten niet in het mengsel.",
    ]


def _model_lines() -> list[str]:
    manifest = json.loads(model_path("demand_physical/manifest.json").read_text(encoding="utf-8"))
    lines = [
        "Gemiddelde fout in punten van het aandeel banen, op beroepen die het model niet zag (tien vouwen per familie,",
        "sterkte gekozen in de binnenste vouwen). Daarnaast het gemiddelde van de beroepsgroep zonder die beroepen, en",
        "het gemiddelde van alle beroepen. Zie de kaart in `models/demand_physical`.",
        "",
        "| kanaal | beroepen | model | beroepsgroep | alle | R2 | gebruikt |",
        "|---|---|---|---|---|---|---|",
    ]
    return lines + [
        f"| {one['channel']} | {one['occupations']} | {one['error_points']} | {one['group_points']} |"
        f" {one['mean_points']} | {one['r2']} | {'ja' if one['used'] else 'nee'} |"
        for one in manifest["quality"]
    ]


def _person_lines() -> list[str]:
    """What remains for persons with one limit, in shares of the people in work."""
    return ["Zie [wat overblijft bij één beperking](limits_one_by_one.md) voor de groepen.", "", *limit_table()]


def _names(catalogue: Catalogue, places: Iterable[int]) -> str:
    order = sorted(places, key=lambda place: -catalogue.occupations[place].employed_x1000)[:_LIST]
    return "; ".join(catalogue.occupations[place].title_nl for place in order) or "geen"


def _extreme_lines(catalogue: Catalogue) -> list[str]:
    lines = [
        f"Beroepsgroepen met ten minste {_SHOWN_FROM:.0f} duizend werkenden, met het deel van de banen dat het vraagt.",
        "",
    ]
    for channel, level in _EXTREMES:
        column = catalogue.channel_index[channel]
        shares = [
            (100 - int(catalogue.within[place, column, level]), one.title_nl)
            for place, one in enumerate(catalogue.occupations)
            if one.kind == "unit_group"
            and one.employed_x1000 >= _SHOWN_FROM
            and catalogue.within[place, column, level] != NOT_KNOWN
        ]
        shares.sort()
        most = "; ".join(f"{title} {share}%" for share, title in shares[::-1][:_LIST])
        least = "; ".join(f"{title} {share}%" for share, title in shares[:_LIST])
        lines += [f"* **{channel}** (boven niveau {level}). Meest: {most}. Minst: {least}."]
    return lines


def _source_lines(catalogue: Catalogue) -> list[str]:
    rows = dict.fromkeys((one.attribution, one.licence) for one in catalogue.sources if one.attribution)
    return [f"* {attribution} ({licence})" for attribution, licence in rows]
