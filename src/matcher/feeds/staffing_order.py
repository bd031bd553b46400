"""A SETU order (HR-XML StaffingOrder): what a client asks of a staffing company, to our fields.

Names of persons in it (the contact, the supervisor, a requested person) are not read.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element  # the type; parsing is defusedxml's

from matcher.feeds.rules import feed_rules

NAME = "StaffingOrder"
_CLOSED = "deze opdracht is gesloten (orderStatus)."
_FOR_ONE = "deze opdracht vraagt om een bepaalde persoon (RequestedPerson), en is dus geen open vacature."


def refused_nl(order: Element) -> str:
    """Answer why an order is no open vacancy, in Dutch; empty when it is one.

    Args:
        order: the StaffingOrder.
    """
    status = next((each.get("orderStatus", "") for each in _within(order, "OrderClassification")), "")
    if status.casefold() in feed_rules().closed_words:
        return _CLOSED
    return _FOR_ONE if any(_within(order, "StaffingPosition", "PositionHeader", "RequestedPerson")) else ""


def order_values(order: Element) -> dict[str, str]:
    """Answer the values of an order by our field names; what it does not say is left out.

    A rate counts as wage only where the order says that it is pay: what the client is billed is no wage. Hours count
    only per week.

    Args:
        order: the StaffingOrder.
    """
    position = next(_within(order, "StaffingPosition"), order)
    low, high, period = _pay(position)
    values = {
        "id": _text(order, "OrderId", "IdValue"),
        "title": _text(position, "PositionHeader", "PositionTitle"),
        "text": "\n".join(_texts(order, position)),
        "employer": _text(position, "WorkSite", "WorkSiteName") or _text(order, "OrganizationName"),
        "place": _text(position, "WorkSite", "PostalAddress", "Municipality"),
        "postcode": _text(position, "WorkSite", "PostalAddress", "PostalCode"),
        "start": _text(position, "PositionDateRange", "StartDate"),
        "hours": next(
            (_own(_first(shift, "Hours")) for shift in _within(position, "StaffingShift") if _weekly(shift)), ""
        ),
        "salary_min": low,
        "salary_max": high,
        "salary_period": period,
        "education": _education(order),
    }
    return {name: value for name, value in values.items() if value}


def _texts(order: Element, position: Element) -> Iterator[str]:
    for path in (
        ("PositionHeader", "PositionDescription"),
        ("PositionHeader", "ShiftWork", "Description"),
    ):
        if found := _text(position, *path):
            yield found
    for competency in _resume(order, "Qualifications", "Competency"):
        if found := competency.get("description", "").strip() or competency.get("name", "").strip():
            yield found


def _education(order: Element) -> str:
    """Answer the degree that is asked, of the profile of the person wanted (not of a person)."""
    for degree in _resume(order, "EducationHistory", "SchoolOrInstitution", "Degree"):
        if found := _text(degree, "DegreeName") or degree.get("degreeType", "").strip():
            return found
    return ""


def _resume(order: Element, *names: str) -> Iterator[Element]:
    return _within(order, "UserArea", "StaffingOrderAdditionalNL", "StructuredXMLResume", *names)


def _pay(position: Element) -> tuple[str, str, str]:
    found = {"pay": "", "minpayrate": "", "maxpayrate": ""}
    period = ""
    for rate in _within(position, "Rates"):
        kind, amount = rate.get("rateType", "").casefold(), _first(rate, "Amount")
        if kind in found and amount is not None and not found[kind]:
            found[kind] = _own(amount)
            period = period or amount.get("rateAmountPeriod", "").strip().capitalize()
    return found["minpayrate"] or found["pay"], found["maxpayrate"], period


def _weekly(shift: Element) -> bool:
    return shift.get("shiftPeriod", "").casefold() == "weekly"


def _within(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements at a path of local names, in whatever namespace."""
    if not names:
        yield element
        return
    for child in element:
        if isinstance(child.tag, str) and child.tag.rpartition("}")[2] == names[0]:
            yield from _within(child, *names[1:])


def _first(element: Element, *names: str) -> Element | None:
    return next(_within(element, *names), None)


def _text(element: Element, *names: str) -> str:
    return next(filter(None, map(_own, _within(element, *names))), "")


def _own(element: Element | None) -> str:
    return "" if element is None else (element.text or "").strip()
