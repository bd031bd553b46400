"""One line of a form with what is known around it: where a remark about its words starts."""

from collections.abc import Mapping
from dataclasses import dataclass

from matcher.domain.capacity import Capacity, CapacityStatus, Remark, RemarkKind
from matcher.domain.case import CapacityForm
from matcher.intake.capacities import channels_of, readings
from matcher.intake.lines import Line
from matcher.reference.channels import channels
from matcher.reference.form_rules import form_rules


@dataclass(frozen=True, slots=True)
class Beside:
    """One line with what is known around it."""

    line: Line
    form: CapacityForm
    known: Mapping[str, Capacity]

    @property
    def own(self) -> tuple[str, ...]:
        """Answer the channels of the items of this line."""
        wanted = [target.item for target in self.line.targets] or [self.line.item]
        return tuple(dict.fromkeys(channel.code for item in wanted for channel in channels_of(item)))

    @property
    def limited_here(self) -> tuple[str, ...]:
        """Answer the channels that this line itself limits."""
        read = readings(self.line, self.form.completeness)
        return tuple(each.channel.code for each in read if each.status is CapacityStatus.LIMITED)

    def remark(self, kind: RemarkKind, question: str, about: tuple[str, ...]) -> Remark:
        """Answer a remark with its question in Dutch."""
        labels = ", ".join(dict.fromkeys(channels()[code].label_nl for code in about))
        text = form_rules().sentences[question].text_nl.format(item=self.line.label, channels=labels)
        keeps_words = kind is not RemarkKind.WITHHELD
        return Remark(
            kind=kind,
            item=self.line.item,
            text=self.line.entry.text if keeps_words else None,
            channels=about,
            question_nl=text,
            safety=any(not channels()[code].peak_allowed for code in about),
        )


def is_limited(known: Mapping[str, Capacity], code: str) -> bool:
    """Answer whether a channel is known to be limited."""
    return code in known and known[code].status is CapacityStatus.LIMITED
