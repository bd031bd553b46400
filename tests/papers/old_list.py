"""What a form on the old list means in items of the current list: the same way as a case goes, through the intake."""

from dataclasses import dataclass
from datetime import date

from matcher.domain.capacity import Capacity, CapacityProfile, CapacityStatus
from matcher.domain.case import AuthorRole, CapacityForm, Completeness, Entry, FormKind, Numbering
from matcher.intake import understand_capacity
from matcher.papers import case_part, confirm, correction_of
from matcher.papers.form_reading import FormReading
from matcher.reference.channels import channels

_NOT_LIMITED = frozenset({CapacityStatus.NORM, CapacityStatus.NORM_BY_FORM})


@dataclass(frozen=True)
class Translated:
    """What the intake makes of a form, beside what it would make of the truth."""

    read: CapacityProfile
    truth: CapacityProfile

    def state(self, item: str, *, found: bool) -> str:
        """Answer right, asked, missed or wrong for an item of the current list.

        A level that the intake leaves open, because the old list's levels are not verified, is asked.

        Args:
            item: item of the current list.
            found: whether the reader found any line about it.
        """
        states = {
            _state(self.read.channels[code], self.truth.channels[code], found=found)
            for code, channel in channels().items()
            if channel.item == item
        }
        return next((state for state in ("wrong", "missed", "asked") if state in states), "right")


def translated(reading, truth: dict, wanted: dict) -> Translated:
    """Answer a form on the old list in items of the current list, after a coach has answered what is asked about it.

    Args:
        reading: the document.
        truth: the truth beside it.
        wanted: per item of the current list its levels; items that the truth calls absent are left out.
    """
    form: FormReading = reading.leading
    drawn_up = date.fromisoformat(truth["form_date"])
    answers = {"datum": drawn_up.strftime("%d-%m-%Y"), "soort": "FML", "arts": "bedrijfsarts", "mogelijkheden": "ja"}
    answers |= {"rest": "norm"} if truth.get("deviations_only") else {}
    answered = confirm(form, [correction_of(f"{key}={value}; toets") for key, value in answers.items()])
    case = case_part("oud", [reading], [answered]).case
    entries = tuple(Entry(item=code, levels=levels) for code, levels in wanted.items())
    true_form = CapacityForm(
        kind=FormKind.FML, date=drawn_up, author_role=AuthorRole.BEDRIJFSARTS, numbering=Numbering.CURRENT,
        completeness=Completeness.DEVIATIONS_ONLY, completeness_confirmed=True, usable_possibilities=True,
        entries=entries,
    )  # fmt: skip
    true_case = case.model_copy(update={"forms": (true_form,)})
    day = max([drawn_up, *(form.valid_from for form in case.forms if form.valid_from is not None)])
    return Translated(understand_capacity(case, day), understand_capacity(true_case, day))


def _state(read: Capacity, truth: Capacity, *, found: bool) -> str:
    if read.status is CapacityStatus.UNKNOWN:
        return "asked"
    if truth.status in _NOT_LIMITED:
        return "right" if read.status in _NOT_LIMITED else "wrong"
    if read.status in _NOT_LIMITED:
        return "wrong" if found else "missed"
    if read.level is None or not read.degree_known:
        return "asked"
    return "right" if read.level == truth.level else "wrong"
