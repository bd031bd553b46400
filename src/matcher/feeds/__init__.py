"""Vacancy feeds in, records out: CSV, Excel, JSON, saved pages, e-mails and plain text, with a reading report."""

from matcher.feeds.duplicates import merge_duplicates
from matcher.feeds.read import ENDINGS, FORMATS, FeedReading, format_of, iter_feed, read_feed
from matcher.feeds.report import FeedReport, Refusal, Tally

__all__ = [
    "ENDINGS",
    "FORMATS",
    "FeedReading",
    "FeedReport",
    "Refusal",
    "Tally",
    "format_of",
    "iter_feed",
    "merge_duplicates",
    "read_feed",
]
