"""The shipped model is the one in its manifest, and runs on plain arrays."""

import hashlib
import json

import numpy as np

from matcher.catalogue.demand_model import load_demand_model
from matcher.resources import model_path


def _manifest() -> dict[str, object]:
    loaded: dict[str, object] = json.loads(model_path("demand_physical/manifest.json").read_text(encoding="utf-8"))
    return loaded


def test_the_weights_are_those_of_the_manifest() -> None:
    weights = model_path("demand_physical/weights.npz").read_bytes()
    assert hashlib.sha256(weights).hexdigest() == _manifest()["weights_sha256"]


def test_every_used_channel_beats_the_mean_of_its_unit_group() -> None:
    quality = _manifest()["quality"]
    assert isinstance(quality, list)
    assert quality
    for one in quality:
        if one["used"]:
            assert one["error_points"] < one["group_points"], one["channel"]
            assert one["r2"] >= 0.25, one["channel"]


def test_more_strength_asked_means_fewer_jobs_within_five_kilos() -> None:
    empty = load_demand_model({})
    assert empty is not None
    tables: dict[str, dict[str, dict[str, float]]] = {}
    for feature, centre in zip(empty.features, empty.centre, strict=True):
        table, element = feature.split(":", 1)
        tables.setdefault(table, {})[element] = {"light": float(centre), "heavy": float(centre)}
    tables["ability"]["1.A.3.a.1"]["heavy"] += 2.0
    model = load_demand_model(tables)
    assert model is not None
    light, heavy = model.shares("IV.13", "light"), model.shares("IV.13", "heavy")
    assert light is not None
    assert heavy is not None
    assert np.nansum(heavy.within) < np.nansum(light.within)


def test_without_its_measures_an_occupation_gets_no_guess() -> None:
    model = load_demand_model({})
    assert model is not None
    assert model.shares("IV.13", "43-4171") is None
