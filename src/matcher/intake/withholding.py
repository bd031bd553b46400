"""Take texts that name something medical out of a case, and keep only what they were about (decision 8)."""

from dataclasses import dataclass, field
from functools import partial

from pydantic import BaseModel

from matcher.domain.case import CapacityForm, Case, Entry, Prognosis, WithheldText
from matcher.intake.codes import read_code
from matcher.intake.medical import names_something_medical
from matcher.intake.texts import channels_limited_in, limits_something, says_marginal
from matcher.intake.tree import Path

NOT_KEPT = "(tekst niet bewaard)"

# Fields that describe work, not the person: there "dementerende ouderen" is a task and not a diagnosis.
_ABOUT_WORK = frozenset(
    {
        "title",
        "tasks",
        "sector",
        "direction",
        "certificates",
        "occupations",
        "sectors",
        "advised",
        "rejected",
        "what",
        "target",
        "point",
    }
)
_NOT_WALKED = frozenset({"schema_id", "id", "forms"})  # forms have their own way
_WORKING_TIMES = 6
_OWN_CONDITIONS = frozenset({"IV.21", "V.10"})
_CODES = frozenset({"id", "schema_id", "item", "unit", "cell", "postcode4", "occupation", "name", "channels"})


@dataclass(slots=True)
class Withheld:
    """A case without medical words, and the places where they were."""

    case: Case
    places: list[Path] = field(default_factory=list)


def withhold(case: Case) -> Withheld:
    """Answer the case without any text that names a diagnosis, cause, medicine or treatment.

    A text of a form becomes empty and leaves the channels it was about; a text in a list is left out; another text is
    replaced by a fixed sentence.

    Args:
        case: a valid case.
    """
    places: list[Path] = []
    forms = tuple(_form(form, ("forms", position), places) for position, form in enumerate(case.forms))
    others = [name for name in Case.model_fields if name not in _NOT_WALKED]
    rest = {name: _clean(getattr(case, name), (name,), places) for name in others}
    return Withheld(case.model_copy(update={"forms": forms, **rest}), places)


def _form(form: CapacityForm, path: Path, places: list[Path]) -> CapacityForm:
    entries = tuple(_entry(entry, (*path, "entries", position), places) for position, entry in enumerate(form.entries))
    prognosis = form.prognosis and _prognosis(form.prognosis, (*path, "prognosis"), places)
    return form.model_copy(update={"entries": entries, "prognosis": prognosis})


def _entry(entry: Entry, path: Path, places: list[Path]) -> Entry:
    cleaned = without_medical_text(entry)
    if cleaned.text != entry.text:
        places.append((*path, "text"))
    if cleaned.name is not None and names_something_medical(cleaned.name):
        places.append((*path, "name"))
        cleaned = cleaned.model_copy(update={"name": None})
    return cleaned


def without_medical_text(entry: Entry) -> Entry:
    """Answer a form line without its text when that names something medical.

    Example:
        >>> line = Entry(item="IV.13", levels=(2,), text="wegens hernia niet boven schouderhoogte")
        >>> without_medical_text(line).withheld.channels
        ('V.7',)
    """
    if entry.text is None or not names_something_medical(entry.text):
        return entry
    left = WithheldText(
        channels=channels_limited_in(entry.text),
        limits=limits_something(entry.text),
        marginal=says_marginal(entry.text, about_hours=_about_hours(entry)),
    )
    return entry.model_copy(update={"text": None, "withheld": left})


def _about_hours(entry: Entry) -> bool:
    """Answer whether hours beside this line are working hours: rubriek VI, or an item for own conditions."""
    code = read_code(entry.item)
    return code is None or code.rubriek == _WORKING_TIMES or code.current_item in _OWN_CONDITIONS


def _prognosis(prognosis: Prognosis, path: Path, places: list[Path]) -> Prognosis:
    cleaned = without_medical_outlook(prognosis)
    if cleaned is not prognosis:
        places.append((*path, "text"))
    return cleaned


def without_medical_outlook(prognosis: Prognosis) -> Prognosis:
    """Answer a prognosis without its text when that names something medical; what it limits is kept.

    Example:
        >>> without_medical_outlook(Prognosis(text="wegens hernia niet tillen")).withheld.channels
        ('IV.13',)
    """
    if prognosis.text is None or not names_something_medical(prognosis.text):
        return prognosis
    left = WithheldText(
        channels=channels_limited_in(prognosis.text),
        limits=limits_something(prognosis.text),
        marginal=says_marginal(prognosis.text, about_hours=True),
    )
    return prognosis.model_copy(update={"text": None, "withheld": left})


def _clean(value: object, path: Path, places: list[Path]) -> object:
    if isinstance(value, BaseModel):
        return _clean_model(value, path, places)
    if isinstance(value, tuple):
        found = tuple(_clean(part, (*path, position), places) for position, part in enumerate(value))
        return tuple(part for part, old in zip(found, value, strict=True) if part != NOT_KEPT or old == NOT_KEPT)
    if type(value) is str and names_something_medical(value, about_work=_about_work(path)):
        places.append(path)
        return NOT_KEPT
    return value


def _clean_model(value: BaseModel, path: Path, places: list[Path]) -> BaseModel:
    clean = partial(_clean, places=places)
    names = [name for name in type(value).model_fields if name not in _CODES]
    changed = {name: clean(getattr(value, name), (*path, name)) for name in names}
    changed = {name: new for name, new in changed.items() if new != getattr(value, name)}
    return value.model_copy(update=changed) if changed else value


def _about_work(path: Path) -> bool:
    return any(step in _ABOUT_WORK for step in path)
