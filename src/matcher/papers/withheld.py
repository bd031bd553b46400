"""No identity and no medical words in a reading: they are taken out before anybody sees it (decisions 8 and 9)."""

from dataclasses import replace

from matcher.domain.case import WithheldText
from matcher.intake import identity_in, limits_something, names_something_medical
from matcher.papers.clean import Cleaned
from matcher.papers.form_reading import FormReading
from matcher.papers.found import ItemReading

NOT_KEPT = "(tekst niet bewaard)"


class FormCleaned:
    """What is known about the person of a document, to take out of texts.

    Args:
        cleaned: the cleaned document.
    """

    def __init__(self, cleaned: Cleaned) -> None:
        self._cleaned = cleaned

    def text(self, text: str) -> str:
        """Answer a text without the person's name; not at all when it holds other identity."""
        text = self._cleaned.without_name(text)
        return NOT_KEPT if identity_in(text) else text


def without_identity(form: FormReading, private: FormCleaned) -> FormReading:
    """Answer a reading whose texts say nothing about who the person is.

    Args:
        form: the reading.
        private: what is known about the person.
    """
    front = form.front
    if front.prognosis is not None and front.prognosis.text is not None:
        kept = private.text(front.prognosis.text)
        front = replace(front, prognosis=front.prognosis.model_copy(update={"text": kept}))
    return replace(form, items=tuple(_item(item, private) for item in form.items), front=front)


def _item(item: ItemReading, private: FormCleaned) -> ItemReading:
    if not item.words:
        return item
    text = private.text(item.text) if item.text else None
    lost = WithheldText(limits=limits_something(item.text)) if item.text and text == NOT_KEPT else item.withheld
    return replace(item, words=private.text(item.words), text=None if text == NOT_KEPT else text, withheld=lost)


def holds_something_private(text: str) -> bool:
    """Answer whether a text names something medical or says who somebody is.

    Example:
        >>> holds_something_private("op papier staat 2"), holds_something_private("na hernia niet tillen")
        (False, True)
    """
    return names_something_medical(text) or identity_in(text) is not None
