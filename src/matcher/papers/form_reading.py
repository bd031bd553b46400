"""What was read on one capacity form."""

from dataclasses import dataclass
from datetime import date

from matcher.domain.case import FormKind, Numbering
from matcher.papers.found import ItemReading, Sureness
from matcher.papers.front_page import FrontPage


@dataclass(frozen=True, slots=True)
class FormReading:
    """One form with everything that was read on it.

    Attributes:
        kind: which form it is; None when it does not say so.
        numbering: which list its numbers belong to; None when that cannot be told.
        numbering_assumed: True when nothing on the form decides between the lists and the current one was taken.
        deviations_only: True when the form says that it lists only what differs.
        items: one reading per item of its list, in the order of the list; also the ones that were not found.
        front: the facts outside the items.
        questions: what a person must answer, in Dutch, each with the key for `--confirm`.
        in_prose: True for a letter or note, whose sentences may touch an item without naming it.
        unread_pages: pages of the document that were not read, so that anything may stand there.
    """

    kind: FormKind | None
    numbering: Numbering | None
    numbering_assumed: bool
    deviations_only: bool
    items: tuple[ItemReading, ...]
    front: FrontPage
    questions: tuple["Question", ...] = ()
    in_prose: bool = False
    unread_pages: tuple[int, ...] = ()

    @property
    def date(self) -> date | None:
        """Answer when it was drawn up."""
        return self.front.drawn_up

    def found(self) -> tuple[ItemReading, ...]:
        """Answer the items that stand on the form, sure or not."""
        return tuple(item for item in self.items if item.sureness is not Sureness.NOT_FOUND)


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a person must answer before it may be used.

    Attributes:
        key: what to write in front of `=` with `--confirm`.
        text_nl: the question.
        page: where to look; None when it is about the whole document.
    """

    key: str
    text_nl: str
    page: int | None = None
