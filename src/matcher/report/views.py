"""Lay a zoekprofiel out as blocks. For the coach: it holds capacity."""

from collections.abc import Iterable

from matcher.catalogue import Catalogue
from matcher.domain.condition import Condition
from matcher.domain.zoekprofiel import Question, Zoekprofiel
from matcher.matching import Match
from matcher.ranking import wage_index
from matcher.reference.channels import channels
from matcher.reference.letters import upper_first
from matcher.reference.tables import read_yaml
from matcher.report.blocks import Block, Bullets, Heading, Paragraph, Rows
from matcher.report.earlier_work import earlier_work_blocks
from matcher.report.kind_view import kind_blocks
from matcher.report.own_work import own_work_blocks
from matcher.report.sentences import own_words_nl
from matcher.report.spoken import COACH_ONLY, date_nl, number_nl
from matcher.report.stage_view import as_of_nl, receipt_nl, stage_blocks, weeks_after_nl
from matcher.zoekprofiel import hours_conditions

_SAME_FOR_ALL = "Deze vragen zijn voor iedereen gelijk. Zij zeggen niets over de persoon."
_TO_NL = {
    "doctor": "Vragen aan de arts",
    "labour_expert": "Vragen aan de arbeidsdeskundige",
    "coach": "Nog uit te zoeken door de coach",
}


def zoekprofiel_view(
    result: Match, catalogue: Catalogue, *, explain: bool = False, reading: tuple[str, ...] = ()
) -> list[Block]:
    """Answer the zoekprofiel as blocks.

    Args:
        result: what `match` answered.
        catalogue: to name sources.
        explain: open the reasoning tree under every kind of work.
        reading: what the reader of the file assumed or did not keep.
    """
    profile = result.zoekprofiel
    blocks: list[Block] = [
        Heading(f"Zoekprofiel {result.case_id}, {date_nl(result.on)}", 1),
        Paragraph(f"{COACH_ONLY} {upper_first(as_of_nl(result.receipt))}."),
        Paragraph(profile.statement_nl),
        Rows(_facts(result)),
    ]
    if profile.kinds:
        blocks.append(Heading("Soorten werk"))
        for number, kind in enumerate(profile.kinds, start=1):
            blocks.extend(kind_blocks(number, kind, catalogue, explain=explain))
    if profile.branches_nl or profile.coach_branches_nl:
        blocks += [Heading("Branches"), Paragraph(_branches(profile))]
    conditions = (*_conditions(profile), *hours_conditions(profile.hours.says), *_own_words(result))
    if conditions:
        blocks += [Heading("Voorwaarden aan het werk"), Bullets(conditions)]
    blocks += list(_expert(profile))
    if profile.kinds:
        blocks += [
            Heading("Vragen aan elke werkgever"),
            Paragraph(_SAME_FOR_ALL),
            Bullets(profile.employer_questions_nl),
        ]
    blocks += list(_questions(profile.questions))
    if profile.next_stage is not None:
        after = profile.next_stage
        when = f"vanaf {date_nl(after.from_date)}" if after.from_date else "datum nog niet te bepalen"
        blocks += [Heading("Wat later meetelt"), Paragraph(f"Fase {after.code}, {after.label_nl} ({when}).")]
        if after.opens:
            blocks += [Bullets(after.opens), Paragraph(read_yaml("zoekprofiel.yaml")["next_stage_note"])]
    blocks += [*own_work_blocks(result, catalogue, explain=explain), *earlier_work_blocks(result)]
    blocks += [Heading("Over dit profiel"), Bullets((*profile.caveats_nl, *_notices(result), *reading))]
    if explain:
        blocks += list(stage_blocks(result.stage))
    blocks += [Heading("Verantwoording"), Paragraph(receipt_nl(result.receipt))]
    return blocks


def _branches(profile: Zoekprofiel) -> str:
    """Answer the main branch of every kind of work, as the profile text names it, and then the other branches."""
    words = read_yaml("zoekprofiel.yaml")["branches"]
    rest = [name for name in profile.branches_nl if name not in profile.main_branches_nl]
    groups = (("main", profile.main_branches_nl), ("rest", rest), ("coach", profile.coach_branches_nl))
    return " ".join(words[key].format(list="; ".join(names)) for key, names in groups if names)


def _conditions(profile: Zoekprofiel) -> tuple[str, ...]:
    """Answer the conditions with the items of the form behind them."""
    rows = zip(profile.conditions_nl, profile.conditions, strict=True)
    return tuple(f"{text.removesuffix('.')} ({', '.join(_items(condition))})." for text, condition in rows)


def _own_words(result: Match) -> tuple[str, ...]:
    """Answer what the doctor wrote beside each limited item, word for word."""
    said: dict[tuple[str, str], list[str]] = {}
    for capacity in result.profile.limited():
        channel = channels()[capacity.channel]
        if words := own_words_nl(capacity).removeprefix("de arts schrijft: "):
            said.setdefault((channel.item, words), []).append(channel.label_nl)
    return tuple(
        f"Bij {' en '.join(labels)} ({item}) schrijft de arts: {words}." for (item, words), labels in said.items()
    )


def _expert(profile: Zoekprofiel) -> Iterable[Block]:
    """Answer the advice and the rejections of the labour expert word for word, with what was done with each."""
    if profile.expert_said:
        yield Heading("Wat de arbeidsdeskundige schrijft")
        yield Bullets(tuple(f"{said.label_nl}: '{said.words}'. {said.done_nl}" for said in profile.expert_said))


def _items(condition: Condition) -> tuple[str, ...]:
    return tuple(dict.fromkeys(channels()[code].item for code in condition.channels))


def _facts(result: Match) -> tuple[tuple[str, str], ...]:
    profile, stage = result.zoekprofiel, result.stage
    week = "" if stage.week is None or stage.week < 0 else f", {weeks_after_nl(stage.week)} na de {stage.clock_nl}"
    form = "geen formulier"
    if result.profile.form_date is not None:
        form = (
            f"{result.profile.form_kind} van {date_nl(result.profile.form_date)}, {result.profile.age_weeks} weken oud"
        )
    return (
        ("Fase", f"{stage.stage.code}, {stage.stage.label_nl}{week}. {stage.stage.why_nl} {stage.law_nl}"),
        ("Formulier", form),
        ("Niveau", profile.level_nl),
        ("Uren", profile.hours.text_nl),
        ("Tijden", _times(result)),
        ("Regio", profile.region_nl),
        ("Vergeleken", _counted(result.counts)),
    )


def _times(result: Match) -> str:
    hours = result.zoekprofiel.hours
    if hours.no_evenings is None or hours.no_nights is None:
        return "onbekend, vraag dit na bij de arts"
    words = [w for w, on in (("niet elke avond", hours.no_evenings), ("geen nachtdiensten", hours.no_nights)) if on]
    return ", ".join(words) if words else "geen beperking"


def _counted(counts: dict[str, int]) -> str:
    later = f"{counts['later']} pas in een latere fase, " if counts["later"] else ""
    when = "" if later else " (nu of in een latere fase)"
    return (
        f"{counts['all']} beroepsgroepen: {counts['shown']} mogelijk{when}, "
        f"{counts['exceeding']} met een overschrijding, {later}"
        f"{counts['barred']} niet aangeboden (hoger niveau, diploma, of bijna geen banen), "
        f"{counts['own_work']} eigen werk."
    )


def _questions(questions: tuple[Question, ...]) -> Iterable[Block]:
    for to, heading in _TO_NL.items():
        lines = tuple(q.text_nl for q in questions if q.to == to)
        if lines:
            yield Heading(heading)
            yield Bullets(lines)


def _notices(result: Match) -> tuple[str, ...]:
    sources = read_yaml("zoekprofiel.yaml")["sources"]
    kinds = result.zoekprofiel.kinds
    wished = any(not need.by_law for kind in kinds for need in kind.needs)
    said = ("shares", *(("asked",) if wished else ()), "size", "wage", "market") if kinds else ()
    growth = f"{number_nl(round((wage_index(result.on).factor - 1) * 100, 1))}%"
    return (
        *(str(sources[key]).format(growth=growth) for key in said),
        *(n.text_nl for n in result.profile.notices),
        *result.stage.notices,
    )
