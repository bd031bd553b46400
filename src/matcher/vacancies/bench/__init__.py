"""The same job side by side: our pass, polars, DuckDB, pandas and PostgreSQL over the same sorted rows, in one run."""

from matcher.vacancies.bench.growth import ROWS, Grown, grow, growth_table
from matcher.vacancies.bench.runner import BenchLine, BenchReport, run_bench

__all__ = ["ROWS", "BenchLine", "BenchReport", "Grown", "grow", "growth_table", "run_bench"]
