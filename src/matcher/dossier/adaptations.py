"""What one adaptation of the work would open: the comparison is run again without the limit that it takes away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from matcher.catalogue import Catalogue
from matcher.domain.capacity import Capacity, CapacityProfile, CapacityStatus
from matcher.domain.citation import Citation
from matcher.domain.demand import Mark
from matcher.dossier.ground import Ground
from matcher.dossier.rules import cite, rules_on
from matcher.errors import DataError
from matcher.fit import Screening
from matcher.reference.channels import channels
from matcher.reference.letters import spoken_title

_RULES = "adaptations.yaml"
_ALL_JOBS = 100

Rows = npt.NDArray[np.bool_]


class Effect(StrEnum):
    """What an adaptation does with what the work asks."""

    EASED = "eased"  # the limit is left out; work above the normal value stays a point to explain
    REMOVED = "removed"  # the work no longer asks it


@dataclass(frozen=True, slots=True)
class Relief:
    """Channels that an adaptation relieves, and how."""

    channels: tuple[str, ...]
    effect: Effect


@dataclass(frozen=True, slots=True)
class Where:
    """Work in which an adaptation can help.

    Attributes:
        channel: channel that the work must ask.
        level: capacity level on it.
        within_at_most_pct: at most this share of the jobs stays within that level.
        groups: first digits of the ISCO code of work where the adaptation is usual.
    """

    channel: str
    level: int
    within_at_most_pct: int
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Adaptation:
    """One adaptation of the work, as data.

    Attributes:
        code: stable name, e.g. `sit_stand_desk`.
        label_nl: name in Dutch.
        what_nl: what it is, in one Dutch sentence.
        relieves: what it relieves.
        where: in which work it can help; None means any work.
        citation: source, standing and why.
    """

    code: str
    label_nl: str
    what_nl: str
    relieves: tuple[Relief, ...]
    where: Where | None
    citation: Citation

    @property
    def channels(self) -> tuple[str, ...]:
        """Answer every channel that it relieves."""
        return tuple(code for relief in self.relieves for code in relief.channels)


@dataclass(frozen=True, slots=True)
class AdaptationEffect:
    """What one adaptation would change for one person.

    Attributes:
        adaptation: the adaptation.
        relieved: the person's limited channels that it relieves.
        opened: how many occupations no longer exceed.
        settled: how many occupations come within capacity.
        lighter: how many other occupations have fewer points to explain or ask.
        opened_nl: titles of those that no longer exceed, best first.
        settled_nl: titles of those that come within capacity, best first.
    """

    adaptation: Adaptation
    relieved: tuple[str, ...]
    opened: int
    settled: int
    lighter: int
    opened_nl: tuple[str, ...]
    settled_nl: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Answer whether any verdict changes."""
        return bool(self.opened or self.settled)


def adaptations(on: date) -> tuple[Adaptation, ...]:
    """Answer the adaptations that are known on a day.

    Args:
        on: the day of matching.

    Raises:
        DataError: an adaptation would ease a channel without tolerance; there only a real removal counts.

    Example:
        >>> adaptations(date(2026, 12, 1))[0].code
        'sit_stand_desk'
    """
    return tuple(as_adaptation(raw) for raw in rules_on(_RULES, on)["adaptations"])


def as_adaptation(raw: Mapping[str, Any]) -> Adaptation:
    """Answer one adaptation of the data.

    Args:
        raw: as in `adaptations.yaml`.

    Raises:
        DataError: it would ease a channel without tolerance.
    """
    reliefs = tuple(Relief(tuple(part["channels"]), Effect(part["effect"])) for part in raw["relieves"])
    for relief in reliefs:
        strict = [code for code in relief.channels if not channels()[code].peak_allowed]
        if strict and relief.effect is not Effect.REMOVED:
            raise DataError(f"Aanpassing {raw['code']}: {', '.join(strict)} kent geen marge. Alleen removed mag.")
    where = raw.get("where") and Where(**{**raw["where"], "groups": tuple(raw["where"]["groups"])})
    return Adaptation(raw["code"], raw["label_nl"], raw["what_nl"], reliefs, where, cite(raw["citation"]))


def adaptation_effects(ground: Ground) -> tuple[AdaptationEffect, ...]:
    """Answer what each adaptation alone would change, most verdicts first; those that relieve no limit are left out.

    Args:
        ground: the case on a day.
    """
    before = ground.screened(ground.profile, ground.catalogue)
    most = int(rules_on(_RULES, ground.on)["shown_max"])
    effects = []
    for adaptation in adaptations(ground.on):
        relieved = tuple(c for c in adaptation.channels if ground.profile.channels[c].status is CapacityStatus.LIMITED)
        if relieved:
            after = relieved_screening(ground, adaptation, before)
            effects.append(_effect(ground, adaptation, relieved, before, after, most))
    return tuple(sorted(effects, key=lambda effect: (-effect.opened, -effect.settled, effect.adaptation.code)))


def relieved_screening(ground: Ground, adaptation: Adaptation, before: Screening) -> Screening:
    """Answer the outcomes with one adaptation in the work where it can help; elsewhere nothing changes.

    Args:
        ground: the case on a day.
        adaptation: the adaptation.
        before: the outcomes without it.
    """
    after = ground.screened(_profile(ground.profile, adaptation), _catalogue(ground.catalogue, adaptation))
    helps = _helps(ground.catalogue, adaptation)
    merged = {
        part.name: _merged(helps, getattr(after, part.name), getattr(before, part.name)) for part in fields(Screening)
    }
    return Screening(**merged)


def _merged(helps: Rows, after: npt.NDArray[Any], before: npt.NDArray[Any]) -> npt.NDArray[Any]:
    return np.where(helps.reshape(-1, *[1] * (after.ndim - 1)), after, before)


def _profile(profile: CapacityProfile, adaptation: Adaptation) -> CapacityProfile:
    """A limit that is relieved is compared as the norm; what the form does not say stays unknown."""
    eased = {
        code: Capacity(code, CapacityStatus.NORM, 0)
        for code in adaptation.channels
        if profile.channels[code].status is CapacityStatus.LIMITED
    }
    return replace(profile, channels=MappingProxyType({**profile.channels, **eased}))


def _catalogue(catalogue: Catalogue, adaptation: Adaptation) -> Catalogue:
    columns = [
        catalogue.channel_index[code]
        for relief in adaptation.relieves
        if relief.effect is Effect.REMOVED
        for code in relief.channels
    ]
    if not columns:
        return catalogue
    within, peak, error, mark = (
        array.copy() for array in (catalogue.within, catalogue.within_peak, catalogue.error_by_level, catalogue.mark)
    )
    within[:, columns] = peak[:, columns] = _ALL_JOBS
    error[:, columns] = 0
    mark[:, columns] = Mark.JUDGED
    return replace(catalogue, within=within, within_peak=peak, error_by_level=error, mark=mark)


def _helps(catalogue: Catalogue, adaptation: Adaptation) -> Rows:
    where = adaptation.where
    if where is None:
        return np.ones(len(catalogue.occupations), np.bool_)
    column = catalogue.channel_index[where.channel]
    known = catalogue.mark[:, column] != Mark.UNKNOWN
    usual = np.array([occupation.isco08.startswith(where.groups) for occupation in catalogue.occupations])
    helps: Rows = known & usual & (catalogue.within[:, column, where.level] <= where.within_at_most_pct)
    return helps


def _effect(
    ground: Ground,
    adaptation: Adaptation,
    relieved: tuple[str, ...],
    before: Screening,
    after: Screening,
    most: int,
) -> AdaptationEffect:
    ranking = ground.ranked(after)
    order = [
        row.row
        for row in (*ranking.shown, *ranking.later)
        if ground.catalogue.occupations[row.row].id not in ground.rejected
    ]
    opened = [row for row in order if before.exceeds[row] and not after.exceeds[row]]
    settled = [row for row in order if after.within()[row] and not before.within()[row] and row not in set(opened)]
    done = {*opened, *settled}
    lighter = sum(1 for row in order if row not in done and after.points[row] < before.points[row])
    return AdaptationEffect(
        adaptation,
        relieved,
        len(opened),
        len(settled),
        lighter,
        _titles(ground.catalogue, opened[:most]),
        _titles(ground.catalogue, settled[:most]),
    )


def _titles(catalogue: Catalogue, rows: Sequence[int]) -> tuple[str, ...]:
    return tuple(spoken_title(catalogue.occupations[row].title_nl) for row in rows)
