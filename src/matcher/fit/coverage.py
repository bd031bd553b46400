"""How much of an occupation was really compared: the other half of every verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

from matcher.domain.finding import Finding, Outcome


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many channels were compared.

    Attributes:
        compared: channels with both a capacity and a demand.
        not_compared: channels without a limit where the work is unknown.
        open_channels: channels with a question or a signal.
        total: all channels.
    """

    compared: int
    not_compared: int
    open_channels: int
    total: int


def coverage(findings: Sequence[Finding]) -> Coverage:
    """Answer how many channels were compared.

    Args:
        findings: one per channel.

    Example:
        >>> coverage([]).total
        0
    """
    return Coverage(
        compared=sum(1 for f in findings if f.share_pct is not None and f.outcome is not Outcome.NOT_COMPARED),
        not_compared=sum(1 for f in findings if f.outcome is Outcome.NOT_COMPARED),
        open_channels=sum(1 for f in findings if f.outcome.is_open_point),
        total=len(findings),
    )
