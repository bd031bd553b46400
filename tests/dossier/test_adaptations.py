"""What one adaptation would open: by running the comparison again, never by guessing."""

import numpy as np
import pytest

from matcher.domain.capacity import CapacityStatus
from matcher.dossier.adaptations import adaptation_effects, adaptations, as_adaptation, relieved_screening
from matcher.dossier.ground import ground_of
from matcher.errors import DataError
from matcher.matching import match
from matcher.reference.channels import channels
from matcher.rulings import rulings
from tests.dossier.world import FIRST, SECOND, THIRD, catalogue, story, with_last_entries

RAW = {
    "code": "x",
    "label_nl": "x",
    "what_nl": "x",
    "citation": {"source": "x", "standing": "our_choice", "mark": "M", "how_nl": "x"},
}


def ground(on=FIRST, case=None):
    case = case or story()
    return ground_of(match(case, on, catalogue()), case, catalogue(), rulings(case, catalogue()))


def effects(on=FIRST, case=None):
    return {effect.adaptation.code: effect for effect in adaptation_effects(ground(on, case))}


@pytest.mark.parametrize("code", ["VI.1.night", "VI.2", "VI.3", "I.8.6", "II.10", "II.11", "III.3", "III.8.allergy"])
def test_easing_a_channel_without_tolerance_is_refused(code):
    with pytest.raises(DataError, match="kent geen marge"):
        as_adaptation({**RAW, "relieves": [{"channels": [code], "effect": "eased"}]})


def test_really_removing_such_a_demand_is_allowed():
    found = as_adaptation({**RAW, "relieves": [{"channels": ["VI.1.night"], "effect": "removed"}]})
    assert found.channels == ("VI.1.night",)


def test_no_adaptation_of_ours_touches_personal_risk_driving_allergy_or_skin():
    touched = {code for each in adaptations(FIRST) for code in each.channels}
    assert not touched & {"I.8.6", "II.11", "III.3", "III.8.allergy", "III.8.skin"}


def test_every_adaptation_relieves_channels_that_exist_and_says_why():
    for each in adaptations(FIRST):
        assert set(each.channels) <= set(channels())
        assert each.citation.source
        assert each.citation.how_nl


def test_only_adaptations_that_relieve_a_limit_of_this_person_are_shown():
    shown = adaptation_effects(ground())
    profile = ground().profile
    assert shown
    for effect in shown:
        assert effect.relieved
        assert all(profile.channels[code].status is CapacityStatus.LIMITED for code in effect.relieved)


def test_a_quiet_place_is_shown_only_to_who_is_limited_by_distraction():
    assert "quiet_place" not in effects(THIRD)
    assert "quiet_place" in effects(THIRD, with_last_entries(I_8=1))


def test_an_adaptation_never_makes_an_outcome_worse():
    here = ground()
    before = here.screened(here.profile, here.catalogue)
    for each in adaptations(FIRST):
        after = relieved_screening(here, each, before)
        assert not (after.exceeds & ~before.exceeds).any()
        assert not (before.within() & ~after.within()).any()


def test_a_sit_stand_desk_changes_nothing_in_work_away_from_a_desk():
    here = ground()
    before = here.screened(here.profile, here.catalogue)
    desk = next(each for each in adaptations(FIRST) if each.code == "sit_stand_desk")
    after = relieved_screening(here, desk, before)
    cleaner, clerk = (here.catalogue.index[code] for code in ("isco:9112", "isco:4110"))
    assert np.array_equal(after.outcomes[cleaner], before.outcomes[cleaner])
    assert not np.array_equal(after.outcomes[clerk], before.outcomes[clerk])


def test_part_time_takes_the_question_about_hours_away():
    effect = effects(SECOND)["part_time"]
    assert effect.relieved == ("VI.2", "VI.3")
    assert effect.settled + effect.lighter > 0


def test_counts_agree_with_the_titles_that_are_shown():
    for effect in effects().values():
        assert len(effect.opened_nl) <= effect.opened
        assert len(effect.settled_nl) <= effect.settled
        assert effect.changes == bool(effect.opened_nl or effect.settled_nl)


def test_work_that_was_rejected_never_comes_back_through_an_adaptation():
    here = ground(SECOND)
    rejected = {here.catalogue.occupation(code).title_nl for code in here.rejected}
    assert rejected
    for effect in adaptation_effects(here):
        assert not rejected & {*effect.opened_nl, *effect.settled_nl}


def test_the_own_work_never_comes_back_through_an_adaptation():
    own = catalogue().occupation("isco:4321").title_nl
    assert all(own not in (*e.opened_nl, *e.settled_nl) for e in effects(SECOND).values())
