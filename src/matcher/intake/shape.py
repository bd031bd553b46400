"""The tree against the schema: unknown fields, wrong shapes and unreadable values, each with its place."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from matcher.intake import scalars
from matcher.intake.tree import Fields, Items, Node, Path, Scalar
from matcher.reference.form_rules import form_rules

Problem = tuple[Path, str]

_LEAVES: dict[Any, Callable[[str], Any]] = {
    bool: scalars.yes_or_no,
    int: scalars.whole,
    Decimal: scalars.decimal,
    date: scalars.day,
}
_ABSENT = object()
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def as_data(model: type[BaseModel], root: Node) -> tuple[Any, list[Problem]]:
    """Answer the file as data for the model, with every problem of shape.

    Args:
        model: the schema, normally `Case`.
        root: the parsed file.

    Returns:
        The data, in which an unreadable value is None, and the problems in the order of the file.
    """
    problems: list[Problem] = []
    data = _fields(model, root, (), problems)
    return (None if data is _ABSENT else data), problems


def field_names(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Answer the fields of a model by the name that a file uses.

    Example:
        >>> from matcher.domain.case import Case
        >>> "schema" in field_names(Case)
        True
    """
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _fields(model: type[BaseModel], node: Node, path: Path, problems: list[Problem]) -> Any:
    if not isinstance(node, Fields):
        where = "dit bestand begint" if not path else "dit onderdeel bestaat"
        verb = "met velden" if not path else "uit velden"
        problems.append((path, f"{where} niet {verb}. Schrijf veld: waarde, elk op een eigen regel."))
        return _ABSENT
    known = field_names(model)
    data: dict[str, Any] = {}
    for name, child in node.fields.items():
        if name not in known:
            problems.append(((*path, name), _unknown(name, known)))
            continue
        value = _value(known[name].annotation, child, (*path, name), problems)
        required_or_given = value is not None or _may_be_empty(known[name].annotation)
        if value is not _ABSENT and required_or_given:
            data[name] = value
    return data


def _value(annotation: Any, node: Node, path: Path, problems: list[Problem]) -> Any:
    kind = _kind(annotation)
    if isinstance(node, Scalar) and node.text is None:
        return None
    if get_origin(kind) is tuple:
        return _list(get_args(kind)[0], node, path, problems)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _fields(kind, node, path, problems)
    if not isinstance(node, Scalar):
        problems.append((path, "hier hoort één waarde, geen lijst en geen velden."))
        return _ABSENT
    try:
        return _leaf(kind, node.text or "")
    except scalars.NotReadable as wrong:
        problems.append((path, str(wrong)))
        return _ABSENT


def _list(inner: Any, node: Node, path: Path, problems: list[Problem]) -> Any:
    if not isinstance(node, Items):
        problems.append((path, "hier hoort een lijst. Zet voor elk deel een streepje, of schrijf [deel, deel]."))
        return _ABSENT
    found: list[Any] = []
    for position, child in enumerate(node.items):
        value = _value(inner, child, (*path, position), problems)
        if value is None:
            problems.append(((*path, position), "dit deel van de lijst is leeg. Vul het in of haal het weg."))
        found.append(None if value is _ABSENT else value)
    return tuple(found)


def _leaf(kind: Any, text: str) -> Any:
    if kind in _LEAVES:
        return _LEAVES[kind](text)
    choices = _choices(kind)
    if choices:
        return scalars.choice(text, choices)
    if _CONTROL.search(text):
        raise scalars.NotReadable("deze tekst bevat een onzichtbaar teken. Typ de tekst opnieuw.")
    return text


def _choices(kind: Any) -> tuple[str, ...]:
    if get_origin(kind) is Literal:
        return tuple(str(each) for each in get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(each.value) for each in kind)
    return ()


def _kind(annotation: Any) -> Any:
    """Answer the bare type of a field: without `Annotated` and without `| None`."""
    if get_origin(annotation) is Annotated:
        return _kind(get_args(annotation)[0])
    if get_origin(annotation) in (tuple, Literal):
        return annotation
    parts = [part for part in get_args(annotation) if part is not type(None)]
    return _kind(parts[0]) if parts else annotation


def _may_be_empty(annotation: Any) -> bool:
    return type(None) in get_args(annotation)


def _unknown(name: str, known: Iterable[str]) -> str:
    """Say what to do with a field that the schema does not have, without repeating its name."""
    from rapidfuzz import fuzz  # noqa: PLC0415 only a faulty file pays for this import

    rules = form_rules()
    folded = name.casefold().replace("-", "_").replace(" ", "_")
    refused = rules.refused_field(folded)
    if refused:
        return refused
    score, near = max(((fuzz.ratio(folded, each), each) for each in known), default=(0.0, ""))
    if score >= rules.field_name_score:
        return f"dit veld bestaat niet. Bedoelde u {near}?"
    return f"dit veld bestaat niet. Hier mag: {', '.join(known)}."
