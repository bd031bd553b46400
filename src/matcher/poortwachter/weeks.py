"""Count days, weeks and months as the counting rule in `poortwachter.yaml` says."""

import calendar
from datetime import date, timedelta

from matcher.poortwachter.rules import rulebook


def first_day_of_week(first_sick_day: date, week: int) -> date:
    """Answer the first day of a week of sickness; the first sick day is day 1 of week 1.

    Example:
        >>> first_day_of_week(date(2026, 1, 5), 6)
        datetime.date(2026, 2, 9)
    """
    return weeks_after(first_sick_day, week - 1)


def last_day_of_week(first_sick_day: date, week: int) -> date:
    """Answer the last day of a week of sickness: the due date of "by week n".

    Example:
        >>> last_day_of_week(date(2026, 1, 5), 6)
        datetime.date(2026, 2, 15)
        >>> (last_day_of_week(date(2026, 1, 5), 104) - date(2026, 1, 5)).days + 1
        728
    """
    return weeks_after(first_sick_day, week) - timedelta(days=1)


def end_of_waiting_time(first_sick_day: date) -> date:
    """Answer the last day of the waiting time, until which the employer goes on paying; UWV may make it longer.

    Args:
        first_sick_day: first day of sickness.

    Example:
        >>> end_of_waiting_time(date(2026, 1, 5))
        datetime.date(2028, 1, 2)
    """
    return last_day_of_week(first_sick_day, rulebook().counting.waiting_weeks)


def week_of(first_sick_day: date, day: date) -> int:
    """Answer in which week of sickness a day falls; a day before the first sick day gives 0 or less.

    Example:
        >>> week_of(date(2026, 1, 5), date(2026, 2, 15)), week_of(date(2026, 1, 5), date(2026, 2, 16))
        (6, 7)
    """
    return (day - first_sick_day).days // rulebook().counting.days_per_week + 1


def weeks_after(day: date, weeks: int) -> date:
    """Answer the same day of the week, some weeks later.

    Example:
        >>> weeks_after(date(2026, 1, 5), 6)
        datetime.date(2026, 2, 16)
    """
    return day + timedelta(days=weeks * rulebook().counting.days_per_week)


def months_after(day: date, months: int) -> date:
    """Answer the same day of the month, some months later, or the last day of that month.

    Example:
        >>> months_after(date(2025, 11, 30), 3)
        datetime.date(2026, 2, 28)
    """
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month0 + 1)[1]
    return date(year, month0 + 1, min(day.day, last))


def years_after(day: date, years: int) -> date:
    """Answer the same day some years later; 29 February becomes 28 February where it does not exist.

    Example:
        >>> years_after(date(2028, 2, 29), 1)
        datetime.date(2029, 2, 28)
    """
    return months_after(day, 12 * years)
