"""The benchmark measures the same job: every way must answer the same, or it refuses to print a time."""

from pathlib import Path

import numpy as np
import pytest
from defusedxml import ElementTree

from matcher import load_catalogue
from matcher.cli.root import run
from matcher.errors import DataError
from matcher.vacancies.bench import ROWS, caseload_bench, caseloads, explain_bench, run_bench
from matcher.vacancies.bench.growth import growth_page, read_grown
from matcher.vacancies.bench.postgres import ordered_marks
from matcher.vacancies.bench.ways import WHOLE
from tests.service.postgres import postgres

DOCS = Path(__file__).parents[2] / "docs" / "growth"


def test_every_way_in_the_benchmark_answers_the_same_vacancies():
    report = run_bench(3000, 5, 1, load_catalogue())
    assert report.equal
    names = {line.name for line in report.lines if line.person == "wide"}
    assert names == {"matcher (numba)", "matcher (numpy)", "matcher, whole", "polars", "DuckDB", "pandas"}
    assert report.bytes_per_vacancy <= 320
    assert all(share > 0 for share in report.open_pct.values())


def test_explaining_is_measured_for_both_persons_with_what_it_holds():
    lines = explain_bench(400, 5, 2, load_catalogue())
    assert [line.person for line in lines] == ["typical", "wide"]
    wide = lines[1]
    assert wide.lists == 14
    assert wide.vacancies * wide.lists >= wide.occupations > 0
    assert min(wide.first_ms, wide.next_ms, wide.findings_ms, wide.parts_ms, wide.json_ms) > 0


def test_a_caseload_is_measured_for_both_persons_and_refuses_other_answers(monkeypatch):
    lines = caseload_bench(3000, 5, 1, load_catalogue())
    assert [(line.person, line.persons) for line in lines] == [("typical", 100), ("wide", 100)]
    assert min(min(line.alone_ms, line.together_ms, line.times, line.open_count) for line in lines) > 0
    monkeypatch.setattr(caseloads, "compiled_best_of_many", lambda *told: [(told[3], told[3], 0)] * 100)
    with pytest.raises(DataError):
        caseload_bench(1000, 5, 1, load_catalogue())


def test_postgresql_answers_the_same_and_pgvector_finds_the_nearest_titles_of_the_same_vacancies():
    with postgres(durable=False) as server:
        report = run_bench(3000, 5, 1, load_catalogue(), rivals=(), postgres=server.fresh())
    names = {line.name for line in report.lines if line.person == "typical"}
    assert report.equal
    assert names >= {"matcher (numba)", "PostgreSQL", "pgvector"}


def test_growth_goes_on_where_it_was_and_tells_every_size_as_a_page_and_a_picture(tmp_path, capsys):
    for rows in ("2000", "1000"):
        assert run(["bench", "growth", rows, "-o", str(tmp_path), "--rounds", "1", "--on", "2026-11-22"]) == 0
    assert capsys.readouterr().out.count("| 1,000 |") == 5
    page = (tmp_path / "growth.md").read_text(encoding="utf-8")
    assert page.index("| 1,000 | 2026-11-22") < page.index("| 2,000 | 2026-11-22")
    assert "| 1,000 | 2,000 | 2 times | typical |" in page
    picture = ElementTree.fromstring((tmp_path / "growth.svg").read_text(encoding="utf-8"))
    names = [node.text.partition(",")[0] for node in picture.iter() if node.tag.endswith("text") and "ms" in node.text]
    assert sorted(set(names)) == ["DuckDB", "matcher", "matcher (numba)", "polars"]
    assert len([node for node in picture.iter() if node.tag.endswith("polyline")]) == 2 * 4
    (tmp_path / "growth.json").write_text('{"iets": "anders"}', encoding="utf-8")
    assert run(["bench", "growth", "1000", "-o", str(tmp_path), "--rounds", "1"]) == 2
    assert "bevat geen meting" in capsys.readouterr().err


def test_the_shipped_growth_is_written_by_this_command_and_stays_within_the_bars():
    grown = read_grown(DOCS)
    assert [each.report.rows for each in grown] == list(ROWS)
    assert (DOCS / "growth.md").read_text(encoding="utf-8") == growth_page(grown)
    assert all(each.report.bytes_per_vacancy <= 320 for each in grown)
    times = {each.report.rows: each.line("typical", WHOLE).core_milliseconds for each in grown}
    assert times[5_000_000] / times[100_000] < 50


def test_marks_keep_their_order_in_an_engine_that_has_numbers_with_a_sign_only():
    marks = np.array([0, 1, 2**63 - 1, 2**63, 2**64 - 1], np.uint64)
    assert np.all(np.diff(ordered_marks(marks).astype(object)) > 0)
