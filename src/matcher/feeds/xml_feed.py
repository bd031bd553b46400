"""RSS, Atom, HR-XML (the base of SETU, and its orders) and other XML lists of vacancies, streamed one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, ParseError  # the types; parsing is defusedxml's

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from matcher.errors import FileUnreadable
from matcher.feeds.columns import Mapped, fields_of
from matcher.feeds.raw import RawRecord, gather
from matcher.feeds.report import Tally
from matcher.feeds.rules import column_key, feed_rules
from matcher.feeds.source import open_feed
from matcher.feeds.staffing_order import NAME as STAFFING_ORDER
from matcher.feeds.staffing_order import order_values, refused_nl

_NOT_WELL_FORMED = "Het bestand is geen geldige XML. Controleer of het hele bestand er is."
_REFERENCES = "In het XML-bestand staan eigen entiteiten of verwijzingen. Die zijn niet toegestaan."
_PERSONS = ("HumanResource", "Candidate", "Resume")
_A_PERSON = (
    "Dit bestand gaat over een persoon (HumanResource of Candidate), niet over vacatures. Het is niet gelezen. "
    "Geef een bestand met vacatures of opdrachten, zoals PositionOpening of StaffingOrder."
)
_CUT_OFF = "hierna is de XML niet geldig meer. De rest van het bestand is niet gelezen."


@dataclass(frozen=True, slots=True)
class _Cell:
    names: tuple[str, ...]  # from the record down
    text: str
    heading: str


def read_xml_feed(path: Path, mapped: Mapped, tally: Tally) -> Iterator[RawRecord]:
    """Yield the records of an XML feed.

    A record is the outermost element with a known name (`item`, `entry`, `PositionOpening`, `job`, `vacature` ...) or
    with the name that the mapping file gives as `record`. Names within it are read as columns are, by themselves or
    with the name of the element around them ("organization name"); attributes count as elements.

    Args:
        path: the file, or `-`.
        mapped: the mapping file.
        tally: where refusals are counted.

    Raises:
        FileUnreadable: it is no XML, declares entities, lies too deep, or holds no known record.
    """
    stream = open_feed(path)
    try:
        number = 0
        for number, element in enumerate(_elements(stream, mapped, tally), 1):
            if _local(element.tag) == STAFFING_ORDER and not mapped.columns:
                if refused := refused_nl(element):
                    tally.refuse(number, refused)
                else:
                    yield RawRecord(number, order_values(element))
            else:
                yield RawRecord(number, _values(element, mapped))
    finally:
        if str(path) != "-":
            stream.close()
    if not number:
        raise FileUnreadable(
            "In het XML-bestand staat geen vacature met een bekende naam, zoals item, job of vacature. "
            "Geef in het mappingbestand bij record de naam van het element dat één vacature bevat."
        )


def _elements(stream: IO[bytes], mapped: Mapped, tally: Tally) -> Iterator[Element]:
    rules = feed_rules()
    records = {column_key(mapped.record)} if mapped.record else rules.xml_records
    names_a_person = {column_key(name) for name in _PERSONS}
    deepest, open_elements, inside, found = rules.limits["max_depth"], [], 0, False
    try:
        for event, element in iterparse(stream, events=("start", "end")):
            if event == "start":
                open_elements.append(element)
                if len(open_elements) > deepest:
                    raise FileUnreadable("In het XML-bestand zijn de onderdelen te diep in elkaar gezet.")
                if not inside and not mapped.record and _name(element) in names_a_person:
                    raise FileUnreadable(_A_PERSON)
                if not inside and _name(element) in records:
                    inside = len(open_elements)
                continue
            if inside == len(open_elements):
                found, inside = True, 0
                yield element
            open_elements.pop()
            if not inside and open_elements:  # read or passed: memory stays that of one record
                open_elements[-1].remove(element)
    except ParseError:
        if not found:
            raise FileUnreadable(_NOT_WELL_FORMED) from None
        tally.refuse(None, _CUT_OFF)
    except DefusedXmlException:
        raise FileUnreadable(_REFERENCES) from None


def _values(record: Element, mapped: Mapped) -> dict[str, str]:
    cells = list(_cells(record, ()))
    here = {cell.names[-1] for cell in cells}
    shorter = {name for full, names in feed_rules().xml_instead.items() if full in here for name in names}
    used = [(column, cell) for cell in cells if cell.names[-1] not in shorter and (column := _column(cell, mapped))]
    fields = fields_of([column for column, _ in used], mapped)
    return gather((field, cell.heading, cell.text) for field, (_, cell) in zip(fields, used, strict=True))


def _column(cell: _Cell, mapped: Mapped) -> str:
    """Answer the name to read a cell by: its own, else with a name around it, the nearest first."""
    own, around = cell.names[-1], cell.names[:-1]
    choices = (own, *(f"{outer} {own}" for outer in reversed(around)))
    return next((choice for choice in choices if fields_of([choice], mapped) != (None,)), "")


def _cells(element: Element, around: tuple[str, ...], heading: str = "") -> Iterator[_Cell]:
    names, children = (*around, _name(element)), list(element)
    if element.get("type") == "xhtml":  # Atom's text with elements in it
        yield _Cell(names, " ".join("".join(element.itertext()).split()), names[-1])
        return
    text = (element.text or "").strip()
    if text and not children:
        yield _Cell(names, text, heading or names[-1])
    for name, value in element.attrib.items():
        if value.strip():
            yield _Cell((*names, column_key(_local(name))), value.strip(), names[-1])
    title = next((child.text or "" for child in children if _name(child) == "name"), "").strip()
    for child in children:  # HR-XML writes a text as a name and a value: the name is its heading
        yield from _cells(child, names, title if _name(child) == "value" else "")


def _name(element: Element) -> str:
    return column_key(_local(element.tag))


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
