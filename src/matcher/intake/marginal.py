"""Signs of marginal capacity (fml_practice.md section 7). The company doctor decides; we only say it."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from matcher.domain.capacity import Marginal
from matcher.domain.case import CapacityForm
from matcher.intake.capacities import channels_of, levels_count
from matcher.intake.leading import says_no_possibilities
from matcher.intake.lines import Line
from matcher.intake.texts import says_marginal
from matcher.reference.fml import items
from matcher.reference.form_rules import form_rules


def signs_of_marginal(form: CapacityForm, lines: Iterable[Line]) -> tuple[Marginal, ...]:
    """Answer by which signs a form speaks of marginal capacity, each once.

    Args:
        form: the leading form.
        lines: its lines.
    """
    found = dict.fromkeys(_signs(form, lines))
    return tuple(sign for sign in Marginal if sign in found)


def _signs(form: CapacityForm, lines: Iterable[Line]) -> Iterator[Marginal]:
    rules = form_rules()
    if says_no_possibilities(form):
        yield Marginal.NO_USABLE_POSSIBILITIES
    for line in lines:
        hours = _hours(line, scale_counts=levels_count(form))
        if hours is not None and line.item == "VI.2" and hours <= rules.hours_per_day:
            yield Marginal.HOURS_PER_DAY
        if hours is not None and line.item == "VI.3" and hours <= rules.hours_per_week:
            yield Marginal.HOURS_PER_WEEK
        if _text_says_so(line):
            yield Marginal.TEXT
    prognosis = form.prognosis
    if prognosis is not None:
        withheld = prognosis.withheld is not None and prognosis.withheld.marginal
        if withheld or (prognosis.text is not None and says_marginal(prognosis.text, about_hours=True)):
            yield Marginal.TEXT


def _hours(line: Line, *, scale_counts: bool) -> Decimal | None:
    """Answer the hours that a line stands for: the doctor's figure, else the figure of the ticked level."""
    if line.figure is not None:
        return line.figure.value
    if line.targets or not scale_counts or not line.levels:
        return None
    return items()[line.item].levels[line.levels[0]].value if line.item in {"VI.2", "VI.3"} else None


def _text_says_so(line: Line) -> bool:
    entry = line.entry
    if entry.withheld is not None:
        return entry.withheld.marginal
    return entry.text is not None and says_marginal(entry.text, about_hours=_about_hours(line))


def _about_hours(line: Line) -> bool:
    """Answer whether hours beside this line are working hours and not, say, hours of standing."""
    return line.item.startswith("VI.") or not channels_of(line.item)
