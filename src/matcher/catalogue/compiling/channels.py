"""The demand channels and the limit that each capacity level puts on them."""

from dataclasses import dataclass

from matcher.catalogue.compiling.own import own_table

LEVELS = 5
"""Norm and at most four levels; a level that a channel does not have stays unknown."""


@dataclass(frozen=True)
class Channel:
    """One demand channel.

    Attributes:
        name: the channel, such as `IV.13`.
        kind: ordinal, nominal or flag.
        levels: the highest capacity level.
        tolerance: `peak` where an incidental peak may be tolerated, else `none`.
        quantity: the measured quantity, or empty.
        limits: level -> value of the list in the channel's unit, where the list gives one.
    """

    name: str
    kind: str
    levels: int
    tolerance: str
    quantity: str
    limits: dict[int, float]


def read_channels() -> tuple[Channel, ...]:
    """Answer the channels in the order of the table, with the limits of the FML list.

    Example:
        >>> channels = {channel.name: channel for channel in read_channels()}
        >>> channels["IV.13"].limits
        {0: 15.0, 1: 10.0, 2: 5.0, 3: 2.0}
    """
    limits: dict[str, dict[int, float]] = {}
    for row in _table("fml_levels.csv"):
        if row["channel"] and row["value"] and ":" not in row["value"]:
            limits.setdefault(row["channel"], {})[int(row["level"])] = float(row["value"])
    return tuple(
        Channel(
            name=row["channel"],
            kind=row["kind"],
            levels=int(row["levels"]),
            tolerance=row["tolerance"],
            quantity=row["quantity"],
            limits=limits.get(row["channel"], {}),
        )
        for row in _table("channels.csv")
    )


def _table(name: str) -> list[dict[str, str]]:
    return own_table(name, "matcher.reference")
