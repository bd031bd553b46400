"""Places and travel: what the table holds is found however it is written, what it lacks is unknown."""

import csv

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matcher.domain.case import Transport
from matcher.errors import DataError
from matcher.places import Point, distances_km, find_place, find_postcode, journey
from matcher.places.build import build_places


@pytest.mark.parametrize("written", ["Zwolle", "ZWOLLE", " zwolle ", "Zwolle (OV)", "Zwolle, Overijssel"])
def test_a_place_is_found_however_it_is_written(written):
    assert find_place(written).name == "Zwolle"


def test_spoken_names_and_postcodes_are_found_and_unknown_ones_are_not():
    assert find_place("Den Haag").name == "'s-Gravenhage"
    assert find_postcode("8011 AB") == find_postcode("8011")
    assert find_place("Nergenshuizen") is None
    assert find_postcode("0000") is None
    assert find_postcode("niets") is None


def test_the_distance_between_two_towns_is_about_right():
    zwolle, deventer = find_place("Zwolle"), find_place("Deventer")
    km = distances_km(zwolle, np.array([deventer.latitude, np.nan]), np.array([deventer.longitude, np.nan]))
    assert 27 < km[0] < 31
    assert np.isnan(km[1])
    assert distances_km(zwolle, np.array([zwolle.latitude]), np.array([zwolle.longitude]))[0] == 0


@given(st.floats(0, 200), st.floats(0, 200), st.sampled_from(list(Transport)))
def test_farther_never_takes_less_time_and_the_estimate_lies_in_its_range(one, other, mode):
    near, far = journey(min(one, other), (mode,)), journey(max(one, other), (mode,))
    assert near.minutes <= far.minutes
    assert far.minutes_low <= far.minutes <= far.minutes_high


@given(st.floats(0, 200), st.sampled_from(list(Transport)))
def test_one_more_means_of_transport_never_makes_the_journey_longer(km, mode):
    assert journey(km, (mode, Transport.CAR)).minutes <= journey(km, (mode,)).minutes
    assert journey(km, ()).minutes <= journey(km, (mode,)).minutes


def test_the_table_is_built_from_its_sources_without_far_postcodes(tmp_path):
    source = tmp_path / "places_nl"
    source.mkdir()
    (source / "place_centroids.csv").write_text("place,lat,lon\nProefdam,52.123456,5.1\n", encoding="utf-8")
    (source / "pc4_centroids.csv").write_text(
        "pc4,place,lat,lon,km_to_place_centroid,suspect\n1111,Proefdam,52.1,5.1,1,0\n2222,Proefdam,50.0,5.1,200,1\n",
        encoding="utf-8",
    )
    assert build_places(tmp_path, tmp_path) == {"places": 1, "postcodes": 1}
    with (tmp_path / "places.csv").open(encoding="utf-8") as stream:
        assert list(csv.DictReader(stream)) == [{"place": "Proefdam", "lat": "52.1235", "lon": "5.1000"}]
    with pytest.raises(DataError, match="ontbreken"):
        build_places(tmp_path / "leeg", tmp_path)


def test_a_point_is_a_value():
    assert Point("x", 1.0, 2.0) == Point("x", 1.0, 2.0)
