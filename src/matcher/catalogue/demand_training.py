"""Train the model of physical demands with nested validation, beside honest baselines."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import Ridge
from sklearn.model_selection import GroupKFold

from matcher.catalogue.compiling.channels import LEVELS, Channel, read_channels
from matcher.catalogue.compiling.demands import read_rules, wanted_estimates
from matcher.catalogue.compiling.index import read_profiles
from matcher.catalogue.compiling.links import Links, read_links
from matcher.catalogue.compiling.ors import read_survey
from matcher.catalogue.compiling.physical import Physical, read_physical
from matcher.catalogue.compiling.sources import Sources, known_sources
from matcher.catalogue.compiling.write import write_npz
from matcher.catalogue.demand_model import measures_of

Floats = NDArray[np.float64]

ALPHAS = (10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0)
OUTER, INNER = 10, 5
LEAST_SPREAD = 0.02
LEAST_R2 = 0.25
EDGE = 0.01
_FAMILY = 6


@dataclass(frozen=True)
class Quality:
    """How well one channel is modelled, on occupations that the model never saw.

    Attributes:
        channel: the channel.
        occupations: measured occupations with all features.
        error_points: mean absolute error of the share of jobs, in points.
        group_points: the same for the mean of the unit group, computed without the held-out occupations.
        mean_points: the same for the mean of all occupations.
        r2: explained variance.
        used: whether the model is good enough to be used.
    """

    channel: str
    occupations: int
    error_points: float
    group_points: float
    mean_points: float
    r2: float
    used: bool


def train_demand_model(sources: Path, out: Path) -> tuple[Quality, ...]:
    """Train, validate and write the model with its manifest and card.

    Args:
        sources: the folder with the raw sources.
        out: the folder of the model.

    Returns:
        The quality per channel, as written in the card.

    Raises:
        SourceError: a source is missing or altered.
    """
    folder = Sources(sources, known_sources())
    folder.check()
    rules = read_rules("demand_physical.yaml")
    physical = read_physical(folder, read_survey(folder, wanted_estimates(rules)), rules)
    measures = read_profiles(folder).by_soc
    features = tuple(
        f"{table}:{element}"
        for table, head in (("context", "4.C"), ("ability", "1.A"))
        for element in sorted(measures[table])
        if element.startswith(head)
    )
    known = {soc: measures_of(features, measures, soc) for soc in sorted(physical.means)}
    table = {soc: values for soc, values in known.items() if values is not None}
    everything = np.array(list(table.values()))
    centre, scale = everything.mean(axis=0), everything.std(axis=0) + 1e-9
    groups = tuple(sorted(row["code"] for row in folder.rows("isco_titles") if row["level"] == "4"))
    links = read_links(folder, groups, float(rules["partial_link_weight"]))

    arrays: dict[str, np.ndarray[Any, Any]] = {}
    qualities, used = [], []
    for channel in read_channels():
        targets = _targets(physical, channel, table)
        if targets is None:
            continue
        socs, shares = targets
        scaled = (np.array([table[soc] for soc in socs]) - centre) / scale
        quality, error, alpha = _validate(channel, socs, scaled, shares, links)
        qualities.append(quality)
        if not quality.used:
            continue
        used.append(channel.name)
        arrays.update(_fit(channel.name, scaled, shares, alpha, error))
    head = {"features": np.array(features), "centre": centre, "scale": scale, "channels": np.array(used)}
    write_npz(out / "weights.npz", {**head, **arrays})
    _write_manifest(out, folder, tuple(qualities))
    return tuple(qualities)


def _targets(
    physical: Physical, channel: Channel, table: Mapping[str, Floats]
) -> tuple[tuple[str, ...], Floats] | None:
    """Answer the measured shares per level, without and with peaks, of the occupations that have all features."""
    rule = physical.rule(channel)
    if rule is None:
        return None
    measured = {soc: value for soc in table if (value := rule[0](soc)) is not None}
    socs = tuple(sorted(measured))
    return socs, np.array([np.concatenate([measured[soc].within, measured[soc].peak]) for soc in socs])


def _varies(shares: Floats) -> NDArray[np.int64]:
    spread = np.where(np.isnan(shares).all(axis=0), 0.0, np.nan_to_num(shares).std(axis=0))
    return np.flatnonzero(spread > LEAST_SPREAD)


def _validate(
    channel: Channel, socs: tuple[str, ...], scaled: Floats, shares: Floats, links: Links
) -> tuple[Quality, float, float]:
    families = np.array([soc[:_FAMILY] for soc in socs])
    columns = _varies(shares)
    wanted = shares[:, columns]
    model, group, mean = (np.zeros_like(wanted) for _ in range(3))
    for train, test in GroupKFold(OUTER).split(scaled, wanted, families):
        alpha = _choose(scaled[train], wanted[train], families[train])
        model[test] = _predict(scaled[train], wanted[train], alpha, scaled[test])
        mean[test] = wanted[train].mean(axis=0)
        group[test] = _group_means(socs, train, test, wanted, links)
    plain = columns < LEVELS
    gaps = {name: np.abs(guess - wanted)[:, plain] for name, guess in (("m", model), ("g", group), ("a", mean))}
    noise = ((model - wanted)[:, plain] ** 2).sum()
    spread = ((wanted - wanted.mean(axis=0))[:, plain] ** 2).sum()
    r2 = float(1.0 - noise / spread)
    half = float(gaps["m"].sum() / (2 * np.sqrt(np.clip(model * (1 - model), 0, 0.25)))[:, plain].sum())
    points = {name: round(100 * float(gap.mean()), 1) for name, gap in gaps.items()}
    good = r2 >= LEAST_R2 and points["m"] < points["g"]
    quality = Quality(channel.name, len(socs), points["m"], points["g"], points["a"], round(r2, 2), good)
    return quality, half, _choose(scaled, wanted, families)


def _choose(scaled: Floats, wanted: Floats, families: NDArray[np.str_]) -> float:
    """Choose the strength of the ridge inside the training part only."""
    errors = []
    for alpha in ALPHAS:
        gaps = [
            np.abs(_predict(scaled[train], wanted[train], alpha, scaled[test]) - wanted[test]).mean()
            for train, test in GroupKFold(INNER).split(scaled, wanted, families)
        ]
        errors.append(float(np.mean(gaps)))
    return ALPHAS[int(np.argmin(errors))]


def _predict(scaled: Floats, wanted: Floats, alpha: float, new: Floats) -> Floats:
    odds = Ridge(alpha=alpha).fit(scaled, _odds(wanted)).predict(new).reshape(len(new), -1)
    return np.asarray(1.0 / (1.0 + np.exp(-odds)))


def _odds(share: Floats) -> Floats:
    kept = np.clip(share, EDGE, 1.0 - EDGE)
    return np.asarray(np.log(kept / (1.0 - kept)))


def _group_means(
    socs: tuple[str, ...], train: NDArray[np.int64], test: NDArray[np.int64], wanted: Floats, links: Links
) -> Floats:
    """The rival: the mean of the training occupations in the same unit group, else in a wider group."""
    homes: dict[str, list[str]] = {}
    for group, weights in links.weights.items():
        for soc in weights:
            homes.setdefault(soc, []).append(group)
    result = np.zeros((len(test), wanted.shape[1]))
    for row, place in enumerate(test):
        result[row] = wanted[train].mean(axis=0)
        for digits in (4, 3, 2, 1):
            mine = {group[:digits] for group in homes.get(socs[place], ())}
            near = [one for one in train if mine & {group[:digits] for group in homes.get(socs[one], ())}]
            if near:
                result[row] = wanted[near].mean(axis=0)
                break
    return result


def _fit(name: str, scaled: Floats, shares: Floats, alpha: float, error: float) -> dict[str, np.ndarray[Any, Any]]:
    columns = _varies(shares)
    model = Ridge(alpha=alpha).fit(scaled, _odds(shares[:, columns]))
    fixed = np.where(np.isnan(shares).all(axis=0), np.nan, np.nan_to_num(shares).mean(axis=0))
    return {
        f"{name}/coefficients": np.asarray(model.coef_, dtype=np.float32).reshape(len(columns), -1).T,
        f"{name}/intercept": np.asarray(model.intercept_, dtype=np.float32).reshape(-1),
        f"{name}/targets": columns.astype(np.int64),
        f"{name}/fixed": fixed,
        f"{name}/error": np.array(error),
    }


def _write_manifest(out: Path, sources: Sources, qualities: tuple[Quality, ...]) -> None:
    digest = hashlib.sha256((out / "weights.npz").read_bytes()).hexdigest()
    used = ("ors", "ors_wide", "onet_context", "onet_abilities", "physical_soc")
    manifest = {
        "schema": "matcher/model/1",
        "name": "demand_physical",
        "weights_sha256": digest,
        "sources": {name: sources[name].sha256 for name in used},
        "method": "ridge on log odds of the share of jobs within each level; 57 work context means, 52 abilities",
        "validation": f"{OUTER} outer folds by SOC family, strength chosen in {INNER} inner folds",
        "gate": {"least_r2": LEAST_R2, "beats": "mean of the unit group without the held-out occupations"},
        "quality": [asdict(quality) for quality in qualities],
    }
    text = json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
    (out / "manifest.json").write_bytes(text.encode("utf-8"))
