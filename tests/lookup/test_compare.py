"""Two occupations side by side: the clear differences first, and never a difference that the error explains."""

from datetime import date

from matcher.catalogue import load_catalogue
from matcher.lookup import card_of, compare_cards, compare_json, compare_view
from matcher.report import render_text

CATALOGUE = load_catalogue(level="all")
ON = date(2026, 11, 22)
RECEPTION, STORE = (card_of(CATALOGUE, name, ON) for name in ("nl:receptionist", "nl:magazijnmedewerker"))


def test_every_channel_is_compared_once_clear_ones_first():
    found = compare_cards(RECEPTION, STORE)
    assert sorted(one.a.channel.code for one in found) == sorted(CATALOGUE.channels)
    clear = [one.is_clear for one in found]
    assert clear == sorted(clear, reverse=True)


def test_a_clear_difference_is_larger_than_its_error():
    assert all(one.gap_points > one.error_points for one in compare_cards(RECEPTION, STORE) if one.is_clear)


def test_the_other_way_round_gives_the_same_gaps_and_the_other_winner():
    there, back = ({one.a.channel.code: one for one in compare_cards(*pair)} for pair in _both_ways())
    other = {"a": "b", "b": "a", "": ""}
    for code, one in there.items():
        assert one.gap_points == back[code].gap_points
        assert one.more == other[back[code].more]


def _both_ways():
    return (RECEPTION, STORE), (STORE, RECEPTION)


def test_work_does_not_differ_from_itself():
    assert not any(one.is_clear for one in compare_cards(RECEPTION, RECEPTION))
    assert "geen onderdeel met een duidelijk verschil" in render_text(compare_view(RECEPTION, RECEPTION))


def test_a_store_worker_lifts_more_and_a_receptionist_meets_more_people():
    more = {one.a.channel.code: one.more for one in compare_cards(RECEPTION, STORE) if one.is_clear}
    assert more["IV.13"] == "b"
    assert more["II.12.1"] == "a"


def test_the_text_fits_and_names_both():
    text = render_text(compare_view(RECEPTION, STORE))
    assert max(map(len, text.splitlines())) <= 80
    assert "A is receptionist" in text


def test_the_data_hold_both_cards_and_every_gap():
    data = compare_json(RECEPTION, STORE, CATALOGUE)
    assert data["a"]["id"] == "nl:receptionist"
    assert len(data["differences"]) == len(CATALOGUE.channels)
