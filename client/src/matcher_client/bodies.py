"""A case as the body of a request."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from matcher_client.calls import JSON

Case = Mapping[str, Any] | str | bytes | Path
_YAML = "application/yaml"


def case_body(case: Case) -> dict[str, Any]:
    """Answer a case as body and media type.

    Args:
        case: a mapping; the text or bytes of a case file in YAML; or its path.

    Example:
        >>> case_body("id: voorbeeld-1")
        {'content': b'id: voorbeeld-1', 'kind': 'application/yaml'}
    """
    if isinstance(case, Path):
        return {"content": case.read_bytes(), "kind": JSON if case.suffix.lower() == ".json" else _YAML}
    if isinstance(case, str):
        return {"content": case.encode(), "kind": _YAML}
    if isinstance(case, bytes):
        return {"content": case, "kind": _YAML}
    return json_body(case)


def json_body(value: Any) -> dict[str, Any]:
    """Answer plain values as body and media type.

    Args:
        value: plain values; dates and decimals are written as text.
    """
    return {"content": json.dumps(value, ensure_ascii=False, default=str).encode(), "kind": JSON}
