"""Dutch sentences for what was compared. Rendered from findings, never written a second time."""

from collections.abc import Sequence
from decimal import Decimal

from matcher.catalogue import Catalogue
from matcher.domain.capacity import Capacity, CapacityStatus
from matcher.domain.case import Side
from matcher.domain.demand import Mark
from matcher.domain.finding import Finding, Outcome, Verdict, VerdictKind
from matcher.domain.zoekprofiel import RankedOccupation
from matcher.fit import effective_level, fit_rules
from matcher.reference.channels import channels
from matcher.reference.fml import Level, items
from matcher.reference.tables import read_yaml
from matcher.report.spoken import number_nl
from matcher.zoekprofiel import names_situation

OUTCOME_NL = {
    Outcome.FITS: "past",
    Outcome.SIGNAL: "toelichten",
    Outcome.POSSIBLE: "mogelijk",
    Outcome.QUESTION: "vragen",
    Outcome.CAPACITY_UNKNOWN: "vragen aan de arts",
    Outcome.EXCEEDS: "overschrijding",
    Outcome.NOT_COMPARED: "niet vergeleken",
}
_NOT_FIRST = "bespreek dat bij een aanbod met de werkgever en zo nodig de arbeidsdeskundige"
_ACCEPTANCE_NL = {
    (
        "yes",
        VerdictKind.WITHIN,
    ): "te bespreken als passend; bij verschil van mening kan UWV op verzoek een deskundigenoordeel geven",
    ("yes", VerdictKind.POSSIBLE): "dit past bij deze fase; de coach zoekt eerst de open punten uit",
    ("not_yet", VerdictKind.WITHIN): _NOT_FIRST,
    ("not_yet", VerdictKind.POSSIBLE): _NOT_FIRST,
}
_SIDE_NL = {Side.LEFT: "links", Side.RIGHT: "rechts", Side.BOTH: "beide kanten"}


def verdict_nl(verdict: Verdict) -> str:
    """Answer the verdict in the words of decision 6."""
    if verdict.kind is VerdictKind.EXCEEDS:
        return "overschrijding"
    if verdict.kind is VerdictKind.WITHIN:
        return "binnen de belastbaarheid"
    return f"mogelijk, {verdict.points} {'punt' if verdict.points == 1 else 'punten'} toelichten"


def acceptance_nl(occupation: RankedOccupation) -> str:
    """Answer what may be asked of the worker now (decision 6): at most "te bespreken", never with an open point."""
    return _ACCEPTANCE_NL.get((occupation.acceptance, occupation.verdict.kind), "nee")


def capacity_nl(capacity: Capacity) -> str:
    """Answer what a person can do on a channel, in Dutch with unit and frequency. Coach-only: it holds figures."""
    if capacity.status is CapacityStatus.NORM:
        return "norm"
    if capacity.status is CapacityStatus.NORM_BY_FORM:
        return "norm (volgens formulier)"
    if capacity.status is CapacityStatus.UNKNOWN:
        return "onbekend"
    detail = [text for text in (_degree(capacity), _SIDE_NL.get(capacity.side) if capacity.side else "") if text]
    return f"beperkt ({', '.join(detail)})" if detail else "beperkt"


def _degree(capacity: Capacity) -> str:
    channel = channels()[capacity.channel]
    level = _level_of(capacity)
    on_list = "" if level is None or level.value is None else level_nl(level)
    if capacity.value is not None:
        own = _most(capacity.value, capacity.unit or channel.unit)
        stricter = level is not None and level.value is not None and capacity.value < level.value
        template = read_yaml("units_nl.yaml")["stricter_than_level"]
        return str(template.format(own=own, on_list=on_list)) if stricter else own
    return on_list or ("" if capacity.degree_known else str(read_yaml("units_nl.yaml")["degree_unknown"]))


def _level_of(capacity: Capacity) -> Level | None:
    item = items().get(channels()[capacity.channel].item)
    if item is None or capacity.level is None:
        return None
    found = (lv for lv in item.levels.values() if lv.channel == capacity.channel and lv.level == capacity.level)
    return next(found, None)


def _most(number: Decimal, unit: str) -> str:
    return amount_nl(number, unit) if number else str(read_yaml("units_nl.yaml")["nothing"])


def level_nl(level: Level) -> str:
    """Answer the figure of a level in Dutch, e.g. "ongeveer 5 kg hoogstens 50 keer per uur"."""
    if level.value is None:
        return level.name_nl.lower()
    words = read_yaml("units_nl.yaml")
    if level.value == 0:
        return str(words["nothing"])
    limited = words["operators_limited"].get(level.operator) if level.level else None
    text = f"{limited or words['operators'][level.operator]} {amount_nl(level.value, level.unit)}".strip()
    return f"{text} {words['per'][level.per]}" if level.per else text


def amount_nl(number: Decimal | float, unit: str) -> str:
    """Answer a number with its unit in Dutch.

    Args:
        number: the number.
        unit: the unit as in the channel table, such as `h`; empty for none.

    Example:
        >>> amount_nl(Decimal("0.5"), "h"), amount_nl(1, "min")
        ('0,5 uur', '1 minuut')
    """
    words = read_yaml("units_nl.yaml")
    named = words["singular"].get(unit) if number == 1 else None
    return f"{number_nl(number)} {named or words['units'].get(unit, unit)}".strip()


def share_nl(finding: Finding) -> str:
    """Answer the share of jobs within the capacity with its range."""
    if finding.share_pct is None:
        return "onbekend"
    low, high = finding.share_low_pct, finding.share_high_pct
    spread = f" (tussen {low}% en {high}%)" if low != high else ""
    return f"ongeveer {finding.share_pct}% van de banen{spread}{_with_peaks(finding)}"


def _with_peaks(finding: Finding) -> str:
    """Answer the share with short peaks above the limit, where it makes the difference; else nothing."""
    if finding.rule != "limited_part_peak" or finding.demand is None:
        return ""
    shares = finding.demand.within_peak_pct
    level = effective_level(finding.capacity, channels()[finding.channel]).level
    return f", met af en toe een korte piek erboven ongeveer {shares[min(level, len(shares) - 1)]}%"


def point_nl(finding: Finding) -> str:
    """Answer an open point in one short Dutch line; the whole sentence with figures and source is `finding_nl`.

    Args:
        finding: one channel with an open point.
    """
    channel = channels()[finding.channel]
    label = channel.label_nl[:1].upper() + channel.label_nl[1:]
    if finding.rule == "beyond_list":
        return f"{label}: vraag de nieuwe werkgever; de grens van de arts is strenger dan de lijst"
    if finding.rule == "degree_unknown":
        if names_situation(finding.capacity):
            return f"{label}: zoek uit of deze situatie in dit werk voorkomt"
        return f"{label}: vraag de arts hoe groot de beperking is"
    if finding.outcome is Outcome.CAPACITY_UNKNOWN:
        return f"{label}: vraag de arts wat mogelijk is"
    if finding.share_pct is None:
        return f"{label}: vraag de nieuwe werkgever; hierover is bij dit werk niets bekend"
    if finding.rule == "limited_peak":
        above = 100 - finding.share_pct
        jobs = f"ongeveer {above}%" if above else "minder dan 1%"
        said = f"toelichten, in {jobs} van de banen gaat het werk boven de grens, soms alleen af en toe"
    elif finding.outcome is Outcome.POSSIBLE and finding.demand is not None and finding.demand.mark is Mark.STATED:
        # Words of one text, read with some doubt: they say nothing about a share of jobs.
        said = str(read_yaml("zoekprofiel.yaml")["sources"]["told"]["denied" if finding.share_pct else "asked"])
    elif finding.outcome is Outcome.SIGNAL:
        said = f"toelichten, boven de normale waarde (past in ongeveer {finding.share_pct}% van de banen)"
    else:
        said = f"past in ongeveer {finding.share_pct}% van de banen{_with_peaks(finding)}"
    source = "" if finding.demand is None else finding.demand.source
    marked = read_yaml("zoekprofiel.yaml")["sources"]["marked"].get(source, "")
    return f"{label}: {said}{marked}"


def rule_nl(finding: Finding) -> str:
    """Answer what a finding means, in a sentence or two: the words of the rule that gave it.

    Args:
        finding: one channel.
    """
    if finding.rule == "degree_unknown" and names_situation(finding.capacity):
        return str(read_yaml("zoekprofiel.yaml")["situation_rule"])
    return fit_rules().texts[finding.rule].text_nl


def own_words_nl(capacity: Capacity) -> str:
    """Answer what the doctor wrote beside a limited item, in quotes; empty when nothing. For the coach and the doctor.

    Example:
        >>> own_words_nl(Capacity("IV.11", CapacityStatus.LIMITED, 1, text="niet gedraaid tillen"))
        "de arts schrijft: 'niet gedraaid tillen'"
    """
    if capacity.status is not CapacityStatus.LIMITED or capacity.text is None:
        return ""
    return f"de arts schrijft: '{' '.join(capacity.text.split()).rstrip('.')}'"


def finding_nl(finding: Finding, catalogue: Catalogue | None = None, *, own_words: bool = False) -> str:
    """Answer one finding as a Dutch sentence: what was compared, what came out, which source, how sure.

    Args:
        finding: one channel.
        catalogue: to name the source; left out when not given.
        own_words: whether the doctor's own words stand beside the limit; only for the coach.
    """
    channel = channels()[finding.channel]
    label = channel.label_nl[:1].upper() + channel.label_nl[1:]
    said = own_words_nl(finding.capacity) if own_words else ""
    parts = [f"{label} ({channel.item}): {capacity_nl(finding.capacity)}{'; ' if said else ''}{said}."]
    if finding.share_pct is not None:
        parts.append(f"Binnen deze grens: {share_nl(finding)}.")
    if finding.outcome is Outcome.FITS and finding.peak_used:
        parts.append("Geen beperking; af en toe een piek boven de normale waarde is meegeteld als toegestaan.")
    else:
        parts.append(rule_nl(finding))
    demand = finding.demand
    if demand is not None and finding.share_pct is not None:
        source = source_title(demand.source, catalogue)
        parts.append(f"Bron: {source} ({demand.mark.confidence_nl}).")
    return " ".join(parts)


def source_short(source: str) -> str:
    """Answer a short name of a source of the work's demands, for a cell of a table.

    Example:
        >>> source_short("ors")
        'ORS (VS)'
    """
    return str(read_yaml("zoekprofiel.yaml")["sources"]["short"].get(source, source))


def silent_nl(findings: Sequence[Finding], *, uncertain: bool | None = None) -> str:
    """Answer the names of what was not compared, with their items; empty when everything was.

    Args:
        findings: all findings of an occupation.
        uncertain: True for what has a figure that is too uncertain, False for what has none; None for both.
    """
    named = (
        channels()[f.channel]
        for f in findings
        if f.outcome is Outcome.NOT_COMPARED and uncertain in {None, f.share_pct is not None}
    )
    return ", ".join(f"{channel.label_nl} ({channel.item})" for channel in named)


def source_title(source: str, catalogue: Catalogue | None) -> str:
    """Answer the title of a source with its version, or its id when it cannot be looked up.

    Args:
        source: id of the source.
        catalogue: holds the source table.
    """
    own = read_yaml("zoekprofiel.yaml")["sources"]["spoken"].get(source)
    if own is not None:
        return str(own)
    records = () if catalogue is None else catalogue.sources
    return next((f"{record.title} ({record.version})" for record in records if record.id == source), source)
