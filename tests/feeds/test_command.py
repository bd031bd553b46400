"""`matcher vacancy read`: a report first, then each vacancy with its words; JSON with English keys."""

import json

import pytest

from matcher.cli.root import run

FEED = """Magazijnmedewerker
Werkgever: Voorbeeld Logistiek
Plaats: Voorbeeldstad
Je tilt dozen tot 15 kg. Geen nachtdiensten. 32 uur per week, € 15 per uur. Rijbewijs B is een pre.
-----
Telefonist
Zittend werk, rustige werkplek.
"""


@pytest.fixture
def feed(tmp_path):
    path = tmp_path / "feed.txt"
    path.write_text(FEED, encoding="utf-8")
    return path


def test_the_text_shows_the_report_and_every_fact_with_its_words(feed, capsys):
    assert run(["vacancy", "read", str(feed)]) == 0
    out = capsys.readouterr().out
    assert "Gelezen: 2." in out
    assert '32 uur ("32 uur per week")' in out
    assert 'tillen, tot 15 kg [IV.13] ("tilt dozen tot 15 kg")' in out
    assert 'werken in de nacht [VI.1.night] ("Geen nachtdiensten")' in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= 80


def test_the_json_holds_the_same_with_places_in_the_text(feed, capsys):
    assert run(["vacancy", "read", str(feed), "--format", "json", "--first", "1"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["report"]["read"], len(data["vacancies"])) == (2, 1)
    one = data["vacancies"][0]
    assert one["hours"]["least"] == 32
    assert one["licences"] == []
    asked = {each["channel"]: each["asked"] for each in one["demands"]}
    assert asked == {"IV.13": True, "VI.1.night": False}


def test_a_file_that_does_not_exist_is_refused_with_code_2(tmp_path, capsys):
    assert run(["vacancy", "read", str(tmp_path / "weg.csv")]) == 2
    assert "niet gevonden" in capsys.readouterr().err
