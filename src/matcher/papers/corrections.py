"""What the coach confirms or corrects after a look at the paper: always with a reason, always kept."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matcher.domain.case import AuthorRole, FormKind, Numbering
from matcher.errors import InputError
from matcher.intake import level_problem
from matcher.papers.dates import dates_in
from matcher.papers.form_reading import FormReading
from matcher.papers.found import ItemReading, Sureness
from matcher.papers.questions import questions_about
from matcher.papers.shown import meaning_of
from matcher.papers.withheld import holds_something_private
from matcher.reference.legacy import legacy_items

_WRITTEN = re.compile(r"\s*(?P<key>[^=;]+?)\s*=\s*(?P<value>[^;]+?)\s*;\s*(?P<reason>.+\S)\s*", re.DOTALL)
_YES_OR_NO = {"ja": True, "nee": False}
_NUMBERINGS = {"nieuw": Numbering.CURRENT, "oud": Numbering.LEGACY}
_FACTS = ("soort", "datum", "arts", "nummering", "mogelijkheden", "rest", "niveaus")


@dataclass(frozen=True, slots=True)
class Correction:
    """One answer of the coach.

    Attributes:
        key: item of the form, or one of soort, datum, arts, nummering, mogelijkheden, rest and niveaus.
        value: the answer as written.
        reason: why.
        before: what the reader had found; empty when nothing.
    """

    key: str
    value: str
    reason: str
    before: str = ""


def correction_of(written: str) -> Correction:
    """Answer one correction as it was written.

    Args:
        written: `KEY=VALUE; reason`, for example `IV.13=2; op papier staat 2`.

    Raises:
        InputError: the key, value or reason is missing, or the reason says something medical or personal.

    Example:
        >>> correction_of("IV.13=2; op papier staat 2").value
        '2'
    """
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise InputError(
            'Schrijf een bevestiging zo: --confirm "IV.13=2; op papier staat 2". De reden achter de puntkomma is nodig.'
        )
    if holds_something_private(found["reason"]):
        raise InputError("In de reden van een bevestiging staat iets medisch of iets persoonlijks. Laat dat weg.")
    return Correction(found["key"], found["value"], found["reason"])


def numbering_in(corrections: Iterable[Correction]) -> Numbering | None:
    """Answer the list that the coach names, or None.

    Raises:
        InputError: it is not `nieuw` or `oud`.
    """
    for each in corrections:
        if each.key == "nummering":
            if each.value not in _NUMBERINGS:
                raise InputError("Bij nummering past alleen: nieuw of oud.")
            return _NUMBERINGS[each.value]
    return None


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A form after the coach's answers.

    Attributes:
        form: the reading with the answers in it.
        others_norm: the coach confirms that items that are not named are norm.
        levels_confirmed: the coach confirms that the levels may count as FML levels.
        corrections: the answers with what the reader had found.
    """

    form: FormReading
    others_norm: bool = False
    levels_confirmed: bool = False
    corrections: tuple[Correction, ...] = ()


def confirm(form: FormReading, corrections: Sequence[Correction]) -> Confirmed:
    """Answer a form with the coach's answers; the questions that they settle are gone.

    Args:
        form: what was read.
        corrections: the answers.

    Raises:
        InputError: an answer is about something that is not on the list, or is no possible value.
    """
    items = {item.code: item for item in form.items}
    front, kind = form.front, form.kind
    others_norm = levels_confirmed = False
    kept = []
    for each in corrections:
        if each.key in items:
            kept.append(replace(each, before=_shown(items[each.key])))
            items[each.key] = _corrected(items[each.key], each, form.numbering or Numbering.CURRENT)
            continue
        kept.append(each)
        if each.key == "soort":
            kind = FormKind(_one_of(each, [kind.value for kind in FormKind]))
        elif each.key == "datum":
            front = replace(front, drawn_up=_date(each), drawn_up_sure=True)
        elif each.key == "arts":
            front = replace(front, author=AuthorRole(_one_of(each, [role.value for role in AuthorRole])))
        elif each.key == "mogelijkheden":
            front = replace(front, possibilities=_YES_OR_NO[_one_of(each, list(_YES_OR_NO))])
        elif each.key == "rest":
            others_norm = _one_of(each, ["norm", "onbekend"]) == "norm"
        elif each.key == "niveaus":
            levels_confirmed = _YES_OR_NO[_one_of(each, list(_YES_OR_NO))]
        elif each.key != "nummering":
            raise InputError(
                "Een bevestiging gaat over iets dat niet op dit formulier hoort. Kies een onderdeel van de lijst, "
                f"bijvoorbeeld IV.13, of: {', '.join(_FACTS)}."
            )
    changed = replace(form, items=tuple(items.values()), front=front, kind=kind)
    answered = {each.key for each in corrections}
    open_questions = [q for q in questions_about(changed, others_norm=others_norm) if q.key not in answered]
    return Confirmed(replace(changed, questions=tuple(open_questions)), others_norm, levels_confirmed, tuple(kept))


def _one_of(each: Correction, choices: Sequence[str]) -> str:
    by_small = {choice.casefold(): choice for choice in choices}
    if each.value.casefold() not in by_small:
        raise InputError(f"Bij {each.key} past alleen: {', '.join(choices)}.")
    return by_small[each.value.casefold()]


def _date(each: Correction) -> date:
    found = list(dates_in(each.value))
    if len(found) != 1:
        raise InputError("Bij datum past een datum, bijvoorbeeld 11-05-2026.")
    return found[0].day


def _corrected(item: ItemReading, each: Correction, numbering: Numbering) -> ItemReading:
    value = each.value.casefold()
    if value == "norm":
        levels: tuple[int, ...] = (0,)
    elif re.fullmatch(r"\d(?:\s*[,+]\s*\d)*", value):
        levels = tuple(sorted({int(sign) for sign in re.findall(r"\d", value)}))
    else:
        raise InputError(f"Bij {each.key} past een niveau, bijvoorbeeld 2, of meer niveaus, bijvoorbeeld 4,6, of norm.")
    targets = legacy_items()[item.code].targets if numbering is Numbering.LEGACY else ()
    meaning = meaning_of(item.code, numbering)
    problem = level_problem(targets, meaning.item, 1 if meaning.option else None, levels)
    if problem is not None:
        raise InputError(f"{each.key}: {problem}")
    return replace(item, levels=levels, sureness=Sureness.SURE, doubt=None, proposed=(), corrected=True)


def _shown(item: ItemReading) -> str:
    return ",".join(str(level) for level in item.levels or item.proposed)
