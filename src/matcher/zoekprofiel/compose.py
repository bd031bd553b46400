"""Compose the zoekprofiel: kinds of work, conditions, hours, region, questions, and what opens next."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from matcher.catalogue import Catalogue
from matcher.domain.anchor import Anchor, AnchorKind
from matcher.domain.capacity import CapacityProfile, Marginal
from matcher.domain.case import Case, Transport
from matcher.domain.zoekprofiel import KindOfWork, NextStage, Question, RankedOccupation, Zoekprofiel
from matcher.fit import fit_rules
from matcher.policy import StageView, travel_bound
from matcher.policy.stage import stage_views
from matcher.ranking import PersonFacts
from matcher.ranking.weights import weights_on
from matcher.reference.letters import upper_first
from matcher.reference.numbers import number_in_words
from matcher.reference.tables import read_yaml
from matcher.rulings import Rulings
from matcher.zoekprofiel.anchors import anchor_of, is_alike, shared_task
from matcher.zoekprofiel.condition_words import condition_sentence
from matcher.zoekprofiel.conditions import work_conditions
from matcher.zoekprofiel.entry_needs import entry_needs
from matcher.zoekprofiel.expert_words import advice_signs, expert_said, jobs_left, own_part_questions, report_questions
from matcher.zoekprofiel.hours import hours_frame
from matcher.zoekprofiel.kinds import Picked
from matcher.zoekprofiel.notable import notable_channels
from matcher.zoekprofiel.questions import core_questions, employer_questions, language_questions, person_questions
from matcher.zoekprofiel.stages import (
    counts_now,
    few_now_sentences,
    first_counts_from,
    in_order,
    later_because,
    weeks_end,
    weeks_end_sentence,
)

_PART_WORDS = ("education", "market")


def compose(
    case: Case,
    profile: CapacityProfile,
    facts: PersonFacts,
    view: StageView,
    catalogue: Catalogue,
    picked: Picked,
    opening: Sequence[str],
    open_matters: Sequence[Question],
    ruled: Rulings,
    on: date,
) -> Zoekprofiel:
    """Answer the zoekprofiel of a case.

    Args:
        case: the case.
        profile: capacity.
        facts: experience, level and wage.
        view: the stage that applies.
        catalogue: occupations.
        picked: the kinds of work that were picked, and how many kinds there are.
        opening: titles that open at the next stage, best first.
        open_matters: what the coach must still look at about advice and rejections.
        ruled: what people ruled on, with how the labour expert's words were read.
        on: the day of matching.

    Returns:
        A profile; without a usable form it names no work and says why.
    """
    words = read_yaml("zoekprofiel.yaml")
    rules = weights_on(on)["kinds"]
    found = work_conditions(profile)
    no_work = no_work_reason(case, profile)
    occupations = () if no_work else picked.occupations
    kinds = in_order(tuple(_kind(occupation, case, facts, view, catalogue, ruled) for occupation in occupations))
    none_now = bool(kinds) and counts_now(kinds) == 0
    first = first_counts_from(kinds, case, view) if none_now else None
    different = len({catalogue.occupation(o.id).isco08[: rules["distinct_digits"]] for o in occupations})
    sufficient = different >= int(rules["needed"])
    narrow_words = _narrow(facts, picked, int(rules["narrow_below"]))
    statements = [words["statements"][no_work]] if no_work else []
    if not no_work:
        statements.append(words["statements"]["sufficient" if sufficient else "insufficient"])
        counts = _counts(picked, rules)
        twice = {"narrow_few": "narrow_few_too"} if len(narrow_words) > 1 else {}
        statements.extend(words["statements"][twice.get(key, key)].format(**counts) for key in narrow_words)
    end = weeks_end(case)
    titles = {occupation.title_nl for occupation in occupations}  # these have a day of their own
    statements.extend(few_now_sentences(kinds, int(rules["needed"])))
    if kinds and end is not None:
        statements.append(weeks_end_sentence(end))
    if profile.marginal:
        statements.append(words["statements"]["marginal"])
    return Zoekprofiel(
        kinds=kinds,
        sufficient=sufficient,
        statement_nl=" ".join(statements),
        narrow=bool(narrow_words) and not no_work,
        narrow_why=() if no_work else tuple(narrow_words),
        marginal=bool(profile.marginal),
        level_nl=facts.level_basis_nl,
        branches_nl=_branches(kinds, catalogue),
        conditions=found,
        conditions_nl=tuple(condition_sentence(condition) for condition in found),
        hours=hours_frame(case, profile, view.stage, on),
        region_nl=_region(case, view),
        employer_questions_nl=core_questions(),
        questions=(
            *person_questions(case, profile, facts, occupations),
            *language_questions(case),
            *open_matters,
            *report_questions(case, profile.form_date),
            *own_part_questions(case, ruled),
        ),
        next_stage=None if no_work else _next_stage(case, view, [t for t in opening if t not in titles], on),
        caveats_nl=tuple(words["caveats"]),
        expert_said=expert_said(case, ruled, facts, catalogue),
        none_now=none_now,
        first_counts_from=first,
        main_branches_nl=_branches(kinds, catalogue, main_only=True),
        weeks_end=end,
        own_jobs_left=jobs_left(case, ruled),
    )


def no_work_reason(case: Case, profile: CapacityProfile) -> str:
    """Answer why no work may be named: a key of the statements, or empty when work may be named.

    Args:
        case: for the coach's confirmation.
        profile: capacity.
    """
    confirmed = any(c.what == "no_usable_possibilities" for c in case.confirmations)
    if Marginal.NO_USABLE_POSSIBILITIES in profile.marginal and not confirmed:
        return "no_possibilities"
    if profile.form_date is None:
        return "no_form"
    return "" if any(capacity.is_known for capacity in profile.channels.values()) else "nothing_confirmed"


def _kind(
    occupation: RankedOccupation,
    case: Case,
    facts: PersonFacts,
    view: StageView,
    catalogue: Catalogue,
    ruled: Rulings,
) -> KindOfWork:
    entry = catalogue.occupation(occupation.id)
    anchor = anchor_of(occupation, case, facts, catalogue)
    kind = KindOfWork(
        occupation=occupation,
        kind_nl=entry.kind_nl,
        anchor=anchor,
        why_nl=_why(occupation, anchor, entry.tasks_nl),
        tasks_nl=entry.tasks_nl,
        employer_questions_nl=employer_questions(notable_channels(catalogue, occupation.id)),
        later_because=later_because(occupation, view.stage),
        needs=entry_needs(occupation, case, facts, catalogue),
        advice=advice_signs(occupation, case, ruled, catalogue),
    )
    return replace(kind, counts_from=first_counts_from((kind,), case, view))


def _why(occupation: RankedOccupation, anchor: Anchor, tasks: Sequence[str]) -> str:
    """Answer the fact behind the work, and then level and size."""
    words = read_yaml("zoekprofiel.yaml")["why"]
    key = "new_alike" if anchor.kind is AnchorKind.NEW and is_alike(occupation) else anchor.kind.value
    fact = str(words[key].format(topic=upper_first(anchor.nl), title=anchor.title, task=shared_task(anchor, tasks)))
    levels = [c.level_nl for c in occupation.contributions if c.part in _PART_WORDS and c.points > 0]
    return " ".join([fact, *([f"{upper_first(', '.join(levels))}."] if levels else [])])


def _branches(kinds: Sequence[KindOfWork], catalogue: Catalogue, *, main_only: bool = False) -> tuple[str, ...]:
    names = read_yaml("sectors.yaml")["sections"]
    sectors = [catalogue.occupation(kind.occupation.id).sectors for kind in kinds]
    main = [letters[0] for letters in sectors if letters]
    letters = dict.fromkeys(main if main_only else [*main, *(letter for each in sectors for letter in each)])
    return tuple(names[letter] for letter in letters)


def _region(case: Case, view: StageView) -> str:
    region = case.person.region
    if region.place is None and region.postcode4 is None:
        return str(read_yaml("zoekprofiel.yaml")["region_unknown"])
    words = read_yaml("zoekprofiel.yaml")["region"]
    where = words["near_place" if region.place else "near_postcode"].format(
        place=region.place, postcode=region.postcode4
    )
    bound = travel_bound(view.stage, region, view.on)
    known = bound.minutes_per_day is not None
    travel = words["travel"][bound.basis].format(minutes=bound.minutes_per_day) if known else ""
    means = ", ".join(_TRANSPORT[t] for t in region.transport)
    return f"{where}{travel}.{' Vervoer: ' + means + '.' if means else ''}"


_TRANSPORT = {
    Transport.CAR: "auto",
    Transport.BICYCLE: "fiets",
    Transport.E_BIKE: "elektrische fiets",
    Transport.PUBLIC: "openbaar vervoer",
    Transport.WALKING: "lopend",
    Transport.TAXI: "taxi",
}


def _counts(picked: Picked, rules: Mapping[str, int]) -> dict[str, str]:
    numbers = {"sure": picked.sure, "kinds": picked.kinds_in_all, "few": int(rules["narrow_below"])}
    words = {name: number_in_words(number) for name, number in numbers.items()}
    return {**words, "pct": str(fit_rules().exceeds_pct)}


def _narrow(facts: PersonFacts, picked: Picked, few: int) -> list[str]:
    rule = read_yaml("zoekprofiel.yaml")["narrow"]
    held = {h.occupation_id for h in facts.held if h.occupation_id is not None}
    one_sided = 0 < len(held) <= rule["held_kinds_max"]
    found = []
    if one_sided and facts.level is not None and facts.level <= rule["level_max"]:
        found.append("narrow")
    if picked.kinds_in_all < few:
        found.append("narrow_few")
    return found


def _next_stage(case: Case, view: StageView, opening: Sequence[str], on: date) -> NextStage | None:
    if view.next_stage is None:
        return None
    stage = stage_views(case.policy, on)[view.next_stage]
    most = int(read_yaml("zoekprofiel.yaml")["next_stage_titles_max"])
    return NextStage(view.next_stage, stage.label_nl, view.next_from, tuple(opening)[:most])
