"""What was read about one item, how sure, and why not."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from matcher.domain.case import Side, WithheldText


class Sureness(StrEnum):
    """How sure a reading is."""

    SURE = "sure"
    DOUBTFUL = "doubtful"
    NOT_FOUND = "not_found"


class Doubt(StrEnum):
    """Why a reading is not sure. The sentence for each stands in `papers_nl.yaml`."""

    NAME_MISMATCH = "name_mismatch"
    NO_NAME = "no_name"
    NO_SCORE = "no_score"
    SEVERAL_SCORES = "several_scores"
    NUMBER_AND_WORD = "number_and_word"
    UNKNOWN_LEVEL = "unknown_level"
    DEGREE_UNKNOWN = "degree_unknown"
    WORD_UNKNOWN = "word_unknown"
    NUMBER_OR_HOURS = "number_or_hours"
    OTHER_DEGREE_IN_TEXT = "other_degree_in_text"
    TWICE = "twice"
    NUMBERING = "numbering"
    OLD_LIST_WORD = "old_list_word"
    RECOGNISED = "recognised"
    FIGURE_ELSEWHERE = "figure_elsewhere"
    SIDES = "sides"
    MENTIONED = "mentioned"
    RUBRIEK_SAYS_NORM = "rubriek_says_norm"
    OTHER_FORM = "other_form"
    PAST = "past"
    OTHER_PART = "other_part"
    COLUMN_UNKNOWN = "column_unknown"
    ROW_NUMBER = "row_number"
    SCALE_UNKNOWN = "scale_unknown"
    GROUPED = "grouped"
    MORE_OPTIONS = "more_options"
    COARSE_WORD = "coarse_word"
    SIDE_BY_SIDE = "side_by_side"


@dataclass(frozen=True, slots=True)
class ItemReading:
    """What the document says about one item.

    Attributes:
        code: code in the list of the form, e.g. `IV.13` or `4.14`.
        name: the name as it stands there; empty when it was not found.
        levels: the ticked levels when they are sure; else empty.
        sureness: how sure.
        page: page, counted from 1; None when not found.
        words: the words it was read from; coach-only, without identity and without anything medical.
        proposed: levels that may be meant, when in doubt: only to show beside the question.
        doubt: why it is not sure; None when it is.
        side: side of the body, when one side is named.
        value: a figure of the doctor in `unit`; None if none.
        unit: unit of the figure.
        text: the words beside the score; None when there are none or when they were not kept.
        withheld: what is left of words that were not kept because they name something medical or personal.
        corrected: True when the coach gave the value.
    """

    code: str
    name: str
    levels: tuple[int, ...]
    sureness: Sureness
    page: int | None
    words: str
    proposed: tuple[int, ...] = ()
    doubt: Doubt | None = None
    side: Side | None = None
    value: Decimal | None = None
    unit: str | None = None
    text: str | None = None
    withheld: WithheldText | None = None
    corrected: bool = False

    @property
    def text_withheld(self) -> bool:
        """Answer whether words were not kept."""
        return self.withheld is not None
