"""Pictures of capacity against demand in a document, only for readers who may see levels."""

from collections.abc import Iterable, Iterator

from matcher.catalogue import Catalogue
from matcher.documents.model import Kind, Part, Picture
from matcher.documents.speech import FILE, Speech
from matcher.domain.case import Case
from matcher.domain.zoekprofiel import KindOfWork
from matcher.matching import Match
from matcher.prose import Audience, Block, Provenance, Text, Title, audiences_of, work_name
from matcher.reference.letters import upper_first
from matcher.reference.tables import read_yaml

_CLASS = "capacity_figures"
_DRAWN = ("load", "verdict", _CLASS)
_AFTER = frozenset({"expert.kind", "coach.kind"})


def has_charts(kind: Kind, audience: Audience) -> bool:
    """Answer whether a document has pictures for a reader: who may not see levels gets none.

    Args:
        kind: which document.
        audience: who reads.
    """
    return kind.value in read_yaml(FILE)["charts"] and all(audience in audiences_of(name) for name in _DRAWN)


def chart_section(match: Match, case: Case, catalogue: Catalogue, speech: Speech) -> Iterator[Part]:
    """Answer a section of its own with the first kinds of work as pictures.

    Args:
        match: for the kinds of work.
        case: the case.
        catalogue: occupations.
        speech: the words.
    """
    pictures = _pictures(match, case, catalogue, Kind.ZOEKPROFIEL, speech)
    if pictures:
        yield speech.title("goal.charts", kind=_CLASS)
        yield Text((speech.rule("chart.how", _CLASS),))
        yield from pictures.values()


def with_charts(
    blocks: Iterable[Block], match: Match, case: Case, catalogue: Catalogue, speech: Speech
) -> Iterator[Part]:
    """Answer the blocks of the suitability report with a picture under the heading of each kind of work.

    Args:
        blocks: the explanation.
        match: for the kinds of work.
        case: the case.
        catalogue: occupations.
        speech: the words.
    """
    pictures = _pictures(match, case, catalogue, Kind.SUITABILITY, speech)
    told = False
    for block in blocks:
        yield block
        picture = pictures.get(_occupation(block))
        if picture is not None:
            if not told:
                yield Text((speech.rule("chart.how", _CLASS),))
                told = True
            yield picture


def _occupation(block: Block) -> str:
    """Answer the occupation that a heading is about, or nothing."""
    if not isinstance(block, Title) or block.sentence.key not in _AFTER:
        return ""
    return block.sentence.fragments[0].source_ref.removeprefix("catalogue.")


def _pictures(match: Match, case: Case, catalogue: Catalogue, kind: Kind, speech: Speech) -> dict[str, Picture]:
    most = int(read_yaml(FILE)["charts"][kind.value])
    found = (
        (work.occupation.id, _picture(number, work, match, case, catalogue, speech))
        for number, work in enumerate(match.zoekprofiel.kinds[:most])
    )
    return {name: picture for name, picture in found if picture is not None}


def _picture(
    number: int, work: KindOfWork, match: Match, case: Case, catalogue: Catalogue, speech: Speech
) -> Picture | None:
    from matcher.lookup import overlay, overlay_page_svg, overlay_sentences  # noqa: PLC0415 few documents have pictures

    laid = overlay(case, catalogue, work.occupation.id, match.on)
    ref = f"findings of catalogue.{work.occupation.id}"
    told = tuple(speech.cell(text, _CLASS, Provenance.FORM, ref) for text in overlay_sentences(laid))
    if not told:
        return None
    caption = speech.say("chart.caption", _CLASS, Provenance.CATALOGUE, ref, work=upper_first(work_name(work)))
    return Picture(caption, told, overlay_page_svg(laid, f"beeld-{number}"))
