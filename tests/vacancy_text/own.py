"""The own small set as labelled rows in the form that the scorer reads."""

from pathlib import Path
from typing import Any

import yaml

FULL_WEEK = 36
_PATH = Path(__file__).parent / "own.yaml"
_SAME = ("licences", "certificates", "languages", "evening", "night", "weekend", "shifts", "on_call")


def rows() -> list[dict[str, Any]]:
    found = []
    for number, raw in enumerate(yaml.safe_load(_PATH.read_text(encoding="utf-8")), 1):
        full_week = ["VI.3"] if raw.get("hours", [0])[0] >= FULL_WEEK else []
        asked = [{"channel": code, "asked": True} for code in (*raw.get("asks", ()), *full_week)]
        denied = [{"channel": code, "asked": False} for code in raw.get("not", ())]
        labels = {
            "demands": asked + denied,
            "hours": raw.get("hours"),
            "wage_eur_per_hour": raw.get("wage"),
            "education_level": raw.get("education"),
            **{name: raw[name] for name in _SAME if name in raw},
        }
        found.append({"id": f"own-{number}", "title": raw["title"], "text": raw["text"], "labels": labels})
    return found
