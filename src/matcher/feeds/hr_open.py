"""HR Open Standards PositionOpening as JSON, to our fields: what recruiting systems hand to each other."""

from collections.abc import Iterator, Mapping
from typing import Any

from matcher.feeds.rules import feed_rules

_CLOSED = "deze vacature is volgens het bericht gesloten (statusCode)."


def is_opening(node: Mapping[str, Any]) -> bool:
    """Answer whether a JSON object is a PositionOpening: the profiles in it say what the work is."""
    return isinstance(node.get("positionProfiles"), list)


def closed_nl(node: Mapping[str, Any]) -> str:
    """Answer why an opening is no vacancy, in Dutch; empty when it is one.

    Example:
        >>> closed_nl({"statusCode": "Closed", "positionProfiles": []})
        'deze vacature is volgens het bericht gesloten (statusCode).'
    """
    status = node.get("statusCode")
    return _CLOSED if isinstance(status, str) and status.casefold() in feed_rules().closed_words else ""


def opening_values(node: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """Yield the values of each profile of an opening by our field names; what it does not say is left out.

    Contact persons are not read. The name of a department is not that of an employer.

    Args:
        node: the PositionOpening.

    Example:
        >>> profile = {"positionTitle": "Kok", "positionLocation": [{"city": "Oefendorp"}]}
        >>> list(opening_values({"positionProfiles": [profile]}))
        [{'title': 'Kok', 'place': 'Oefendorp'}]
    """
    for number, profile in enumerate(_objects(node.get("positionProfiles"))):
        location = _first(profile.get("positionLocation")) or _first(profile.get("positionLocations"))
        posting = _first(profile.get("postingInstructions"))
        method = _first(posting.get("applicationMethods"))
        low, high, period = _pay(_first(profile.get("offeredRemunerationPackage")))
        values = {
            "id": _text(_first(profile.get("positionId"))) or _numbered(_text(_first(node.get("documentId"))), number),
            "title": _text(profile.get("positionTitle")),
            "employer": _employer(profile),
            "place": _text(location.get("city")) or _text(location.get("formattedAddress")),
            "postcode": _text(location.get("postalCode")),
            "url": _text(_first(method.get("applicationUri")).get("url")),
            "published": _text(posting.get("start")),
            "expires": _text(posting.get("end")),
            "contract": ",".join(map(_text, _list(profile.get("positionScheduleTypeCodes")))),
            "salary_min": low,
            "salary_max": high,
            "salary_period": period,
            "text": "\n".join(_descriptions(profile)),
        }
        yield {name: value for name, value in values.items() if value}


def _descriptions(profile: Mapping[str, Any]) -> Iterator[str]:
    for part in _objects(profile.get("positionFormattedDescriptions")):
        title, content = _text(part.get("title")), _text(part.get("content"))
        if content:
            yield f"{title}:\n{content}" if title else content


def _employer(profile: Mapping[str, Any]) -> str:
    for each in _objects(profile.get("positionOrganizations")):
        if _text(each.get("responsibilityCode")).casefold() != "department" and (name := _text(each.get("name"))):
            return name
    return ""


def _pay(package: Mapping[str, Any]) -> tuple[str, str, str]:
    low = high = period = ""
    for each in _objects(package.get("ranges")):
        kind, amount = _text(each.get("typeCode")).casefold(), _text(_first(each.get("referenceAmount")))
        least, most = (_text(_first(each.get(name))) for name in ("minimumAmount", "maximumAmount"))
        low = low or least or (amount if "max" not in kind else "")
        high = high or most or (amount if "max" in kind else "")
        period = period or _text(each.get("intervalCode"))
    return low, high, period


def _numbered(identity: str, number: int) -> str:
    return f"{identity}-{number + 1}" if identity and number else identity


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _objects(value: Any) -> list[Mapping[str, Any]]:
    return [each for each in _list(value) if isinstance(each, dict)]


def _first(value: Any) -> Mapping[str, Any]:
    if isinstance(value, list):
        value = value[0] if value else {}
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("value")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()[: feed_rules().limits["max_cell_signs"]]
