"""An overlay as a picture (SVG): the jobs as cells from light to heavy, the person's capacity as one line over them.

A shape and a word carry every outcome; colour only repeats it. The description holds every line in words.
"""

import xml.etree.ElementTree as ET

from matcher.catalogue import Catalogue
from matcher.domain.capacity import CapacityStatus
from matcher.domain.finding import Outcome
from matcher.fit import effective_level
from matcher.lookup.overlay import Overlay, OverlayLine
from matcher.lookup.overlay_marks import draw_outcome
from matcher.lookup.overlay_view import heading_nl, line_nl, share_nl, sources_nl, status_nl
from matcher.lookup.wording import rules, say
from matcher.report import COACH_ONLY, verdict_nl
from matcher.svg import INK, LINE, PAPER, QUIET, element, picture, words

_WIDTH = 1120
_LEFT, _NORM, _RIGHT = 330, 690, 780
_STATUS, _SHARE = 812, 960
_TOP, _ROW, _SOURCE = 148, 32, 16
_TEXT_FROM = 5
_WHOLE = 100
_JOBS = (102, 160, 220)  # light enough for dark figures on a cell that holds all jobs


def overlay_svg(found: Overlay, catalogue: Catalogue, *, everything: bool = False) -> str:
    """Answer an overlay as SVG text. For the coach: it holds capacity.

    Args:
        found: what `overlay` answered.
        catalogue: to name sources.
        everything: draw every channel, not only those with a limit or an open point.
    """
    lines = found.shown(everything=everything)
    sources = sources_nl(lines, catalogue)
    bottom = _TOP + _ROW * len(lines) + 84
    height = bottom + (_SOURCE * (len(sources) + 2) if sources else 0)
    svg = picture("overlay", heading_nl(found), _description(found, lines), _WIDTH, height)
    words(svg, 20, 34, heading_nl(found), size=20, weight="600")
    words(svg, 20, 58, f"{COACH_ONLY} Oordeel: {verdict_nl(found.verdict)}.", size=13, fill=QUIET)
    if not lines:
        words(svg, 20, 96, say("overlay_nothing"), size=15)
    else:
        _axis(svg, _TOP + _ROW * len(lines))
        for number, line in enumerate(lines):
            _draw_row(svg, line, _TOP + _ROW * number)
        _capacity_line(svg, lines)
        _legend(svg, _TOP + _ROW * len(lines) + 44)
    if sources:
        for number, text in enumerate((say("not_a_workplace"), f"{say('picture_sources')} {sources[0]}", *sources[1:])):
            words(svg, 20, bottom + _SOURCE * number, text, size=11, fill=QUIET)
    ET.indent(svg)
    return ET.tostring(svg, encoding="unicode") + "\n"


def _description(found: Overlay, lines: tuple[OverlayLine, ...]) -> str:
    sentences = [COACH_ONLY, f"Oordeel: {verdict_nl(found.verdict)}.", *(line_nl(line) for line in lines)]
    return " ".join(sentences if lines else [*sentences, say("overlay_nothing")])


def _axis(svg: ET.Element, bottom: int) -> None:
    first, second = _split(say("overlay_picture"))
    words(svg, 20, 82, first, size=13, fill=QUIET)
    words(svg, 20, 100, second, size=13, fill=QUIET)
    words(svg, _LEFT, 134, say("axis_light"), size=12, fill=QUIET)
    words(svg, _NORM, 134, say("axis_norm"), size=12, anchor="end", weight="600")
    words(svg, _NORM + 6, 134, say("axis_above"), size=12, fill=QUIET)
    words(svg, _STATUS, 134, "uitkomst", size=12, fill=QUIET)
    words(svg, _SHARE, 134, "banen binnen de lijn", size=12, fill=QUIET)
    line = element(svg, "line", x1=_NORM, y1=_TOP - 6, x2=_NORM, y2=bottom, stroke=QUIET, stroke_width=1)
    line.set("stroke-dasharray", "3 3")


def _split(text: str) -> tuple[str, str]:
    """Cut a text at the sentence nearest its middle, for two lines."""
    sentences = text.split(". ")
    half = (len(sentences) + 1) // 2
    return ". ".join(sentences[:half]) + ".", ". ".join(sentences[half:])


def _draw_row(svg: ET.Element, line: OverlayLine, top: int) -> None:
    group, middle = element(svg, "g"), top + _ROW / 2
    element(group, "line", x1=20, y1=top, x2=_WIDTH - 20, y2=top, stroke=LINE, stroke_width=0.5)
    label = line.demand.channel.label_nl
    words(group, 20, middle + 5, label[:1].upper() + label[1:], size=14)
    if line.demand.is_known:
        for left, right, share in _cells(line):
            _draw_cell(group, left, right, share, top)
    else:
        words(group, _LEFT, middle + 5, say("unknown"), size=13, fill=QUIET)
    draw_outcome(group, line.finding.outcome, _STATUS - 14, middle)
    weight = "600" if line.finding.outcome is Outcome.EXCEEDS else "400"
    words(group, _STATUS, middle + 5, status_nl(line.finding), size=13, weight=weight)
    words(group, _SHARE, middle + 5, share_nl(line.finding), size=13)


def _draw_cell(group: ET.Element, left: float, right: float, share: int, top: int) -> None:
    width = round(right - left - 2, 1)
    element(group, "rect", x=left + 1, y=top + 5, width=width, height=_ROW - 10, fill=_shade(share), stroke=LINE)
    if share >= _TEXT_FROM:
        middle = round((left + right) / 2, 1)
        words(group, middle, top + _ROW / 2 + 4, f"{share}%", size=12, anchor="middle")


def _cells(line: OverlayLine) -> list[tuple[float, float, int]]:
    """Answer the cells of a channel from light to heavy: left, right and the share of jobs in it."""
    demand = line.demand.demand
    within = [] if demand is None else [share or 0 for share in demand.within_pct[: line.demand.channel.levels + 1]]
    levels = len(within)
    steps = [within[-1], *(within[level - 1] - within[level] for level in range(levels - 1, 0, -1))]
    width = (_NORM - _LEFT) / levels
    cells = [(_LEFT + width * n, _LEFT + width * (n + 1), share) for n, share in enumerate(steps)]
    above = _WHOLE - within[0]
    return [*cells, (float(_NORM), float(_RIGHT), above)] if above else cells


def _shade(share: int) -> str:
    part = share / _WHOLE
    mixed = (round(255 - (255 - channel) * part) for channel in _JOBS)
    return "#" + "".join(f"{value:02x}" for value in mixed)


def _capacity_line(svg: ET.Element, lines: tuple[OverlayLine, ...]) -> None:
    """Draw the capacity as one stepped line; it breaks where the form says nothing."""
    path: list[str] = []
    joined = False
    for number, line in enumerate(lines):
        x, top = _capacity_x(line), _TOP + _ROW * number
        if x is None:
            joined = False
            continue
        path.append(f"{f'H{x}' if joined else f'M{x} {top + 2}'}V{top + _ROW - (0 if joined else 2)}")
        joined = True
    if path:
        element(svg, "path", d="".join(path), fill="none", stroke=PAPER, stroke_width=7)
        element(svg, "path", d="".join(path), fill="none", stroke=INK, stroke_width=3.5)


def _capacity_x(line: OverlayLine) -> float | None:
    capacity, channel = line.finding.capacity, line.demand.channel
    if capacity.status is CapacityStatus.UNKNOWN:
        return None
    level = effective_level(capacity, channel).level
    return round(_LEFT + (_NORM - _LEFT) * (channel.levels + 1 - level) / (channel.levels + 1), 1)


def _legend(svg: ET.Element, y: int) -> None:
    x = 28.0
    named: set[str] = set()
    for outcome in Outcome:
        word = str(rules()["status"][outcome.value]["word"])
        if word not in named:
            draw_outcome(svg, outcome, x, y)
            words(svg, x + 16, y + 5, word, size=13)
            x += 48 + 7.4 * len(word)
        named.add(word)
