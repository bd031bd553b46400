"""An overlay as a picture (SVG): the jobs as cells from light to heavy, the person's capacity as one line over them.

A shape and a word carry every outcome; colour only repeats it. The description holds every line in words.
"""

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from matcher.catalogue import Catalogue
from matcher.domain.capacity import CapacityStatus
from matcher.domain.finding import Outcome
from matcher.fit import effective_level
from matcher.lookup.card_blocks import capital
from matcher.lookup.laid_over import Overlay, OverlayLine
from matcher.lookup.overlay_blocks import heading_nl, line_nl, share_nl, sources_nl, status_nl
from matcher.lookup.overlay_marks import draw_outcome
from matcher.lookup.wording import rules, say
from matcher.report import COACH_ONLY, verdict_nl
from matcher.svg import FONTS, INK, LINE, PAPER, QUIET, element, picture, words

_TEXT_FROM = 5
_SOURCE = 16  # pixels from one line of sources to the next
_WHOLE = 100
_JOBS = (102, 160, 220)  # light enough for dark figures on a cell that holds all jobs


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Where everything stands, in pixels: columns from left to right, the first row, the height of a row."""

    width: int
    left: int
    norm: int
    right: int
    status: int
    share: int
    top: int
    row: int
    label_size: int
    fonts: str = FONTS


_SCREEN = _Sheet(width=1120, left=330, norm=690, right=780, status=812, share=960, top=148, row=32, label_size=14)
# On a page the longest name of a channel fits on one line. The last font is the one that sets the PDF.
_PAGE = _Sheet(width=776, left=240, norm=456, right=506, status=554, share=662, top=34, row=26, label_size=12,
               fonts="Georgia, 'Libertinus Serif', serif")  # fmt: skip


def overlay_svg(found: Overlay, catalogue: Catalogue, *, everything: bool = False) -> str:
    """Answer an overlay as SVG text. For the coach: it holds capacity.

    Args:
        found: what `overlay` answered.
        catalogue: tells the names of the sources.
        everything: draw every channel, not only those with a limit or an open point.
    """
    lines = found.shown(everything=everything)
    sources = sources_nl(lines, catalogue)
    bottom = _SCREEN.top + _SCREEN.row * len(lines) + 84
    height = bottom + (_SOURCE * (len(sources) + 2) if sources else 0)
    svg = picture("overlay", heading_nl(found), _description(found, lines), _SCREEN.width, height)
    words(svg, 20, 34, heading_nl(found), size=20, weight="600")
    words(svg, 20, 58, f"{COACH_ONLY} Oordeel: {verdict_nl(found.verdict)}.", size=13, fill=QUIET)
    if not lines:
        words(svg, 20, 96, say("overlay_nothing"), size=15)
    else:
        first, second = _split(say("overlay_picture"))
        words(svg, 20, 82, first, size=13, fill=QUIET)
        words(svg, 20, 100, second, size=13, fill=QUIET)
        _draw(svg, lines, _SCREEN)
    if sources:
        for number, text in enumerate((say("not_a_workplace"), f"{say('picture_sources')} {sources[0]}", *sources[1:])):
            words(svg, 20, bottom + _SOURCE * number, text, size=11, fill=QUIET)
    return _as_text(svg)


def overlay_page_svg(found: Overlay, name: str) -> str:
    """Answer an overlay as SVG text for on a page: the rows and the legend, without heading and without explanation.

    Only for readers who may see levels: it holds capacity. What it shows in words is what `overlay_sentences` answers.

    Args:
        found: what `overlay` answered; it has at least one line to show.
        name: short name, the beginning of its ids; different for every picture on a page.
    """
    lines = found.shown()
    height = _PAGE.top + _PAGE.row * len(lines) + 44
    told = " ".join(line_nl(line) for line in lines)
    svg = picture(name, capital(found.occupation.title_nl), told, _PAGE.width, height, fonts=_PAGE.fonts)
    _draw(svg, lines, _PAGE)
    return _as_text(svg)


def overlay_sentences(found: Overlay) -> tuple[str, ...]:
    """Answer what `overlay_page_svg` shows, one sentence per line; none when there is nothing to show.

    Args:
        found: what `overlay` answered.
    """
    return tuple(line_nl(line) for line in found.shown())


def _as_text(svg: ET.Element) -> str:
    ET.indent(svg)
    return ET.tostring(svg, encoding="unicode") + "\n"


def _draw(svg: ET.Element, lines: tuple[OverlayLine, ...], at: _Sheet) -> None:
    bottom = at.top + at.row * len(lines)
    _axis(svg, bottom, at)
    for number, line in enumerate(lines):
        _draw_row(svg, line, at.top + at.row * number, at)
    _capacity_line(svg, lines, at)
    if at is _SCREEN:
        _legend(svg, bottom + 44, tuple(Outcome))
    else:
        shown = {line.finding.outcome for line in lines}
        _legend(svg, bottom + 26, tuple(outcome for outcome in Outcome if outcome in shown))


def _description(found: Overlay, lines: tuple[OverlayLine, ...]) -> str:
    sentences = [COACH_ONLY, f"Oordeel: {verdict_nl(found.verdict)}.", *(line_nl(line) for line in lines)]
    return " ".join(sentences if lines else [*sentences, say("overlay_nothing")])


def _axis(svg: ET.Element, bottom: int, at: _Sheet) -> None:
    base = at.top - 14
    words(svg, at.left, base, say("axis_light"), size=12, fill=QUIET)
    words(svg, at.norm, base, say("axis_norm"), size=12, anchor="end", weight="600")
    words(svg, at.norm + 6, base, say("axis_above"), size=12, fill=QUIET)
    words(svg, at.status, base, "uitkomst", size=12, fill=QUIET)
    words(svg, at.share, base, "banen binnen de lijn", size=12, fill=QUIET)
    line = element(svg, "line", x1=at.norm, y1=at.top - 6, x2=at.norm, y2=bottom, stroke=QUIET, stroke_width=1)
    line.set("stroke-dasharray", "3 3")


def _split(text: str) -> tuple[str, str]:
    """Cut a text at the sentence nearest its middle, for two lines."""
    sentences = text.split(". ")
    half = (len(sentences) + 1) // 2
    return ". ".join(sentences[:half]) + ".", ". ".join(sentences[half:])


def _draw_row(svg: ET.Element, line: OverlayLine, top: int, at: _Sheet) -> None:
    group, middle = element(svg, "g"), top + at.row / 2
    element(group, "line", x1=20, y1=top, x2=at.width - 20, y2=top, stroke=LINE, stroke_width=0.5)
    label = line.demand.channel.label_nl
    words(group, 20, middle + 5, label[:1].upper() + label[1:], size=at.label_size)
    if line.demand.is_known:
        for left, right, share in _cells(line, at):
            _draw_cell(group, (left, right), share, top, at)
    else:
        x = at.left if at is _SCREEN else at.norm + 6  # on a page the line would run through the words
        words(group, x, middle + 5, say("unknown"), size=at.label_size - 1, fill=QUIET)
    draw_outcome(group, line.finding.outcome, at.status - 14, middle)
    weight = "600" if line.finding.outcome is Outcome.EXCEEDS else "400"
    words(group, at.status, middle + 5, status_nl(line.finding), size=13, weight=weight)
    words(group, at.share, middle + 5, share_nl(line.finding), size=13)


def _draw_cell(group: ET.Element, edges: tuple[float, float], share: int, top: int, at: _Sheet) -> None:
    left, right = edges
    width = round(right - left - 2, 1)
    element(group, "rect", x=left + 1, y=top + 5, width=width, height=at.row - 10, fill=_shade(share), stroke=LINE)
    if share >= _TEXT_FROM:
        middle = round((left + right) / 2, 1)
        words(group, middle, top + at.row / 2 + 4, f"{share}%", size=12, anchor="middle")


def _cells(line: OverlayLine, at: _Sheet) -> list[tuple[float, float, int]]:
    """Answer the cells of a channel from light to heavy: left, right and the share of jobs in it."""
    demand = line.demand.demand
    within = [] if demand is None else [share or 0 for share in demand.within_pct[: line.demand.channel.levels + 1]]
    levels = len(within)
    steps = [within[-1], *(within[level - 1] - within[level] for level in range(levels - 1, 0, -1))]
    width = (at.norm - at.left) / levels
    cells = [(at.left + width * n, at.left + width * (n + 1), share) for n, share in enumerate(steps)]
    above = _WHOLE - within[0]
    return [*cells, (float(at.norm), float(at.right), above)] if above else cells


def _shade(share: int) -> str:
    part = share / _WHOLE
    mixed = (round(255 - (255 - channel) * part) for channel in _JOBS)
    return "#" + "".join(f"{value:02x}" for value in mixed)


def _capacity_line(svg: ET.Element, lines: tuple[OverlayLine, ...], at: _Sheet) -> None:
    """Draw the capacity as one stepped line; it breaks where the form says nothing."""
    path: list[str] = []
    joined = False
    for number, line in enumerate(lines):
        x, top = _capacity_x(line, at), at.top + at.row * number
        if x is None:
            joined = False
            continue
        path.append(f"{f'H{x}' if joined else f'M{x} {top + 2}'}V{top + at.row - (0 if joined else 2)}")
        joined = True
    if path:
        element(svg, "path", d="".join(path), fill="none", stroke=PAPER, stroke_width=7)
        element(svg, "path", d="".join(path), fill="none", stroke=INK, stroke_width=3.5)


def _capacity_x(line: OverlayLine, at: _Sheet) -> float | None:
    capacity, channel = line.finding.capacity, line.demand.channel
    if capacity.status is CapacityStatus.UNKNOWN:
        return None
    level = effective_level(capacity, channel).level
    return round(at.left + (at.norm - at.left) * (channel.levels + 1 - level) / (channel.levels + 1), 1)


def _legend(svg: ET.Element, y: int, outcomes: tuple[Outcome, ...]) -> None:
    x = 28.0
    named: set[str] = set()
    for outcome in outcomes:
        word = str(rules()["status"][outcome.value]["word"])
        if word not in named:
            draw_outcome(svg, outcome, x, y)
            words(svg, x + 16, y + 5, word, size=13)
            x += 48 + 7.4 * len(word)
        named.add(word)
