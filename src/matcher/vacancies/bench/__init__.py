"""The same job side by side: our pass, polars, DuckDB and pandas over the same sorted rows, interleaved in one run."""

from matcher.vacancies.bench.runner import BenchLine, BenchReport, run_bench

__all__ = ["BenchLine", "BenchReport", "run_bench"]
