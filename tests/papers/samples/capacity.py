"""Random capacity from a seed. Nobody in here exists."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from matcher.reference.fml import items
from matcher.reference.legacy import Relation, legacy_items

TEXTS = (
    "alleen met de rechter arm", "links", "rechts", "beiderzijds", "niet langer dan een kwartier achter elkaar",
    "maximaal tien keer per uur en daarna een korte pauze van enkele minuten", "in overleg met de leidinggevende",
    "rustige werkplek zonder lawaai", "na een half uur even van houding wisselen, zodat het werk vol te houden is",
    "hooguit drie klantcontacten per dag", "tijdelijk, opnieuw bekijken over drie maanden", "vooral in de ochtend",
)  # fmt: skip
SIDES = {"alleen met de rechter arm": "right", "links": "left", "rechts": "right", "beiderzijds": "both"}


@dataclass
class MadeItem:
    """One item of a made-up form."""

    code: str
    name: str
    levels: tuple[int, ...]
    text: str = ""
    words: tuple[str, ...] = ()


@dataclass
class Made:
    """A made-up form."""

    kind: str
    form_date: date
    numbering: str
    deviations_only: bool
    items: list[MadeItem] = field(default_factory=list)

    def truth(self) -> dict:
        """Answer the truth that the scorer reads."""
        found: dict = {}
        for item in self.items:
            if item.levels == (0,):
                found[item.code] = "absent" if self.deviations_only else "norm"
            else:
                level = item.levels[0] if len(item.levels) == 1 else list(item.levels)
                side = None if item.code in {"IV.1", "IV.2", "4.1", "4.2"} else SIDES.get(item.text)
                found[item.code] = {"level": level, "side": side, "text": item.text}
        return {"kind": self.kind, "form_date": self.form_date.isoformat(), "numbering": self.numbering, "items": found}

    def printed(self) -> list[MadeItem]:
        """Answer the items that stand on the form."""
        return [item for item in self.items if not (self.deviations_only and item.levels == (0,))]


def made_up(seed: int, kind: str = "fml", numbering: str = "current") -> Made:
    """Answer a made-up form.

    Args:
        seed: the same seed gives the same form.
        kind: fml, kfml, izp, lab or bar.
        numbering: current or old.
    """
    pick = random.Random(seed)  # noqa: S311 chance needs no secrets
    day = date(2026, 1, 5) + timedelta(days=pick.randrange(300))
    if numbering == "old":
        day = date(2011, 3, 1) + timedelta(days=pick.randrange(300))
    made = Made(kind, day, numbering, deviations_only=kind == "kfml")
    made.items = [_old(code, pick) for code in _old_codes()] if numbering == "old" else [_new(c, pick) for c in items()]
    if all(item.levels == (0,) for item in made.items):
        made.items[10].levels = (1,)
    return made


def _old_codes() -> list[str]:
    return [code for code in legacy_items() if code.count(".") == 1 and code not in {"1.9", "2.12"}]


def _old(code: str, pick: random.Random) -> MadeItem:
    item = legacy_items()[code]
    relations = {target.relation for target in item.targets}
    levels = (pick.choice((1, 2)),) if pick.random() < 0.3 else (0,)
    if relations & {Relation.OPTION, Relation.NOTE}:
        levels = (min(levels[0], 1),)
    if relations & {Relation.SIDE}:
        levels = (pick.choice((1, 2)),)
    text = (
        pick.choice(TEXTS) if levels != (0,) and pick.random() < 0.5 and relations.isdisjoint({Relation.SIDE}) else ""
    )
    return MadeItem(code, item.name_nl, levels, text)


def _new(code: str, pick: random.Random) -> MadeItem:
    item = items()[code]
    limited = [number for number in item.levels if number]
    many = any(level.kind == "multi-select flag" for level in item.levels.values()) and len(limited) > 2
    levels: tuple[int, ...] = (0,)
    if code in {"IV.1", "IV.2"}:
        levels = (pick.choice(limited),)
    elif pick.random() < 0.35:
        levels = tuple(sorted(pick.sample(limited, min(len(limited), pick.choice((1, 1, 2)) if many else 1))))
    text = ""
    if levels != (0,) and code not in {"IV.1", "IV.2"} and pick.random() < 0.5:
        text = pick.choice(TEXTS)
    words = tuple(item.levels[number].name_nl for number in levels)
    return MadeItem(code, item.name_nl, levels, text, words)
