"""The zoekprofiel as data: which work, why, under which conditions, and what is still to be asked."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from matcher.domain.anchor import Anchor
from matcher.domain.condition import Condition
from matcher.domain.contribution import Contribution
from matcher.domain.finding import Finding, Verdict


@dataclass(frozen=True, slots=True)
class RankedOccupation:
    """One occupation for one person on one day, with everything that was compared.

    Attributes:
        id: occupation id, e.g. `isco:4226`.
        title_nl: Dutch title.
        rank: place in its list, from 1.
        score: sum of the contributions.
        verdict: what the findings add up to.
        findings: one per channel.
        contributions: the parts of the score.
        opens_at: stage from which it counts, or None when time does not open it.
        acceptance: `yes`, `not_yet` or `no`: whether the worker may be expected to accept it now.
        advised: whether the labour expert advised it.
        rejected: whether the labour expert or the person ruled it out.
        own_work: whether it is the unit group of the own work.
        waited: whether it stands lower than its score, to keep the list broad or because of doubt.
        alike_own: whether it is so much like the own work that one must ask which task would go.
        legal_requirement_nl: what the law asks before entry, or empty.
        barred_nl: why it is not offered although capacity does not rule it out; empty when it is offered.
        wage_share_pct: usual hourly wage as a percentage of the old one, or None.
        below_result_line: whether the monthly value lies under the 65% line of practice; None when it is not known.
        month_share_pct: usual monthly wage value at the hours within capacity, as a percentage of the old month wage.
    """

    id: str
    title_nl: str
    rank: int
    score: int
    verdict: Verdict
    findings: tuple[Finding, ...]
    contributions: tuple[Contribution, ...]
    opens_at: str | None
    acceptance: str
    advised: bool
    rejected: bool
    own_work: bool
    waited: bool
    alike_own: bool
    legal_requirement_nl: str
    barred_nl: tuple[str, ...]
    wage_share_pct: int | None
    month_share_pct: int | None
    below_result_line: bool | None


@dataclass(frozen=True, slots=True)
class EntryNeed:
    """Something that work asks before entry and that the case does not show.

    Attributes:
        code: code of the requirement, e.g. `RIJ_C95`, or `computer`.
        nl: what is needed, in Dutch, as it stands after "de wet vraagt hiervoor nog" or "werkgevers
            vragen hiervoor vaak".
        en: the same in English.
        by_law: whether the law asks it, with the text of the requirement in `RankedOccupation.legal_requirement_nl`.
    """

    code: str
    nl: str
    en: str
    by_law: bool


@dataclass(frozen=True, slots=True)
class AdviceSign:
    """What the occupation tables say of one kind of work, about words of the labour expert's advice.

    Attributes:
        field: place of the advice in the case.
        topic_nl: what the words were read as, in Dutch.
        text_nl: what the tables say of it, in Dutch.
        share_pct: share of the jobs in which it is so; None when not known or when it is no share.
        source: id of the source, or empty.
    """

    field: str
    topic_nl: str
    text_nl: str
    share_pct: int | None
    source: str


@dataclass(frozen=True, slots=True)
class KindOfWork:
    """One kind of work in the zoekprofiel: an occupation with its anchor and its open questions.

    Attributes:
        occupation: the ranked occupation.
        kind_nl: plain name of the kind of work.
        anchor: the fact of the case that this work rests on, or openly none.
        why_nl: that fact, with level and size, in Dutch.
        tasks_nl: usual tasks.
        employer_questions_nl: open questions about this work, beside those of every work; the same for everybody
            (decision 11).
        later_because: what keeps it out of the present stage: `experience`, `education`; empty when it counts now.
        counts_from: the day from which it counts in the stages; None when it counts now, or when time does not say.
        needs: what is still needed before entry, as far as the case shows; empty when nothing is known to be lacking.
        advice: what the tables say of it about the labour expert's advice; it orders nothing and rules nothing out.
    """

    occupation: RankedOccupation
    kind_nl: str
    anchor: Anchor
    why_nl: str
    tasks_nl: tuple[str, ...]
    employer_questions_nl: tuple[str, ...]
    later_because: tuple[str, ...] = ()
    counts_from: date | None = None
    needs: tuple[EntryNeed, ...] = ()
    advice: tuple[AdviceSign, ...] = ()


@dataclass(frozen=True, slots=True)
class ExpertWords:
    """Advice or a rejection of the labour expert, word for word. For the coach's eyes.

    Attributes:
        field: place in the case.
        label_nl: `Advies` or `Afgewezen`, in Dutch.
        words: the words as they stand in the case.
        done_nl: what was done with them.
    """

    field: str
    label_nl: str
    words: str
    done_nl: str


@dataclass(frozen=True, slots=True)
class Question:
    """One open question.

    Attributes:
        to: `doctor`, `labour_expert`, `coach` or `employer`.
        about: channel, item or field that it is about.
        text_nl: the question.
    """

    to: str
    about: str
    text_nl: str


@dataclass(frozen=True, slots=True)
class HoursFrame:
    """How many hours are possible, and what the build-up schedule says.

    Attributes:
        per_day: hours a day within capacity, or None when not limited or not known.
        per_week: hours a week within capacity, or None when not limited or not known.
        least_per_week: from how many hours a week work counts in this stage, or None when the stage sets no bound.
        text_nl: the hours in Dutch.
        no_evenings: whether evenings are limited; None when the form does not say.
        no_nights: whether nights are ruled out; None when the form does not say.
        says: names of the sentences on times and hours, e.g. `no_night`, `part_time`.
    """

    per_day: Decimal | None
    per_week: Decimal | None
    least_per_week: Decimal | None
    text_nl: str
    no_evenings: bool | None
    no_nights: bool | None
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NextStage:
    """What opens at the next stage, and when.

    Attributes:
        code: stage code.
        label_nl: stage in Dutch.
        from_date: first day, or None when the clock's start is not known.
        opens: titles that open then, best first.
    """

    code: str
    label_nl: str
    from_date: date | None
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Zoekprofiel:
    """What the person looks for, on what grounds, and what is still open. For the coach's eyes.

    Attributes:
        kinds: kinds of work, best first; at least three clearly different ones when `sufficient`.
        sufficient: whether there are three clearly different kinds of work.
        statement_nl: plain statement about the number of kinds, and whether the field is narrow.
        narrow: whether the field is narrow.
        narrow_why: why it is, as names of statements; empty when it is not.
        marginal: whether capacity is marginal.
        level_nl: education level and what it rests on.
        branches_nl: branches where this work is, the main ones first.
        conditions: work conditions, as words with the channels behind them.
        conditions_nl: the same conditions as sentences, without figures or body parts.
        hours: hours and times.
        region_nl: search region and travel.
        employer_questions_nl: open questions for every employer, whatever the work or the person.
        questions: open questions for doctor, labour expert and coach.
        next_stage: what opens next, or None.
        caveats_nl: what this profile is not.
        expert_said: advice and rejections of the labour expert, word for word.
        none_now: whether there are kinds of work and none of them counts in the present stage.
        first_counts_from: when the first of them counts, or None when that is not known.
        main_branches_nl: the main branch of every kind of work.
        coach_branches_nl: branches that the coach added, in the coach's words; no table was asked.
        own_jobs_left: jobs in the title of the own work that nobody rejected, when another job of it was.
        weeks_end: last day of week 104; None when the first sick day is not known.
    """

    kinds: tuple[KindOfWork, ...]
    sufficient: bool
    statement_nl: str
    narrow: bool
    narrow_why: tuple[str, ...]
    marginal: bool
    level_nl: str
    branches_nl: tuple[str, ...]
    conditions: tuple[Condition, ...]
    conditions_nl: tuple[str, ...]
    hours: HoursFrame
    region_nl: str
    employer_questions_nl: tuple[str, ...]
    questions: tuple[Question, ...]
    next_stage: NextStage | None
    caveats_nl: tuple[str, ...]
    expert_said: tuple[ExpertWords, ...] = ()
    none_now: bool = False
    first_counts_from: date | None = None
    main_branches_nl: tuple[str, ...] = ()
    weeks_end: date | None = None
    own_jobs_left: tuple[str, ...] = ()
    coach_branches_nl: tuple[str, ...] = ()
