"""A reading as text, to hand from one page to the next and take back unchanged. Nobody's identity goes along."""

from dataclasses import replace
from functools import cache

from pydantic import TypeAdapter, ValidationError

from matcher.errors import InputError
from matcher.papers.reading import DocumentReading


@cache
def _adapter() -> TypeAdapter[DocumentReading]:
    return TypeAdapter(DocumentReading)


def pass_on(reading: DocumentReading) -> str:
    """Answer a reading as JSON text, without the identity that was found.

    Args:
        reading: the document.
    """
    person = None if reading.person is None else replace(reading.person, identity={})
    return _adapter().dump_json(replace(reading, person=person, identity={})).decode()


def taken_back(text: str) -> DocumentReading:
    """Answer the reading that `pass_on` wrote. Take it only from text that you know to be unchanged.

    Args:
        text: what `pass_on` answered.

    Raises:
        InputError: it is no such text.
    """
    try:
        return _adapter().validate_json(text)
    except ValidationError:
        raise InputError("De gelezen gegevens zijn niet meer compleet. Lees het document opnieuw in.") from None
