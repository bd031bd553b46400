"""Which stage of suitability applies on a day, and what each stage allows.

The six-month line in the second track is practice borrowed from the WW and ZW; every cell carries its standing.
Capacity is no cell: it never loosens.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from matcher.domain.case import Case, CellOverride, PolicyChoice
from matcher.domain.citation import Citation, Standing
from matcher.errors import CaseInvalid, Fault, UnknownName
from matcher.reference.tables import read_yaml

ORDER = ("S0", "S1", "S2", "S3", "S4", "S5")
WIDENING = ("S1", "S2", "S3", "S4")
_EXPERIENCE_ORDER = ("adjacent", "same_sector", "transferable", "none")
_DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a stage.

    Attributes:
        name: e.g. `education_down`.
        value: the value as text.
        citation: source, standing and how it is carried out.
        override_reason: the coach's reason when the cell was changed for this case.
    """

    name: str
    value: str
    citation: Citation
    override_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of suitability with its cells."""

    code: str
    label_nl: str
    why_nl: str
    acceptance: str
    cells: Mapping[str, Cell]

    def value(self, name: str) -> str | None:
        """Answer the text of a cell, or None when the stage has no such cell."""
        cell = self.cells.get(name)
        return None if cell is None else cell.value


@dataclass(frozen=True, slots=True)
class StageView:
    """The stage of a case on a day, with what decided it.

    Attributes:
        stage: the stage that applies.
        clock: name of the clock.
        clock_nl: the clock in Dutch.
        clock_start: first day of the clock, or None when it is not known.
        week: completed weeks on the clock, or None.
        sickness_week: completed weeks since the first sick day, or None.
        search_stage: the stage up to which occupations are shown; never narrower than `stage`.
        next_stage: code of the next stage, or None.
        next_from: first day of the next stage, or None when the clock's start is not known.
        preset: name of the preset.
        law_nl: what the law does and does not say.
        on: the day of matching.
        notices: Dutch sentences about missing dates and overrides.
    """

    stage: Stage
    clock: str
    clock_nl: str
    clock_start: date | None
    week: int | None
    sickness_week: int | None
    search_stage: str
    next_stage: str | None
    next_from: date | None
    preset: str
    law_nl: str
    on: date
    notices: tuple[str, ...]


@cache
def _versions() -> tuple[Mapping[str, Any], ...]:
    return tuple(read_yaml("policy.yaml")["versions"])


def policy_on(on: date) -> Mapping[str, Any]:
    """Answer the policy that holds on a day.

    Args:
        on: the day of matching.

    Raises:
        UnknownName: the day lies before the first version.
    """
    valid = [version for version in _versions() if version["valid_from"] <= on]
    if not valid:
        raise UnknownName(
            f"Voor deze datum is er geen beleid bekend. Kies een datum vanaf {_versions()[0]['valid_from']}."
        )
    return valid[-1]


@cache
def _stages(valid_from: date) -> Mapping[str, Stage]:
    policy = next(version for version in _versions() if version["valid_from"] == valid_from)
    return MappingProxyType({code: _stage(code, raw) for code, raw in policy["stages"].items()})


def _stage(code: str, raw: Mapping[str, Any]) -> Stage:
    cells = {
        name: Cell(name, str(cell["value"]), Citation(cell["source"], Standing(cell["standing"]), raw["why_nl"]))
        for name, cell in raw["cells"].items()
    }
    return Stage(code, raw["label_nl"], raw["why_nl"], str(raw["acceptance"]), MappingProxyType(cells))


def stage_views(choice: PolicyChoice, on: date) -> Mapping[str, Stage]:
    """Answer every stage as it holds for a case: the preset's and the coach's changes applied.

    Args:
        choice: the case's preset, clock and overrides.
        on: the day of matching.

    Raises:
        CaseInvalid: an override names a cell that does not exist, something that never loosens, or would narrow as
            the weeks pass.
    """
    policy = policy_on(on)
    stages = dict(_stages(policy["valid_from"]))
    preset = policy["presets"][choice.preset]
    for cell, value in preset["overrides"].items():
        label = f"preset {choice.preset}: {preset['label_nl']}"
        stages = _overridden(stages, cell, str(value), label, Standing(preset["standing"]))
    for number, override in enumerate(choice.overrides):
        _require_loosening_allowed(policy["never_relax"], override, number)
        _require_known(stages, override, number)
        value = override.value.replace(",", ".")
        stages = _overridden(stages, override.cell, value, override.reason, Standing.OUR_CHOICE)
    _require_widening(stages)
    return MappingProxyType(stages)


def _overridden(
    stages: dict[str, Stage], cell_name: str, value: str, reason: str, standing: Standing
) -> dict[str, Stage]:
    code, name = cell_name.split(".", 1)
    stage = stages[code]
    old = stage.cells[name]
    citation = Citation("afwijking voor deze casus", standing, old.citation.how_nl)
    cells = {**stage.cells, name: Cell(name, value, citation, override_reason=reason)}
    return {**stages, code: replace(stage, cells=MappingProxyType(cells))}


def never_below(cell_name: str, on: date) -> str | None:
    """Answer what a cell can never sink below, as a value of that cell; None when nothing holds it up.

    Args:
        cell_name: e.g. `wage_share_min`.
        on: the day of matching.

    Example:
        >>> never_below("wage_share_min", date(2026, 1, 1))
        'minimum_wage'
    """
    things = policy_on(on)["never_relax"]["things"]
    return next((str(name) for name, thing in things.items() if thing.get("floor_of") == cell_name), None)


def _require_loosening_allowed(fixed: Mapping[str, Any], override: CellOverride, number: int) -> None:
    thing = fixed["things"].get(override.cell.split(".", 1)[1])
    if thing is not None:
        text = fixed["refused_nl"].format(label=thing["label_nl"], source=fixed["source"], instead=thing["instead_nl"])
        raise CaseInvalid((Fault(f"policy.overrides.{number}.cell", None, text),))


def _require_known(stages: Mapping[str, Stage], override: CellOverride, number: int) -> None:
    code, name = override.cell.split(".", 1)
    cells = stages[code].cells
    field = f"policy.overrides.{number}"
    if name not in cells:
        choices = ", ".join(f"{code}.{known}" for known in cells) or "geen"
        raise CaseInvalid((Fault(f"{field}.cell", None, f"deze cel bestaat niet. Kies uit: {choices}."),))
    expected = _expected(name)
    if not expected.accepts(override.value):
        raise CaseInvalid((Fault(f"{field}.value", None, f"deze waarde past niet. Verwacht: {expected.text_nl}."),))


@dataclass(frozen=True, slots=True)
class _Expected:
    text_nl: str
    words: tuple[str, ...]
    low: float
    high: float
    whole: bool = False

    def accepts(self, value: str) -> bool:
        if value in self.words:
            return True
        pattern = r"\d{1,3}" if self.whole else r"\d{1,3}(?:[.,]\d{1,4})?"
        return re.fullmatch(pattern, value) is not None and self.low <= float(value.replace(",", ".")) <= self.high


_NO_NUMBER = (1.0, 0.0)


def _expected(name: str) -> _Expected:
    if name == "experience":
        return _Expected(", ".join(_EXPERIENCE_ORDER), _EXPERIENCE_ORDER, *_NO_NUMBER)
    if name in {"education_down", "education_down_soft"}:
        return _Expected("0, 1, 2, 3 of any", ("any",), 0, 3, whole=True)
    if name.endswith("_share_min"):
        return _Expected("een deel tussen 0 en 1, of minimum_wage", ("minimum_wage",), 0, 1)
    return _Expected("een heel aantal van 0 tot 600", (), 0, 600, whole=True)


def _require_widening(stages: Mapping[str, Stage]) -> None:
    for narrow, wide in pairwise(WIDENING):
        for name in ("education_down", "experience", "wage_share_min", "travel_minutes_max", "from_week"):
            before, after = width(name, stages[narrow].value(name)), width(name, stages[wide].value(name))
            if after < before:
                text = f"{wide}.{name} is strenger dan {narrow}.{name}. Een latere fase mag nooit strenger zijn."
                if name == "from_week":
                    text = f"{wide} begint eerder dan {narrow}. Een latere fase begint nooit eerder."
                raise CaseInvalid((Fault("policy.overrides", None, text),))


def width(name: str, value: str | None) -> float:
    """Answer how wide a cell is: a larger number lets more through.

    Args:
        name: name of the cell.
        value: its text; None lets nothing extra through.

    Example:
        >>> width("education_down", "any") > width("education_down", "1")
        True
    """
    if value is None:
        return 0.0
    if name == "experience":
        return float(_EXPERIENCE_ORDER.index(value))
    if value == "any":
        return float("inf")
    if value == "minimum_wage":
        return 0.0
    return -float(value) if name.endswith("_min") else float(value)


def find_stage(case: Case, on: date) -> StageView:
    """Answer which stage applies to a case on a day, and when the next one starts.

    Args:
        case: the case; its dates and policy choice are used.
        on: the day of matching.

    Returns:
        The stage with its clock. Without the clock's start date the stage is S0 and a notice asks for the date.

    Raises:
        CaseInvalid: an override that does not exist or that would narrow with time.
    """
    policy = policy_on(on)
    stages = stage_views(case.policy, on)
    clock = case.policy.clock or policy["presets"][case.policy.preset]["clock"]
    dates = case.person.dates
    start = {"track": dates.track_start, "sickness": dates.first_sick_day, "ww": dates.ww_start}[clock]
    week = _weeks(start, on)
    sickness_week = _weeks(dates.first_sick_day, on)
    code = _code(stages, policy, week, sickness_week, clock)
    next_code, next_from = _next(stages, code, start)
    return StageView(
        stage=stages[code],
        clock=clock,
        clock_nl=policy["clocks"][clock]["label_nl"],
        clock_start=start,
        week=week,
        sickness_week=sickness_week,
        search_stage=_search_stage(policy, code, sickness_week),
        next_stage=next_code,
        next_from=next_from,
        preset=case.policy.preset,
        law_nl=policy["law_nl"],
        on=on,
        notices=tuple(_notices(case, clock, policy, start)),
    )


def result_line(on: date) -> float:
    """Answer the share of the old wage that practice calls a good result; a flag, never a filter.

    Example:
        >>> result_line(date(2026, 1, 1))
        0.65
    """
    return float(policy_on(on)["result_target"]["loonwaarde_share_min"]["value"])


def _weeks(start: date | None, on: date) -> int | None:
    return None if start is None else (on - start).days // _DAYS_A_WEEK


def _code(
    stages: Mapping[str, Stage],
    policy: Mapping[str, Any],
    week: int | None,
    sickness_week: int | None,
    clock: str,
) -> str:
    after = policy["stages"]["S5"]["from_sickness_week"]
    if clock != "ww" and sickness_week is not None and sickness_week >= after:
        return "S5"
    if week is None or week < 0:
        return "S0"
    return max((code for code in WIDENING if week >= from_week(stages[code])), default="S0")


def preset_nl(preset: str, on: date) -> str:
    """Answer the name of a preset in Dutch.

    Example:
        >>> preset_nl("practice_track", date(2026, 11, 22))
        'praktijk tweede spoor'
    """
    return str(policy_on(on)["presets"][preset]["label_nl"])


def stage_start(view: StageView, stage: Stage) -> date | None:
    """Answer the first day of a stage on the clock of a case; None when the clock's start is not known.

    Args:
        view: the stage that applies to the case, with its clock.
        stage: the stage that is asked about.
    """
    return None if view.clock_start is None else view.clock_start + timedelta(weeks=from_week(stage))


def from_week(stage: Stage) -> int:
    """Answer the week on the clock in which a stage starts."""
    return int(stage.value("from_week") or 0)


def _next(stages: Mapping[str, Stage], code: str, start: date | None) -> tuple[str | None, date | None]:
    if code not in ORDER[:4]:
        return None, None
    here = from_week(stages[code]) if code in WIDENING else -1
    later = [other for other in WIDENING if other > code and from_week(stages[other]) > here]
    if not later:
        return None, None
    first = min(from_week(stages[other]) for other in later)
    code_then = max(other for other in later if from_week(stages[other]) == first)
    return code_then, None if start is None else start + timedelta(weeks=first)


def _search_stage(policy: Mapping[str, Any], code: str, sickness_week: int | None) -> str:
    search = policy["search_width"]
    later = search["from_sickness_week"]
    if sickness_week is not None and sickness_week >= later["week"]:
        return str(later["shows"])
    return str(search["shows"][code])


def _notices(case: Case, clock: str, policy: Mapping[str, Any], start: date | None) -> list[str]:
    notices = []
    if start is None:
        label = policy["clocks"][clock]["label_nl"]
        notices.append(
            f"De datum van de {label} ontbreekt. Zonder die datum is de fase niet bekend en geldt oriëntatie."
        )
    if case.policy.clock is not None and case.policy.clock_reason is None:
        notices.append("De klok is gewijzigd zonder reden. Vul clock_reason in.")
    notices.extend(
        f"Afwijking {override.cell} = {override.value}, reden: {override.reason}" for override in case.policy.overrides
    )
    return notices
