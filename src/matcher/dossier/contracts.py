"""Which forms of contract count in a stage, with the source of each."""

from dataclasses import dataclass
from datetime import date

from matcher.domain.citation import Citation
from matcher.dossier.rules import cite, rules_on
from matcher.policy.stage import WIDENING

_RULES = "dossier_contracts.yaml"


@dataclass(frozen=True, slots=True)
class ContractForm:
    """One form of contract in a stage.

    Attributes:
        code: stable name, e.g. `temporary`.
        label_nl: the form in Dutch.
        allowed: whether it counts in this stage.
        from_stage: stage from which it counts.
        text_nl: whether and when it counts, in Dutch.
        citation: source and standing.
    """

    code: str
    label_nl: str
    allowed: bool
    from_stage: str
    text_nl: str
    citation: Citation


def contract_forms(stage: str, on: date) -> tuple[ContractForm, ...]:
    """Answer the forms of contract that count in a stage; outside the stages of search nothing counts.

    Args:
        stage: code of the stage that applies.
        on: the day of matching.

    Example:
        >>> [form.code for form in contract_forms("S2", date(2026, 12, 1)) if form.allowed]
        ['permanent', 'temporary_with_prospect', 'temporary_six_months']
    """
    rules = rules_on(_RULES, on)
    words = rules["words"]
    forms = []
    for raw in rules["forms"]:
        start = raw["from_stage"]
        allowed = stage in WIDENING and start <= stage
        text = words["allowed_nl"] if allowed else words["later_nl"].format(stage=start)
        if stage not in WIDENING:
            text = words["no_stage_nl"]
        forms.append(ContractForm(raw["code"], raw["label_nl"], allowed, start, text, cite(raw["citation"])))
    return tuple(forms)
