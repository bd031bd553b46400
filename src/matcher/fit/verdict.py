"""Add findings up to a verdict. No weights: one conflict decides, one open point keeps it open."""

from collections.abc import Sequence

from matcher.domain.capacity import Remark
from matcher.domain.finding import Finding, Outcome, Verdict, VerdictKind

UNASKED = "capacity_unknown"
_OPEN = frozenset(outcome for outcome in Outcome if outcome.is_open_point)


def judge(findings: Sequence[Finding], remarks: Sequence[Remark]) -> Verdict:
    """Answer what the findings of one occupation add up to (decision 6).

    Items without a score that the work hardly asks count as one point together: the question to the doctor is one.

    Args:
        findings: one per channel, in the order of the list.
        remarks: texts of the form that no channel can answer; each is a point to explain.

    Returns:
        "within capacity" only when every compared item fits and nothing is open.
    """
    exceeding = tuple(f.channel for f in findings if f.outcome is Outcome.EXCEEDS)
    open_findings = [f for f in findings if f.outcome in _OPEN]
    opened = tuple(f.channel for f in open_findings)
    unasked = sum(f.outcome is Outcome.CAPACITY_UNKNOWN and f.rule == UNASKED for f in open_findings)
    points = len(opened) - unasked + min(unasked, 1) + len(remarks)
    if exceeding:
        kind = VerdictKind.EXCEEDS
    elif points or not any(f.outcome is Outcome.FITS for f in findings):
        kind = VerdictKind.POSSIBLE
    else:
        kind = VerdictKind.WITHIN
    return Verdict(kind, points, exceeding, opened, tuple(remarks))
