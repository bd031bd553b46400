"""A case in, what the newest usable form says on every channel out. Unknown stays unknown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from matcher.domain.capacity import (
    Capacity,
    CapacityProfile,
    CapacityStatus,
    FormNotice,
    Marginal,
    Remark,
    RemarkKind,
)
from matcher.domain.case import CapacityForm, Case, Completeness, FormKind, Numbering
from matcher.errors import CaseInvalid, Fault
from matcher.intake.capacities import (
    asked_by_old_list,
    capacities,
    levels_count,
    unknown_everywhere,
    with_limits_of,
)
from matcher.intake.forms import unscored_notes
from matcher.intake.leading import (
    Leading,
    age_notices,
    ask_whether_it_goes_further,
    ask_whether_limits_hold,
    confirmed,
    leading_form,
    notice,
    says_no_possibilities,
    weeks_between,
)
from matcher.intake.lines import FormLines, Line, label_of, lines_of
from matcher.intake.marginal import signs_of_marginal
from matcher.intake.outlook import (
    ask_hours_of_step,
    ask_whether_it_still_holds,
    has_ended,
    hours_left_by_step,
    outlook_notices,
)
from matcher.intake.remarks import remarks
from matcher.intake.texts import says_build_up
from matcher.intake.tree import dotted
from matcher.intake.withholding import without_medical_outlook, without_medical_text
from matcher.reference.channels import channels
from matcher.reference.fml import items


def understand_capacity(case: Case, on: date) -> CapacityProfile:
    r"""Answer what the newest usable form says on every channel.

    Args:
        case: the case.
        on: the day of comparing.

    Returns:
        A profile with every channel of the channel table. Without a usable form, and when the front page says that
        there are no usable possibilities, every channel is unknown.

    Raises:
        FormRefused: the form is older than 52 weeks and this is not confirmed.
        CaseInvalid: a line of the form cannot be read.

    Example:
        >>> from matcher.intake.read import read_case_text
        >>> case = read_case_text("schema: matcher/case/1\nid: voorbeeld-1").case
        >>> understand_capacity(case, date(2026, 3, 1)).notices[0].code
        'no_form'
    """
    leading = leading_form(case, on)
    if leading.form is None:
        return CapacityProfile(MappingProxyType(unknown_everywhere(None)), notices=leading.notices)
    notices = [*age_notices(leading.form, case, on), *leading.notices]
    form, lines = _read(leading.form, case)
    others = [_read(each, case) for each in leading.others]
    readable = not says_no_possibilities(form) or confirmed(case, "no_usable_possibilities")
    known = capacities(form, lines) if readable else unknown_everywhere(form)
    own_known = known
    if readable:
        for each, each_lines in others:
            known = with_limits_of(known, capacities(each, each_lines))
    marginal = _marginal([(form, lines), *others])
    notices += _front_page(form, case)
    if marginal:
        notices.append(notice("marginal"))
    if readable:
        notices += _about_lines(form, lines, own_known)
    for each, _ in ((form, lines), *others):
        notices += outlook_notices(each, on)
    return CapacityProfile(
        channels=MappingProxyType(known),
        remarks=_remarks(form, lines, known, leading, case, on) if readable else (),
        notices=tuple(notices),
        marginal=marginal,
        form_date=form.date,
        form_kind=form.kind,
        age_weeks=weeks_between(form.date, on),
        incidental_peaks=all(each.incidental_peaks_allowed for each in (form, *leading.others)),
    )


def _read(form: CapacityForm, case: Case) -> tuple[CapacityForm, FormLines]:
    clean = _without_medical_texts(form)
    lines, problems = lines_of(clean, ("forms", case.forms.index(form)))
    if problems:
        raise CaseInvalid(tuple(Fault(dotted(path), None, problem) for path, problem in problems))
    return clean, lines


def _marginal(forms: Iterable[tuple[CapacityForm, FormLines]]) -> tuple[Marginal, ...]:
    found = {sign for form, lines in forms for sign in signs_of_marginal(form, lines.lines)}
    return tuple(sign for sign in Marginal if sign in found)


def _remarks(
    form: CapacityForm, lines: FormLines, known: Mapping[str, Capacity], leading: Leading, case: Case, on: date
) -> tuple[Remark, ...]:
    found = list(remarks(form, lines, known))
    if levels_count(form) and form.completeness is Completeness.FULL:
        found += _own_conditions_without_score(lines, found)
    for each in leading.others:
        about = _limited(_as_fml_levels(each, case))
        found.append(_remark(each.kind.value, ask_whether_it_goes_further(each, form), about))
    if leading.superseded is not None and levels_count(form):
        before = _limited(_as_fml_levels(leading.superseded, case))
        about = tuple(code for code in before if known[code].status is not CapacityStatus.LIMITED)
        if about:
            labels = dict.fromkeys(channels()[code].label_nl for code in about)
            question = ask_whether_limits_hold(form, leading.superseded, labels)
            found.append(_remark(leading.superseded.kind.value, question, about))
    if has_ended(form, on):
        found.append(_remark(form.kind.value, ask_whether_it_still_holds(form), _limited(known)))
    found += _fewer_hours_now((form, *leading.others), known, on)
    return tuple(found)


def _fewer_hours_now(forms: Iterable[CapacityForm], known: Mapping[str, Capacity], on: date) -> Iterator[Remark]:
    """Yield one remark per build-up schedule whose step of this day leaves fewer hours than the scores do."""
    for form in forms:
        about = hours_left_by_step(form, known, on)
        if about:
            yield _remark(about[0], ask_hours_of_step(form, on), about)


def _own_conditions_without_score(lines: FormLines, asked: Sequence[Remark]) -> Iterator[Remark]:
    """Yield one remark about the own conditions that a full form leaves open and that are not asked already."""
    done = {remark.item for remark in asked if remark.kind is RemarkKind.NON_MATCHING}
    missing = {code: item for code, item in unscored_notes(lines).items() if item not in done}
    if missing:
        names = ", ".join(label_of(code, lines.numbering) for code in missing)
        question = f"Op dit volledige formulier staat geen score bij {names}. Geldt daar een eigen voorwaarde?"
        yield _remark(next(iter(missing.values())), f"{question} Vraag het de arts.", ())


def _as_fml_levels(form: CapacityForm, case: Case) -> Mapping[str, Capacity]:
    """Answer what a form would say when its levels were FML levels: only to ask about, never to compare."""
    clean, lines = _read(form, case)
    return capacities(clean.model_copy(update={"levels_confirmed": True}), lines)


def _limited(known: Mapping[str, Capacity]) -> tuple[str, ...]:
    return tuple(code for code, each in known.items() if each.status is CapacityStatus.LIMITED)


def _remark(item: str, question: str, about: tuple[str, ...]) -> Remark:
    """Answer a remark about a form as a whole: its kind stands for the item, so that it is judged by itself."""
    safety = any(not channels()[code].peak_allowed for code in about)
    return Remark(RemarkKind.NON_MATCHING, item, None, about, question, safety)


def _without_medical_texts(form: CapacityForm) -> CapacityForm:
    """Answer the form without medical words, also when the case was not read from a file."""
    prognosis = None if form.prognosis is None else without_medical_outlook(form.prognosis)
    entries = tuple(without_medical_text(entry) for entry in form.entries)
    return form.model_copy(update={"entries": entries, "prognosis": prognosis})


def _front_page(form: CapacityForm, case: Case) -> Iterator[FormNotice]:
    if says_no_possibilities(form):
        known = confirmed(case, "no_usable_possibilities")
        yield notice("no_usable_possibilities_confirmed" if known else "no_usable_possibilities")
    elif form.usable_possibilities is None and form.kind is FormKind.FML:
        yield notice("usable_possibilities_unknown")


def _about_lines(form: CapacityForm, lines: FormLines, known: Mapping[str, Capacity]) -> Iterator[FormNotice]:
    if form.kind is not FormKind.FML:
        yield notice("levels_confirmed" if levels_count(form) else "levels_unconfirmed", kind=form.kind)
    if lines.numbering is Numbering.LEGACY:
        yield from _about_old_list()
    elif lines.assumed:
        yield notice("numbering_assumed")
    if levels_count(form):
        yield from _about_completeness(form, lines, known)
    yield from _about_sides(lines)
    for line in lines.lines:
        if line.entry.text is not None and line.item.startswith("VI.") and says_build_up(line.entry.text):
            yield notice("build_up_in_text", item=line.label)


def _about_old_list() -> Iterator[FormNotice]:
    yield notice("legacy_numbering")
    missing = [channel.label_nl for code, channel in channels().items() if code not in asked_by_old_list()]
    if missing:
        yield notice("legacy_missing_items", items=", ".join(missing))


def _about_completeness(form: CapacityForm, lines: FormLines, known: Mapping[str, Capacity]) -> Iterator[FormNotice]:
    if form.completeness is Completeness.DEVIATIONS_ONLY:
        yield notice("completeness_confirmed" if form.completeness_confirmed else "completeness_unconfirmed")
    else:
        gaps = sum(each.status is CapacityStatus.UNKNOWN for each in known.values())
        if gaps:
            yield notice("full_form_gaps", count=gaps)
    silent = [line for line in lines.lines if not line.levels and line.item not in {"IV.1", "IV.2"}]
    holds = [line for line in silent if form.completeness is Completeness.DEVIATIONS_ONLY and _is_condition(line)]
    unknown = [line for line in silent if line not in holds]
    if unknown:
        yield notice("item_without_score", items=", ".join(line.label for line in unknown))
    if holds:
        yield notice("option_without_score", items=", ".join(line.label for line in holds))


def _is_condition(line: Line) -> bool:
    return line.option is not None or any(target.options or target.level for target in line.targets)


def _about_sides(lines: FormLines) -> Iterator[FormNotice]:
    for line in lines.lines:
        if line.item in {"IV.1", "IV.2"} and any(line.levels):
            side = items()[line.item].levels.get(line.levels[0])
            if side is not None and not line.targets:
                yield notice("dominance" if line.item == "IV.1" else "side", side=side.name_nl.lower())
