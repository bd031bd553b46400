"""The page about the catalogue is what the command makes, and its lists can be trusted."""

from pathlib import Path

from matcher.catalogue import load_catalogue
from matcher.catalogue.report import coverage_lines, report_lines
from matcher.catalogue.surprises import group_surprises, inside_surprises

PAGE = Path(__file__).parent.parent.parent / "docs" / "catalogue.md"


def test_the_page_in_the_repository_is_up_to_date() -> None:
    made = "\n".join(report_lines()) + "\n"
    assert PAGE.read_text(encoding="utf-8") == made, "run: matcher catalogue report --out docs/catalogue.md"


def test_the_coverage_counts_every_occupation_on_every_channel_once() -> None:
    catalogue = load_catalogue(level="all")
    for line in coverage_lines(catalogue)[2:-1]:
        cells = [cell.split(" / ") for cell in line.strip("| ").split(" | ")[1:]]
        assert sum(int(groups) for groups, _ in cells) == 436
        assert sum(int(inside) for _, inside in cells) == len(catalogue.occupations) - 436


def test_surprises_stand_apart_by_more_than_their_error_and_come_in_order() -> None:
    catalogue = load_catalogue(level="all")
    for found in (group_surprises(catalogue), inside_surprises(catalogue)):
        points = [one.points for one in found]
        assert points == sorted(points, reverse=True)
        assert points[-1] > 0
        assert all(sum(other.row == one.row for other in found) <= 2 for one in found)
