"""The most surprising profiles: where work differs most from the work around it. A list to read with the eye."""

from dataclasses import dataclass

import numpy as np

from matcher.catalogue.model import NOT_KNOWN, Catalogue
from matcher.reference.channels import channels

_SHOWN = 25
_PER_OCCUPATION = 2
_NEAR_DIGITS = 2
_COUNTED_FROM_X1000 = 2.0
_WHOLE = 100


@dataclass(frozen=True, slots=True)
class Surprise:
    """One value that stands apart.

    Attributes:
        row: place of the occupation.
        column: place of the channel.
        asked_pct: share of its jobs that ask it.
        around_pct: share of jobs around it that ask it.
        points: how far they are apart, after the error of the value.
    """

    row: int
    column: int
    asked_pct: int
    around_pct: int
    points: float


def surprise_lines(catalogue: Catalogue) -> list[str]:
    """Answer the two lists as Markdown: unit groups beside their neighbours, occupations beside their unit group.

    Args:
        catalogue: all occupations, loaded with `level="all"`.
    """
    return [
        "Waar een profiel het meest afwijkt van het werk eromheen, na aftrek van de onzekerheid. Zo'n waarde kan",
        "kloppen (glazenwassers klimmen, andere schoonmakers niet) of een fout zijn: lees ze met het oog na.",
        "",
        f"Beroepsgroepen (vanaf {_COUNTED_FROM_X1000:.0f} duizend werkenden) naast de andere groepen van dezelfde",
        "ISCO-hoofdgroep van twee cijfers:",
        "",
        *_table(catalogue, group_surprises(catalogue)),
        "",
        "Beroepen naast hun eigen beroepsgroep:",
        "",
        *_table(catalogue, inside_surprises(catalogue)),
    ]


def group_surprises(catalogue: Catalogue) -> list[Surprise]:
    """Answer unit groups that differ most from the others of their sub-major group, weighted by employment.

    Args:
        catalogue: the occupations.
    """
    places = [place for place, one in enumerate(catalogue.occupations) if one.kind == "unit_group"]
    employed = np.array([catalogue.occupations[place].employed_x1000 for place in places])
    near = np.array([catalogue.occupations[place].isco08[:_NEAR_DIGITS] for place in places])
    asked, error = _asked(catalogue)
    found = []
    for number, place in enumerate(places):
        if employed[number] < _COUNTED_FROM_X1000:
            continue
        others = (near == near[number]) & (np.arange(len(places)) != number)
        for column in range(len(catalogue.channels)):
            shares = asked[places, column]
            known = others & (shares >= 0) & (employed > 0)
            if asked[place, column] < 0 or not known.any():
                continue
            around = float(np.average(shares[known], weights=employed[known]))
            found.append(_surprise(place, column, int(asked[place, column]), around, float(error[place, column])))
    return _most(found)


def inside_surprises(catalogue: Catalogue) -> list[Surprise]:
    """Answer occupations that differ most from their own unit group.

    Args:
        catalogue: all occupations, loaded with `level="all"`.
    """
    asked, error = _asked(catalogue)
    parents = asked[catalogue.parents]
    both = (asked >= 0) & (parents >= 0) & (asked != parents)
    rows, columns = np.nonzero(both)
    return _most(
        [
            _surprise(row, column, int(asked[row, column]), float(parents[row, column]), float(error[row, column]))
            for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
        ]
    )


def _asked(catalogue: Catalogue) -> "tuple[np.ndarray[tuple[int, int], np.dtype[np.int16]], ...]":
    """Answer the share of jobs that really ask each channel (-1 unknown), and its error."""
    levels = np.array([channels()[code].asking_level for code in catalogue.channels])
    at = (slice(None), np.arange(len(levels)), levels)
    within, error = catalogue.within[at].astype(np.int16), catalogue.error_by_level[at].astype(np.int16)
    return np.where(within == NOT_KNOWN, -1, _WHOLE - within).astype(np.int16), error


def _surprise(row: int, column: int, asked: int, around: float, error: float) -> Surprise:
    return Surprise(row, column, asked, round(around), round(abs(asked - around) - error, 4))


def _most(found: list[Surprise]) -> list[Surprise]:
    shown: list[Surprise] = []
    count: dict[int, int] = {}
    for one in sorted(found, key=lambda one: (-one.points, one.row, one.column)):
        if count.get(one.row, 0) < _PER_OCCUPATION:
            count[one.row] = count.get(one.row, 0) + 1
            shown.append(one)
        if len(shown) == _SHOWN:
            break
    return shown


def _table(catalogue: Catalogue, found: list[Surprise]) -> list[str]:
    lines = ["| beroep | onderdeel | vraagt het | eromheen | bron |", "|---|---|---|---|---|"]
    for one in found:
        occupation, channel = catalogue.occupations[one.row], channels()[catalogue.channels[one.column]]
        source = catalogue.sources[int(catalogue.source[one.row, one.column]) - 1].id
        lines.append(
            f"| {occupation.title_nl} | {channel.label_nl} ({channel.code}) | {one.asked_pct}% | {one.around_pct}% |"
            f" {source} |"
        )
    return lines
