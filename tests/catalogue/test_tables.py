"""The shipped tables keep their own promises."""

import numpy as np
import pytest

from matcher.catalogue import NOT_KNOWN, Catalogue, CatalogueError, load_catalogue
from matcher.catalogue.compiling.channels import read_channels

NO_SOURCE = ("I.4", "II.7", "II.10", "IV.7", "IV.15", "VI.2", "VI.3")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def test_a_stricter_level_never_admits_more_jobs(catalogue: Catalogue) -> None:
    for table in (catalogue.within, catalogue.within_peak):
        known = np.where(table == NOT_KNOWN, -1, table.astype(int))
        for level in range(1, known.shape[2]):
            both = (known[:, :, level] >= 0) & (known[:, :, level - 1] >= 0)
            assert (known[:, :, level] <= known[:, :, level - 1])[both].all()


def test_a_tolerated_peak_never_closes_a_job(catalogue: Catalogue) -> None:
    assert ((catalogue.within == NOT_KNOWN) == (catalogue.within_peak == NOT_KNOWN)).all()
    assert (catalogue.within_peak >= catalogue.within).all()


def test_where_no_tolerance_exists_a_peak_changes_nothing(catalogue: Catalogue) -> None:
    for place, channel in enumerate(read_channels()):
        if channel.tolerance == "none":
            assert (catalogue.within_peak[:, place] == catalogue.within[:, place]).all()


def test_levels_that_the_list_lacks_are_unknown(catalogue: Catalogue) -> None:
    for place, channel in enumerate(read_channels()):
        assert (catalogue.within[:, place, channel.levels + 1 :] == NOT_KNOWN).all()


def test_what_no_source_measures_stays_unknown(catalogue: Catalogue) -> None:
    for name in NO_SOURCE:
        assert (catalogue.mark[:, catalogue.channel_index[name]] == 0).all()


def test_unknown_has_no_share_and_known_has_one(catalogue: Catalogue) -> None:
    empty = (catalogue.within == NOT_KNOWN).all(axis=2)
    assert (empty == (catalogue.mark == 0)).all()


def test_every_known_value_names_its_source(catalogue: Catalogue) -> None:
    known = catalogue.mark > 0
    assert (catalogue.source[known] >= 1).all()
    assert int(catalogue.source.max()) <= len(catalogue.sources)


def test_the_norm_of_a_flag_limits_nobody(catalogue: Catalogue) -> None:
    for place, channel in enumerate(read_channels()):
        if channel.kind == "flag":
            share = catalogue.within[:, place, 0]
            assert ((share == 100) | (share == NOT_KNOWN)).all()


def test_employment_of_a_group_is_counted_once(catalogue: Catalogue) -> None:
    total = sum(occupation.employed_x1000 for occupation in catalogue.occupations)
    assert 9000 < total < 10000


def test_every_occupation_has_a_profile_tasks_and_a_name(catalogue: Catalogue) -> None:
    for place, occupation in enumerate(catalogue.occupations):
        assert (catalogue.mark[place] > 0).sum() >= (20 if occupation.isco08[0] == "0" else 60), occupation.id
        assert 3 <= len(occupation.tasks_nl) <= 5, occupation.id
        assert occupation.kind_nl, occupation.id
        assert 1 <= occupation.education_level <= 7, occupation.id


def test_closeness_is_whole_on_the_diagonal_only(catalogue: Catalogue) -> None:
    assert (np.diag(catalogue.closeness) == 100).all()
    assert catalogue.closeness.max() == 100
    assert (catalogue.closeness[~np.eye(len(catalogue.occupations), dtype=bool)] < 100).all()


def test_a_bare_number_is_refused_with_the_choice(catalogue: Catalogue) -> None:
    with pytest.raises(CatalogueError, match="isco:3221"):
        catalogue.occupation("3221")


def test_an_unknown_id_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(CatalogueError, match="staat niet in de catalogus"):
        catalogue.occupation("isco:0000")
