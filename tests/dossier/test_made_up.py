"""Random cases: nothing crashes, leaks or gets lost. `python -m tests.dossier.test_made_up 300` runs more of them."""

import json
import sys
import time
from datetime import date

import pytest

from matcher.dossier import (
    change_view,
    coached,
    coached_view,
    compare_versions,
    details_view,
    earning_panel,
    enrich,
    full_match,
    panel_view,
    plain,
    track_report,
    track_view,
)
from matcher.dossier.changes import actions_of
from matcher.errors import InputError
from matcher.report import render_text
from tests.dossier.made_up import SECRET, made_up
from tests.dossier.world import catalogue

DAYS = (date(2026, 2, 2), date(2026, 6, 15), date(2026, 11, 9))


def prove(seed: int) -> int:
    """Run everything over one random case; answers on how many days it could be matched."""
    case, before, done = made_up(seed), None, 0
    for on in DAYS:
        try:
            match = full_match(case, on, catalogue())
        except InputError:
            continue  # a form may contradict itself; refusing it is right
        done += 1
        hand = coached(match, case, catalogue())
        details = enrich(match, case, catalogue(), on, kinds=hand.usable())
        views = [
            details_view(details),
            coached_view(hand),
            panel_view(earning_panel(match, case, catalogue())),
            change_view(compare_versions(before or match, match)),
        ]
        assert compare_versions(match, match, coached=(hand, hand)).is_empty
        recorded = [*actions_of(hand), *hand.waiting]
        assert set(map(repr, recorded)) == set(map(repr, case.coach.actions))
        assert set(hand.usable()).isdisjoint(o.id for o in match.exceeding)
        for kind in ("progress", "closing"):
            views.append(track_view(track_report(case, match, catalogue(), kind, "coach")))
            employer = track_report(case, match, catalogue(), kind, "current-employer")
            text = render_text(track_view(employer)) + json.dumps(plain(employer))
            assert SECRET not in text
            assert "17,33" not in text
            assert "%" not in text
            assert employer.warnings == employer.sections == ()
        for blocks in views:
            lines = render_text(blocks).splitlines()
            assert lines
            assert max(map(len, lines)) <= 80
            assert not any("None" in line or "{" in line for line in lines)
        before = match
    return done


@pytest.mark.parametrize("seed", range(6))
def test_a_random_case_crashes_nothing_and_leaks_nothing(seed):
    prove(seed)


if __name__ == "__main__":
    count, began = int(sys.argv[1]), time.time()
    matched = sum(prove(seed) for seed in range(count))
    sys.stdout.write(f"{count} random cases, {matched} matched days, {time.time() - began:.0f} s, no fault\n")
