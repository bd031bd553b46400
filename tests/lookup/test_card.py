"""A card says what work is and asks, for every occupation, with source and certainty, and invents nothing."""

from datetime import date
from decimal import Decimal

import pytest

from matcher.catalogue import load_catalogue
from matcher.lookup import card_json, card_of, card_view
from matcher.report import Heading, Table, render_markdown, render_text

ON = date(2026, 11, 22)
CATALOGUE = load_catalogue(level="all")
SAMPLE = [one.id for one in CATALOGUE.occupations[::37]]


@pytest.mark.parametrize("occupation", SAMPLE)
def test_every_occupation_has_a_card_of_eighty_columns(occupation):
    card = card_of(CATALOGUE, occupation, ON)
    for everything in (False, True):
        text = render_text(card_view(card, CATALOGUE, everything=everything))
        assert max(map(len, text.splitlines())) <= 80
        assert "None" not in text
        assert "—" not in text
    assert render_markdown(card_view(card, CATALOGUE)).startswith(f"# {card.occupation.title_nl[0].upper()}")


@pytest.mark.parametrize("occupation", SAMPLE)
def test_every_channel_is_on_the_card_once_as_a_row_or_by_name(occupation):
    card = card_of(CATALOGUE, occupation, ON)
    data = card_json(card, CATALOGUE)
    assert [one["channel"] for one in data["demands"]] == list(CATALOGUE.channels)
    text = " ".join(render_markdown(card_view(card, CATALOGUE)).split())
    for line in card.lines:
        if line.channel.item not in ("VI.2", "VI.3"):
            assert line.channel.label_nl.lower() in text.lower(), line.channel.code


def test_unknown_is_never_shown_as_light_work():
    for line in card_of(CATALOGUE, "nl:receptionist", ON).lines:
        known = CATALOGUE.mark[CATALOGUE.index["nl:receptionist"], CATALOGUE.channel_index[line.channel.code]] > 0
        assert line.is_known == bool(known)
        if not known:
            assert (line.bar, line.asked_pct) == ("", None)


def test_every_row_says_how_sure_and_from_which_source():
    blocks = card_view(card_of(CATALOGUE, "nl:magazijnmedewerker", ON), CATALOGUE, everything=True)
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    assert len(rows) > 60
    assert all("±" in row[3] and row[3].endswith("]") for row in rows)


def test_the_code_can_be_copied_from_the_text():
    text = render_text(card_view(card_of(CATALOGUE, "nl:receptionist", ON), CATALOGUE))
    assert "nl:receptionist" in text


def test_the_wage_shows_the_figure_of_2023_and_a_marked_one_of_today():
    wage = card_of(CATALOGUE, "isco:4226", ON).wage
    assert wage is not None
    assert wage.base_eur_per_hour == Decimal("19.4")
    assert wage.eur_per_hour == (wage.base_eur_per_hour * wage.index.factor).quantize(Decimal("0.01"))
    text = " ".join(render_text(card_view(card_of(CATALOGUE, "isco:4226", ON), CATALOGUE)).split())
    assert "in 2023 ongeveer € 19,40" in text
    assert "aangenomen loonstijging" in text


def test_in_the_base_year_nothing_is_added_to_the_wage():
    wage = card_of(CATALOGUE, "isco:4226", date(2023, 6, 1)).wage
    assert wage is not None
    assert wage.eur_per_hour == wage.base_eur_per_hour


def test_a_wage_below_the_minimum_is_not_shown_without_saying_so():
    text = " ".join(render_text(card_view(card_of(CATALOGUE, "nl:magazijnmedewerker", ON), CATALOGUE)).split())
    assert "lager dan het minimumloon" in text


def test_people_are_counted_once_and_an_occupation_inside_a_group_has_no_count_of_its_own():
    group, inside = (card_of(CATALOGUE, name, ON).jobs for name in ("isco:4226", "nl:receptionist"))
    assert group.group_x1000 == inside.group_x1000
    assert group.group_x1000 < group.whole_x1000
    assert inside.inside
    assert not group.inside


def test_a_judged_value_comes_with_its_reason():
    card = card_of(CATALOGUE, "nl:ambulant-begeleider", ON)
    assert "huisbezoek" in card.judgements["IV.13"].reason
    assert "4226" not in " ".join(one.reason for one in card_of(CATALOGUE, "nl:receptionist", ON).judgements.values())


def test_the_law_is_named_where_it_asks_something():
    text = " ".join(render_text(card_view(card_of(CATALOGUE, "isco:3221", ON), CATALOGUE)).split())
    assert "Wet BIG" in text


def test_related_work_is_other_work_and_never_named_twice():
    for occupation in SAMPLE:
        card = card_of(CATALOGUE, occupation, ON)
        names = [one.occupation.title_nl.casefold() for one in card.related]
        assert card.occupation.title_nl.casefold() not in names
        assert len(names) == len(set(names))
        assert sum(one.occupation.isco08 == card.occupation.isco08 for one in card.related) <= 3


def test_the_parts_of_a_card_stand_in_a_fixed_order():
    blocks = card_view(card_of(CATALOGUE, "nl:receptionist", ON), CATALOGUE)
    heads = [block.text for block in blocks if isinstance(block, Heading)]
    assert heads[0] == "Receptionist"
    assert heads[1].endswith("hoofd")
    assert heads[-1] == "Hoe zeker is dit"
