"""The OpenAPI 3.1 description of the API, made from the routes and the shapes. `python -m matcher_service.openapi`."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

from matcher.intake import case_schema
from matcher_service.shapes import EITHER, SHAPES

_TEMPLATE = "#/components/schemas/{model}"
_ABOUT = (
    "From the capacity list of a worker and a person's profile to a zoekprofiel and ranked work, with a reason for "
    "every verdict. A case goes in, an answer comes out; nothing is kept unless the dossier store is switched on. "
    "No address ranks or lists persons for a vacancy. Texts for people are Dutch; fields are English."
)


def describe(app: FastAPI) -> dict[str, Any]:
    """Answer the description of an application.

    Args:
        app: what `create_app` answered.
    """
    made = get_openapi(title=app.title, version=app.version, routes=app.routes, description=_ABOUT)
    schemas = made.setdefault("components", {}).setdefault("schemas", {})
    _, shapes = models_json_schema([(shape, "serialization") for shape in SHAPES], ref_template=_TEMPLATE)
    schemas.update(shapes["$defs"])
    schemas.update(_case_shapes())
    for name, shapes_of_views in EITHER.items():
        schemas[name] = {"oneOf": [{"$ref": _TEMPLATE.format(model=shape)} for shape in shapes_of_views]}
    schemas["AnyObject"] = {"type": "object"}
    _add_tokens(made)
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    return made


def _add_tokens(made: dict[str, Any]) -> None:
    """Say that a token of the bureau's OpenID provider may come in place of a key."""
    made["components"]["securitySchemes"]["token"] = {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "A token of an OpenID provider, where the service is set up for one.",
    }
    for operation in (each for methods in made["paths"].values() for each in methods.values()):
        if operation.get("security"):
            operation["security"] = [*operation["security"], {"token": []}]


def _case_shapes() -> dict[str, Any]:
    case = case_schema()
    inner = case.pop("$defs")
    for name in ("$schema", "$id"):
        case.pop(name)
    named = {f"Case{name}": shape for name, shape in inner.items()}
    return {name: _referred(shape) for name, shape in {**named, "Case": case}.items()}


def _referred(node: Any) -> Any:
    if isinstance(node, list):
        return [_referred(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {
        name: value.replace("#/$defs/", "#/components/schemas/Case") if name == "$ref" else _referred(value)
        for name, value in node.items()
    }
