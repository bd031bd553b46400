"""The file around the zoekprofiel: its details, the coach's hand, versions, the market, the track's log and earnings.

Small values and plain functions. Nothing is stored, unless a path is given.
"""

from typing import TYPE_CHECKING

from matcher.faces import on_first_use

if TYPE_CHECKING:
    from matcher.dossier.canonical_bytes import canonical, plain
    from matcher.dossier.changes import VersionChange, compare_versions, full_match
    from matcher.dossier.coached_profile import CoachedProfile
    from matcher.dossier.coaching import apply_coach, coached
    from matcher.dossier.decided_match import decided
    from matcher.dossier.detail_views import coached_view, details_view, hand_blocks, market_blocks
    from matcher.dossier.details import ProfileDetails, enrich
    from matcher.dossier.keeping import Retention, retention
    from matcher.dossier.market import NO_COUNTS, CountsFromTable, MarketEvidence, VacancyCounts
    from matcher.dossier.panel import EarningPanel, earning_panel, for_audience
    from matcher.dossier.track_grounds import TrackWarning, track_warnings
    from matcher.dossier.track_reports import TrackReport, track_report
    from matcher.dossier.track_views import panel_view, track_view
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

_HOMES = {
    "NO_COUNTS": "market",
    "CoachedProfile": "coached_profile",
    "CountsFromTable": "market",
    "EarningPanel": "panel",
    "MarketEvidence": "market",
    "ProfileDetails": "details",
    "Retention": "keeping",
    "StoredVersion": "version_file",
    "TrackReport": "track_reports",
    "TrackWarning": "track_grounds",
    "VacancyCounts": "market",
    "VersionChange": "changes",
    "append_version": "version_file",
    "apply_coach": "coaching",
    "as_match": "version_file",
    "canonical": "canonical_bytes",
    "change_view": "version_views",
    "coached": "coaching",
    "coached_view": "detail_views",
    "compare_versions": "changes",
    "decided": "decided_match",
    "details_view": "detail_views",
    "earning_panel": "panel",
    "enrich": "details",
    "for_audience": "panel",
    "full_match": "changes",
    "hand_blocks": "detail_views",
    "market_blocks": "detail_views",
    "panel_view": "track_views",
    "plain": "canonical_bytes",
    "read_versions": "version_file",
    "recheck": "version_file",
    "recheck_view": "version_views",
    "retention": "keeping",
    "story_view": "version_views",
    "track_report": "track_reports",
    "track_view": "track_views",
    "track_warnings": "track_grounds",
}

if not TYPE_CHECKING:
    __getattr__ = on_first_use(__name__, _HOMES)
