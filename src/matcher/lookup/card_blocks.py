"""A card as blocks: the facts, then what the work asks of head, people, surroundings, body and hours."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from matcher.catalogue import Catalogue, activities_nl
from matcher.domain.demand import Mark
from matcher.lookup.card import Jobs, OccupationCard, Wage
from matcher.lookup.demand_line import DemandLine
from matcher.lookup.wording import rules, say
from matcher.reference.education import directions
from matcher.reference.tables import read_yaml
from matcher.report import Block, Bullets, Heading, Paragraph, Rows, Table, source_title

_COLUMNS = ("Onderdeel", "Banen", "Wat het vraagt", "Zekerheid")
_WIDTHS = (22, 10, 26, 19)
_FEW_BELOW = 60
_THOUSAND = 1000
_SHORT = {Mark.GROUP_MEAN: "groepsgemiddelde", Mark.JUDGED: "eigen oordeel"}


def card_view(
    card: OccupationCard, catalogue: Catalogue, *, everything: bool = False, notice: str | None = None
) -> list[Block]:
    """Answer one occupation as blocks. No person is on it: it may be shown to anybody.

    Args:
        card: what `card_of` answered.
        catalogue: to name sources.
        everything: one line for every known channel, also what the work hardly asks.
        notice: how a title was read.
    """
    one = card.occupation
    numbers = source_numbers(card.lines)
    blocks: list[Block] = [Heading(capital(one.title_nl), 1)]
    if notice:
        blocks.append(Paragraph(notice))
    blocks += [Rows(facts_nl(card)), Paragraph(f"{say('legend')} {say('legend_sure')}")]
    for group in rules()["groups"].values():
        lines = [line for line in card.lines if line.channel.rubriek in group["rubrieken"]]
        blocks += _group(group["title"], lines, numbers, everything=everything)
    blocks += [Heading("Lijkt het meest op"), *_related(card)]
    blocks += [Heading("Hoe zeker is dit"), Paragraph(_sure(card.lines)), Paragraph(say("not_a_workplace"))]
    shown = [line for line in card.lines if everything or line.stands_out]
    reasons = _judged(card, shown)
    if reasons:
        blocks += [Paragraph(f"{say('judged')}:"), Bullets(reasons)]
    blocks.append(Rows(tuple((f"[{number}]", source_nl(source, catalogue)) for source, number in numbers.items())))
    if not everything:
        blocks.append(Paragraph(say("open_all")))
    return blocks


def facts_nl(card: OccupationCard) -> tuple[tuple[str, str], ...]:
    """Answer what an occupation is, as pairs of a label and a text."""
    one = card.occupation
    return (
        ("Code", one.id),
        ("Soort werk", f"{one.kind_nl}; {_place(card)}"),
        ("Taken", "; ".join(one.tasks_nl)),
        ("Werkzaamheden", _activities(card)),
        ("Opleiding", _education(card)),
        ("Wettelijke eis", one.legal_requirement_text or say("no_law")),
        ("Uurloon", wage_nl(card.wage, card)),
        ("Banen", jobs_nl(card.jobs, card)),
        ("Branches", ", ".join(read_yaml("sectors.yaml")["sections"][letter] for letter in one.sectors)),
        ("Interesse", "; ".join(rules()["interests"][letter] for letter in one.interests) or say("no_interests")),
        ("Andere codes", _codes(card)),
    )


def wage_nl(wage: Wage | None, card: OccupationCard) -> str:
    """Answer the usual wage in Dutch: the figure of 2023, and beside it the assumed figure of the day."""
    if wage is None:
        return say("no_wage")
    one = card.occupation
    basis = say("wage_parent", brc=one.brc_segment) if wage.basis == "parent" else say("wage_group", brc=one.brc_group)
    text = say(
        "wage",
        base=read_yaml("wages.yaml")["indexation"]["base_year"],
        base_wage=euro(wage.base_eur_per_hour),
        basis=basis,
        year=card.on.year,
        wage=euro(wage.eur_per_hour),
        note=wage.index.note_nl,
    )
    if wage.minimum_eur_per_hour is not None and wage.eur_per_hour < wage.minimum_eur_per_hour:
        text += " " + say("below_minimum", minimum=euro(wage.minimum_eur_per_hour))
    return text


def jobs_nl(jobs: Jobs, card: OccupationCard) -> str:
    """Answer how many people do this work, and who counted."""
    if jobs.inside:
        return say("jobs_inside", jobs=_thousands(jobs.group_x1000))
    if jobs.alone:
        return say("jobs_alone", jobs=_thousands(jobs.group_x1000))
    return say(
        "jobs_shared",
        jobs=_thousands(jobs.group_x1000),
        brc=card.occupation.brc_group,
        whole=_thousands(jobs.whole_x1000),
    )


def sure_nl(line: DemandLine, number: int | None) -> str:
    """Answer how sure a line is and from which source: "gemeten ±5 [1]"."""
    if not line.is_known:
        return ""
    where = "" if number is None else f" [{number}]"
    return f"{_SHORT.get(line.mark, line.mark.confidence_nl)} ±{line.error_pct}{where}"


def source_numbers(lines: Sequence[DemandLine]) -> dict[str, int]:
    """Answer a number for every source that the lines rest on, in the order in which they come up."""
    named = dict.fromkeys(line.demand.source for line in lines if line.demand is not None and line.demand.source)
    return {source: number for number, source in enumerate(named, start=1)}


def source_nl(source: str, catalogue: Catalogue) -> str:
    """Answer what a coach calls a source; its own title when we have no Dutch name for it."""
    return str(rules()["sources"].get(source) or source_title(source, catalogue))


def capital(text: str) -> str:
    """Answer a text with a capital first letter, the rest as it is: "ICT-adviseur" stays so."""
    return text[:1].upper() + text[1:]


def euro(amount: Decimal) -> str:
    """Answer an amount as a Dutch reader writes it.

    Example:
        >>> euro(Decimal("14.5"))
        '14,50'
    """
    return f"{amount:.2f}".replace(".", ",")


def _group(title: str, lines: list[DemandLine], numbers: dict[str, int], *, everything: bool) -> Iterable[Block]:
    yield Heading(title)
    known = [line for line in lines if line.is_known]
    shown = known if everything else [line for line in known if line.stands_out]
    if shown:
        yield Table(_COLUMNS, _WIDTHS, tuple(_row(line, numbers) for line in shown))
    low, high = rules()["hardly_below_pct"], rules()["asked_from_pct"]
    rest = [] if everything else [line for line in known if not line.stands_out]
    some = [line for line in rest if (line.asked_pct or 0) >= low]
    hardly = [line for line in rest if (line.asked_pct or 0) < low]
    unknown = [line for line in lines if not line.is_known and line.channel.item not in ("VI.2", "VI.3")]
    sentences = (
        (say("some", low=low, high=high), some),
        (say("hardly", low=low), hardly),
        (say("none_known"), unknown),
    )
    yield Bullets(tuple(f"{start}: {_named(found)}." for start, found in sentences if found))
    if any(line.channel.item == "VI.2" for line in lines):
        yield Paragraph(say("hours"))


def _row(line: DemandLine, numbers: dict[str, int]) -> tuple[str, str, str, str]:
    source = "" if line.demand is None else line.demand.source
    return (capital(line.channel.label_nl), line.bar, line.asks_nl, sure_nl(line, numbers.get(source)))


def _named(lines: list[DemandLine]) -> str:
    return ", ".join(line.channel.label_nl + _counted_from(line) for line in lines)


def _counted_from(line: DemandLine) -> str:
    return f" ({say('from_figure', figure=line.counts_over)})" if line.counts_over else ""


def _place(card: OccupationCard) -> str:
    if not card.jobs.inside:
        return say("is_group")
    return say("inside", title=card.group.title_nl, id=card.group.id)


def _education(card: OccupationCard) -> str:
    level = read_yaml("education.yaml")["level_name_nl"][card.occupation.education_level]
    named = [directions()[code].name_nl for code in card.occupation.education_directions]
    return f"meestal {level}; richting: {' of '.join(named) or say('no_direction')}"


def _activities(card: OccupationCard) -> str:
    if not card.occupation.activities:
        return say("unknown")
    return say("activities", names="; ".join(activities_nl()[code] for code in card.occupation.activities))


def _codes(card: OccupationCard) -> str:
    one, words = card.occupation, rules()["sbc_confidence"]
    pairs = (text.split(":") for text in one.sbc_codes)
    sbc = ", ".join(f"{code}{words[sure]}" for code, sure in pairs) or say("no_sbc")
    return f"ISCO-08 {one.isco08}; BRC 2014 {one.brc_group} ({one.brc_group_title}); SBC van de groep: {sbc}"


def _thousands(thousand: float) -> str:
    if thousand < 1:
        return say("jobs_few")
    return f"{round(thousand) * _THOUSAND:,}".replace(",", ".")


def _related(card: OccupationCard) -> list[Block]:
    if not card.related:
        return [Paragraph(capital(say("unknown")) + ".")]
    return [Bullets(tuple(f"{capital(one.occupation.title_nl)} ({one.occupation.id})" for one in card.related))]


def _sure(lines: Sequence[DemandLine]) -> str:
    counts = {mark: sum(line.is_known and line.mark is mark for line in lines) for mark in Mark}
    parts = ", ".join(f"{count} {mark.confidence_nl.split(',')[0]}" for mark, count in counts.items() if count)
    known = sum(line.is_known for line in lines)
    text = say("sure", known=known, total=len(lines), parts=parts)
    return text if known >= _FEW_BELOW else f"{say('few_known', known=known, total=len(lines))} {text}"


def _judged(card: OccupationCard, shown: list[DemandLine]) -> tuple[str, ...]:
    by_reason: dict[str, list[str]] = {}
    for line in shown:
        found = card.judgements.get(line.channel.code)
        if found is not None:
            by_reason.setdefault(f"{found.reason} ({found.date})", []).append(line.channel.label_nl)
    return tuple(f"{capital(', '.join(labels))}: {reason}" for reason, labels in by_reason.items())
