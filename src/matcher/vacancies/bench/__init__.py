"""The same job side by side: our pass, polars, DuckDB, pandas and PostgreSQL over the same sorted rows, in one run.

And how long explaining the best takes, which none of the others can do.
"""

from matcher.vacancies.bench.caseloads import CaseloadLine, caseload_bench
from matcher.vacancies.bench.explaining import ExplainLine, explain_bench
from matcher.vacancies.bench.growth import ROWS, Grown, grow, growth_table
from matcher.vacancies.bench.runner import BenchLine, BenchReport, run_bench

__all__ = [
    "ROWS",
    "BenchLine",
    "BenchReport",
    "CaseloadLine",
    "ExplainLine",
    "Grown",
    "caseload_bench",
    "explain_bench",
    "grow",
    "growth_table",
    "run_bench",
]
