"""What is notable or unclear in an occupation's work: the ground for the questions to every employer."""

from matcher.catalogue import Catalogue
from matcher.fit import demands_of
from matcher.reference.channels import channels

_HALF = 50


def notable_channels(catalogue: Catalogue, occupation_id: str) -> tuple[str, ...]:
    """Answer the channels worth a question about this work, the same for every person (decision 11).

    First the channels in which the jobs differ most (about half of them within the strictest level), because there
    the answer tells most.

    Args:
        catalogue: occupations.
        occupation_id: e.g. `isco:4226`.

    Example:
        >>> from matcher.catalogue import load_catalogue
        >>> len(notable_channels(load_catalogue(), "isco:4226")) > 5
        True
    """
    row = catalogue.index[occupation_id]
    spread = []
    for column, (code, demand) in enumerate(zip(catalogue.channels, demands_of(catalogue, row), strict=True)):
        share = None if demand is None else demand.within_pct[channels()[code].levels]
        if share is not None:
            spread.append((abs(share - _HALF), column, code))
    return tuple(code for _, _, code in sorted(spread))
