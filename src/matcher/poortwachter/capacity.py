"""When there were no usable possibilities, and since when there are again, as the forms and the coach say."""

from datetime import date

from matcher.poortwachter.facts import Facts


def no_possibilities_since(facts: Facts) -> date | None:
    """Answer the date of the newest form when it says that there are no usable possibilities, else None."""
    newest = facts.newest_form
    if newest is None or newest.usable_possibilities is not False:
        return None
    arose = facts.capacity_arose_on
    return None if arose is not None and arose > newest.date else newest.date


def capacity_since(facts: Facts) -> date | None:
    """Answer since when there is capacity after a time without, or None when that is not recorded.

    The recorded day comes first. Else the first form after the last one without usable possibilities counts.
    """
    if facts.capacity_arose_on is not None and no_possibilities_since(facts) is None:
        return facts.capacity_arose_on
    later: date | None = None
    for form in reversed(facts.forms):
        if form.usable_possibilities is False:
            return later
        later = form.date
    return None


def unstated_since(facts: Facts) -> date | None:
    """Answer the date of the form after one without possibilities, when it does not say if there are any."""
    since = capacity_since(facts)
    if since is None or facts.capacity_arose_on is not None:
        return None
    form = next(form for form in facts.forms if form.date == since)
    return since if form.usable_possibilities is None else None
