"""Vacancies: an index of them, ranked for a person with the same comparison as occupations. Never the other way round.

No function here answers persons for a vacancy (decision 12).
"""

from matcher.vacancies.batch import BatchLine, overview, run_batch, write_whole
from matcher.vacancies.copies import Copying, Kept, copying, kept_in, kept_of, marks_in, stand_of
from matcher.vacancies.counts import IndexCounts
from matcher.vacancies.drift import FeedCount, Look, Signal, drift_view, look_at, look_json, read_look, signals
from matcher.vacancies.engines import Engine, Ranks, on_ray, one_by_one, shards_on_ray
from matcher.vacancies.feed_notes import notes_after
from matcher.vacancies.index import (
    Change,
    Index,
    Info,
    build_index,
    index_info,
    memory_index,
    open_index,
    remove_from_index,
    update_index,
)
from matcher.vacancies.jobs_view import jobs_vacancies_json
from matcher.vacancies.made_up import MadeUp, make_up
from matcher.vacancies.model import Closer, RankedVacancy
from matcher.vacancies.prepared import Place, Prepared, prepare
from matcher.vacancies.search import Ranked, rank_vacancies
from matcher.vacancies.shard_store import is_sharded
from matcher.vacancies.shards import Split, shard_index
from matcher.vacancies.share import Wanted
from matcher.vacancies.status import STATUS_NL
from matcher.vacancies.store import is_index
from matcher.vacancies.views import info_view, vacancies_csv, vacancies_json, vacancies_table

__all__ = [
    "STATUS_NL",
    "BatchLine",
    "Change",
    "Closer",
    "Copying",
    "Engine",
    "FeedCount",
    "Index",
    "IndexCounts",
    "Info",
    "Kept",
    "Look",
    "MadeUp",
    "Place",
    "Prepared",
    "Ranked",
    "RankedVacancy",
    "Ranks",
    "Signal",
    "Split",
    "Wanted",
    "build_index",
    "copying",
    "drift_view",
    "index_info",
    "info_view",
    "is_index",
    "is_sharded",
    "jobs_vacancies_json",
    "kept_in",
    "kept_of",
    "look_at",
    "look_json",
    "make_up",
    "marks_in",
    "memory_index",
    "notes_after",
    "on_ray",
    "one_by_one",
    "open_index",
    "overview",
    "prepare",
    "rank_vacancies",
    "read_look",
    "remove_from_index",
    "run_batch",
    "shard_index",
    "shards_on_ray",
    "signals",
    "stand_of",
    "update_index",
    "vacancies_csv",
    "vacancies_json",
    "vacancies_table",
    "write_whole",
]
