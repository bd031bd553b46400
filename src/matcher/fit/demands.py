"""Read one demand out of the catalogue's arrays."""

from matcher.catalogue import Catalogue
from matcher.domain.demand import Demand, Mark

UNKNOWN_SHARE = 255


def demand_of(catalogue: Catalogue, row: int, column: int) -> Demand | None:
    """Answer what the jobs of one occupation ask on one channel; None when no source says anything.

    Args:
        catalogue: occupations.
        row: number of the occupation.
        column: number of the channel.
    """
    mark = Mark(int(catalogue.mark[row, column]))
    if mark is Mark.UNKNOWN:
        return None
    typical = float(catalogue.typical[row, column])
    return Demand(
        channel=catalogue.channels[column],
        within_pct=_shares(catalogue.within[row, column].tolist()),
        within_peak_pct=_shares(catalogue.within_peak[row, column].tolist()),
        error_pct=tuple(catalogue.error_by_level[row, column].tolist()),
        mark=mark,
        source=_source_id(catalogue, int(catalogue.source[row, column])),
        typical=None if typical != typical else typical,  # noqa: PLR0124 not a number
    )


def _shares(values: list[int]) -> tuple[int | None, ...]:
    return tuple(None if value == UNKNOWN_SHARE else value for value in values)


def _source_id(catalogue: Catalogue, index: int) -> str:
    return next((source.id for source in catalogue.sources if source.index == index), "")
