"""What work is worth against the old wage, as plain sums: median of three, reduction for hours, loss in percent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from matcher.dossier.rules import rules_on

RULES = "dossier_earning.yaml"
_MIDDLE = 2


@dataclass(frozen=True, slots=True)
class WorkWage:
    """One kind of work with its hourly wage and the most hours that its jobs offer.

    Attributes:
        title_nl: name of the work.
        eur_per_hour: hourly wage.
        hours_per_week: most hours a week among its jobs; None when nobody knows.
    """

    title_nl: str
    eur_per_hour: Decimal
    hours_per_week: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Estimate:
    """What three kinds of work are worth against the old wage.

    Attributes:
        used: the three kinds with the highest hourly wages, highest first.
        median: the middle one.
        work_hours: hours that count for the work (a).
        old_hours: hours of the old work (b).
        factor: a / b, at most 1.
        eur_per_hour: median wage times the factor.
        loss_pct: loss against the old hourly wage, in percent.
        loss_pct_full_hours: the same if the hours were no fewer.
        class_nl: the class of the loss in Dutch.
    """

    used: tuple[WorkWage, ...]
    median: WorkWage
    work_hours: Decimal
    old_hours: Decimal
    factor: Decimal
    eur_per_hour: Decimal
    loss_pct: Decimal
    loss_pct_full_hours: Decimal
    class_nl: str


def estimate(
    wages: Sequence[WorkWage], old_wage: Decimal, old_hours: Decimal, on: date, medical_hours: Decimal | None = None
) -> Estimate | None:
    """Answer what the three best paid kinds of work are worth against the old wage.

    Args:
        wages: kinds of work; each must be another kind.
        old_wage: old hourly wage.
        old_hours: old hours a week.
        on: the day, for the classes.
        medical_hours: hours a week that the form allows; None when it sets no limit.

    Returns:
        The estimate; None with fewer than three kinds or without old hours.

    Example:
        >>> work = [
        ...     WorkWage("a", Decimal("15.10"), Decimal(38)),
        ...     WorkWage("b", Decimal("14.40"), Decimal(32)),
        ...     WorkWage("c", Decimal("13.90"), Decimal(36)),
        ... ]
        >>> found = estimate(work, Decimal(20), Decimal(36), date(2026, 12, 1))
        >>> str(found.median.eur_per_hour), str(round(found.factor, 3)), str(round(found.loss_pct, 1))
        ('14.40', '0.889', '36.0')
    """
    needed = int(rules_on(RULES, on)["codes_needed"])
    if len(wages) < needed or old_hours <= 0:
        return None
    used = tuple(sorted(wages, key=lambda work: (-work.eur_per_hour, work.title_nl))[:needed])
    median = used[_MIDDLE - 1]
    hours = min(
        [old_hours if work.hours_per_week is None else work.hours_per_week for work in used]
        + ([] if medical_hours is None else [medical_hours])
    )
    factor = min(hours / old_hours, Decimal(1))
    value = median.eur_per_hour * factor
    loss = loss_pct(old_wage, value)
    return Estimate(
        used=used,
        median=median,
        work_hours=hours,
        old_hours=old_hours,
        factor=factor,
        eur_per_hour=value,
        loss_pct=loss,
        loss_pct_full_hours=loss_pct(old_wage, median.eur_per_hour),
        class_nl=class_nl(loss, on),
    )


def loss_pct(old_wage: Decimal, new_wage: Decimal) -> Decimal:
    """Answer the loss of earning capacity in percent; earning more than before is no loss.

    Args:
        old_wage: old hourly wage.
        new_wage: hourly wage that remains.

    Example:
        >>> str(round(loss_pct(Decimal(20), Decimal("12.80")), 1))
        '36.0'
    """
    return max((old_wage - new_wage) / old_wage * 100, Decimal(0))


def class_nl(loss: Decimal, on: date) -> str:
    """Answer the class of a loss in Dutch.

    Args:
        loss: loss in percent, not rounded.
        on: the day.

    Example:
        >>> class_nl(Decimal(35), date(2026, 12, 1))
        '35 tot 80%: WGA'
    """
    rows = rules_on(RULES, on)["classes"]
    return next(str(row["label_nl"]) for row in rows if Decimal(row["from"]) <= loss < Decimal(row["below"]))


def month_value(eur_per_hour: Decimal, hours_per_week: Decimal) -> Decimal:
    """Answer the wage of an average month.

    Example:
        >>> month_value(Decimal(12), Decimal(26))
        Decimal('1352')
    """
    return eur_per_hour * hours_per_week * 52 / 12
