"""The rules of `reference/data/poortwachter.yaml` as checked, frozen values."""

from datetime import date
from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from matcher.domain.citation import Citation, Standing
from matcher.errors import DataError
from matcher.poortwachter.model import NoticeKind, Party, Status
from matcher.reference.tables import read_yaml


class _Rule(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CitedRule(_Rule):
    """A citation and how it was read: V in the source, S second-hand, G general knowledge, M ours."""

    source: str
    standing: Standing
    mark: Literal["V", "S", "G", "M"]
    how_nl: str


class DatedText(_Rule):
    """A Dutch text for first sick days on or after a date; without a date for all."""

    from_date: date | None = Field(default=None, alias="from")
    text: str


class Window(_Rule):
    """The first week in which a moment is expected, and the week in which it is due."""

    from_week: int
    due_week: int


class WeeksAfterDone(_Rule):
    """A due date that counts from the recorded date of another moment."""

    moment: str
    weeks: int


class MomentRule(_Rule):
    """What all kinds of moments have in common."""

    code: str
    title_nl: str
    agenda_nl: str | None = None
    who: tuple[Party, ...]
    output_nl: str
    done_by: str | None = None
    kind: Literal["duty", "passes", "option"] = "duty"
    late_risk: str | None = None
    open_days: int = 0
    why_nl: tuple[DatedText, ...]
    citation: CitedRule

    def why(self, first_sick_day: date) -> str:
        """Answer the text that holds for this first sick day."""
        texts = [text for text in self.why_nl if text.from_date is None or text.from_date <= first_sick_day]
        return texts[-1].text


class FixedRule(MomentRule):
    """A moment with a window in weeks."""

    window: Window
    weeks_after_done: WeeksAfterDone | None = None


class SeriesRule(MomentRule):
    """Moments that return every so many weeks after an anchor."""

    anchor: Literal["plan_of_approach", "second_track_start"]
    every_weeks: int


class TrackStartRule(MomentRule):
    """The start of the second track."""

    warn_from_week: int
    weeks_after_evaluation: int
    evaluation_from_week: int
    evaluation_to_week: int


class Reason(_Rule):
    """Why the second track is not needed, with its source."""

    why_nl: str
    citation: CitedRule


class PerspectiveRule(Reason):
    """Structural return at the own employer soon after the evaluation."""

    months_after_evaluation: int
    check: MomentRule


class AowRule(Reason):
    """AOW soon after the gate, with a written agreement."""

    years_after_gate: int


class NewCapacityRule(Reason):
    """Capacity that arose after the first-year evaluation."""

    weeks_to_plan: int
    weeks_to_start: int
    plan: MomentRule


class ChangedCapacityRule(_Rule):
    """A newer form during the track."""

    days: int
    moment: MomentRule


class ClosingRule(_Rule):
    """The end of the track."""

    months_from: int
    months_to: int
    moment: MomentRule


class SecondTrackRules(_Rule):
    """Everything about the second track."""

    start: TrackStartRule
    no_evaluation_nl: str
    planned_nl: str
    perspective: PerspectiveRule
    returned: Reason
    no_possibilities: Reason
    marginal: Reason
    aow: AowRule
    new_capacity: NewCapacityRule
    changed_capacity: ChangedCapacityRule
    closing: ClosingRule


class ContractBand(MomentRule):
    """What is asked when the contract ends after a length of sickness; the last band has no limit."""

    below_weeks: int | None = None
    to_weeks: int | None = None


class ContractRule(_Rule):
    """The end of the contract during sickness."""

    bands: tuple[ContractBand, ...]
    after: Reason


class RiskRule(_Rule):
    """What can follow from being late. Always a risk, never a certainty."""

    weeks: int | None = None
    text_nl: str
    done_late_text_nl: str
    citation: CitedRule


class SixtyPlusRule(_Rule):
    """The simple WIA judgement for people of 60 and older; their age is not in a case."""

    age: int
    aow_years_after_gate_at_most: int
    waiting_ends_up_to: date
    text_nl: str
    citation: CitedRule


class NoticeRule(_Rule):
    """The text of a notice."""

    kind: NoticeKind
    text_nl: str


class ReadingRule(_Rule):
    """What one source says."""

    source: str
    says_nl: str


class ConflictRule(_Rule):
    """A point on which sources disagree."""

    code: str
    touches: tuple[str, ...]
    topic_nl: str
    readings: tuple[ReadingRule, ...]
    taken_nl: str


class Counting(_Rule):
    """How weeks are counted."""

    days_per_week: int
    soon_days: int
    waiting_weeks: int
    text_nl: str
    citation: CitedRule


class StatusWords(_Rule):
    """The words and the sign of a status."""

    label: str
    short: str
    sign: str


class PlausibleDates(_Rule):
    """Dates outside these are typing errors."""

    first: date
    last: date


class Rulebook(_Rule):
    """The whole file."""

    schema_id: Literal["matcher/poortwachter/1"] = Field(alias="schema")
    read_on: date
    holds_from: date
    plausible_dates: PlausibleDates
    counting: Counting
    marks_nl: dict[str, str]
    parties_nl: dict[Party, str]
    standings_nl: dict[Standing, str]
    notice_kinds_nl: dict[NoticeKind, str]
    statuses_nl: dict[Status, StatusWords]
    moments: tuple[FixedRule, ...]
    series: tuple[SeriesRule, ...]
    second_track: SecondTrackRules
    early_iva: FixedRule
    early_iva_passed_nl: str
    contract_end: ContractRule
    risks: dict[str, RiskRule]
    sixty_plus: SixtyPlusRule
    notices: dict[str, NoticeRule]
    notice_citations: dict[str, CitedRule]
    conflicts: tuple[ConflictRule, ...]
    conflict_citation: CitedRule

    def cite(self, rule: CitedRule) -> Citation:
        """Answer the citation; a source that was not read itself says so."""
        how = " ".join(part for part in (rule.how_nl, self.marks_nl[rule.mark]) if part)
        return Citation(rule.source, rule.standing, how)


@cache
def rulebook() -> Rulebook:
    """Answer the rules of the calendar.

    Example:
        >>> rulebook().counting.waiting_weeks
        104

    Raises:
        DataError: the file does not have the shape that this version reads.
    """
    try:
        return Rulebook.model_validate(read_yaml("poortwachter.yaml"))
    except ValidationError as error:
        raise DataError(f"poortwachter.yaml heeft niet de vorm die deze versie leest: {error}") from error
