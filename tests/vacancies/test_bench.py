"""The benchmark measures the same job: every way must answer the same, or it refuses to print a time."""

from matcher import load_catalogue
from matcher.vacancies.bench import run_bench


def test_every_way_in_the_benchmark_answers_the_same_vacancies():
    report = run_bench(3000, 5, 1, load_catalogue())
    assert report.equal
    names = {line.name for line in report.lines if line.person == "wide"}
    assert names == {"matcher (numba)", "matcher (numpy)", "polars", "DuckDB", "pandas"}
    assert report.bytes_per_vacancy <= 320
    assert all(share > 0 for share in report.open_pct.values())
