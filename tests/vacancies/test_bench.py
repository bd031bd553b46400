"""The benchmark measures the same job: every way must answer the same, or it refuses to print a time."""

import numpy as np

from matcher import load_catalogue
from matcher.vacancies.bench import run_bench
from matcher.vacancies.bench.postgres import ordered_marks
from tests.service.postgres import postgres


def test_every_way_in_the_benchmark_answers_the_same_vacancies():
    report = run_bench(3000, 5, 1, load_catalogue())
    assert report.equal
    names = {line.name for line in report.lines if line.person == "wide"}
    assert names == {"matcher (numba)", "matcher (numpy)", "matcher, whole", "polars", "DuckDB", "pandas"}
    assert report.bytes_per_vacancy <= 320
    assert all(share > 0 for share in report.open_pct.values())


def test_postgresql_answers_the_same_and_pgvector_finds_the_nearest_titles_of_the_same_vacancies():
    with postgres(durable=False) as server:
        report = run_bench(3000, 5, 1, load_catalogue(), rivals=(), postgres=server.fresh())
    names = {line.name for line in report.lines if line.person == "typical"}
    assert report.equal
    assert names >= {"matcher (numba)", "PostgreSQL", "pgvector"}


def test_marks_keep_their_order_in_an_engine_that_has_numbers_with_a_sign_only():
    marks = np.array([0, 1, 2**63 - 1, 2**63, 2**64 - 1], np.uint64)
    assert np.all(np.diff(ordered_marks(marks).astype(object)) > 0)
