"""Which of several forms in one file is the newest, and what may not be taken over while that is not sure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from matcher.papers.date_labels import order_by
from matcher.papers.form_reading import FormReading
from matcher.papers.found import Doubt, ItemReading, Sureness


def newest_first(forms: Iterable[FormReading]) -> tuple[FormReading, ...]:
    """Answer forms with the newest in front.

    When it is not sure which one that is, every item on which the forms do not agree becomes a question: an older
    form must not be used as the newest.

    Args:
        forms: the forms of one file, as read.
    """
    ordered = sorted(
        forms, key=lambda form: (form.date.toordinal() if form.date else 0, len(form.found())), reverse=True
    )
    if not ordered:
        return ()
    lead, rest = ordered[0], ordered[1:]
    rivals = [other for other in rest if not _is_newer(lead, other)]
    if not rivals:
        return tuple(ordered)
    return (_with_rivals(lead, rivals), *rest)


def is_order_sure(forms: Sequence[FormReading]) -> bool:
    """Answer whether the first of these forms is surely the newest.

    Args:
        forms: the forms, the newest in front.
    """
    return all(_is_newer(forms[0], other) for other in forms[1:])


def _is_newer(form: FormReading, other: FormReading) -> bool:
    """Answer whether every date that both forms name says that the first is newer, and both are sure of theirs."""
    if not (form.front.drawn_up_sure and other.front.drawn_up_sure) or form.date == other.date:
        return False
    mine, theirs = form.front.dates, other.front.dates
    both = [name for name in order_by() if name in mine and name in theirs]
    return all(mine[name] >= theirs[name] for name in both)


def _with_rivals(lead: FormReading, rivals: Sequence[FormReading]) -> FormReading:
    items = {item.code: item for item in lead.items}
    for rival in rivals:
        if rival.numbering is not lead.numbering:
            items = {code: _asked(item, ()) for code, item in items.items()}
            continue
        for other in rival.found():
            own = items.get(other.code)
            if own is None or own.sureness is Sureness.NOT_FOUND:
                if other.sureness is Sureness.DOUBTFUL or any(other.levels):
                    items[other.code] = _asked(other, ())
            elif own.levels != other.levels:
                items[other.code] = _asked(own, other.levels or other.proposed)
        silent = {item.code for item in rival.items if item.sureness is Sureness.NOT_FOUND}
        for code in silent & items.keys():
            if any(items[code].levels):
                items[code] = _asked(items[code], ())
    return replace(lead, items=tuple(items.values()))


def _asked(item: ItemReading, others: tuple[int, ...]) -> ItemReading:
    if item.sureness is Sureness.NOT_FOUND:
        return item
    proposed = tuple(dict.fromkeys((*(item.levels or item.proposed), *others)))
    return replace(item, levels=(), proposed=proposed, sureness=Sureness.DOUBTFUL, doubt=Doubt.OTHER_FORM)
