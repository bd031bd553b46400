"""Earlier work in the data form: for each what the comparison says, and why it is or is not among the kinds of work."""

from collections.abc import Iterable

from matcher.domain.finding import VerdictKind
from matcher.domain.zoekprofiel import RankedOccupation, Zoekprofiel
from matcher.matching import Match
from matcher.ranking.weights import weights_on
from matcher.reference.numbers import number_in_words
from matcher.reference.tables import read_yaml
from matcher.report.blocks import Block, Bullets, Heading
from matcher.report.sentences import verdict_nl


def earlier_work_blocks(result: Match) -> Iterable[Block]:
    """Answer a line per earlier kind of work that is not the own work; UWV asks about these first.

    Args:
        result: what `match` answered.
    """
    lines = tuple(_line(work, result) for work in result.earlier_work)
    if lines:
        yield Heading("Eerder werk")
        yield Bullets(lines)


def _line(work: RankedOccupation, result: Match) -> str:
    words = read_yaml("zoekprofiel.yaml")["earlier_work"]
    held = [each for each in result.facts.held if each.occupation_id == work.id and not each.own_work]
    titles = " en ".join(dict.fromkeys(each.title for each in held))
    about = {"title": titles, "group": work.title_nl, "id": work.id, "verdict": verdict_nl(work.verdict)}
    text = str(words["compared"].format(**about, why=_why(work, result, words)))
    return text if all(each.sure for each in held) else f"{text} {words['unsure']}"


def _why(work: RankedOccupation, result: Match, words: dict[str, str]) -> str:
    if any(kind.occupation.id == work.id for kind in result.zoekprofiel.kinds):
        return words["kind"]
    if work.rejected:
        return words["rejected"]
    if work.verdict.kind is VerdictKind.EXCEEDS:
        return words["exceeds"]
    if work.barred_nl:
        return words["barred"].format(reasons=" ".join(f"{reason.rstrip('.')}." for reason in work.barred_nl))
    digits = int(weights_on(result.on)["kinds"]["distinct_digits"])
    alike = _alike(work, result.zoekprofiel, digits)
    return (
        words["alike"].format(kind=alike, digits=number_in_words(digits))
        if alike
        else words["lower"].format(rank=work.rank)
    )


def _alike(work: RankedOccupation, profile: Zoekprofiel, digits: int) -> str:
    """Answer the kind of work that has the same first figures; empty when there is none."""
    start = len("isco:") + digits
    return next((k.kind_nl for k in profile.kinds if k.occupation.id[:start] == work.id[:start]), "")
