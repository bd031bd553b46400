"""The re-integratieplan around profile and goal: why, the legal frame, activities, reporting dates, signatures."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from matcher.documents.identity import Identity
from matcher.documents.person_blocks import old_hours, old_title
from matcher.documents.speech import Speech
from matcher.domain.case import Case
from matcher.dossier.rules import rules_on
from matcher.matching import Match
from matcher.poortwachter import calendar_for
from matcher.prose import Block, Provenance, Sentence, Text, Title
from matcher.reference.dates import date_in_words
from matcher.reference.letters import upper_first

_SHOWN = 12
_TRACK_RULES = "track_rules.yaml"


def plan_blocks(
    match: Match, case: Case, person: Iterable[Block], goal: Iterable[Block], identity: Identity, speech: Speech
) -> Iterator[Block]:
    """Answer the whole plan: frame, both profiles as a part of their own, activities and dates, signatures.

    Args:
        match: for the day of the plan.
        case: the case.
        person: the persoonsprofiel.
        goal: the zoekprofiel.
        identity: names from the separate sheet.
        speech: the words.
    """
    yield from _opening(case, speech)
    yield from _under("plan.person", person, speech)
    yield from _under("plan.goal", goal, speech)
    yield from _under("plan.agreements", (*_activities(match, case, speech), *_closing(identity, speech)), speech)


def _under(key: str, blocks: Iterable[Block], speech: Speech) -> Iterator[Block]:
    """Answer a heading, and the blocks with their headings one level lower."""
    yield speech.title(key, kind="plan_frame")
    yield from (replace(block, level=block.level + 1) if isinstance(block, Title) else block for block in blocks)


def _opening(case: Case, speech: Speech) -> Iterator[Block]:
    """Answer why there is a plan and what frame it stands in."""
    yield speech.title("plan.intro", kind="plan_frame")
    title, start = old_title(case), case.person.dates.track_start
    old = (
        speech.rule("plan.old_none", "plan_frame")
        if title is None
        else speech.say(
            "plan.old", "plan_frame", Provenance.PERSON, "person.old_job", title=title, hours=old_hours(case)
        )
    )
    period = (
        speech.rule("plan.period_none", "plan_frame")
        if start is None
        else speech.say(
            "plan.period", "plan_frame", Provenance.PERSON, "person.dates.track_start", date=date_in_words(start)
        )
    )
    yield Text((old, speech.rule("plan.intro_line", "plan_frame"), period))
    yield speech.title("plan.law", kind="plan_frame")
    yield Text(tuple(speech.rule(f"plan.{key}", "plan_frame") for key in ("law_line", "law_rights", "law_data")))


def _activities(match: Match, case: Case, speech: Speech) -> Iterator[Block]:
    """Answer the activities of the plan and the moments of reporting that are still to come."""
    yield speech.title("plan.activities", kind="plan_frame")
    names = rules_on(_TRACK_RULES, match.on)["words"]
    rows = [
        tuple(
            _fact(speech, text, f"track.activities.{number}")
            for text in (
                upper_first(names["activities"][activity.kind]),
                date_in_words(activity.from_date),
                "" if activity.to_date is None else date_in_words(activity.to_date),
                names["states"][activity.state],
            )
        )
        for number, activity in enumerate(case.track.activities)
    ]
    if rows:
        head = ("plan.activity_head", "plan.from_head", "plan.to_head", "plan.state_head")
        yield speech.table(head, rows)
    else:
        yield Text((speech.rule("plan.no_activities", "plan_frame"),))
    yield speech.title("plan.dates", kind="plan_frame")
    yield from _dates(case, match.on, speech)


def _dates(case: Case, on: date, speech: Speech) -> Iterator[Block]:
    parties, prefix = speech.words.list_of("parties"), str(speech.words.list_of("agenda_prefix"))
    coming = [moment for moment in calendar_for(case, on).moments if moment.status.is_open and moment.due >= on]
    rows = [
        tuple(
            _fact(speech, text, f"poortwachter.{moment.code}")
            for text in (
                upper_first((moment.agenda_nl or "").removeprefix(prefix)),
                date_in_words(moment.due),
                ", ".join(str(parties[who.value]) for who in moment.who),
            )
        )
        for moment in coming
        if moment.agenda_nl
    ][:_SHOWN]
    if rows:
        yield speech.table(("plan.moment_head", "plan.due_head", "plan.who_head"), rows)
    else:
        yield Text((speech.rule("plan.no_dates", "plan_frame"),))


def _closing(identity: Identity, speech: Speech) -> Iterator[Block]:
    """Answer the worker's view to fill in and the place for signatures; empty names leave room to write."""
    yield speech.title("plan.worker_view", kind="plan_frame")
    yield Text((speech.rule("plan.blank", "plan_frame"),))
    yield speech.title("plan.signatures", kind="plan_frame")
    names = {"worker": identity.worker_name, "employer": identity.employer_contact, "coach": identity.coach_name}
    rows = [
        (
            speech.rule(f"plan.sign_{who}", "plan_frame"),
            speech.cell(name or "", "identity", Provenance.IDENTITY, f"identity.{who}"),
            speech.cell("", "plan_frame", Provenance.POLICY, "plan.signatures"),
            speech.cell("", "plan_frame", Provenance.POLICY, "plan.signatures"),
        )
        for who, name in names.items()
    ]
    yield speech.table(("plan.sign_who", "plan.sign_name", "plan.sign_date", "plan.sign_mark"), rows)


def _fact(speech: Speech, text: str, ref: str) -> Sentence:
    return speech.cell(text, "plan_frame", Provenance.PERSON, ref)
