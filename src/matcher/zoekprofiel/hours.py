"""The hours that are possible: both hours limits bind, the build-up schedule is shown beside them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from matcher.domain.capacity import Capacity, CapacityProfile, CapacityStatus
from matcher.domain.case import BuildUpStep, Case
from matcher.domain.zoekprofiel import HoursFrame
from matcher.policy import Stage, least_hours
from matcher.reference.dates import date_in_words
from matcher.reference.fml import items
from matcher.reference.letters import upper_first
from matcher.reference.tables import read_yaml

DAYS_A_WEEK = 5
HOURS_ITEMS = ("VI.2", "VI.3")
_FULL_DAY = Decimal(8)
_FULL_WEEK = Decimal(36)


def hours_frame(case: Case, profile: CapacityProfile, stage: Stage, on: date) -> HoursFrame:
    """Answer how many hours are possible, and from how many hours work counts in this stage.

    Args:
        case: for the old hours and the doctor's build-up schedule.
        profile: for the hours limits and the times of day.
        stage: the stage that applies.
        on: the day of matching.
    """
    day, week = possible_hours(profile.channels["VI.2"]), possible_hours(profile.channels["VI.3"])
    evening, night = profile.channels["VI.1.evening"], profile.channels["VI.1.night"]
    old = case.person.old_job
    least = least_hours(stage, None if old is None else old.hours_per_week, hours_a_week(profile))
    return HoursFrame(
        per_day=day,
        per_week=week,
        least_per_week=least,
        text_nl=" ".join(
            [_sentence(profile, day, week), *_least(least, stage, profile), *_build_up(case, profile, on)]
        ),
        no_evenings=_limited(evening),
        no_nights=_limited(night),
        says=tuple(_says(profile, day, week)),
    )


def _says(profile: CapacityProfile, day: Decimal | None, week: Decimal | None) -> Iterator[str]:
    """Answer the names of the sentences on times and hours, for every form and text alike."""
    evening, night = (_limited(profile.channels[code]) for code in ("VI.1.evening", "VI.1.night"))
    if evening or night:
        yield "day" if evening and night else "no_night" if night else "mostly_day"
    short_day, part_time = day is not None and day < _FULL_DAY, week is not None and week < _FULL_WEEK
    hours = [profile.channels[code] for code in HOURS_ITEMS]
    if short_day or part_time:
        yield "short_both" if short_day and part_time else "short_days" if short_day else "part_time"
    elif any(item.status is CapacityStatus.LIMITED for item in hours):
        yield "ordinary"
    else:
        yield "free" if all(item.is_known for item in hours) else "unknown"


def hours_conditions(says: tuple[str, ...]) -> tuple[str, ...]:
    """Answer the conditions on times and hours as sentences, with their items; none where nothing is limited.

    Args:
        says: the names in `HoursFrame.says`.

    Example:
        >>> hours_conditions(("no_night", "free"))
        ('Het gaat om werk zonder nachtdiensten (VI.1).',)
    """
    words = read_yaml("zoekprofiel.yaml")["hours"]["conditions"]
    return tuple(f"{words[name]['nl'].removesuffix('.')} ({words[name]['items']})." for name in says if name in words)


def _limited(capacity: Capacity) -> bool | None:
    return capacity.status is CapacityStatus.LIMITED if capacity.is_known else None


def hours_a_week(profile: CapacityProfile) -> Decimal | None:
    """Answer the hours a week within both hours limits, as far as they have a figure; None when neither has one.

    Args:
        profile: capacity. Ask `hours_are_known` for each item before calling the answer complete.
    """
    day, week = (possible_hours(profile.channels[code]) for code in HOURS_ITEMS)
    by_day = None if day is None else day * DAYS_A_WEEK
    return min((hours for hours in (by_day, week) if hours is not None), default=None)


def _least(least: Decimal | None, stage: Stage, profile: CapacityProfile) -> list[str]:
    if not least or not all_hours_known(profile):
        return []
    share = Decimal(stage.value("hours_share_min") or 0) * 100
    return [read_yaml("zoekprofiel.yaml")["hours"]["least"].format(hours=_plain(least), pct=_plain(share))]


def all_hours_known(profile: CapacityProfile) -> bool:
    """Answer whether the form says how many hours are possible, both a day and a week.

    Args:
        profile: capacity.
    """
    return all(hours_are_known(profile.channels[code]) for code in HOURS_ITEMS)


def hours_are_known(capacity: Capacity) -> bool:
    """Answer whether an hours item says how many hours: no limit, or a limit with a figure.

    Args:
        capacity: capacity on `VI.2` or `VI.3`.
    """
    return capacity.is_known and (capacity.status is not CapacityStatus.LIMITED or possible_hours(capacity) is not None)


def possible_hours(capacity: Capacity) -> Decimal | None:
    """Answer the hours of a limited hours item; None when it is not limited or not known.

    Example:
        >>> from matcher.domain.capacity import Capacity, CapacityStatus
        >>> possible_hours(Capacity("VI.2", CapacityStatus.LIMITED, 3))
        Decimal('4')
    """
    if capacity.status is not CapacityStatus.LIMITED:
        return None
    listed = None
    if capacity.level is not None:
        listed = items()[capacity.channel].levels[capacity.level].value
    stated = [hours for hours in (capacity.value, listed) if hours is not None]
    # The doctor's own figure is more exact than the step of the list.
    return stated[0] if stated else None


def _sentence(profile: CapacityProfile, day: Decimal | None, week: Decimal | None) -> str:
    words = read_yaml("zoekprofiel.yaml")["hours"]
    if day is not None and week is not None:
        return upper_first(words["both"].format(day=_plain(day), week=_plain(week)) + ".")
    if day is not None:
        return upper_first(words["per_day"].format(day=_plain(day)) + ".")
    if week is not None:
        return upper_first(words["per_week"].format(week=_plain(week)) + ".")
    items_of_hours = [profile.channels[code] for code in HOURS_ITEMS]
    if profile.form_date is None:
        return str(words["no_form"])
    if any(item.status is CapacityStatus.LIMITED for item in items_of_hours):
        return str(words["degree_unknown"])
    return str(words["not_limited"] if all(item.is_known for item in items_of_hours) else words["unknown"])


def _plain(number: Decimal) -> str:
    text = format(number.normalize(), "f")
    return text.replace(".", ",")


def _build_up(case: Case, profile: CapacityProfile, on: date) -> list[str]:
    leading = [f for f in case.forms if (f.date, f.kind) == (profile.form_date, profile.form_kind)]
    steps = [step for form in leading for step in form.build_up if step.from_date >= on]
    later = sorted(steps, key=lambda step: step.from_date)
    words = read_yaml("zoekprofiel.yaml")["hours"]["build_up"]
    return [words.format(date=date_in_words(step.from_date), hours=_step(step)) for step in later]


def _step(step: BuildUpStep) -> str:
    parts = []
    if step.hours_per_day is not None:
        parts.append(f"{_plain(step.hours_per_day)} uur per dag")
    if step.hours_per_week is not None:
        parts.append(f"{_plain(step.hours_per_week)} uur per week")
    return " en ".join(parts)
