"""What the reader did with a file: read, assumed, refused. Counts and kinds only, safe for the screen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from matcher.domain.capacity import FormNotice
from matcher.domain.case import Case
from matcher.intake.tree import Node, Path, line_of
from matcher.reference.form_rules import form_rules


@dataclass(frozen=True, slots=True)
class ReadingReport:
    """What the reader did with a file; safe to show to a coach.

    Attributes:
        read: what was read, in Dutch, in counts and kinds only.
        assumed: what the reader assumed where the file says nothing.
        refused: what was read but not kept, as notices.
    """

    read: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    refused: tuple[FormNotice, ...] = ()

    def notes_nl(self) -> tuple[str, ...]:
        """Answer what was assumed and what was not kept, for the coach's eyes."""
        return (*self.assumed, *(notice.text_nl for notice in self.refused))


def report_of(case: Case, root: Node, places: Iterable[Path]) -> ReadingReport:
    """Answer the report of one reading.

    Args:
        case: the case that was read.
        root: the parsed file, for the lines.
        places: where texts were not kept.
    """
    sentence = form_rules().sentences["person_text_withheld"]
    refused = tuple(
        FormNotice("text_withheld", sentence.text_nl.format(line=line_of(root, place)), sentence.source)
        for place in places
    )
    return ReadingReport(tuple(_what_was_read(case)), tuple(_what_was_assumed(case)), refused)


def _what_was_read(case: Case) -> Iterator[str]:
    for form in case.forms:
        yield f"{form.kind} van {form.date.isoformat()} met {len(form.entries)} regels."
    person = case.person
    yield f"Werkervaring: {len(person.experience)}. Opleidingen: {len(person.education)}."


def _what_was_assumed(case: Case) -> Iterator[str]:
    if any(job.from_year is not None and job.to_year is None for job in case.person.experience):
        yield "Bij werk zonder eindjaar is aangenomen dat het nog loopt."
    if case.policy.preset == "practice_track":
        yield "De fasen volgen de gewone keuze voor het tweede spoor; de coach kan daarvan afwijken."
