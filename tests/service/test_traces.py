"""What the soak looks for is found wherever it stands, and what the server counted itself is no find."""

import json
from pathlib import Path

import pytest

from tests.service.personal import personal_case
from tests.service.traces import in_counters, left_behind, traces

_POSTCODE = personal_case()["person"]["region"]["postcode4"]


def _words(folder: Path) -> list[str]:
    return [found.word for found in left_behind(folder)]


def _audit(folder: Path, **more: object) -> None:
    lines = [json.dumps({"action": "stages", "number": n, **more}, separators=(",", ":")) for n in range(1, 10_001)]
    (folder / "audit.jsonl").write_text("\n".join(lines), encoding="utf-8")


def test_the_number_of_a_line_of_the_audit_log_is_no_find(tmp_path):
    _audit(tmp_path)
    assert _words(tmp_path) == []


@pytest.mark.parametrize("field", ["reason", "stage", "bureau"])
def test_the_same_digits_in_a_field_of_the_audit_log_are_found(tmp_path, field):
    _audit(tmp_path, **{field: _POSTCODE})
    assert _words(tmp_path) == [_POSTCODE]


def test_a_number_that_is_not_that_of_its_line_is_found(tmp_path):
    (tmp_path / "audit.jsonl").write_text(f'{{"number":1}}\n{{"number":{_POSTCODE}}}\n', encoding="utf-8")
    assert _words(tmp_path) == [_POSTCODE]


def test_what_the_log_measures_is_no_find_but_the_same_digits_as_text_are(tmp_path):
    log = tmp_path / "server-8000.log"
    log.write_text(f'{{"event":"request","ms":{_POSTCODE}.0,"pid":{_POSTCODE}}}\n', encoding="utf-8")
    assert _words(tmp_path) == []
    log.write_text(f'{{"event":"request","route":"/v1/{_POSTCODE}","ms":1.0}}\n', encoding="utf-8")
    assert _words(tmp_path) == [_POSTCODE]


def test_a_count_is_no_find_in_the_counters_but_a_label_is():
    assert in_counters(f'matcher_requests_total{{route="none"}} {_POSTCODE}.0\n'.encode()) == []
    found = in_counters(f'matcher_requests_total{{route="{_POSTCODE}"}} 1.0\n'.encode())
    assert [each.word for each in found] == [_POSTCODE]


def test_a_find_says_where_it_is_and_what_stands_around_it():
    (found,) = traces("somewhere.tmp", b"voor qzxfunctie na")
    assert str(found) == "somewhere.tmp: 'qzxfunctie' in 'voor qzxfunctie na'"
