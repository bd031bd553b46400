"""The file around the zoekprofiel: its details, the coach's hand, versions, the market, the track's log and earnings.

Small values and plain functions. Nothing is stored, unless a path is given.
"""

from matcher.dossier.canonical import canonical, plain
from matcher.dossier.changes import VersionChange, compare_versions, full_match
from matcher.dossier.coached import CoachedProfile
from matcher.dossier.coaching import apply_coach, coached
from matcher.dossier.decided import decided
from matcher.dossier.detail_views import coached_view, details_view, hand_blocks, market_blocks
from matcher.dossier.details import ProfileDetails, enrich
from matcher.dossier.market import NO_COUNTS, CountsFromTable, MarketEvidence, VacancyCounts
from matcher.dossier.panel import EarningPanel, earning_panel, for_audience
from matcher.dossier.retention import Retention, retention
from matcher.dossier.track_report import TrackReport, track_report
from matcher.dossier.track_views import panel_view, track_view
from matcher.dossier.track_warnings import TrackWarning, track_warnings
from matcher.dossier.version_file import StoredVersion, append_version, as_match, read_versions, recheck
from matcher.dossier.version_views import change_view, recheck_view, story_view

__all__ = [
    "NO_COUNTS",
    "CoachedProfile",
    "CountsFromTable",
    "EarningPanel",
    "MarketEvidence",
    "ProfileDetails",
    "Retention",
    "StoredVersion",
    "TrackReport",
    "TrackWarning",
    "VacancyCounts",
    "VersionChange",
    "append_version",
    "apply_coach",
    "as_match",
    "canonical",
    "change_view",
    "coached",
    "coached_view",
    "compare_versions",
    "decided",
    "details_view",
    "earning_panel",
    "enrich",
    "for_audience",
    "full_match",
    "hand_blocks",
    "market_blocks",
    "panel_view",
    "plain",
    "read_versions",
    "recheck",
    "recheck_view",
    "retention",
    "story_view",
    "track_report",
    "track_view",
    "track_warnings",
]
