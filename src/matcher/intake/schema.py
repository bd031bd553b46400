"""The published JSON Schema of a case file, made from the models, so that the two cannot drift apart."""

from typing import Any

from matcher.domain.case import SCHEMA_ID, Case

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_WHOLE = r"^-?(0|[1-9][0-9]{0,8})$"
_DECIMAL = r"^-?(0|[1-9][0-9]{0,8})([.,][0-9]{1,4})?$"
_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_YES_OR_NO = ["ja", "nee", "yes", "no", "true", "false"]


def case_schema() -> dict[str, Any]:
    """Answer the JSON Schema (draft 2020-12) of a case file.

    The reader takes every scalar as text. So a number, a date and a yes or no may also be written as a string, and a
    text may look like a number (`item: 4.10`).

    Example:
        >>> case_schema()["$id"]
        'matcher/case/1'
    """
    made = _loosened(Case.model_json_schema(by_alias=True, mode="validation"))
    return {"$schema": _DIALECT, "$id": SCHEMA_ID, **made, "title": "Casus voor matcher"}


def _loosened(node: Any) -> Any:
    """Answer a part of the schema in which a scalar may also be text."""
    if isinstance(node, list):
        return [_loosened(part) for part in node]
    if not isinstance(node, dict):
        return node
    if "anyOf" in node and any(_type(part) == "number" for part in node["anyOf"]):
        # A number of ours has one way to be a text; pydantic's own way is wider than what the reader takes.
        node = {**node, "anyOf": [part for part in node["anyOf"] if _type(part) != "string"]}
    part = {name: _loosened(value) for name, value in node.items() if name != "title" or not isinstance(value, str)}
    kind = part.get("type")
    if "enum" in part or "const" in part:
        return part
    if kind in {"integer", "number", "boolean"}:
        return _scalar(part, str(kind))
    if kind == "string" and part.get("format") == "date":
        return {**part, "pattern": _DATE}
    if kind == "string":
        return {**part, "type": ["string", "number"]}
    return part


def _type(part: Any) -> Any:
    return part.get("type") if isinstance(part, dict) else None


def _scalar(part: dict[str, Any], kind: str) -> dict[str, Any]:
    about: dict[str, Any] = {name: part.pop(name) for name in ("description", "default") if name in part}
    text: dict[str, Any] = {"type": "string", "pattern": _DECIMAL if kind == "number" else _WHOLE}
    if kind == "boolean":
        text = {"enum": list(_YES_OR_NO)}
    return {**about, "anyOf": [part, text]}
