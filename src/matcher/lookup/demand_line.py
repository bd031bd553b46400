"""What work asks on one channel as a line: a bar over the jobs, a few words, how sure."""

from dataclasses import dataclass

from matcher.catalogue import Catalogue
from matcher.domain.demand import Demand, Mark
from matcher.fit import demands_of
from matcher.lookup.wording import rules, say
from matcher.reference.channels import Channel, ChannelKind, channels
from matcher.reference.fml import Level, items
from matcher.report import amount_nl

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class DemandLine:
    """What the jobs of one occupation ask on one channel.

    Attributes:
        channel: the channel.
        demand: the shares of jobs; None when no source says anything.
        asked_pct: share of jobs that really ask it; None when unknown.
        above_norm_pct: share of jobs above the norm of the list; None when unknown.
        bar: ten blocks, the jobs from light to heavy; empty when unknown.
        asks_nl: what it comes down to, in a few words.
        counts_over: the figure that `asked_pct` counts from, such as "5 kg"; empty where the list gives words.
    """

    channel: Channel
    demand: Demand | None
    asked_pct: int | None
    above_norm_pct: int | None
    bar: str
    asks_nl: str
    counts_over: str = ""

    @property
    def is_known(self) -> bool:
        """Answer whether any source says anything."""
        return self.demand is not None and self.asked_pct is not None

    @property
    def stands_out(self) -> bool:
        """Answer whether the line deserves its own place on a card."""
        if self.asked_pct is None:
            return False
        above = self.above_norm_pct or 0
        return self.asked_pct >= int(rules()["asked_from_pct"]) or above >= int(rules()["above_norm_from_pct"])

    @property
    def brief_nl(self) -> str:
        """Answer what it comes down to, as short as it goes beside another occupation."""
        if self.asked_pct is None:
            return self.asks_nl
        over = say("share_over_in_jobs", share=self.asked_pct, figure=self.counts_over)
        first = over if self.counts_over else say("share_of_jobs", share=self.asked_pct)
        above = self.above_norm_pct or 0
        return f"{first}; {say('above_norm', share=above)}" if above >= rules()["above_norm_from_pct"] else first

    @property
    def mark(self) -> Mark:
        """Answer how the value is known."""
        return Mark.UNKNOWN if self.demand is None else self.demand.mark

    @property
    def error_pct(self) -> int | None:
        """Answer the uncertainty in points at the level that `asked_pct` is about."""
        return None if self.demand is None else self.demand.error_pct[self.channel.asking_level]


def lines_of(catalogue: Catalogue, occupation_id: str) -> tuple[DemandLine, ...]:
    """Answer all channels of one occupation, in the order of the list.

    Args:
        catalogue: occupations.
        occupation_id: an id of that catalogue.

    Raises:
        UnknownName: there is no such occupation.
    """
    row = catalogue.index[catalogue.occupation(occupation_id).id]
    return tuple(
        demand_line(channels()[code], demand)
        for code, demand in zip(catalogue.channels, demands_of(catalogue, row), strict=True)
    )


def demand_line(channel: Channel, demand: Demand | None) -> DemandLine:
    """Answer one line.

    Args:
        channel: the channel.
        demand: what the jobs ask; None when no source says anything.
    """
    shares = () if demand is None else tuple(share for share in demand.within_pct[: channel.levels + 1])
    known = [share for share in shares if share is not None]
    if demand is None or len(known) < channel.levels + 1:
        return DemandLine(channel, None, None, None, "", say("unknown"))
    asked, above = _WHOLE - known[channel.asking_level], _WHOLE - known[0]
    figures = _figures(channel)
    counted = _amount(channel, figures[channel.asking_level]) if figures else ""
    return DemandLine(channel, demand, asked, above, bar_of(known), _asks_nl(channel, known, asked, above), counted)


def bar_of(within_pct: list[int]) -> str:
    """Answer the jobs from light to heavy as blocks, each an equal part of the jobs.

    Args:
        within_pct: share of jobs within each level, norm first.

    Example:
        >>> bar_of([100, 60])
        '▁▁▁▁▁▁▅▅▅▅'
        >>> bar_of([80, 50, 30, 10])
        '▁▃▃▅▅▆▆▆██'
    """
    blocks, tiles = str(rules()["blocks"]), int(rules()["tiles"])
    top = len(within_pct)
    heights = []
    for tile in range(tiles):
        middle = (tile + 0.5) * _WHOLE / tiles
        strictest = next((level for level in range(top - 1, -1, -1) if within_pct[level] >= middle), -1)
        heights.append((top - 1 - strictest) / top)
    return "".join(blocks[round(height * (len(blocks) - 1))] for height in heights)


def _asks_nl(channel: Channel, within: list[int], asked: int, above: int) -> str:
    figures = _figures(channel)
    more = [say("above_norm", share=above)] if above >= rules()["above_norm_from_pct"] else []
    if not figures:
        name = "asked_fully" if channel.kind is ChannelKind.ORDINAL else "asked"
        return "; ".join([say(name, share=asked), *more])
    half, nearly = (_reached(within, rules()[key]) for key in ("half_pct", "nearly_all_pct"))
    if half is not None and half == nearly and not _open_ended(figures, half):
        return "; ".join([say("nearly_all_only", figure=_up_to(channel, figures[half])), *more])
    parts = []
    if half is not None and not _open_ended(figures, half):
        parts.append(say("half", figure=_up_to(channel, figures[half])))
    if nearly is not None and not _open_ended(figures, nearly):
        parts.append(say("nearly_all", figure=_up_to(channel, figures[nearly])))
    elif _open_ended(figures, 0):
        over = _amount(channel, figures[1])
        parts.append(say("share_over", share=_WHOLE - within[1], figure=over))
    return "; ".join([*parts, *more])


def _reached(within: list[int], share: int) -> int | None:
    """Answer the strictest level that this share of the jobs stays within; None when not even the norm holds it."""
    return next((level for level in range(len(within) - 1, -1, -1) if within[level] >= share), None)


def _open_ended(figures: dict[int, Level], level: int) -> bool:
    """Answer whether a level has no upper figure: the norm of "most of the day", or of "half an hour or more"."""
    return level == 0 and (figures[0].value is None or figures[0].value == figures[1].value)


def _up_to(channel: Channel, one: Level) -> str:
    if one.value == 0:
        return say("none_of_it")
    return say("less_than" if one.operator == "<" else "up_to", figure=_amount(channel, one))


def _amount(channel: Channel, one: Level) -> str:
    amount = "" if one.value is None else amount_nl(one.value, one.unit)
    return f"{amount} {say('per_hour')}" if channel.quantity.endswith("_per_h") else amount


def _figures(channel: Channel) -> dict[int, Level]:
    """Answer the levels of a channel whose figures are one rising quantity; empty where the list gives words."""
    item = items().get(channel.item)
    levels = [] if item is None else [one for one in item.levels.values() if one.channel == channel.code]
    limits = [one for one in levels if one.level > 0 and one.value is not None]
    if channel.levels == 1 or len(limits) < channel.levels or len({one.unit for one in limits}) > 1:
        return {}
    return {one.level: one for one in levels}
