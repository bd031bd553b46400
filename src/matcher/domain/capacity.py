"""What a person can do, per channel, and where that was read. Unknown is a value, never a gap."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from matcher.domain.case import FormKind, Side


class CapacityStatus(StrEnum):
    """How the capacity on one channel is known."""

    NORM = "norm"  # the form says: no limit
    NORM_BY_FORM = "norm_by_form"  # not listed on a confirmed deviations-only form (decision 2)
    LIMITED = "limited"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Capacity:
    """What a person can do on one channel.

    Attributes:
        channel: channel code, e.g. `IV.13` or `I.8.4`.
        status: how it is known.
        level: FML level on this channel (0 = norm); for a flag channel 0 or 1; None when unknown.
        options: every ticked level of the item, for nominal items where a number is not a degree.
        value: a number that the doctor named and that is stricter or milder than the level's own; None if none.
        unit: unit of `value`.
        degree_known: False when the form says "limited" and leaves the degree to a text (cbbs.md section 3).
        side: side of the body, if named.
        text: the doctor's own words beside the item; coach-only.
        form_date: date of the form that said so.
        form_kind: which document said so.
    """

    channel: str
    status: CapacityStatus
    level: int | None
    options: tuple[int, ...] = ()
    value: Decimal | None = None
    unit: str | None = None
    degree_known: bool = True
    side: Side | None = None
    text: str | None = None
    form_date: date | None = None
    form_kind: FormKind | None = None

    @property
    def is_known(self) -> bool:
        """Answer whether anything may be compared with this capacity."""
        return self.status is not CapacityStatus.UNKNOWN


class RemarkKind(StrEnum):
    """Why something on a form needs a person's eye."""

    NON_MATCHING = "non_matching"  # free text or "other": cannot be compared (cbbs.md section 3)
    HIDDEN_LIMIT = "hidden_limit"  # a limit in a text whose score says norm, or on another item (AZ9153)
    UNREADABLE = "unreadable"  # the level and the text or number do not agree
    WITHHELD = "withheld"  # the text names a diagnosis or treatment and was not kept (decision 8)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something on the form that cannot be compared and must be judged by a person.

    A non-matching point and a hidden limit keep every occupation from "binnen de belastbaarheid".

    Attributes:
        kind: why it needs an eye.
        item: item code of the current list; the form's kind or `prognose` when it is about more than one item.
        text: the doctor's words (coach-only), or None when withheld.
        channels: channels that the words seem to be about; empty when that is not clear.
        question_nl: what to ask, in Dutch, without the words themselves.
        safety: True when it touches an item without tolerance (personal risk, driving, allergy, skin, night, hours).
    """

    kind: RemarkKind
    item: str
    text: str | None
    channels: tuple[str, ...]
    question_nl: str
    safety: bool = False


class Marginal(StrEnum):
    """By which sign marginal capacity was recognised (fml_practice.md section 7)."""

    HOURS_PER_DAY = "hours_per_day"
    HOURS_PER_WEEK = "hours_per_week"
    TEXT = "text"
    NO_USABLE_POSSIBILITIES = "no_usable_possibilities"


@dataclass(frozen=True, slots=True)
class FormNotice:
    """A warning or assumption about the form as a whole, in Dutch, safe for the coach's screen.

    Attributes:
        code: stable short name, e.g. `form_age_warning`, `completeness_unconfirmed`, `legacy_numbering`.
        text_nl: the sentence for the coach.
        source: rule or source behind it.
    """

    code: str
    text_nl: str
    source: str


@dataclass(frozen=True, slots=True)
class CapacityProfile:
    """Everything that the newest usable form says, per channel, with what must still be asked.

    Attributes:
        channels: every channel of the channel table, in its order; unknown where nothing was read.
        remarks: texts that a person must judge.
        notices: warnings and assumptions about the form.
        marginal: signs of marginal capacity; empty when there are none.
        form_date: date of the leading form; None when there is no form.
        form_kind: kind of the leading form.
        age_weeks: age of the leading form on the day of matching, in whole weeks.
        incidental_peaks: whether the form allows incidental peaks.
    """

    channels: Mapping[str, Capacity]
    remarks: tuple[Remark, ...] = ()
    notices: tuple[FormNotice, ...] = ()
    marginal: tuple[Marginal, ...] = ()
    form_date: date | None = None
    form_kind: FormKind | None = None
    age_weeks: int | None = None
    incidental_peaks: bool = True

    def limited(self) -> tuple[Capacity, ...]:
        """Answer the channels with a limit, in the order of the channel table."""
        return tuple(c for c in self.channels.values() if c.status is CapacityStatus.LIMITED)
