"""A limit in the words beside a level that is stricter than that level: the stricter one holds, never the laxer."""

from dataclasses import replace
from decimal import Decimal

from matcher.intake.lines import Line
from matcher.intake.texts import Clause, bans, clauses
from matcher.intake.values import Figure, units_of
from matcher.intake.word_figures import HOURS, figures_of
from matcher.reference.channels import ChannelKind, channels
from matcher.reference.fml import items
from matcher.reference.text_signals import limit_signs

_NOTHING = Decimal(0)


def with_stricter_words(line: Line) -> Line:
    """Answer the line with the figure of its own words, when they leave less than its level does; else the line itself.

    Only words that are plainly about this line count: one limit, one figure or a ban, without a side of the body. What
    is less plain stays a question to the doctor (`remarks_in_words`).

    Args:
        line: a line of the form without problems.
    """
    text, channel = line.entry.text, channels().get(line.item)
    if text is None or line.figure is not None or line.targets or channel is None or len(line.levels) != 1:
        return line
    if line.item in HOURS or channel.kind is not ChannelKind.ORDINAL or not line.levels[0]:
        return line
    if len(units_of(line.item)) != 1:
        return line
    own = items()[line.item].levels[line.levels[0]].value
    said = [found for clause in clauses(text) if (found := _left(clause, line.item)) is not None]
    if own is None or len(said) != 1 or said[0] >= own:
        return line
    return replace(line, figure=Figure(said[0], channel.unit))


def _left(clause: Clause, item: str) -> Decimal | None:
    """Answer what a clause leaves of the item, in its unit; None when it does not plainly say so."""
    signs = limit_signs()
    if (clause.channels and item not in clause.channels) or signs.one_side.search(clause.words):
        return None
    if bans(clause):
        return _NOTHING
    figures = figures_of(item, clause.words, bare_hours=False)
    return figures[0] if len(figures) == 1 and signs.at_most.search(clause.words) else None
