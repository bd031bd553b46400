"""The demand channels: one table that case, catalogue, vacancy text and index all speak (decision 1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from matcher.reference.tables import read_csv


class ChannelKind(StrEnum):
    """How levels on a channel relate."""

    ORDINAL = "ordinal"  # a higher level is less capacity
    NOMINAL = "nominal"  # levels are different kinds of limit, not degrees: limited or not
    FLAG = "flag"  # a condition that holds or not


@dataclass(frozen=True, slots=True)
class Channel:
    """One thing that work can ask and a person can do.

    Attributes:
        code: e.g. `IV.13`, `I.8.4`, `III.1.heat`.
        item: FML item that it belongs to.
        kind: ordinal, nominal or flag.
        levels: highest capacity level (0 = norm).
        quantity: name of the quantity, or empty.
        unit: unit of the quantity, or empty.
        peak_allowed: False on the channels without any tolerance (decision 3).
        degree_in_text: True when "limited" has no degree of its own and the text must tell.
        label_nl: short Dutch name.
        work_asks_nl: what the work asks, in plain Dutch.
        employer_question_nl: the open question for an employer (decision 11).
        condition_nl: the condition in positive words, without figures or body parts.
    """

    code: str
    item: str
    kind: ChannelKind
    levels: int
    quantity: str
    unit: str
    peak_allowed: bool
    degree_in_text: bool
    label_nl: str
    work_asks_nl: str
    employer_question_nl: str
    condition_nl: str

    @property
    def rubriek(self) -> str:
        """Answer the Roman number of the rubriek."""
        return self.item.split(".", 1)[0]

    @property
    def asking_level(self) -> int:
        """Answer the capacity level that a job must exceed to count as really asking this.

        It is the one before the strictest, such as more than 5 kg; with one level it is that one.

        Example:
            >>> channels()["IV.13"].asking_level
            2
        """
        return max(1, self.levels - 1) if self.kind is ChannelKind.ORDINAL else 1


@cache
def channels() -> Mapping[str, Channel]:
    """Answer every channel by code, in the order of the list.

    Example:
        >>> channels()["IV.13"].unit
        'kg'
    """
    return MappingProxyType({row["channel"]: _channel(row) for row in read_csv("channels.csv")})


def _channel(row: Mapping[str, str]) -> Channel:
    return Channel(
        code=row["channel"],
        item=row["item"],
        kind=ChannelKind(row["kind"]),
        levels=int(row["levels"]),
        quantity=row["quantity"],
        unit=row["unit"],
        peak_allowed=row["tolerance"] == "peak",
        degree_in_text=row["degree"] == "in_text",
        label_nl=row["label_nl"],
        work_asks_nl=row["work_asks_nl"],
        employer_question_nl=row["employer_question_nl"],
        condition_nl=row["condition_nl"],
    )
