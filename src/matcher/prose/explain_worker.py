"""The explanation for the worker: which work, what it needs, what is open, what comes next, rights, who sees what."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from matcher.catalogue import Occupation, load_catalogue
from matcher.catalogue.errors import UnknownOccupation
from matcher.domain.anchor import Anchor, AnchorKind
from matcher.domain.capacity import CapacityStatus
from matcher.domain.case import Case
from matcher.domain.zoekprofiel import KindOfWork
from matcher.matching import Match
from matcher.prose.as_of import as_of_sentence
from matcher.prose.asked import doctor_is_asked, whom_to_ask
from matcher.prose.audience import Audience, audiences_of
from matcher.prose.conditions import condition_sentences
from matcher.prose.document_sentences import document_sentence, no_work_reason
from matcher.prose.explanation import Block, Points, Table, Text, Title
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.grammar import lower_first
from matcher.prose.kind_sentences import shown_anchor, work_name
from matcher.prose.levels import steps_below
from matcher.prose.place_sentences import hours_sentences
from matcher.prose.wording import Wording, wording_on
from matcher.reference.dates import date_in_words
from matcher.zoekprofiel import all_hours_known, core_channels, nearest_first, needed_by_law

_QUESTIONS_SHOWN = 4
_LOWEST_LEVEL = 2  # no finished education, or primary school: no work lies below it
_LOWER_TOO = "S3"  # the stage from which work below the own level counts
_NO_LIKENESS = frozenset({None, "none"})
_NOT_ALIKE = frozenset({None, "far", "unknown"})
_RIGHTS = ("think", "duty", "object", "uwv", "doctor", "explain", "data")
_SEES = ("you", "coach", "employer", "uwv", "expert", "doctor", "new")


def worker_blocks(match: Match, case: Case, words: Wording) -> Iterator[Block]:
    """Answer the explanation for the worker.

    Args:
        match: what `match` answered.
        case: the case.
        words: the wording, Dutch or English.
    """
    yield Title(_rule(words, "title"), 1)
    intro = (_rule(words, f"intro_{name}") for name in ("what", "program", "decide"))
    yield Text((*intro, as_of_sentence(match.receipt, words)))
    yield from _work(match, words)
    yield from _needs(match, case, words)
    yield from _open(match, case, words)
    yield from _next(match, words)
    yield Title(_rule(words, "rights"))
    yield Points(tuple(_rule(words, f"right_{name}") for name in _RIGHTS))
    yield Title(_rule(words, "sees"))
    head = (_rule(words, "sees_who"), _rule(words, "sees_what"))
    yield Table(head, tuple((_rule(words, f"row_{who}"), _rule(words, f"row_{who}_what")) for who in _SEES))


def _rule(words: Wording, key: str) -> Sentence:
    return words.say(f"worker.{key}", "rights", Provenance.POLICY, "")


def _work(match: Match, words: Wording) -> Iterator[Block]:
    """Answer the kinds of work. All are searched; when none counts yet the nearest stands first."""
    yield Title(_rule(words, "work"))
    kinds = match.zoekprofiel.kinds
    none_now = match.zoekprofiel.none_now
    if not kinds:
        yield Text((_rule(words, "no_work"),))
        return
    if none_now and nearest_first(kinds):
        yield Text(tuple(_rule(words, f"none_now{part}") for part in ("", "_order")))
    elif none_now:
        yield Text((_rule(words, "none_asked"),))
    yield Text(tuple(_rule(words, f"offer{part}") for part in ("", "_pay")))
    for kind in kinds:
        name = Fragment(
            _name(kind, words), Provenance.CATALOGUE, audiences_of("work"), f"catalogue.{kind.occupation.id}"
        )
        yield Title(words.say("worker.kind", "work", Provenance.CATALOGUE, name.source_ref, work=name), 3)
        why = _why(shown_anchor(kind, Audience.WORKER), words)
        accept = _accept(kind, match, words)
        yield Text((why, *_level(kind, words), *accept, *_points(kind, match, words), *_entry(kind, words)))


def _accept(kind: KindOfWork, match: Match, words: Wording) -> Iterator[Sentence]:
    """Answer that the work is looked for, whether it comes first now, and from when if it does not."""
    ref = f"policy.yaml#{match.stage.stage.code}"
    acceptance = kind.occupation.acceptance
    if acceptance == "yes":
        if _counts_as_alike(kind, match):
            yield words.say("accept.alike", "stage", Provenance.POLICY, ref)
        if whom_to_ask(kind, match, words):
            yield words.say("accept.fits_stage", "stage", Provenance.POLICY, ref)
        else:
            yield words.say("accept.yes", "stage", Provenance.POLICY, ref)
        return
    if acceptance == "no":
        yield words.say("accept.no", "stage", Provenance.POLICY, ref)
        return
    if match.zoekprofiel.none_now:  # nothing comes first, so there is nothing to be less than
        if kind.counts_from is not None:
            yield _on_day("accept.first_from", kind, ref, words)
        return
    yield words.say("accept.also", "stage", Provenance.POLICY, ref)
    yield _on_day("accept.second" if kind.counts_from is None else "accept.second_until", kind, ref, words)
    said = steps_below(kind) is not None
    yield from (
        words.say(f"later.{name}", "stage", Provenance.POLICY, ref)
        for name in kind.later_because
        if not (name == "education" and said)
    )


def _on_day(key: str, kind: KindOfWork, ref: str, words: Wording) -> Sentence:
    day = "" if kind.counts_from is None else date_in_words(kind.counts_from, words.language)
    return words.say(key, "stage", Provenance.POLICY, ref, date=day)


def _counts_as_alike(kind: KindOfWork, match: Match) -> bool:
    """Answer whether only its likeness in the tables lets work in that no fact of the case points to."""
    levels = {part.part: part.level for part in kind.occupation.contributions}
    asks_likeness = match.stage.stage.value("experience") not in _NO_LIKENESS
    return kind.anchor.kind is AnchorKind.NEW and asks_likeness and levels.get("experience") not in _NOT_ALIKE


def _level(kind: KindOfWork, words: Wording) -> Iterator[Sentence]:
    """Answer that the work lies below the own level; a new direction says so itself."""
    below = steps_below(kind)
    if below is not None and kind.anchor.kind is not AnchorKind.NEW:
        yield words.say(f"below.{below}", "profile", Provenance.CATALOGUE, f"catalogue.{kind.occupation.id}")


def _entry(kind: KindOfWork, words: Wording) -> Iterator[Sentence]:
    """Answer what the work still asks before entry; a rule of law that the case already meets is named too."""
    ref = f"catalogue.{kind.occupation.id}"
    apart = wording_on(date.max).list_of("not_beforehand")
    asked = [need for need in kind.needs if need.code not in apart]
    for key, by_law in (("by_law", True), ("asked", False)):
        listed = "; ".join(need.nl if words.language == "nl" else need.en for need in asked if need.by_law is by_law)
        if listed:
            yield words.say(f"entry.{key}", "person", Provenance.CATALOGUE, f"{ref}.needs", list=listed)
    if asked:
        yield words.say("entry.help", "rights", Provenance.POLICY, "")
    yield from (
        words.say(f"entry.{need.code}", "work", Provenance.CATALOGUE, f"{ref}.needs")
        for need in kind.needs
        if need.code in apart
    )
    if not kind.needs and kind.occupation.legal_requirement_nl:
        need = needed_by_law(_occupation(kind))
        if need is None:
            yield words.say("entry.legal", "work", Provenance.CATALOGUE, f"{ref}.legal_requirement_text")
        else:
            listed = need.nl if words.language == "nl" else need.en
            yield words.say("entry.shown", "work", Provenance.CATALOGUE, f"{ref}.legal_requirement_text", list=listed)


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


def _points(kind: KindOfWork, match: Match, words: Wording) -> Iterator[Sentence]:
    """Answer whether more is asked about the work and of whom, and whether a question for the doctor bears on it."""
    ref = f"findings of {kind.occupation.id}"
    if kind.occupation.verdict.points == 0:
        yield words.say("points.none", "work_points", Provenance.CATALOGUE, ref)
        return
    whom = whom_to_ask(kind, match, words)
    if whom:
        key = "first" if kind.occupation.acceptance == "yes" else "more"
        yield words.say(f"points.{key}", "work_points", Provenance.CATALOGUE, ref, whom=whom)
    if doctor_is_asked(kind, match):
        yield words.say("points.doctor", "work_points", Provenance.CATALOGUE, ref)


def _name(kind: KindOfWork, words: Wording) -> str:
    if words.language == "nl":
        return work_name(kind)
    own = words.list_of("work_names").get(kind.occupation.id)
    title = own or _occupation(kind).title_en
    return lower_first(title.removesuffix(" not elsewhere classified")) if title else work_name(kind)


def _occupation(kind: KindOfWork) -> Occupation:
    try:
        return load_catalogue().occupation(kind.occupation.id)
    except UnknownOccupation:
        return load_catalogue(level="all").occupation(kind.occupation.id)


def _needs(match: Match, case: Case, words: Wording) -> Iterator[Block]:
    yield Title(_rule(words, "needs"))
    yield Text((document_sentence(case, match.profile, words),))
    if no_work_reason(match.profile):
        return
    conditions = condition_sentences(match.zoekprofiel.conditions, words)
    if not match.profile.limited():
        conditions = (words.say("worker.no_needs", "conditions", Provenance.FORM, "form"),)
    yield Points((*conditions, *hours_sentences(match.zoekprofiel.hours, words), *_least_hours(match, words)))


def _least_hours(match: Match, words: Wording) -> Iterator[Sentence]:
    """Answer from how many hours work counts in the stage; nothing when the stage names no bound."""
    least = match.zoekprofiel.hours.least_per_week
    if not least or not all_hours_known(match.profile):
        return
    ref = f"policy.yaml#{match.stage.stage.code}"
    number = format(least.normalize(), "f")
    hours = number.replace(".", ",") if words.language == "nl" else number
    shown = Fragment(hours, Provenance.POLICY, audiences_of("stage"), f"{ref}.hours_share_min")
    yield words.say("worker.least_hours", "stage", Provenance.POLICY, ref, hours=shown)
    yield words.say("worker.least_talk", "stage", Provenance.POLICY, ref)


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
    to_doctor = sum(question.to == "doctor" for question in match.zoekprofiel.questions)
    if to_doctor:
        key = "worker.ask_doctor_one" if to_doctor == 1 else "worker.ask_doctor"
        found.append(words.say(key, "conditions", Provenance.FORM, "form"))
    if match.profile.marginal:
        found.append(words.say("worker.small", "document", Provenance.FORM, "form.VI"))
    if match.facts.assumed_nl:
        found.append(words.say("worker.check_titles", "person", Provenance.PERSON, "person.experience"))
    if match.zoekprofiel.kinds:
        found.append(words.say("worker.papers", "employer_questions", Provenance.POLICY, ""))
    yield Points(tuple(found or [_rule(words, "nothing_open")]))
    if not match.zoekprofiel.kinds:
        return
    # The same questions for everybody: those about one kind of work are left out, as they would not be the same. Which
    # of them matter most here is said to nobody but the worker.
    open_here = Counter(
        finding.channel
        for kind in match.zoekprofiel.kinds
        for finding in kind.occupation.findings
        if finding.outcome.is_open_point and finding.capacity.status is CapacityStatus.LIMITED
    )
    asked = list(zip(core_channels(), match.zoekprofiel.employer_questions_nl, strict=True))
    own = sorted((pair for pair in asked if open_here[pair[0]]), key=lambda pair: -open_here[pair[0]])
    key, readers = ("ask_questions", "work_points") if own else ("ask_examples", "employer_questions")
    yield Text((words.say(f"worker.{key}", readers, Provenance.POLICY, ""),))
    english = {} if words.language == "nl" else words.list_of("core_questions")
    shown = (own or asked)[:_QUESTIONS_SHOWN]
    yield Points(tuple(_question(english.get(code, text), readers, words) for code, text in shown))


def _question(text: str, readers: str, words: Wording) -> Sentence:
    return words.say("worker.kind", readers, Provenance.CATALOGUE, "channels.csv", work=text)


def _next(match: Match, words: Wording) -> Iterator[Block]:
    yield Title(_rule(words, "next"))
    here = match.stage.stage
    ref = f"policy.yaml#{here.code}"
    lower_too = (here.value("education_down") or "").strip("0").isdigit()
    lowest = match.facts.level is not None and match.facts.level <= _LOWEST_LEVEL
    said = "stage_lowest" if lower_too and lowest else f"stage_now.{here.code}"
    found = [
        words.say(f"worker.{said}", "stage", Provenance.POLICY, ref),
        words.say("worker.stage_practice", "stage", Provenance.POLICY, "policy.yaml#law_nl"),
    ]
    code, day = match.stage.next_stage, match.stage.next_from
    if code is not None and day is not None and day > match.on:
        when = date_in_words(day, words.language)
        later = "lowest" if lowest and code == _LOWER_TOO else code
        found.append(
            words.say(f"worker.stage_later.{later}", "stage", Provenance.POLICY, f"policy.yaml#{code}", date=when)
        )
    yield Text((*found, words.say("worker.wider", "stage", Provenance.POLICY, "")))
