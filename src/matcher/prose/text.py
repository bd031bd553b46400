"""Compose the two-paragraph text: what the person brings and needs, then which work, where and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from matcher.domain.case import Case
from matcher.domain.coach import Coach
from matcher.errors import InputError
from matcher.matching import Match
from matcher.prose.audience import Audience, audiences_of
from matcher.prose.candidate import EXTRA, MUST, USEFUL, Candidate, choose, must_words
from matcher.prose.coach_hand import in_coach_order, sentence_hand, without_struck
from matcher.prose.conditions import condition_sentences
from matcher.prose.document_sentences import document_remarks, document_sentence, no_work_reason
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.grammar import in_list
from matcher.prose.kind_sentences import kind_sentences
from matcher.prose.person_sentences import education_sentence, experience_sentence, skill_sentences
from matcher.prose.place_sentences import build_up_sentence, hours_sentences, region_sentence, travel_sentence
from matcher.prose.text_value import ProfileText
from matcher.prose.wording import Wording, wording_on
from matcher.prose.work_sentences import branch_sentence, lead_sentence, legal_sentence, need_sentence, task_sentence
from matcher.reference.dates import date_in_words

_EXTRAS = ("update", "no_decision", "same_questions", "together", "consult", "market", "visit")
_LITTLE_SKILL = frozenset({"skills.language_basic", "skills.language_spoken", "skills.digital_none"})
_FIRST, _SECOND = 0, 1


@dataclass(frozen=True, slots=True)
class _Room:
    """How much the text may name, from wide to narrow. Shorter sentences go before work, and work before conditions."""

    kinds: int | None = None
    conditions: int | None = None
    short: bool = False
    sectors: bool = True
    lead: bool = True
    free_hours: bool = True
    needs: Literal["full", "brief", "if_it_fits"] = "full"
    jobs: bool = True


_ROOMS = (
    _Room(),
    _Room(short=True),
    _Room(short=True, sectors=False),
    *(
        room
        for kinds in (None, 5, 4, 3)
        for room in (
            _Room(kinds, short=True, sectors=False, lead=False),
            _Room(kinds, short=True, sectors=False, lead=False, free_hours=False),
            _Room(kinds, short=True, sectors=False, lead=False, free_hours=False, jobs=False),
            _Room(kinds, short=True, sectors=False, lead=False, free_hours=False, jobs=False, needs="brief"),
            _Room(kinds, short=True, sectors=False, lead=False, free_hours=False, jobs=False, needs="if_it_fits"),
        )
    ),
    *(
        _Room(3, pieces, short=True, sectors=False, lead=False, free_hours=False, jobs=False, needs="if_it_fits")
        for pieces in (None, 24, 21, 18, 15, 12, 10, 8, 6, 4, 2)
    ),
)


def compose_text(match: Match, case: Case, audience: Audience = Audience.COACH) -> ProfileText:
    """Answer the text of 150 to 225 words that practice puts in a zoekprofiel, for one reader.

    Args:
        match: what `match` answered for the case.
        case: the case; only its listed fields are used, and no free words that our lists do not know.
        audience: who will read it. What a reader may not see is not composed, so the text stays whole.

    Returns:
        Two paragraphs of sentences with the origin of every word. Missing facts are said to be missing.

    Raises:
        InputError: the doctor gets questions, not a profile text.
    """
    if audience is Audience.DOCTOR:
        raise InputError("De arts krijgt geen profieltekst. Gebruik de uitleg voor de arts, met de open vragen.")
    words = wording_on(match.on)
    limits = words.data["words"]
    candidates: list[Candidate] = []
    for room in _ROOMS:
        candidates = [c for c in _candidates(match, case, audience, words, room) if c.sentence.visible_to(audience)]
        if must_words(candidates) <= limits["must_max"]:
            break
    named = {piece.source_ref for c in candidates for piece in c.sentence.fragments}
    left = tuple(
        kind.kind_nl for kind in match.zoekprofiel.kinds if f"catalogue.{kind.occupation.id}.kind_nl" not in named
    )
    hand = sentence_hand(case, match.on)
    chosen = choose(without_struck(candidates, hand), limits["min"], limits["target"], limits["max"])
    chosen = in_coach_order(chosen, hand)
    paragraphs = tuple(tuple(c.sentence for c in chosen if c.paragraph == paragraph) for paragraph in (_FIRST, _SECOND))
    return ProfileText(match.on, audience, paragraphs, tuple(dict.fromkeys(left)))


def engine_sentences(match: Match, case: Case, audience: Audience = Audience.COACH) -> tuple[str, ...]:
    """Answer the sentences of the text before the coach added or struck one: what a coach may strike.

    Args:
        match: what `match` answered for the case.
        case: the case.
        audience: who will read it.
    """
    untouched = case.model_copy(update={"coach": Coach()})
    return tuple(sentence.text for sentence in compose_text(match, untouched, audience).sentences)


def _candidates(match: Match, case: Case, audience: Audience, words: Wording, room: _Room) -> Iterator[Candidate]:
    yield Candidate(_FIRST, MUST, words.say("opening", "fixed", Provenance.POLICY, ""))
    yield from _about_the_person(match, case, words, room)
    yield from _about_work(match, audience, words, room)
    yield from _about_place(match, case, words, room)
    yield from _what_next(match, case, words)
    yield Candidate(_SECOND, MUST, words.say("closing", "fixed", Provenance.POLICY, ""))


def _about_the_person(match: Match, case: Case, words: Wording, room: _Room) -> Iterator[Candidate]:
    yield Candidate(_FIRST, MUST, education_sentence(case, words))
    yield Candidate(_FIRST, MUST, experience_sentence(case, match.facts, words, sectors=room.sectors))
    for place, skill in enumerate(skill_sentences(case, words)):
        little = skill.key in _LITTLE_SKILL and not room.short
        yield Candidate(_FIRST, MUST if little else USEFUL + 1 + place, skill)
    yield Candidate(_FIRST, MUST, document_sentence(case, match.profile, words))
    if no_work_reason(match.profile) == "missing":
        yield Candidate(_FIRST, EXTRA, words.say("extra.why_document", "document", Provenance.POLICY, ""))
    conditions = condition_sentences(match.zoekprofiel.conditions, words, room.conditions)
    yield from (Candidate(_FIRST, MUST, sentence) for sentence in conditions)
    limited = bool(match.profile.limited())
    asked = [question.about for question in match.zoekprofiel.questions if question.to == "doctor"]
    yield from document_remarks(match.profile, asked, words, conditions=limited, short=room.short)


def _about_work(match: Match, audience: Audience, words: Wording, room: _Room) -> Iterator[Candidate]:
    profile = match.zoekprofiel
    kinds = profile.kinds[: room.kinds]
    if not kinds:
        reason = no_work_reason(match.profile)
        key, kind = ("work.none_yet", "fixed") if reason else ("work.none", "work")
        yield Candidate(_SECOND, MUST, words.say(key, kind, Provenance.CATALOGUE, "zoekprofiel.kinds"))
        return
    yield Candidate(_SECOND, MUST if room.lead else USEFUL, lead_sentence(kinds, words, audience))
    yield from (
        Candidate(_SECOND, MUST, sentence)
        for sentence in kind_sentences(kinds, words, audience, short=room.short, jobs=room.jobs)
    )
    tasks = task_sentence(kinds, words)
    if tasks is not None:
        yield Candidate(_SECOND, USEFUL, tasks)
    if not profile.sufficient:
        few = "work.few_short" if room.short else "work.few"
        yield Candidate(_SECOND, MUST, words.say(few, "profile", Provenance.CATALOGUE, "zoekprofiel.kinds"))
    elif profile.narrow:
        why = "narrow_short" if room.short else "narrow"
        need = MUST if room.jobs else USEFUL
        yield Candidate(_SECOND, need, words.say(f"work.{why}", "profile", Provenance.POLICY, "zoekprofiel.narrow_why"))
    elif len(kinds) < len(profile.kinds):
        yield Candidate(_SECOND, MUST, words.say("work.more", "work", Provenance.CATALOGUE, "zoekprofiel.kinds"))
    branches = branch_sentence(profile.main_branches_nl, profile.coach_branches_nl, words, short=room.short)
    if branches is not None:
        yield Candidate(_SECOND, MUST, branches)
    needs = need_sentence(kinds, words, short=room.short, brief=room.needs != "full")
    if needs is not None and needs.visible_to(audience):
        yield Candidate(_SECOND, USEFUL if room.needs == "if_it_fits" else MUST, needs)
    elif any(kind.occupation.legal_requirement_nl and not kind.needs for kind in kinds):
        legal = legal_sentence(kinds, words)
        yield Candidate(_SECOND, USEFUL if room.short else MUST, legal)


def _about_place(match: Match, case: Case, words: Wording, room: _Room) -> Iterator[Candidate]:
    yield Candidate(_SECOND, MUST, region_sentence(case, words))
    travel = travel_sentence(case, words)
    if travel is not None:
        yield Candidate(_SECOND, USEFUL, travel)
    if no_work_reason(match.profile):
        return
    for hours in hours_sentences(match.zoekprofiel.hours, words):
        yield Candidate(_SECOND, USEFUL if hours.key == "hours.free" and not room.free_hours else MUST, hours)
    build_up = build_up_sentence(case, match.profile, words, match.on)
    if build_up is not None:
        yield Candidate(_SECOND, USEFUL, build_up)


def _what_next(match: Match, case: Case, words: Wording) -> Iterator[Candidate]:
    missing = _missing(match, case, words)
    if missing is not None:
        yield Candidate(_SECOND, USEFUL, missing)
    yield Candidate(_SECOND, USEFUL + 1, words.say("routes", "profile", Provenance.POLICY, ""))
    after = match.zoekprofiel.next_stage
    if after is not None and after.from_date is not None and after.from_date > match.on:
        ref = f"policy.yaml#{after.code}"
        day = date_in_words(after.from_date)
        yield Candidate(_SECOND, USEFUL + 2, words.say("stage.next", "stage", Provenance.POLICY, ref, date=day))
    for place, name in enumerate(_EXTRAS):
        yield Candidate(_SECOND, EXTRA + place, words.say(f"extra.{name}", "fixed", Provenance.POLICY, ""))
    yield from (Candidate(_SECOND, MUST, sentence) for sentence in _coach(match, case, words))


def _missing(match: Match, case: Case, words: Wording) -> Sentence | None:
    """Answer what is still needed, when anything is."""
    names = words.list_of("missing")
    lacking = {
        "document": ("document", "forms", match.profile.form_date is None),
        "experience": ("person", "person.experience", not match.facts.held),
        "education": ("person", "person.education", not any(edu.finished for edu in case.person.education)),
        "region": ("work", "person.region", case.person.region.place is None and case.person.region.postcode4 is None),
    }
    pieces = [
        Fragment(str(names[name]), Provenance.PERSON, audiences_of(kind), ref)
        for name, (kind, ref, is_lacking) in lacking.items()
        if is_lacking
    ]
    if not pieces:
        return None
    verb = "is" if len(pieces) == 1 else "zijn"
    return words.say("missing", "person", Provenance.PERSON, "person", verb=verb, list=in_list(pieces))


def _coach(match: Match, case: Case, words: Wording) -> Iterator[Sentence]:
    """Answer the sentences that the coach added, and not struck later."""
    for text, number in sentence_hand(case, match.on).added.items():
        yield words.say("coach", "coach_sentence", Provenance.COACH, f"coach.actions.{number}", sentence=text)
