"""Hostile input is refused with one clear error, within limits."""

import io
import json
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matcher.errors import FileUnreadable, MatcherError
from matcher.feeds import FORMATS, read_feed
from matcher.feeds.rules import feed_rules


def workbook():
    book = openpyxl.Workbook()
    book.active.append(["Titel", "Tekst"])
    book.active.append(["Kok", "Je kookt."])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def repacked(change):
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook())) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in old.infolist():
            packed.writestr(part.filename, change(part.filename, old.read(part.filename)))
    return stream.getvalue()


def refuse(tmp_path, name, content, match):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(FileUnreadable, match=match):
        read_feed(path)


def test_entities_in_a_workbook_are_refused_unread(tmp_path):
    def change(name, content):
        bomb = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        return content.replace(b"?>", b"?>" + bomb, 1) if name.endswith("sheet1.xml") else content

    def plain(name, content):
        return (
            b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]>' + content if name.endswith("sheet1.xml") else content
        )

    refuse(tmp_path, "a.xlsx", repacked(plain), "niet zijn toegestaan")
    assert repacked(change)


def test_a_packed_bomb_is_refused_unread(tmp_path):
    def change(name, content):
        return content + b" " * 60_000_000 if name.endswith("sheet1.xml") else content

    refuse(tmp_path, "a.xlsx", repacked(change), "verdacht")


@pytest.mark.parametrize("content", [b"PK\x03\x04kapot", b"geen zip", workbook()[:400]])
def test_a_broken_workbook_is_refused(tmp_path, content):
    refuse(tmp_path, "a.xlsx", content, "Excelbestand")


@pytest.mark.parametrize("depth", [100, 5_000, 200_000])
def test_deep_json_is_refused(tmp_path, depth):
    refuse(tmp_path, "a.json", b'{"a":' * depth + b"1" + b"}" * depth, "JSON")
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"[" * depth + b"]" * depth + b'\n{"title": "Kok"}\n')
    reading = read_feed(path)
    assert [one.title for one in reading.records] == ["Kok"]
    assert reading.report.refused[0].line == 1


def test_deep_json_in_a_page_is_refused_and_the_rest_is_read(tmp_path):
    deep = "[" * 100_000
    page = f'<script type="application/ld+json">{deep}</script><script type="application/ld+json">' + json.dumps(
        {"@type": "JobPosting", "title": "Kok"}
    ) + "</script>"  # fmt: skip
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    assert [one.title for one in read_feed(path).records] == ["Kok"]


def test_numbers_of_a_million_digits_are_refused(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"title": ' + "9" * 1_000_000 + '}\n{"title": "Kok"}\n', encoding="utf-8")
    assert read_feed(path).report.refused_count == 1


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path, monkeypatch):
    limits = {**feed_rules().limits, "max_bytes": 1000, "max_line_bytes": 500, "max_page_bytes": 700}
    rules = feed_rules()
    for module in ("source", "rules"):
        monkeypatch.setattr(f"matcher.feeds.{module}.feed_rules", lambda: _with(rules, limits))
    refuse(tmp_path, "a.csv", b"Titel\n" + b"x" * 2000, "groter dan")
    refuse(tmp_path, "a.csv", b"Titel\n" + b"x" * 600, "langer dan")
    refuse(tmp_path, "a.html", b"x" * 800, "hoogstens")


def _with(rules, limits):
    from dataclasses import replace

    return replace(rules, limits=limits)


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.jsonl", "a.html"])
def test_binary_and_empty_files_are_refused(tmp_path, name):
    refuse(tmp_path, name, b"\x00\x01\x02\x03titel", "geen tekstbestand")
    refuse(tmp_path, name, b"", "leeg")


def test_an_unclosed_quote_costs_its_own_record_only_within_limits(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('Titel;Tekst\nKok;"open\n' + "Ober;b\n" * 3, encoding="utf-8")
    reading = read_feed(path)
    assert reading.report.read >= 1


@pytest.mark.parametrize("kind", sorted(FORMATS))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400))
def test_any_bytes_give_records_or_one_clear_error(tmp_path, kind, content):
    path = tmp_path / "feed"
    path.write_bytes(content)
    try:
        read_feed(path, format=kind)
    except MatcherError as error:
        assert str(error)


@pytest.mark.parametrize("kind", ["csv", "html", "json", "jsonl", "mail", "text"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.text(alphabet='{}[]":,;<>=/!-&#@ \nabTitleText0', max_size=300))
def test_any_text_gives_records_or_one_clear_error(tmp_path, kind, content):
    path = tmp_path / "feed"
    path.write_text("Titel;Tekst\n" + content if kind == "csv" else content, encoding="utf-8")
    try:
        read_feed(path, format=kind)
    except MatcherError as error:
        assert str(error)
