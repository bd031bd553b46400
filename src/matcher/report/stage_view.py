"""By what rules a result was made: the cells of the stage with their authority, and the receipt."""

from collections.abc import Iterable
from datetime import date

from matcher.domain.receipt import Receipt
from matcher.policy import StageView, preset_nl
from matcher.reference.tables import read_yaml
from matcher.report.blocks import Block, Bullets, Heading
from matcher.report.spoken import date_nl

_STANDING_NL = {
    "law": "wet",
    "analogy": "naar voorbeeld van WW en ZW",
    "practice": "praktijk",
    "our_choice": "eigen keuze",
}
_CELL_NL = {
    "education_down": "niveau lager toegestaan (stappen)",
    "education_down_soft": "niveau lager met opmerking (stappen)",
    "experience": "ervaring",
    "wage_share_min": "uurloon, deel van het oude uurloon",
    "travel_minutes_max": "reistijd per dag (minuten)",
    "hours_share_min": "uren, deel van de oude uren",
    "from_week": "begint na (weken)",
}
_CELL_NOTE_NL = {
    **dict.fromkeys(("hours_share_min", "travel_minutes_max"), "(per vacature te bekijken) "),
    "wage_share_min": "(nooit onder het minimumloon) ",
}
_EXPERIENCE_NL = {
    "adjacent": "verwant werk",
    "same_sector": "zelfde werkveld",
    "transferable": "deels bruikbaar",
    "none": "geen eis",
    "any": "alle",
    "minimum_wage": "minimumloon",
}


def stage_blocks(stage: StageView) -> Iterable[Block]:
    """Answer what counts in the stage, each cell with its standing, its source and the coach's reason.

    Args:
        stage: the stage that applies.
    """
    yield Heading(f"Fase {stage.stage.code}: wat nu telt, en waarom")
    yield Bullets(
        tuple(
            f"{_CELL_NL[cell.name]}: {_EXPERIENCE_NL.get(cell.value, cell.value)} "
            f"{_CELL_NOTE_NL.get(cell.name, '')}[{_STANDING_NL[cell.citation.standing]}; bron: {cell.citation.source}]"
            + (f" Reden van de coach: {cell.override_reason}" if cell.override_reason else "")
            for cell in stage.stage.cells.values()
        )
    )


def younger_rules(receipt: Receipt) -> date | None:
    """Answer the day of the rules when a result looks back with rules that are younger than its day; else None.

    Args:
        receipt: the receipt; its rules may be younger than the day that was asked.
    """
    rules = max(receipt.weights_valid_from, receipt.policy_valid_from)
    return rules if rules > receipt.on else None


def as_of_nl(receipt: Receipt) -> str:
    """Answer of which day a result is, and of which day the rules are when they are younger.

    Args:
        receipt: the receipt.
    """
    rules, moment = younger_rules(receipt), f"naar de stand van {date_nl(receipt.on)}"
    return moment if rules is None else f"{moment}, later gemaakt met de regels van {date_nl(rules)}"


def weeks_after_nl(weeks: int) -> str:
    """Answer how many whole weeks have passed, as words before "na de start".

    Args:
        weeks: whole weeks, from 0.

    Example:
        >>> weeks_after_nl(0), weeks_after_nl(1), weeks_after_nl(19)
        ('minder dan 1 week', '1 week', '19 weken')
    """
    words = read_yaml("zoekprofiel.yaml")["weeks_after"]
    return str(words.get(weeks, words["more"]).format(weeks=weeks))


def receipt_nl(receipt: Receipt) -> str:
    """Answer the receipt in one line."""
    case = f"dossier {receipt.case_hash}" if receipt.case_hash else "dit programma bewaart de invoer niet"
    peaks = "telt niet als overschrijding" if receipt.incidental_peaks else "telt als overschrijding"
    moment = as_of_nl(receipt)
    return (
        f"matcher {receipt.version}, code {receipt.code_hash}, gegevens {receipt.data_hash}, "
        f"beleid van {date_nl(receipt.policy_valid_from)} ({preset_nl(receipt.preset, receipt.on)}), "
        f"gewichten van {date_nl(receipt.weights_valid_from)}, {moment}, "
        f"een korte piek boven de grens {peaks}, {case}"
    )
