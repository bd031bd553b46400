"""The same results as DataFrames, where a table is natural. pandas is imported here and nowhere else."""

from typing import TYPE_CHECKING

from matcher.domain.zoekprofiel import RankedOccupation
from matcher.matching import Match
from matcher.reference.channels import channels

if TYPE_CHECKING:
    import pandas as pd


def occupations_frame(result: Match) -> "pd.DataFrame":
    """Answer the ranked occupations as a table, one row each, with a column per part of the score.

    Args:
        result: what `match` answered.

    Returns:
        Columns `id, title_nl, group, rank, score, verdict, points, opens_at, acceptance, wage_share_pct` and one
        `points_<part>` per contribution; their sum is `score`.
    """
    import pandas as pd  # noqa: PLC0415 half a second that most commands never need

    groups = (
        ("shown", result.shown),
        ("own_work", result.own_work),
        ("later", result.later),
        ("exceeding", result.exceeding),
    )
    return pd.DataFrame([_row(group, occupation) for group, rows in groups for occupation in rows])


def _row(group: str, occupation: RankedOccupation) -> dict[str, object]:
    return {
        "id": occupation.id,
        "title_nl": occupation.title_nl,
        "group": group,
        "rank": occupation.rank,
        "score": occupation.score,
        "verdict": occupation.verdict.kind.value,
        "points": occupation.verdict.points,
        "opens_at": occupation.opens_at,
        "acceptance": occupation.acceptance,
        "wage_share_pct": occupation.wage_share_pct,
        **{f"points_{part.part}": part.points for part in occupation.contributions},
    }


def findings_frame(occupation: RankedOccupation) -> "pd.DataFrame":
    """Answer the findings of one occupation as a table, one row per channel.

    Args:
        occupation: one ranked occupation.
    """
    import pandas as pd  # noqa: PLC0415 half a second that most commands never need

    return pd.DataFrame(
        [
            {
                "channel": finding.channel,
                "label_nl": channels()[finding.channel].label_nl,
                "outcome": finding.outcome.value,
                "capacity_status": finding.capacity.status.value,
                "capacity_level": finding.capacity.level,
                "share_pct": finding.share_pct,
                "share_low_pct": finding.share_low_pct,
                "share_high_pct": finding.share_high_pct,
                "mark": None if finding.demand is None else finding.demand.mark.name.lower(),
                "source": None if finding.demand is None else finding.demand.source,
                "unit": channels()[finding.channel].unit,
                "rule": finding.rule,
            }
            for finding in occupation.findings
        ]
    )
