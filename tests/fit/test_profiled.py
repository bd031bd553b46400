"""The findings of occupations by arrays are those of the comparison one channel at a time."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from tests.made_up import ON, case

from matcher import load_catalogue
from matcher.fit import Profiled, confront, demands_of
from matcher.matching import read_story
from matcher.reference.channels import channels
from matcher.reference.fml import items

CATALOGUE = load_catalogue()


def with_gaps(seed):
    """The occupations, of which some shares are not known."""
    random = np.random.default_rng(seed)
    silent = random.random(CATALOGUE.within.shape) < 0.4
    gone = random.random(CATALOGUE.mark.shape) < 0.1
    within = np.where(silent, np.uint8(255), CATALOGUE.within)
    return replace(CATALOGUE, within=within, mark=np.where(gone, np.uint8(0), CATALOGUE.mark))


def some_form(seed):
    """A form with items of all kinds: limits, degrees left to a text, own figures, and what it is silent about."""
    rng = Random(seed)  # noqa: S311 only invented cases
    entries = []
    for code in rng.sample(list(items()), 25):
        entries.append({"item": code, "levels": [rng.choice(sorted(items()[code].levels))]})
        if code == "IV.13":
            entries[-1] |= {"value": rng.choice(["0.5", "3", "7"]), "unit": "kg"}
    raw = {"completeness": rng.choice(["full", "deviations_only"]), "completeness_confirmed": True}
    form = {"kind": "FML", "date": "2026-08-03", "author_role": "bedrijfsarts", **raw, "entries": entries}
    return case(forms=[form], policy={"incidental_peaks": rng.random() < 0.7})


@pytest.mark.parametrize("gaps", [False, True])
def test_every_finding_equals_that_of_the_slow_comparison(gaps):
    rules = set()
    for seed in range(12):
        table = with_gaps(seed) if gaps else CATALOGUE
        story = read_story(some_form(seed), ON, table)
        fast = Profiled(table, story.profile, story.rules, story.peaks)
        rows = list(range(seed, len(table.occupations), 31))
        fast.work_out(rows[::2])
        for row in rows:
            pairs = zip(table.channels, demands_of(table, row), strict=True)
            slow = tuple(
                confront(story.profile.channels[code], demand, channels()[code], story.rules, peaks=story.peaks)
                for code, demand in pairs
            )
            assert fast.findings(row) == slow
            assert fast.unasked[row].tolist() == [finding.rule == "capacity_unknown" for finding in slow]
            rules |= {finding.rule for finding in slow}
        unknown = [not story.profile.channels[code].is_known for code in table.channels]
        assert fast.unasked[-1].tolist() == unknown
    assert {"capacity_unknown", "capacity_unknown_asked", "limited_fits", "limited_exceeds", "degree_unknown"} <= rules
    assert {"norm_fits", "norm_above", "norm_uncertain", "norm_no_demand", "limited_part", "limited_no_demand"} <= rules
