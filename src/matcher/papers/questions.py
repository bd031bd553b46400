"""Every doubt becomes one clear question for the coach, with the key for the answer."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from matcher.domain.case import FormKind, Numbering
from matcher.intake import name_of
from matcher.papers.form_reading import FormReading, Question
from matcher.papers.found import Doubt, ItemReading, Sureness
from matcher.papers.vocabulary import word_list
from matcher.reference.fml import items
from matcher.reference.tables import read_yaml


@cache
def _words() -> Any:
    return read_yaml("papers_nl.yaml")


def sentence(name: str) -> str:
    """Answer a fixed Dutch sentence about a document.

    Args:
        name: its key in `papers_nl.yaml`.
    """
    return str(_words()["sentences"][name])


def state_nl(sureness: Sureness) -> str:
    """Answer how sure a reading is, in Dutch."""
    return str(_words()["states"][sureness.value])


def label(item: ItemReading, numbering: Numbering) -> str:
    """Answer an item with its name, as in `IV.13 (tillen)`."""
    name = name_of(item.code, numbering)
    return f"{item.code} ({name[0].lower()}{name[1:]})"


def questions_about(
    form: FormReading, *, newest_unsure: bool = False, others_norm: bool = False
) -> tuple[Question, ...]:
    """Answer everything that must be asked about a form before it may be used.

    Args:
        form: what was read.
        newest_unsure: True when the file holds another form that may be the newest.
        others_norm: True when the coach confirms that items that are not named are norm.
    """
    return (*_front(form, newest_unsure=newest_unsure), *_items(form), *(() if others_norm else _untold(form)))


def _front(form: FormReading, *, newest_unsure: bool) -> Iterator[Question]:
    words = _words()["front"]
    front = form.front
    if form.kind is None:
        yield Question("soort", words["soort"])
    if front.drawn_up is None:
        yield Question("datum", words["datum"])
    elif not front.drawn_up_sure or newest_unsure:
        date = front.drawn_up.strftime("%d-%m-%Y")
        yield Question("datum", words["datum_voorstel"].format(date=date), front.pages.get("drawn_up"))
    if front.author is None:
        yield Question("arts", words["arts"])
    if form.numbering is None:
        yield Question("nummering", words["nummering"])
    if front.possibilities is None and form.kind is FormKind.FML:
        yield Question("mogelijkheden", words["mogelijkheden"])
    if form.kind is not None and form.kind is not FormKind.FML:
        yield Question("niveaus", words["niveaus"].format(kind=form.kind.value))
    if not is_full(form):
        yield Question("rest", _rest(form))


def _rest(form: FormReading) -> str:
    words = _words()["front"]
    if form.unread_pages:
        return str(words["rest_unread"]).format(pages=pages_nl(form.unread_pages))
    return str(words["rest_prose" if form.in_prose else "rest"])


def pages_nl(pages: Sequence[int]) -> str:
    """Answer numbers of pages as words, as in `3, 4 en 5`."""
    *before, last = (str(page) for page in pages)
    return f"{', '.join(before)} en {last}" if before else last


def is_full(form: FormReading) -> bool:
    """Answer whether a form seems to name every item of its list, so that one that was not found is asked.

    A form that lists items without a limit lists more than what differs. A form of which nothing was read may hold
    everything: it must not look like one on which nothing differs.
    """
    found = form.found()
    if not found:
        return True
    if form.deviations_only:
        return False
    norm = sum(item.levels == (0,) for item in found)
    some = len(found) >= int(word_list("full_when_norm_from")) and norm >= int(word_list("full_norm_least"))
    return some or len(found) >= int(word_list("full_from"))


def is_empty(form: FormReading) -> bool:
    """Answer whether a form names its items while no level was filled in at any of them.

    Args:
        form: what was read.
    """
    found = form.found()
    unfilled = {Doubt.NO_SCORE, Doubt.SEVERAL_SCORES, Doubt.MENTIONED, Doubt.NO_NAME}
    return len(found) >= int(word_list("full_when_norm_from")) and all(item.doubt in unfilled for item in found)


def _items(form: FormReading) -> Iterator[Question]:
    numbering = form.numbering or Numbering.CURRENT
    words = _words()["doubts"]
    full = is_full(form)
    for item in form.items:
        if full and item.sureness is Sureness.NOT_FOUND:
            yield Question(item.code, words["missing"].format(item=label(item, numbering)))
        if item.sureness is not Sureness.DOUBTFUL or item.doubt is None:
            continue
        text = words[item.doubt.value].format(item=label(item, numbering))
        if item.proposed:
            text += words["proposed"].format(proposed=" en ".join(_levels(item, numbering)))
        elif item.doubt is Doubt.NO_SCORE and item.text_withheld:
            text += " " + sentence("text_withheld").format(item=item.code)
        yield Question(item.code, text, item.page)


def _untold(form: FormReading) -> Iterator[Question]:
    """Yield a question for every item that a letter, or the part of a scan that was read, does not name."""
    if not (form.in_prose or form.unread_pages) or is_full(form):
        return
    told = _words()["doubts"]["unread" if form.unread_pages else "untold"]
    for item in form.items:
        if item.sureness is Sureness.NOT_FOUND:
            yield Question(item.code, told.format(item=label(item, form.numbering or Numbering.CURRENT)))


def _levels(item: ItemReading, numbering: Numbering) -> Iterator[str]:
    known = items().get(item.code) if numbering is Numbering.CURRENT else None
    for level in item.proposed:
        name = known.levels[level].name_nl if known is not None and level in known.levels else ""
        yield f"{level} ({name[0].lower()}{name[1:]})" if name else str(level)
