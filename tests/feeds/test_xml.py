"""RSS, Atom, HR-XML and the XML of boards give the same records as other feeds."""

import tracemalloc
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matcher.errors import FileUnreadable, MatcherError
from matcher.feeds import Tally, iter_feed, read_feed

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Voorbeeldbank</title>
<link>https://bank.example</link><description>Alle vacatures</description>
<item><title>Kok (24 uur)</title><link>https://bank.example/1</link><guid isPermaLink="false">V-1</guid>
<pubDate>Fri, 20 Nov 2026 08:00:00 +0100</pubDate><description>Kort.</description>
<content:encoded><![CDATA[<p>Je kookt.</p><ul><li>24 uur</li></ul>]]></content:encoded></item>
<item><title>Ober</title><link>https://bank.example/2</link>
<description>&lt;b&gt;Je bedient.&lt;/b&gt;</description></item>
<item><category>leeg</category></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Voorbeeldbank</title>
<entry><id>urn:v:1</id><title>Kok</title><link href="https://bank.example/1"/><published>2026-11-20T08:00:00Z</published>
<author><name>Eetcafe Voorbeeld</name></author><summary>Kort.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Je <b>kookt</b> elke dag.</p></div></content>
</entry></feed>"""
HR_XML = """<?xml version="1.0" encoding="ISO-8859-1"?>
<PositionOpening xmlns="http://ns.hr-xml.org/2007-04-15" xmlns:setu="http://ns.setu.nl/2012-01">
<PositionRecordInfo><Id><IdValue>PO-7</IdValue></Id><Status validFrom="2026-11-01" validTo="2026-12-31">Active</Status>
</PositionRecordInfo>
<PositionProfile><Organization><OrganizationName>Privézorg Voorbeeld</OrganizationName></Organization>
<PositionDetail><PhysicalLocation><PostalAddress><CountryCode>NL</CountryCode><PostalCode>9999 ZZ</PostalCode>
<Municipality>Voorbeeldstad</Municipality></PostalAddress></PhysicalLocation><PositionTitle>Kok</PositionTitle>
<RemunerationPackage><BasePay baseInterval="Hourly"><BasePayAmountMin currency="EUR">14.50</BasePayAmountMin>
<BasePayAmountMax currency="EUR">16.00</BasePayAmountMax></BasePay></RemunerationPackage></PositionDetail>
<FormattedPositionDescription><Name>Taken</Name><Value>Je kookt.</Value></FormattedPositionDescription>
<FormattedPositionDescription><Name>Eisen</Name><Value>Diploma kok.</Value></FormattedPositionDescription>
</PositionProfile></PositionOpening>"""
BOARD = """<jobs><job><id>5</id><functietitel>Kok</functietitel><location><city>Voorbeeldstad</city></location>
<hours_per_week><working_hours_min>24</working_hours_min><working_hours_max>32</working_hours_max></hours_per_week>
<description><summary>Je kookt.</summary></description></job></jobs>"""


def feed(folder, content, name="bank.xml"):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def test_rss_is_read_with_the_whole_text_instead_of_the_snippet(tmp_path):
    reading = read_feed(feed(tmp_path, RSS, "bank.rss"))
    kok, ober = reading.records
    assert (kok.id, kok.title, kok.url) == ("bank:V-1", "Kok (24 uur)", "https://bank.example/1")
    assert (kok.text, kok.published) == ("Je kookt.\n- 24 uur", date(2026, 11, 20))
    assert ober.text == "Je bedient."
    assert [refusal.line for refusal in reading.report.refused] == [3]


def test_atom_is_read(tmp_path):
    (kok,) = read_feed(feed(tmp_path, ATOM, "bank.atom")).records
    assert (kok.title, kok.url, kok.employer) == ("Kok", "https://bank.example/1", "Eetcafe Voorbeeld")
    assert (kok.text, kok.published) == ("Je kookt elke dag.", date(2026, 11, 20))


def test_hr_xml_as_setu_uses_it_is_read(tmp_path):
    (kok,) = read_feed(feed(tmp_path, HR_XML.encode("iso-8859-1"))).records
    assert (kok.id, kok.title, kok.employer) == ("bank:PO-7", "Kok", "Privézorg Voorbeeld")
    assert (kok.place, kok.postcode) == ("Voorbeeldstad", "9999 ZZ")
    assert (kok.published, kok.expires) == (date(2026, 11, 1), date(2026, 12, 31))
    assert dict(kok.fields) == {"salary": "€ 14.50 - 16.00 per uur"}
    assert kok.text == "Je kookt.\nEisen:\nDiploma kok."


def test_the_xml_of_a_board_is_read_by_the_names_of_its_elements(tmp_path):
    (kok,) = read_feed(feed(tmp_path, BOARD)).records
    assert (kok.title, kok.place, kok.text) == ("Kok", "Voorbeeldstad", "Je kookt.")
    assert dict(kok.fields) == {"hours": "24 - 32"}


def test_a_mapping_names_the_record_and_its_elements(tmp_path):
    mapping = tmp_path / "map.yaml"
    mapping.write_text("record: ding\ncolumns: {title: naam, text: wat}\n", encoding="utf-8")
    path = feed(tmp_path, "<lijst><ding><naam>Kok</naam><wat>Je kookt.</wat></ding></lijst>")
    with pytest.raises(FileUnreadable, match="bij record"):
        read_feed(path)
    (kok,) = read_feed(path, mapping=mapping).records
    assert (kok.title, kok.text) == ("Kok", "Je kookt.")


def test_what_was_read_before_a_break_is_kept_and_the_break_is_told(tmp_path):
    reading = read_feed(feed(tmp_path, RSS[: RSS.index("<item><category>")]))
    assert len(reading.records) == 2
    assert "niet geldig" in reading.report.refused[0].reason_nl


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<jobs><job><title>Kok", "geen geldige XML"),
        (
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><jobs><job><title>&x;</title></job></jobs>',
            "entiteit",
        ),
        ('<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]><jobs><job><title>&z;</title></job></jobs>', "entiteit"),
        ("<a>" * 100 + "</a>" * 100, "te diep"),
        ("<lijst><ding/></lijst>", "bekende naam"),
        ("geen xml", "geen geldige XML"),
    ],
)
def test_bad_or_hostile_xml_is_refused_with_one_clear_message(tmp_path, content, message):
    with pytest.raises(FileUnreadable, match=message):
        read_feed(feed(tmp_path, content))


def test_a_long_feed_needs_the_memory_of_one_record(tmp_path):
    item = f"<item><title>Kok</title><description>{'Je kookt. ' * 400}</description></item>\n"
    path = feed(tmp_path, f"<rss><channel>{item * 300}</channel></rss>")
    read_feed(feed(tmp_path, RSS, "warm.rss"))
    tracemalloc.start()
    try:
        assert sum(1 for _ in iter_feed(path, tally=Tally())) == 300
        assert tracemalloc.get_traced_memory()[1] < path.stat().st_size / 3
    finally:
        tracemalloc.stop()


@settings(max_examples=60, deadline=None)
@given(cut=st.integers(0, len(HR_XML)), noise=st.binary(max_size=8), at=st.integers(0, len(HR_XML)))
def test_damaged_xml_gives_records_or_one_of_our_errors(tmp_path_factory, cut, noise, at):
    whole = HR_XML.encode("iso-8859-1")
    path = feed(tmp_path_factory.mktemp("xml"), (whole[:at] + noise + whole[at:])[: cut + 8])
    try:
        read_feed(path)
    except MatcherError as fault:
        assert "Voorbeeld" not in str(fault)
