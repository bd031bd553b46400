"""Read one demand out of the catalogue's arrays."""

from functools import lru_cache

from matcher.catalogue import Catalogue
from matcher.domain.demand import Demand, Mark

UNKNOWN_SHARE = 255


@lru_cache(maxsize=1024)
def demands_of(catalogue: Catalogue, row: int) -> tuple[Demand | None, ...]:
    """Answer what the jobs of one occupation ask on every channel; None where no source says anything.

    Args:
        catalogue: occupations.
        row: number of the occupation.
    """
    sources = {source.index: source.id for source in catalogue.sources}
    cells = zip(
        catalogue.channels,
        catalogue.within[row].tolist(),
        catalogue.within_peak[row].tolist(),
        catalogue.error_by_level[row].tolist(),
        catalogue.mark[row].tolist(),
        catalogue.source[row].tolist(),
        catalogue.typical[row].tolist(),
        strict=True,
    )
    return tuple(
        None
        if mark == Mark.UNKNOWN
        else Demand(
            channel=channel,
            within_pct=_shares(within),
            within_peak_pct=_shares(peak),
            error_pct=tuple(error),
            mark=Mark(mark),
            source=sources.get(source, ""),
            typical=None if typical != typical else typical,  # noqa: PLR0124 not a number
        )
        for channel, within, peak, error, mark, source, typical in cells
    )


def demand_of(catalogue: Catalogue, row: int, column: int) -> Demand | None:
    """Answer what the jobs of one occupation ask on one channel; None when no source says anything.

    Args:
        catalogue: occupations.
        row: number of the occupation.
        column: number of the channel.
    """
    return demands_of(catalogue, row)[column]


def _shares(values: list[int]) -> tuple[int | None, ...]:
    return tuple(None if value == UNKNOWN_SHARE else value for value in values)
