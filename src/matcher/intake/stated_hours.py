"""Working hours that the doctor wrote in words beside an hours item: they bind like a figure in its own field."""

from collections.abc import Iterator

from matcher.domain.capacity import Capacity, CapacityStatus
from matcher.domain.case import CapacityForm
from matcher.intake.lines import Line
from matcher.intake.texts import hours_in, says_build_up
from matcher.intake.values import figure_for, level_for

_ITEM_PER = {"day": "VI.2", "week": "VI.3"}
_UNIT_PER = {"day": "uur per dag", "week": "uur per week"}


def hours_in_words(line: Line, form: CapacityForm) -> Iterator[Capacity]:
    """Answer the hours limits that stand in words beside an hours item; nothing when a figure or the norm is scored.

    Words beside one hours item may bind the other: "20 uur, hoogstens 4 uur per dag" stands beside the week. Hours
    of a build-up schedule do not bind: they are of a later day.

    Args:
        line: a line of the form.
        form: the form, for its date and kind.
    """
    text = line.entry.text
    if line.item not in _ITEM_PER.values() or line.figure is not None or line.levels == (0,):
        return
    if text is None or says_build_up(text):
        return
    for hours, per in hours_in(text):
        item = _ITEM_PER[per]
        figure = figure_for(item, hours, _UNIT_PER[per])
        yield Capacity(
            channel=item,
            status=CapacityStatus.LIMITED,
            level=level_for(item, figure),
            value=figure.value,
            unit=figure.unit,
            text=text,
            form_date=form.date,
            form_kind=form.kind,
        )
