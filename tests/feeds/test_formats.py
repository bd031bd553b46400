"""Each format gives the same vacancies, and one bad record never stops a feed."""

import io
import json
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from matcher.errors import FileUnreadable
from matcher.feeds import Tally, format_of, iter_feed, read_feed

POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "identifier": {"@type": "PropertyValue", "name": "Voorbeeld Zorg", "value": "V-12"},
    "title": "Kok",
    "description": "<p>Je kookt.</p><ul><li>32 uur</li><li>&euro; 15 per uur</li></ul>",
    "hiringOrganization": {"@type": "Organization", "name": "Eetcafe Voorbeeld"},
    "jobLocation": {"@type": "Place", "address": {"addressLocality": "Voorbeeldstad", "postalCode": "9999 zz"}},
    "baseSalary": {"@type": "MonetaryAmount", "value": {"minValue": 14.5, "maxValue": 16, "unitText": "HOUR"}},
    "employmentType": ["PART_TIME", "TEMPORARY"],
    "datePosted": "2026-11-20T08:00:00+01:00",
    "validThrough": "2026-12-31",
}
MICRODATA = """<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Kok</h1>
<div itemprop="description">Je kookt.</div><div itemprop="hiringOrganization" itemscope
itemtype="https://schema.org/Organization"><b itemprop="name">Eetcafe Voorbeeld</b></div>
<div itemprop="jobLocation" itemscope itemtype="https://schema.org/Place"><div itemprop="address" itemscope
itemtype="https://schema.org/PostalAddress"><i itemprop="addressLocality">Voorbeeldstad</i></div></div></div>"""
ALERT = """From: Vacaturebank <alert@voorbeeldbank.example>
Subject: 2 nieuwe vacatures
Date: Sun, 22 Nov 2026 08:00:00 +0100
MIME-Version: 1.0
Content-Type: {kind}; charset=utf-8

"""
ALERT_HTML = """<html><body><table>
<tr><td><a href="https://x.example/1"><b>Kok</b></a><br>Eetcafe Voorbeeld - Voorbeeldstad<br>Je kookt.<br>
<a href="https://x.example/1">Bekijk vacature</a></td></tr>
<tr><td><a href="https://x.example/2">Ober / gastheer</a><div>Hotel Voorbeeld</div><div>Voorbeelddorp</div>
<p>Je bedient.</p><a href="https://x.example/2">Bekijk vacature</a></td></tr></table>
<a href="https://x.example/u">Afmelden</a></body></html>"""
ALERT_TEXT = """Beste lezer, dit zijn uw vacatures.

Kok
Eetcafe Voorbeeld, Voorbeeldstad
Je kookt.
https://x.example/1

Ober / gastheer
Hotel Voorbeeld, Voorbeelddorp
Je bedient.
https://x.example/2

Afmelden
https://x.example/u
"""


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_json_ld_in_a_page_is_read_whole(tmp_path):
    page = f'<html><head><script type="application/ld+json">{json.dumps(POSTING)}</script></head></html>'
    record = read_feed(write(tmp_path, "bank.html", page)).records[0]
    assert record.id == "bank:V-12"
    assert (record.title, record.employer, record.place, record.postcode) == (
        "Kok", "Eetcafe Voorbeeld", "Voorbeeldstad", "9999 ZZ"
    )  # fmt: skip
    assert record.text == "Je kookt.\n- 32 uur\n- € 15 per uur"
    assert (record.published, record.expires) == (date(2026, 11, 20), date(2026, 12, 31))
    assert dict(record.fields) == {"salary": "€ 14,5 - 16 per uur", "contract": "parttime, tijdelijk contract"}


def test_microdata_is_read(tmp_path):
    record = read_feed(write(tmp_path, "bank.html", f"<html><body>{MICRODATA}</body></html>")).records[0]
    assert (record.title, record.text, record.employer, record.place) == (
        "Kok", "Je kookt.", "Eetcafe Voorbeeld", "Voorbeeldstad"
    )  # fmt: skip


def test_a_broken_script_does_not_take_the_others_along(tmp_path):
    good = f'<script type="application/ld+json">{json.dumps([POSTING])}</script>'
    page = f"<script type='application/ld+json'>{{bad</script>\n{good}"
    reading = read_feed(write(tmp_path, "bank.html", page))
    assert [one.title for one in reading.records] == ["Kok"]
    assert reading.report.refused[0].line == 1


@pytest.mark.parametrize("wrapped", [POSTING, [POSTING], {"@graph": [{"@type": "WebSite"}, POSTING]}])
def test_bare_json_ld_is_read(tmp_path, wrapped):
    assert read_feed(write(tmp_path, "een.jsonld", json.dumps(wrapped))).records[0].employer == "Eetcafe Voorbeeld"


def test_a_page_without_a_vacancy_is_refused_with_advice(tmp_path):
    with pytest.raises(FileUnreadable, match=r"\.txt"):
        read_feed(write(tmp_path, "leeg.html", "<html><body>Welkom</body></html>"))


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_in_any_encoding_and_with_any_delimiter(tmp_path, delimiter, encoding):
    rows = [
        ["Functie", "Bedrijf", "Plaats", "Omschrijving", "Uurloon"],
        ["Kok", "Café Voorbeeld", "Ede", '"Je kookt.\nVeel."', '"14,50"'],
    ]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    record = read_feed(write(tmp_path, "feed.csv", text.encode(encoding))).records[0]
    assert (record.title, record.employer, record.text) == ("Kok", "Café Voorbeeld", "Je kookt.\nVeel.")
    assert dict(record.fields)["salary"] == "Uurloon: 14,50"


def test_a_row_with_too_many_cells_is_refused_with_its_line(tmp_path):
    path = write(tmp_path, "feed.csv", 'Functie;Tekst\nKok;"Je\nkookt"\nOber;a;b\nBakker;Je bakt\n')
    reading = read_feed(path)
    assert [one.title for one in reading.records] == ["Kok", "Bakker"]
    assert [one.line for one in reading.report.refused] == [4]


def test_columns_that_nobody_knows_need_a_mapping(tmp_path):
    path = write(tmp_path, "feed.csv", "kol1;kol2;kol3\nKok;Je kookt;Ede\n")
    with pytest.raises(FileUnreadable, match="--mapping"):
        read_feed(path)
    mapping = write(tmp_path, "map.yaml", "source: eigenbank\ncolumns:\n  title: kol1\n  text: [kol2]\n  place: kol3\n")
    record = read_feed(path, mapping=mapping).records[0]
    assert (record.title, record.place, record.source) == ("Kok", "Ede", "eigenbank")


@pytest.mark.parametrize("content", ["columns: [a]", "kolommen: {}", "columns: {salaris: x}", "{", "- a", "&a [*a]"])
def test_a_wrong_mapping_is_refused(tmp_path, content):
    path = write(tmp_path, "feed.csv", "Functie\nKok\n")
    with pytest.raises(FileUnreadable, match="mappingbestand"):
        read_feed(path, mapping=write(tmp_path, "map.yaml", content))


def test_excel_with_a_line_above_the_heading_dates_and_decimals(tmp_path):
    book = openpyxl.Workbook()
    for row in (["Vacatures week 47"], [], ["Titel", "Tekst", "Uren", "Uurloon", "Geplaatst"]):
        book.active.append(row)
    book.active.append(["Kok", "Je kookt.", 32, 14.5, datetime(2026, 11, 20, 9, 0)])  # noqa: DTZ001 Excel knows no zone
    book.active.append([None, None, None, None, None])
    book.active.append([None, "Je bedient.\nVeel", None, None, None])
    stream = io.BytesIO()
    book.save(stream)
    reading = read_feed(write(tmp_path, "feed.xlsx", stream.getvalue()))
    first, second = reading.records
    assert dict(first.fields) == {"hours": "32", "salary": "Uurloon: 14,5"}
    assert first.published == date(2026, 11, 20)
    assert second.title == "Je bedient."
    assert any("Titel ontbreekt" in note for note in reading.report.assumed)


def test_json_lines_go_on_after_a_bad_line(tmp_path):
    content = '{"title": "Kok", "text": "a"}\n{bad\n[1]\n\n{"functie": "Ober", "omschrijving": "b"}\n'
    reading = read_feed(write(tmp_path, "feed.jsonl", content))
    assert [one.title for one in reading.records] == ["Kok", "Ober"]
    assert [one.line for one in reading.report.refused] == [2, 3]


def test_a_json_array_goes_on_after_a_bad_object(tmp_path):
    content = '[{"title": "Kok", "text": "a"},\n{"title": "X" "text": "b"},\n{"title": "Ober", "text": "c"}'
    reading = read_feed(write(tmp_path, "feed.json", content))
    assert [one.title for one in reading.records] == ["Kok", "Ober"]
    assert reading.report.refused_count == 2


def test_a_list_inside_an_object_is_found(tmp_path):
    content = json.dumps(
        {"count": 1, "vacatures": [{"titel": "Kok", "tekst": "Je kookt.", "bedrijf": {"name": "Eet"}}]}
    )
    record = read_feed(write(tmp_path, "feed.json", content)).records[0]
    assert (record.title, record.employer) == ("Kok", "Eet")


def test_plain_text_is_divided_and_its_top_lines_are_fields(tmp_path):
    content = "Kok\nWerkgever: Eetcafe Voorbeeld\nPlaats: Ede\n\nJe kookt.\n-----\nOber\nJe bedient.\n===\n\n"
    first, second = read_feed(write(tmp_path, "feed.txt", content)).records
    assert (first.title, first.employer, first.place, first.text) == ("Kok", "Eetcafe Voorbeeld", "Ede", "Je kookt.")
    assert second.title == "Ober"


def test_plain_text_comes_from_standard_input(monkeypatch):
    class Stdin:
        buffer = io.BytesIO(b"Kok\nJe kookt.")

    monkeypatch.setattr("sys.stdin", Stdin)
    assert read_feed(Path("-")).records[0].title == "Kok"


@pytest.mark.parametrize(("kind", "body"), [("text/html", ALERT_HTML), ("text/plain", ALERT_TEXT)])
def test_an_alert_gives_every_vacancy_once(tmp_path, kind, body):
    records = read_feed(write(tmp_path, "alert.eml", ALERT.format(kind=kind) + body)).records
    assert [(one.title, one.employer, one.place) for one in records] == [
        ("Kok", "Eetcafe Voorbeeld", "Voorbeeldstad"), ("Ober / gastheer", "Hotel Voorbeeld", "Voorbeelddorp")
    ]  # fmt: skip
    assert [one.text for one in records] == ["Je kookt.", "Je bedient."]
    assert {one.source for one in records} == {"voorbeeldbank"}
    assert records[0].published == date(2026, 11, 22)


def test_streaming_gives_the_same_records_as_reading(tmp_path):
    path = write(
        tmp_path, "feed.jsonl", "".join(json.dumps({"title": f"Kok {n}", "text": "a"}) + "\n" for n in range(50))
    )
    tally = Tally()
    assert tuple(iter_feed(path, tally=tally)) == read_feed(path).records
    assert tally.report().read == 50


@pytest.mark.parametrize("name", ["a.xls", "a.pdf", "a.docx", "a.zip", "a.onbekend"])
def test_another_kind_of_file_is_refused_with_what_to_do(name):
    with pytest.raises(FileUnreadable, match=r"\."):
        format_of(Path(name))
    with pytest.raises(FileUnreadable):
        format_of(Path("a.csv"), "sql")
