"""Write the types of the client's answers from the published description: `python -m tests.client.rebuild_answers`."""

import json
import keyword
import re
import textwrap
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
OPENAPI = ROOT / "service" / "openapi.json"
TARGET = ROOT / "client" / "src" / "matcher_client" / "answers.py"
_REF = "#/components/schemas/"
_HEAD = '''"""What the service answers, as types. Generated from service/openapi.json; a test keeps them the same.

Write them again with `python -m tests.client.rebuild_answers`.
"""

from typing import Any, Literal, NotRequired, TypedDict
'''
_PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}


def answers_text(description: Mapping[str, Any]) -> str:
    """Answer the module of types.

    Args:
        description: the OpenAPI description.
    """
    schemas = description["components"]["schemas"]
    wanted = _reached(schemas, set(_answers(description)))
    blocks = [_HEAD, *(_block(name, schemas[name]) for name in _in_order(schemas, wanted))]
    return "\n\n".join(block.strip("\n") + "\n" for block in blocks)


def _answers(description: Mapping[str, Any]) -> Iterator[str]:
    for methods in description["paths"].values():
        for operation in methods.values():
            for status, answer in operation["responses"].items():
                schema = answer.get("content", {}).get("application/json", {}).get("schema", {})
                if status.startswith("2") and "$ref" in schema:
                    yield schema["$ref"].removeprefix(_REF)


def _reached(schemas: Mapping[str, Any], names: set[str]) -> set[str]:
    found: set[str] = set()
    while names:
        found |= names
        names = set().union(*(_named(schemas[name]) for name in names)) - found
    return found


def _in_order(schemas: Mapping[str, Any], wanted: set[str]) -> Iterator[str]:
    """Yield each name after those that it is made of, else in order of name."""
    return TopologicalSorter({name: sorted(_named(schemas[name])) for name in sorted(wanted)}).static_order()


def _named(schema: Mapping[str, Any]) -> set[str]:
    return set(re.findall(rf'"{_REF}([^"]+)"', json.dumps(schema)))


def _block(name: str, schema: Mapping[str, Any]) -> str:
    if "properties" not in schema:
        return f"{name} = {_type(schema)}"
    required = schema.get("required", [])
    fields = {key: _type(value, optional=key not in required) for key, value in schema["properties"].items()}
    if any(not key.isidentifier() or keyword.iskeyword(key) for key in fields):
        held = "".join(f'        "{key}": {kind},\n' for key, kind in fields.items())
        return f'{name} = TypedDict(\n    "{name}",\n    {{\n{held}    }},\n)'
    about = textwrap.fill(schema.get("description", name).split("\n")[0], 112, subsequent_indent="    ")
    held = "".join(f"    {key}: {kind}\n" for key, kind in fields.items())
    return f'class {name}(TypedDict):\n    """{about}"""\n\n{held}'


def _type(schema: Mapping[str, Any], *, optional: bool = False) -> str:
    kind = _plain_type(schema)
    return f"NotRequired[{kind}]" if optional else kind


def _plain_type(schema: Mapping[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).removeprefix(_REF)
    if "const" in schema:
        return f'Literal["{schema["const"]}"]'
    if "enum" in schema:
        return f"Literal[{', '.join(json.dumps(each) for each in schema['enum'])}]"
    for name in ("anyOf", "oneOf"):
        if name in schema:
            return " | ".join(dict.fromkeys(_plain_type(each) for each in schema[name]))
    if schema.get("type") == "array":
        return f"list[{_plain_type(schema.get('items', {}))}]"
    if schema.get("type") == "object":
        more = schema.get("additionalProperties")
        return f"dict[str, {_plain_type(more) if isinstance(more, dict) and more else 'Any'}]"
    return _PLAIN.get(str(schema.get("type")), "Any")


if __name__ == "__main__":
    TARGET.write_text(answers_text(json.loads(OPENAPI.read_text(encoding="utf-8"))), encoding="utf-8")
