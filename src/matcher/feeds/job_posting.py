"""schema.org JobPosting, as JSON-LD or as extruct gives microdata, to our fields."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from matcher.feeds.columns import Mapped, fields_of
from matcher.feeds.raw import gather
from matcher.feeds.rules import feed_rules

_TYPE = re.compile(r"(?:https?://schema\.org/)?JobPosting$")
_TEXT_PARTS = (
    "description", "responsibilities", "qualifications", "skills", "experienceRequirements", "physicalRequirement",
    "sensoryRequirement", "workHours", "incentiveCompensation", "jobBenefits", "employerOverview",
)  # fmt: skip


def postings(node: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    """Yield every JobPosting in a JSON value, in lists and graphs too, to a bounded depth.

    Args:
        node: the parsed value.
        depth: how deep it lies.

    Example:
        >>> [one["title"] for one in postings({"@graph": [{"@type": "JobPosting", "title": "Kok"}]})]
        ['Kok']
    """
    if depth > feed_rules().limits["max_depth"]:
        return
    if isinstance(node, list):
        for item in node:
            yield from postings(item, depth + 1)
    elif isinstance(node, dict):
        if is_posting(node):
            yield node
            return
        for value in node.values():
            if isinstance(value, dict | list):
                yield from postings(value, depth + 1)


def is_posting(node: Mapping[str, Any]) -> bool:
    """Answer whether a JSON object is a JobPosting."""
    kinds = node.get("@type", node.get("type", ""))
    return any(isinstance(kind, str) and _TYPE.match(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def posting_values(node: Mapping[str, Any]) -> dict[str, str]:
    """Answer the values of a JobPosting by our field names.

    Args:
        node: the JobPosting.

    Example:
        >>> posting_values({"@type": "JobPosting", "title": "Kok", "hiringOrganization": {"name": "Eetcafe Voorbeeld"}})
        {'title': 'Kok', 'employer': 'Eetcafe Voorbeeld'}
    """
    address = _first(_first(node.get("jobLocation")).get("address"))
    low, high, period = _pay(_first(node.get("baseSalary")) or _first(node.get("estimatedSalary")))
    values = {
        "id": _words(_first(node.get("identifier")).get("value")) or _words(node.get("identifier")),
        "title": _words(node.get("title")) or _words(node.get("name")),
        "employer": _words(node.get("hiringOrganization")),
        "place": _words(address.get("addressLocality")) or _place(node.get("jobLocation")),
        "postcode": _words(address.get("postalCode")),
        "url": _words(node.get("url")) or _words(node.get("sameAs")),
        "published": _words(node.get("datePosted")),
        "expires": _words(node.get("validThrough")),
        "salary": _words(node.get("baseSalary")) if not low and not high else "",
        "salary_min": low,
        "salary_max": high,
        "salary_period": period,
        "education": _words(node.get("educationRequirements")),
        "contract": _words(node.get("employmentType")),
        "start": _words(node.get("jobStartDate")),
        "text": "\n".join(filter(None, (_words(node.get(part)) for part in _TEXT_PARTS))),
    }
    return {name: value for name, value in values.items() if value}


def object_values(node: Mapping[str, Any], mapped: Mapped) -> dict[str, str]:
    """Answer the values of any JSON object by our field names, guessed from its names; one level of nesting is joined.

    Args:
        node: the object.
        mapped: the mapping file.
    """
    if is_posting(node):
        return posting_values(node)
    flat = dict(_flat(node))
    return gather(zip(fields_of(flat, mapped), flat, flat.values(), strict=True))


def _flat(node: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in node.items():
        if isinstance(value, dict):
            inner = {f"{name} {below}": _words(text) for below, text in value.items()}
            yield name, _words(value)
            yield from inner.items()
        else:
            yield name, _words(value)


def _first(value: Any) -> Mapping[str, Any]:
    if isinstance(value, list):
        value = value[0] if value else {}
    return value if isinstance(value, dict) else {}


def _words(value: Any, depth: int = 0) -> str:
    """Answer a value as text: of an object its name or value, of a list every part."""
    if value is None or isinstance(value, bool) or depth > 3:  # noqa: PLR2004 names lie no deeper
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        number = f"{value:.10g}" if isinstance(value, float) else str(value)[:40]
        return number.replace(".", ",")
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(part, depth + 1) for part in value)))
    if isinstance(value, dict):
        for name in ("name", "value", "@value", "credentialCategory", "description", "text"):
            if found := _words(value.get(name), depth + 1):
                return found
    return ""


def _place(location: Any) -> str:
    if isinstance(location, str):
        return location
    address = _first(location).get("address")
    return address if isinstance(address, str) else _words(_first(location).get("name"))


def _pay(salary: Mapping[str, Any]) -> tuple[str, str, str]:
    amount = salary.get("value")
    inner = _first(amount)
    low, high = (_words(inner.get(name)) or _words(salary.get(name)) for name in ("minValue", "maxValue"))
    if not low and not high:
        low = _words(inner.get("value")) if inner else _words(amount)
    return low, high, _words(inner.get("unitText")) or _words(salary.get("unitText"))
