"""How the calendar calls a status and the parties that act, for whoever draws it in a form of their own."""

from matcher.poortwachter.dutch import listed
from matcher.poortwachter.model import Moment, Status
from matcher.poortwachter.rules import rulebook


def status_nl(status: Status) -> str:
    """Answer the Dutch name of a status.

    Args:
        status: where a moment stands.

    Example:
        >>> status_nl(Status.DONE)
        'gedaan'
    """
    return rulebook().statuses_nl[status].label


def who_nl(moment: Moment) -> str:
    """Answer who acts at a moment, in Dutch; empty when nobody has to.

    Args:
        moment: a moment of the calendar.
    """
    return listed([rulebook().parties_nl[party] for party in moment.who])
