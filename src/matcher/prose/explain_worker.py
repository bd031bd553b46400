"""The explanation for the worker: which work, what it needs, what is open, what comes next, rights, who sees what."""

from collections.abc import Iterator

from matcher.catalogue import Catalogue, load_catalogue
from matcher.catalogue.errors import UnknownOccupation
from matcher.domain.anchor import Anchor, AnchorKind
from matcher.domain.case import Case
from matcher.domain.zoekprofiel import KindOfWork
from matcher.matching import Match
from matcher.policy.stage import stage_views
from matcher.prose.audience import Audience, audiences_of
from matcher.prose.conditions import condition_sentences
from matcher.prose.document_sentences import document_sentence, no_work_reason
from matcher.prose.explanation import Block, Points, Table, Text, Title
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.grammar import lower_first
from matcher.prose.kind_sentences import shown_anchor, work_name
from matcher.prose.levels import steps_below
from matcher.prose.place_sentences import hours_sentences
from matcher.prose.wording import Wording
from matcher.reference.dates import date_in_words
from matcher.reference.numbers import number_in_words

_QUESTIONS_SHOWN = 3
_RIGHTS = ("think", "object", "uwv", "doctor", "explain", "data")
_SEES = ("you", "coach", "employer", "expert", "doctor", "new")


def worker_blocks(match: Match, case: Case, words: Wording) -> Iterator[Block]:
    """Answer the explanation for the worker.

    Args:
        match: what `match` answered.
        case: the case.
        words: the wording, Dutch or English.
    """
    yield Title(_rule(words, "title"), 1)
    yield Text(tuple(_rule(words, f"intro_{name}") for name in ("what", "program", "decide")))
    yield from _work(match, words)
    yield from _needs(match, case, words)
    yield from _open(match, case, words)
    yield from _next(match, case, words)
    yield Title(_rule(words, "rights"))
    yield Points(tuple(_rule(words, f"right_{name}") for name in _RIGHTS))
    yield Title(_rule(words, "sees"))
    head = (_rule(words, "sees_who"), _rule(words, "sees_what"))
    yield Table(head, tuple((_rule(words, f"row_{who}"), _rule(words, f"row_{who}_what")) for who in _SEES))


def _rule(words: Wording, key: str) -> Sentence:
    return words.say(f"worker.{key}", "rights", Provenance.POLICY, "")


def _work(match: Match, words: Wording) -> Iterator[Block]:
    yield Title(_rule(words, "work"))
    kinds = match.zoekprofiel.kinds
    if not kinds:
        yield Text((_rule(words, "no_work"),))
    if match.zoekprofiel.none_now:
        yield Text((_none_now(match, words),))
    for kind in kinds:
        name = Fragment(
            _name(kind, words), Provenance.CATALOGUE, audiences_of("work"), f"catalogue.{kind.occupation.id}"
        )
        yield Title(words.say("worker.kind", "work", Provenance.CATALOGUE, name.source_ref, work=name), 3)
        why = _why(shown_anchor(kind, Audience.WORKER), words)
        stage = f"policy.yaml#{match.stage.stage.code}"
        accept = words.say(f"accept.{kind.occupation.acceptance}", "stage", Provenance.POLICY, stage)
        reasons = [words.say(f"later.{name}", "stage", Provenance.POLICY, stage) for name in kind.later_because]
        yield Text((why, *_level(kind, words), accept, *reasons, *_entry(kind, words), _points(kind, words)))


def _none_now(match: Match, words: Wording) -> Sentence:
    first = match.zoekprofiel.first_counts_from
    ref = f"policy.yaml#{match.stage.stage.code}"
    if first is None:
        return words.say("worker.none_now", "stage", Provenance.POLICY, ref)
    day = date_in_words(first, words.language)
    return words.say("worker.none_now_from", "stage", Provenance.POLICY, ref, date=day)


def _level(kind: KindOfWork, words: Wording) -> Iterator[Sentence]:
    """Answer that the work lies below the own level; a new direction says so itself."""
    below = steps_below(kind)
    if below is not None and kind.anchor.kind is not AnchorKind.NEW:
        yield words.say(f"below.{below}", "profile", Provenance.CATALOGUE, f"catalogue.{kind.occupation.id}")


def _entry(kind: KindOfWork, words: Wording) -> Iterator[Sentence]:
    """Answer what the work still asks before entry; a rule of law that the case already meets is named too."""
    ref = f"catalogue.{kind.occupation.id}"
    if kind.needs:
        listed = "; ".join(need.nl if words.language == "nl" else need.en for need in kind.needs)
        yield words.say("entry.needs", "person", Provenance.CATALOGUE, f"{ref}.needs", list=listed)
        yield words.say("entry.help", "rights", Provenance.POLICY, "")
    elif kind.occupation.legal_requirement_nl:
        yield words.say("entry.legal", "work", Provenance.CATALOGUE, f"{ref}.legal_requirement_text")


def _why(anchor: Anchor, words: Wording) -> Sentence:
    """Answer why this work is named, in words for the worker; a title that may name a firm is left out."""
    said = anchor.nl if words.language == "nl" else anchor.en
    if anchor.kind is AnchorKind.ADVISED:
        return words.say("anchor.advised", "expert_advice", Provenance.LABOUR_EXPERT, anchor.field)
    if anchor.kind is AnchorKind.NEW:
        return words.say(f"anchor.new_{anchor.code}", "work", Provenance.CATALOGUE, anchor.ref)
    # The words of the topic are ours; the case and the tables only say that it is there.
    fact = Fragment(said, Provenance.CATALOGUE, audiences_of("work"), f"{anchor.field} -> {anchor.ref}")
    return words.say(f"anchor.{anchor.kind.value}", "work", Provenance.PERSON, anchor.field, fact=fact)


def _points(kind: KindOfWork, words: Wording) -> Sentence:
    number = kind.occupation.verdict.points
    key = "points.none" if number == 0 else "points.one" if number == 1 else "points.more"
    ref = f"findings of {kind.occupation.id}"
    slot = number_in_words(number, words.language)
    return words.say(key, "work_points", Provenance.CATALOGUE, ref, number=slot)


def _name(kind: KindOfWork, words: Wording) -> str:
    if words.language == "nl":
        return work_name(kind)
    for catalogue in _catalogues():
        try:
            title = catalogue.occupation(kind.occupation.id).title_en
        except UnknownOccupation:
            continue
        if title:
            return lower_first(title.removesuffix(" not elsewhere classified"))
    return work_name(kind)


def _catalogues() -> Iterator[Catalogue]:
    yield load_catalogue()
    yield load_catalogue(level="all")


def _needs(match: Match, case: Case, words: Wording) -> Iterator[Block]:
    yield Title(_rule(words, "needs"))
    yield Text((document_sentence(case, match.profile, words),))
    if no_work_reason(match.profile):
        return
    conditions = condition_sentences(match.zoekprofiel.conditions, words)
    if not match.profile.limited():
        conditions = (words.say("worker.no_needs", "conditions", Provenance.FORM, "form"),)
    yield Points((*conditions, *hours_sentences(match.zoekprofiel.hours, words)))


def _open(match: Match, case: Case, words: Wording) -> Iterator[Block]:
    yield Title(_rule(words, "open"))
    person = case.person
    lacking = {
        "form": ("forms", match.profile.form_date is None),
        "education": ("person.education", not any(edu.finished for edu in person.education)),
        "experience": ("person.experience", not match.facts.held),
        "region": ("person.region", person.region.place is None and person.region.postcode4 is None),
    }
    found = [
        words.say(f"worker.missing_{name}", "person", Provenance.PERSON, ref)
        for name, (ref, is_lacking) in lacking.items()
        if is_lacking
    ]
    if any(question.to == "doctor" for question in match.zoekprofiel.questions):
        found.append(words.say("worker.ask_doctor", "conditions", Provenance.FORM, "form"))
    if match.profile.marginal:
        found.append(words.say("worker.small", "document", Provenance.FORM, "form.VI"))
    if match.facts.assumed_nl:
        found.append(words.say("worker.check_titles", "person", Provenance.PERSON, "person.experience"))
    if match.zoekprofiel.kinds:
        found.append(words.say("worker.papers", "employer_questions", Provenance.POLICY, ""))
    yield Points(tuple(found or [_rule(words, "nothing_open")]))
    questions = [(kind, text) for kind in match.zoekprofiel.kinds for text in kind.employer_questions_nl[:1]]
    if not questions:
        return
    yield Text((words.say("worker.ask_questions", "employer_questions", Provenance.POLICY, ""),))
    if words.language == "nl":
        texts = dict.fromkeys(text for _, text in questions)
        yield Points(tuple(_question(text, words) for text in list(texts)[:_QUESTIONS_SHOWN]))


def _question(text: str, words: Wording) -> Sentence:
    return words.say("worker.kind", "employer_questions", Provenance.CATALOGUE, "channels.csv", work=text)


def _next(match: Match, case: Case, words: Wording) -> Iterator[Block]:
    yield Title(_rule(words, "next"))
    here = match.stage.stage
    labels = words.list_of("stages")
    ref = f"policy.yaml#{here.code}"
    label = str(labels.get(here.code, here.label_nl))
    found = [
        words.say("worker.stage", "stage", Provenance.POLICY, ref, stage=label),
        words.say("worker.stage_practice", "stage", Provenance.POLICY, "policy.yaml#law_nl"),
    ]
    code, day = match.stage.next_stage, match.stage.next_from
    if code is not None and day is not None and day > match.on:
        after = str(labels.get(code, stage_views(case.policy, match.on)[code].label_nl))
        when = date_in_words(day, words.language)
        found.append(
            words.say("worker.later", "stage", Provenance.POLICY, f"policy.yaml#{code}", date=when, stage=after)
        )
    yield Text((*found, words.say("worker.wider", "stage", Provenance.POLICY, "")))
