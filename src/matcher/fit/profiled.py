"""The findings of one person on occupations, by arrays. The fast twin of `confront`; both must agree (a test does)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.capacity import CapacityProfile, CapacityStatus
from matcher.domain.finding import Finding, Outcome
from matcher.fit.bounds import bounds_of
from matcher.fit.demands import demands_of
from matcher.fit.effective import effective_level
from matcher.fit.rules import FitRules
from matcher.fit.verdict import UNASKED
from matcher.reference.channels import channels

Bools = npt.NDArray[np.bool_]
Cells = npt.NDArray[np.int16]

# Every rule of the comparison with its outcome and whether only peaks make the difference.
_WAYS: tuple[tuple[str, Outcome, bool], ...] = (
    (UNASKED, Outcome.CAPACITY_UNKNOWN, False),
    ("capacity_unknown_asked", Outcome.CAPACITY_UNKNOWN, False),
    ("norm_no_demand", Outcome.NOT_COMPARED, False),
    ("norm_uncertain", Outcome.NOT_COMPARED, False),
    ("norm_above", Outcome.SIGNAL, False),
    ("norm_fits", Outcome.FITS, False),
    ("norm_fits", Outcome.FITS, True),
    ("limited_no_demand", Outcome.QUESTION, False),
    ("degree_unknown", Outcome.QUESTION, False),
    ("beyond_list", Outcome.QUESTION, False),
    ("limited_exceeds", Outcome.EXCEEDS, False),
    ("limited_part", Outcome.POSSIBLE, False),
    ("limited_part_peak", Outcome.POSSIBLE, True),
    ("limited_peak", Outcome.SIGNAL, True),
    ("limited_fits", Outcome.FITS, False),
)
(
    _UNASKED,
    _ASKED,
    _NORM_SILENT,
    _NORM_UNCERTAIN,
    _NORM_ABOVE,
    _NORM_FITS,
    _NORM_FITS_BY_PEAK,
    _SILENT,
    _NO_DEGREE,
    _BEYOND,
    _EXCEEDS,
    _PART,
    _PART_BY_PEAK,
    _PEAK,
    _FITS,
) = range(len(_WAYS))
_RULES, _OUTCOMES, _BY_PEAK = (np.array(column, object) for column in zip(*_WAYS, strict=True))
# A share of -1 stands for "cannot be said", and picks the last of these.
_SHARES = np.array([*range(101), None], object)
_NONE = np.int16(-1)
_made = partial(tuple.__new__, Finding)  # half the time of `Finding._make`


@dataclass(frozen=True)
class Profiled:
    """The findings of one person on the profiles of occupations, each worked out once.

    It holds what the form says: keep it with the person, and no longer.

    Attributes:
        catalogue: occupations.
        profile: what the person can do.
        rules: thresholds in force.
        peaks: whether the incidental-peak rule is on for this case.
    """

    catalogue: Catalogue
    profile: CapacityProfile
    rules: FitRules
    peaks: bool
    _cells: dict[int, Cells] = field(default_factory=dict, repr=False)
    _findings: dict[int, tuple[Finding, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def unasked(self) -> Bools:
        """Answer per occupation and channel whether the form is silent and the work hardly asks it.

        The last row stands for an occupation that is not known.
        """
        limits = self._limits
        rows = np.arange(len(self.catalogue.occupations))
        found = np.zeros((len(rows) + 1, len(limits.level)), np.bool_)
        columns = np.flatnonzero(limits.unknown)
        found[:-1, columns] = ~_at(limits, self.catalogue, rows, columns).asks(self.rules)
        found[-1, columns] = True
        return found

    def work_out(self, rows: Sequence[int]) -> None:
        """Compare some occupations, all channels of all of them at once; what was compared before stays.

        Args:
            rows: rows of the catalogue.
        """
        new = [row for row in dict.fromkeys(rows) if row not in self._cells and row not in self._findings]
        if new:
            cells = self._compared(np.array(new, np.int64))
            self._cells.update(zip(new, cells, strict=True))

    def findings(self, row: int) -> tuple[Finding, ...]:
        """Answer the finding on every channel of an occupation: what `confront` answers of each.

        Args:
            row: row of the catalogue.
        """
        known = self._findings.get(row)
        if known is None:
            self.work_out([row])
            ways, strict, low, high = self._cells[row]
            columns = (
                self.catalogue.channels,
                _OUTCOMES[ways].tolist(),
                self._limits.capacities,
                demands_of(self.catalogue, row),
                *(_SHARES[shares].tolist() for shares in (strict, low, high)),
                _BY_PEAK[ways].tolist(),
                _RULES[ways].tolist(),
            )
            known = self._findings[row] = tuple(map(_made, zip(*columns, strict=True)))
            self._cells.pop(row, None)
        return known

    @cached_property
    def _limits(self) -> "_Limits":
        return _limits_of(self.catalogue, self.profile, peaks=self.peaks)

    def _compared(self, rows: npt.NDArray[np.int64]) -> Cells:
        """Answer way, share, lower and upper end: [occupations, 4, channels]; -1 for a share that cannot be said."""
        limits, rules = self._limits, self.rules
        every = np.arange(len(limits.level))
        here = _at(limits, self.catalogue, rows, every)
        ways = np.where(
            limits.unknown,
            np.where(here.asks(rules), _ASKED, _UNASKED),
            np.where(limits.limited, _limited(here, limits, rules), _norm(here, rules)),
        )
        told = here.own & ~limits.unknown & ~(limits.limited & limits.beyond)
        strict = self.catalogue.within[rows[:, None], every, limits.level]
        shares = (np.where(told, share, _NONE) for share in (strict, here.low, here.high))
        return np.stack([ways, *shares], axis=1).astype(np.int16)


@dataclass(frozen=True, slots=True)
class _Limits:
    """What the form says, per channel."""

    capacities: tuple[object, ...]
    level: npt.NDArray[np.int64]
    unknown: Bools
    limited: Bools
    beyond: Bools
    degree_known: Bools
    degree_in_text: Bools
    with_peaks: Bools


def _limits_of(catalogue: Catalogue, profile: CapacityProfile, *, peaks: bool) -> _Limits:
    capacities = tuple(profile.channels[code] for code in catalogue.channels)
    tables = [channels()[code] for code in catalogue.channels]
    unknown = np.array([each.status is CapacityStatus.UNKNOWN for each in capacities])
    levels = [effective_level(each, table) for each, table in zip(capacities, tables, strict=True)]
    strictest = np.array([table.levels for table in tables], np.int64)
    return _Limits(
        capacities,
        np.where(unknown, strictest, [each.level for each in levels]),
        unknown,
        np.array([each.status is CapacityStatus.LIMITED for each in capacities]),
        np.array([each.beyond for each in levels]),
        np.array([each.degree_known for each in levels]),
        np.array([table.degree_in_text for table in tables]),
        np.array([peaks and table.peak_allowed for table in tables]),
    )


@dataclass(frozen=True, slots=True)
class _Shares:
    """Shares at the person's levels, and at the mildest level: [occupations, channels]."""

    own: Bools
    any: Bools
    low: Cells
    high: Cells
    peak_low: Cells
    peak_high: Cells
    mildest_peak_high: Cells

    def asks(self, rules: FitRules) -> Bools:
        """Answer whether the work asks anything of note at this level."""
        asked: Bools = self.own & (self.low < rules.within_pct)
        return asked


def _at(limits: _Limits, catalogue: Catalogue, rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64]) -> _Shares:
    bounds = bounds_of(catalogue)
    level, peaks = limits.level[columns], limits.with_peaks[columns]
    place = level, columns, rows[:, None]
    low, high, mild = bounds.low[place], bounds.high[place], (1, columns, rows[:, None])
    return _Shares(
        own=bounds.known[place],
        any=_known_so_far(catalogue)[place],
        low=low,
        high=high,
        peak_low=np.where(peaks, bounds.peak_low[place], low),
        peak_high=np.where(peaks, bounds.peak_high[place], high),
        mildest_peak_high=np.where(peaks, bounds.peak_high[mild], bounds.high[mild]),
    )


@lru_cache(maxsize=4)
def _known_so_far(catalogue: Catalogue) -> Bools:
    """Answer whether a level or a milder one has a share of its own: [levels, channels, occupations]."""
    found: Bools = np.logical_or.accumulate(bounds_of(catalogue).known, axis=0)
    return found


def _norm(here: _Shares, rules: FitRules) -> npt.NDArray[np.int64]:
    """Without a limit; later lines win over earlier ones, the reverse of the order in `confront`."""
    way = np.where(here.high < rules.within_pct, _NORM_ABOVE, _NORM_UNCERTAIN)
    way = np.where(here.peak_low >= rules.within_pct, _NORM_FITS_BY_PEAK, way)
    way = np.where(here.low >= rules.within_pct, _NORM_FITS, way)
    return np.where(here.own, way, _NORM_SILENT)


def _limited(here: _Shares, limits: _Limits, rules: FitRules) -> npt.NDArray[np.int64]:
    """With a limit; later lines win over earlier ones, the reverse of the order in `confront`."""
    way = np.where(here.high < rules.exceeds_pct, _PART_BY_PEAK, _PART)
    way = np.where(here.peak_low >= rules.within_pct, _PEAK, way)
    way = np.where(here.own, way, _SILENT)
    way = np.where(limits.beyond, _BEYOND, way)
    way = np.where(here.peak_high < rules.exceeds_pct, _EXCEEDS, way)
    mildest = ~limits.degree_in_text & (here.mildest_peak_high < rules.exceeds_pct)
    way = np.where(limits.degree_known, way, np.where(mildest, _EXCEEDS, _NO_DEGREE))
    way = np.where(here.own & (here.low >= rules.within_pct) & ~limits.beyond, _FITS, way)
    return np.where(here.any, way, _SILENT)
