"""Small invented cases as text, for the tests of the reader."""

from datetime import date

from matcher.domain.capacity import CapacityProfile
from matcher.intake import read_case_text, understand_capacity

HEAD = "schema: matcher/case/1\nid: verzonnen-1\n"
ON = date(2026, 6, 1)
OWN_CONDITIONS = ("I.8", "II.12", "III.8", "IV.21", "V.10", "VI.4")


def form(
    *entries: str,
    kind: str = "FML",
    day: str = "2026-05-01",
    completeness: str = "deviations_only",
    confirmed: str = "ja",
    extra: tuple[str, ...] = ("usable_possibilities: ja",),
) -> str:
    """One form; its first entry is the third line after the last extra line."""
    lines = [
        f"  - kind: {kind}",
        f"    date: {day}",
        "    author_role: bedrijfsarts",
        f"    completeness: {completeness}",
        f"    completeness_confirmed: {confirmed}",
        *(f"    {line}" for line in extra),
        "    entries:",
        *(f"      - {{{entry}}}" for entry in entries),
    ]
    return "\n".join(lines) + "\n"


def case(*forms: str, rest: str = "") -> str:
    """A whole case with these forms."""
    return HEAD + ("forms:\n" + "".join(forms) if forms else "") + rest


def profile(*entries: str, on: date = ON, rest: str = "", **about: object) -> CapacityProfile:
    """What a case with one form says on the day of comparing."""
    return understand_capacity(read_case_text(case(form(*entries, **about), rest=rest)).case, on)  # type: ignore[arg-type]


def beside(item: str, text: str, levels: str = "[0]") -> CapacityProfile:
    """What one item of a full form says with a text beside it; the items for own conditions are scored."""
    others = [f"item: {code}, levels: [0]" for code in OWN_CONDITIONS if code != item]
    return profile(f'item: {item}, levels: {levels}, text: "{text}"', *others, completeness="full")


def kinds(found: CapacityProfile) -> list[str]:
    return [remark.kind.value for remark in found.remarks]


def codes(found: CapacityProfile) -> list[str]:
    return [notice.code for notice in found.notices]
