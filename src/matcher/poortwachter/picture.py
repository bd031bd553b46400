"""The calendar as a timeline picture (SVG).

A shape and a word carry every status; colour only repeats it. The description holds the open moments for
readers who cannot see the picture.
"""

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import date

from matcher.poortwachter.dutch import listed, long_date, month_and_year, short_date
from matcher.poortwachter.model import Calendar, Moment, Status
from matcher.poortwachter.picture_marks import draw_mark
from matcher.poortwachter.rules import rulebook
from matcher.poortwachter.weeks import first_day_of_week
from matcher.svg import BAR, INK, LINE, QUIET, element, picture, words

_WIDTH = 1160
_LEFT, _RIGHT = 360, 900
_STATUS, _DATE = _RIGHT + 30, _RIGHT + 130
_TOP, _ROW = 112, 30
_TITLE_LENGTH = 46
_WEEKS_ON_AXIS = (1, 13, 26, 39, 52, 65, 78, 91, 104)


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of the picture: a moment of its own, or all moments of one series."""

    title: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a day lies between left and right."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """Answer the place of a day, kept within the picture."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(_LEFT + min(max(share, 0.0), 1.0) * (_RIGHT - _LEFT), 1)


def to_svg(calendar: Calendar) -> str:
    """Answer the timeline as SVG text.

    Args:
        calendar: what `calendar_for` answered. Without a first sick day the picture says what is missing.
    """
    rows = _rows(calendar.moments)
    height = _TOP + _ROW * len(rows) + 96
    svg = picture("poortwachter", _heading(calendar), _description(calendar), _WIDTH, height)
    words(svg, 20, 34, _heading(calendar), size=20, weight="600")
    if calendar.first_sick_day is None or not rows:
        words(svg, 20, 70, "De eerste ziektedag ontbreekt. Er is niets te tekenen.", size=15)
    else:
        _draw(svg, calendar, rows, calendar.first_sick_day)
    ET.indent(svg)
    return ET.tostring(svg, encoding="unicode") + "\n"


def _heading(calendar: Calendar) -> str:
    return f"Kalender re-integratie op {long_date(calendar.on)}"


def _description(calendar: Calendar) -> str:
    book = rulebook()
    sentences = []
    for status in Status:
        moments = [moment for moment in calendar.moments if moment.status is status]
        if not moments:
            continue
        label = book.statuses_nl[status].label.capitalize()
        if status.is_open:
            named = listed(tuple(f"{moment.title_nl} ({long_date(moment.due)})" for moment in moments))
            sentences.append(f"{label}: {named}.")
        else:
            sentences.append(f"{label}: {len(moments)}.")
    return " ".join(sentences) or "De eerste ziektedag ontbreekt."


def _rows(moments: tuple[Moment, ...]) -> tuple[_Row, ...]:
    rows: dict[str, list[Moment]] = {}
    for moment in moments:
        rows.setdefault(moment.series or moment.code, []).append(moment)
    names = {rule.code: rule.title_nl.partition(" {")[0] for rule in rulebook().series}
    return tuple(
        _Row(names.get(code, group[0].title_nl) if group[0].series else group[0].title_nl, tuple(group))
        for code, group in sorted(rows.items(), key=lambda item: (item[1][0].window_from, item[1][0].due))
    )


def _draw(svg: ET.Element, calendar: Calendar, rows: tuple[_Row, ...], first: date) -> None:
    last = max(moment.due for moment in calendar.moments)
    scale = _Scale(first, max(last, calendar.end_of_waiting or last))
    bottom = _TOP + _ROW * len(rows)
    _axis(svg, scale, bottom)
    for number, row in enumerate(rows):
        _draw_row(svg, row, scale, _TOP + _ROW * number)
    _today(svg, calendar.on, scale, bottom)
    _legend(svg, bottom + 52)


def _axis(svg: ET.Element, scale: _Scale, bottom: int) -> None:
    words(svg, 20, 78, "Week van ziekte", size=13, fill=QUIET)
    words(svg, _STATUS, 78, "Stand en datum", size=13, fill=QUIET)
    for week in _WEEKS_ON_AXIS:
        day = first_day_of_week(scale.first, week)
        x = scale.x(day)
        element(svg, "line", x1=x, y1=_TOP - 8, x2=x, y2=bottom, stroke=LINE, stroke_width=1)
        words(svg, x, 78, str(week), size=13, anchor="middle", weight="600")
        words(svg, x, 95, month_and_year(day), size=11, anchor="middle", fill=QUIET)


def _draw_row(svg: ET.Element, row: _Row, scale: _Scale, top: int) -> None:
    middle = top + _ROW / 2
    group = element(svg, "g")
    shown = _next_to_show(row)
    title = row.title if len(row.title) <= _TITLE_LENGTH else f"{row.title[: _TITLE_LENGTH - 1].rstrip()}…"
    element(group, "line", x1=20, y1=top, x2=_WIDTH - 20, y2=top, stroke=LINE, stroke_width=0.5)
    words(group, 20, middle + 5, title, size=14)
    for moment in row.moments:
        opens, due = scale.x(moment.window_from), scale.x(moment.due)
        if moment.series is None and due > opens:
            width = round(due - opens, 1)
            element(group, "rect", x=opens, y=middle - 4, width=width, height=8, rx=4, fill=BAR)
        done_on = moment.done_on if moment.status is Status.DONE else None
        draw_mark(group, moment.status, scale.x(done_on or moment.due), middle)
    label = rulebook().statuses_nl[shown.status].short
    words(group, _STATUS, middle + 5, label, size=13, weight=_weight(shown))
    words(group, _DATE, middle + 5, _when(shown), size=13, weight=_weight(shown))


def _next_to_show(row: _Row) -> Moment:
    """Answer the moment that the words on the right are about: the first open one, else the last."""
    return next((moment for moment in row.moments if moment.status.is_open), row.moments[-1])


def _when(moment: Moment) -> str:
    day = moment.done_on if moment.status is Status.DONE and moment.done_on else moment.due
    return short_date(day).strip()


def _weight(moment: Moment) -> str:
    return "600" if moment.status in (Status.LATE, Status.DUE, Status.DUE_SOON) else "400"


def _today(svg: ET.Element, on: date, scale: _Scale, bottom: int) -> None:
    if not scale.first <= on <= scale.last:
        return
    x = scale.x(on)
    line = element(svg, "line", x1=x, y1=_TOP - 8, x2=x, y2=bottom + 6, stroke=INK)
    line.set("stroke-dasharray", "5 4")
    words(svg, x, bottom + 22, f"peildatum {short_date(on).strip()}", size=12, anchor="middle", weight="600")


def _legend(svg: ET.Element, y: int) -> None:
    x = 28.0
    for status in Status:
        label = rulebook().statuses_nl[status].label
        draw_mark(svg, status, x, y)
        words(svg, x + 14, y + 5, label, size=13)
        x += 52 + 7.2 * len(label)
