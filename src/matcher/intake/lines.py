"""The lines of a form, resolved to items of the current list, with every fault of the form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matcher.domain.case import CapacityForm, Completeness, Entry, Numbering
from matcher.intake.codes import Written, read_code
from matcher.intake.levels import level_problem
from matcher.intake.names import name_agrees, name_of
from matcher.intake.numbering import Detected, detect_numbering, is_ambiguous
from matcher.intake.tree import Path
from matcher.intake.values import Figure, UnitWrong, figure_for
from matcher.reference.fml import items
from matcher.reference.legacy import LegacyTarget, Relation, legacy_items

Problem = tuple[Path, str]
PlacedEntry = tuple[Path, Entry]

_TWO_LISTS = "de nummers en namen horen bij twee lijsten. Zet numbering op current (nieuw) of legacy (oude lijst)."
_TWO_MEANINGS = (
    "dit nummer betekent in de oude lijst iets anders dan in de nieuwe. Zet numbering op current of legacy, "
    "of geef de naam van het onderdeel erbij (name)."
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a form whose number is understood.

    Attributes:
        entry: the line as it was written.
        code: its code in its own list, e.g. `IV.13`, `I.8.4` or `4.14`.
        item: first item of the current list that it is about.
        option: option of that item when the number itself names one.
        levels: the ticked levels; 1 where a heading of the old list was ticked.
        targets: what it means in the current list, for a form of the old list; else empty.
        figure: the doctor's number in the unit of the item, or None.
    """

    entry: Entry
    code: str
    item: str
    option: int | None
    levels: tuple[int, ...]
    targets: tuple[LegacyTarget, ...]
    figure: Figure | None

    @property
    def label(self) -> str:
        """Answer how to name this line to a person."""
        numbering = Numbering.LEGACY if self.targets else Numbering.CURRENT
        return label_of(self.code, numbering)


@dataclass(frozen=True, slots=True)
class FormLines:
    """Every line of one form.

    Attributes:
        lines: the lines that are understood.
        numbering: which list they belong to.
        assumed: True when the list made no difference and the current one was taken.
    """

    lines: tuple[Line, ...]
    numbering: Numbering
    assumed: bool


def label_of(code: str, numbering: Numbering) -> str:
    """Answer an item with its name, as in `IV.13 (tillen)`.

    Example:
        >>> label_of("IV.13", Numbering.CURRENT)
        'IV.13 (tillen)'
    """
    name = name_of(code, numbering)
    return f"{code} ({name[0].lower()}{name[1:]})"


def lines_of(form: CapacityForm, path: Path = ()) -> tuple[FormLines, list[Problem]]:
    """Answer the lines of a form and every problem with them.

    Args:
        form: the form.
        path: where the form stands in the file.
    """
    placed = [((*path, "entries", position), entry) for position, entry in enumerate(form.entries)]
    return resolve(placed, form.numbering, form.completeness, path)


def resolve(
    placed: Sequence[PlacedEntry], given: Numbering | None, completeness: Completeness, path: Path
) -> tuple[FormLines, list[Problem]]:
    """Answer the lines behind entries, each with its place, and every problem with them.

    Args:
        placed: the entries of one form with their places.
        given: the numbering that the case names, or None.
        completeness: whether the form names every item.
        path: where the form stands in the file.
    """
    problems: list[Problem] = []
    written: list[tuple[Path, Written, Entry]] = []
    for place, entry in placed:
        code = read_code(entry.item)
        if code is None:
            problems.append(
                ((*place, "item"), "schrijf rubriek en nummer van het onderdeel, bijvoorbeeld IV.13 of 4.14.")
            )
        else:
            written.append((place, code, entry))
    detected = detect_numbering([(code, entry) for _, code, entry in written], given, completeness)
    if detected.numbering is None:
        problems += _undecided(written, detected, path)
        return FormLines((), Numbering.CURRENT, assumed=False), problems
    lines = []
    seen: dict[str, Path] = {}
    for place, code, entry in written:
        line, wrong = _line(place, code, entry, detected.numbering)
        problems += wrong
        if line is not None:
            problems += _twice(line, place, seen)
            lines.append(line)
    return FormLines(tuple(lines), detected.numbering, detected.assumed), problems


def _undecided(written: Sequence[tuple[Path, Written, Entry]], detected: Detected, path: Path) -> Iterator[Problem]:
    if detected.contradicting:
        yield (*path, "entries"), _TWO_LISTS
        return
    for place, code, _ in written:
        if is_ambiguous(code):
            yield (*place, "item"), _TWO_MEANINGS


def _line(place: Path, written: Written, entry: Entry, numbering: Numbering) -> tuple[Line | None, list[Problem]]:
    known = written.in_legacy if numbering is Numbering.LEGACY else written.in_current
    if not known:
        return None, [((*place, "item"), _unknown(written, numbering))]
    line = _legacy_line(written, entry) if numbering is Numbering.LEGACY else _current_line(written, entry)
    problems: list[Problem] = []
    if entry.name is not None and not name_agrees(entry.name, line.code, numbering):
        problems.append(
            ((*place, "name"), f"nummer en naam horen niet bij elkaar. FML-item {line.label} heeft een andere naam.")
        )
    wrong_level = level_problem(line.targets, line.item, line.option, line.levels)
    if wrong_level:
        problems.append(((*place, "levels"), f"FML-item {line.label}: {wrong_level}"))
    figure, wrong_figure = _figure(line, place)
    problems += wrong_figure
    return replace(line, figure=figure), problems


def _unknown(written: Written, numbering: Numbering) -> str:
    if numbering is Numbering.CURRENT and written.in_legacy:
        return "dit nummer staat alleen op de oude lijst. Zet numbering op legacy als dit een oud formulier is."
    if numbering is Numbering.LEGACY and written.in_current:
        return "dit nummer staat alleen op de nieuwe lijst. Zet numbering op current als dit een nieuw formulier is."
    last = max(int(code.split(".")[1]) for code in items() if code.split(".")[0] == written.current_item.split(".")[0])
    rubriek = written.current_item.split(".")[0]
    return f"dit nummer bestaat niet. Rubriek {rubriek} heeft de nummers {rubriek}.1 tot en met {rubriek}.{last}."


def _current_line(written: Written, entry: Entry) -> Line:
    item, option = written.current_item, written.option
    code = item if option is None else f"{item}.{option}"
    return Line(entry, code, item, option, entry.levels, (), None)


def _legacy_line(written: Written, entry: Entry) -> Line:
    targets, levels = legacy_items()[written.legacy_code].targets, entry.levels
    if targets[0].relation is Relation.PARENT and levels and 0 not in levels:
        below = [legacy_items().get(f"{written.legacy_code}.{level}") for level in levels]
        if all(below) and len(set(levels)) == len(levels):
            targets = tuple(target for item in below if item is not None for target in item.targets)
            levels = (1,)
    return Line(entry, written.legacy_code, targets[0].item, None, levels, targets, None)


def _figure(line: Line, place: Path) -> tuple[Figure | None, list[Problem]]:
    entry = line.entry
    if entry.value is None:
        problem = "bij deze eenheid ontbreekt het getal. Vul value in of haal unit weg."
        return None, [((*place, "unit"), problem)] if entry.unit is not None else []
    try:
        return figure_for(line.item, entry.value, entry.unit), []
    except UnitWrong as wrong:
        where = (*place, "unit" if entry.unit is not None else "value")
        return None, [(where, f"FML-item {line.label}: {wrong}")]


def _twice(line: Line, place: Path, seen: dict[str, Path]) -> Iterator[Problem]:
    """Yield a problem when this item was already on the form, as a whole or as the same option."""
    heading = line.code.rpartition(".")[0] if line.code.count(".") > 1 else ""
    inside = [code for code in seen if code.startswith(f"{line.code}.")]
    if line.code in seen or heading in seen or inside:
        yield (*place, "item"), f"FML-item {line.label} staat twee keer op dit formulier. Voeg de regels samen tot één."
    seen[line.code] = place
