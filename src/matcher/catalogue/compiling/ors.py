"""What the Occupational Requirements Survey says of one occupation, as shares of its workers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.catalogue.compiling.sources import Sources, number

Floats = NDArray[np.float64]
ALL = "00-0000"
_BELOW_PRINT = 0.25
_FULL = 100.0
_SOC_DIGITS = 6


@dataclass(frozen=True)
class Survey:
    """The published estimates: per SOC 2018 occupation and wave, estimate code -> percent of workers."""

    percent: dict[tuple[str, str], dict[str, float]]
    occupations: tuple[str, ...]

    def classes(self, soc: str, codes: Sequence[str], required: str) -> Floats | None:
        """Answer the share of workers that do it never, seldom, occasionally, frequently, constantly.

        Cells that BLS does not print share what remains in the proportion of all workers.

        Args:
            soc: SOC 2018 code.
            codes: the estimate codes of the classes, never first; an empty code has no cell.
            required: the estimate code of "is required".

        Returns:
            Shares that sum to 1, or None when too little was printed to say it.
        """
        waves = [self.percent.get((soc, wave), {}) for wave in ("2020", "2018")]
        for cells in sorted(waves, key=lambda cells: -sum(code in cells for code in codes)):
            shares = _complete(cells, self._national(codes, required), codes, required)
            if shares is not None:
                return shares
        return None

    def _national(self, codes: Sequence[str], required: str) -> Floats:
        for wave in ("2020", "2018"):
            cells = self.percent.get((ALL, wave), {})
            if sum(code in cells for code in codes[1:]) >= 2:  # noqa: PLR2004 - two classes give a shape
                known = np.array([cells.get(code, 0.0) for code in codes])
                known[0] = cells.get(codes[0], _FULL - cells.get(required, _FULL))
                return known + 0.1
        return np.array([_FULL] + [1.0] * (len(codes) - 1))


def read_survey(sources: Sources, wanted: frozenset[str]) -> Survey:
    """Read the estimates we use, on SOC 2018 codes, newest wave kept beside the older one.

    Args:
        sources: the raw sources.
        wanted: the estimate codes of interest.

    Returns:
        The survey. A value printed as a dash is below the smallest printed one: a quarter of a percent.
    """
    versions: dict[str, list[str]] = {}
    for row in sources.rows("soc_versions"):
        versions.setdefault(row["soc2010_code"].strip(), []).append(row["soc2018_code"].strip())
    percent: dict[tuple[str, str], dict[str, list[float]]] = {}
    for row in sources.rows("ors"):
        if row["estimate_code"] not in wanted:
            continue
        value = _BELOW_PRINT if row["estimate"] == "-" else number(row["estimate"])
        if value is None:
            continue
        digits = row["occupation_code"][:_SOC_DIGITS]
        soc = f"{digits[:2]}-{digits[2:]}"
        targets = [soc] if row["wave"] == "2020" else versions.get(soc, [soc])
        for target in targets:
            percent.setdefault((target, row["wave"]), {}).setdefault(row["estimate_code"], []).append(value)
    means = {key: {code: sum(v) / len(v) for code, v in cells.items()} for key, cells in percent.items()}
    return Survey(means, tuple(sorted({soc for soc, _ in means})))


def _complete(cells: Mapping[str, float], national: Floats, codes: Sequence[str], required: str) -> Floats | None:
    shares = np.full(len(codes), np.nan)
    for place, code in enumerate(codes):
        if code in cells:
            shares[place] = cells[code]
    if np.isnan(shares[0]) and required in cells:
        shares[0] = max(0.0, _FULL - cells[required])
    if np.isnan(shares[0]) and np.nansum(shares[1:]) < _FULL - 15.0:
        return None
    missing = np.isnan(shares)
    if missing.any():
        rest = max(0.0, _FULL - float(np.nansum(shares)))
        shares[missing] = rest * national[missing] / national[missing].sum()
    total = float(shares.sum())
    return shares / total if total > 0 else None


def fraction_within(shares: Floats, edges: Floats, limit: float) -> float:
    """Answer the share of workers whose time on it stays within a fraction of the day.

    Args:
        shares: workers per duration class, never first, summing to 1.
        edges: upper edge of each class as fraction of the day, 0 for never.
        limit: fraction of the day.

    Example:
        >>> shares, edges = np.array([0.2, 0.1, 0.3, 0.3, 0.1]), np.array([0, 0.02, 1 / 3, 2 / 3, 1])
        >>> round(fraction_within(shares, edges, 1 / 3), 2), fraction_within(shares, edges, 1.0)
        (0.6, 1.0)
    """
    return float(min(1.0, np.interp(limit, edges, np.cumsum(shares))))


def quantile_within(values: Floats, levels: Floats, limit: float, top: float) -> float:
    """Answer the share of workers at or below a limit, from printed percentiles.

    Between two percentiles the share rises in a straight line; above the highest one it reaches 1 at `top` times it.

    Args:
        values: the percentiles, in any order of size that sources print (repaired to rise).
        levels: their shares, such as 0.1 ... 0.9.
        limit: the limit asked for.
        top: factor on the highest percentile where every worker is included.

    Example:
        >>> kg, at = np.array([0, 2.3, 9.1, 22.7, 22.7]), np.array([0.1, 0.25, 0.5, 0.75, 0.9])
        >>> round(quantile_within(kg, at, 9.1, 1.5), 2), round(quantile_within(kg, at, 22.7, 1.5), 2)
        (0.5, 0.9)
    """
    rising = np.maximum.accumulate(values)
    points = np.concatenate([rising, [max(rising[-1] * top, rising[-1] + 1e-6)]])
    shares = np.concatenate([levels, [1.0]])
    at_or_below = int(np.searchsorted(points, limit, side="right"))
    if at_or_below == 0:
        return float(shares[0] * limit / points[0]) if points[0] > 0 else 0.0
    if at_or_below == len(points):
        return 1.0
    low, high = points[at_or_below - 1], points[at_or_below]
    base, rise = shares[at_or_below - 1], shares[at_or_below] - shares[at_or_below - 1]
    return float(base + rise * (limit - low) / (high - low))
