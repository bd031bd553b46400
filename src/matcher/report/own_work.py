"""The own work in the data form: as it was held, apart from what the comparison with a whole group says."""

from collections.abc import Iterable, Iterator

from matcher.catalogue import Catalogue
from matcher.domain.finding import VerdictKind
from matcher.domain.zoekprofiel import RankedOccupation
from matcher.language import jobs_in
from matcher.matching import Match
from matcher.reference.tables import read_yaml
from matcher.report.blocks import Block, Heading, Paragraph
from matcher.report.reasoning import explain_blocks
from matcher.report.sentences import verdict_nl


def own_work_blocks(result: Match, catalogue: Catalogue, *, explain: bool = False) -> Iterable[Block]:
    """Answer what is said about the own work: never as fit, for a group is not the work as it was.

    Args:
        result: what `match` answered.
        catalogue: to name sources.
        explain: open the reasoning tree.
    """
    if not result.own_work:
        return
    yield Heading("Eigen werk")
    yield Paragraph(" ".join(_sentences(result)))
    if explain:
        for own in result.own_work:
            yield from explain_blocks(own, catalogue)


def _sentences(result: Match) -> Iterator[str]:
    words = read_yaml("zoekprofiel.yaml")["own_work"]
    held = [each for each in result.facts.held if each.own_work]
    titles = tuple(dict.fromkeys(part for each in held for part in jobs_in(each.title)))
    yield words["head"].format(titles=" en ".join(titles))
    if len(titles) > len(result.own_work):
        yield words["two"]
    for own in result.own_work:
        yield _compared(own)
    if any(not each.sure for each in held):
        yield words["unsure"]
    if not any(own.rejected or own.verdict.kind is VerdictKind.EXCEEDS for own in result.own_work):
        yield words["not_rejected"]
    if result.zoekprofiel.own_jobs_left:
        yield words["left"].format(titles=" en ".join(result.zoekprofiel.own_jobs_left))
    yield words["ask"]


def _compared(own: RankedOccupation) -> str:
    words = read_yaml("zoekprofiel.yaml")["own_work"]
    about = {"group": own.title_nl, "id": own.id, "verdict": verdict_nl(own.verdict)}
    if own.verdict.kind is VerdictKind.EXCEEDS:
        return str(words["exceeds"].format(**about))
    if own.verdict.kind is VerdictKind.WITHIN:
        return str(words["within"].format(**about))
    number = own.verdict.points
    points = words["points_one"] if number == 1 else words["points_more"].format(number=number)
    return str(words["possible"].format(**about, points=points))
