"""What the text says about each kind of work: the fact that it rests on, or that it is a new direction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from matcher.domain.anchor import Anchor, AnchorKind
from matcher.domain.zoekprofiel import KindOfWork
from matcher.prose.audience import Audience, audiences_of
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.grammar import in_list, lower_first
from matcher.prose.known_words import titles_of
from matcher.prose.levels import LOWER, steps_below
from matcher.prose.wording import Wording

_WORDS_IN_A_SENTENCE = 17
_WORDS_OF_A_MARK = 2  # three, but one mark may do for a whole list
_REST = re.compile(r"\boverig(?=e?\b)")
_ORDER = tuple(AnchorKind)  # from the surest fact to none
_OF_A_JOB = frozenset({AnchorKind.SAME, AnchorKind.TASK})


@dataclass(frozen=True, slots=True)
class _Named:
    kind: KindOfWork
    anchor: Anchor


def work_name(kind: KindOfWork) -> str:
    """Answer the kind of work in plain words, as it reads in a sentence.

    "Met de hand" is left out, as no part of the body stands in the text; "overig" only makes sense in a table.
    """
    name = (kind.kind_nl or kind.occupation.title_nl).replace(" met de hand", "").strip()
    return _REST.sub("ander", lower_first(name))


def shown_anchor(kind: KindOfWork, audience: Audience) -> Anchor:
    """Answer the anchor that a reader may see; the labour expert's advice is not for a possible new employer."""
    anchor = kind.anchor
    hidden = anchor.kind is AnchorKind.ADVISED and audience not in audiences_of("expert_advice")
    # How far work lies below the own level is no concern of a possible employer.
    if hidden or (anchor.code in LOWER and audience not in audiences_of("profile")):
        return Anchor(AnchorKind.NEW, "wider", "", "", "", "", anchor.ref)
    return anchor


def kind_sentences(kinds: Sequence[KindOfWork], words: Wording, audience: Audience) -> tuple[Sentence, ...]:
    """Answer the sentences on the kinds of work: those that rest on the same fact together, the surest fact first.

    Args:
        kinds: the kinds of work that the text names, best first.
        words: the wording in force.
        audience: who reads.
    """
    groups: dict[tuple[AnchorKind, str], list[_Named]] = {}
    names: set[str] = set()
    for kind in kinds:
        if work_name(kind) not in names:
            names.add(work_name(kind))
            anchor = shown_anchor(kind, audience)
            same_fact = anchor.title if anchor.kind in _OF_A_JOB else anchor.code
            groups.setdefault((anchor.kind, same_fact), []).append(_Named(kind, anchor))
    ordered = sorted(groups.values(), key=lambda members: _ORDER.index(members[0].anchor.kind))
    return tuple(
        _sentence(part, words, audience, more=place > 0)
        for members in ordered
        for place, part in enumerate(part for same in _topics(members) for part in _parts(same))
    )


def _topics(members: Sequence[_Named]) -> list[list[_Named]]:
    """Answer the members apart per topic of a shared task; other members stay together."""
    topics: dict[str, list[_Named]] = {}
    for each in members:
        topics.setdefault(each.anchor.code if each.anchor.kind is AnchorKind.TASK else "", []).append(each)
    return list(topics.values())


def _parts(members: Sequence[_Named]) -> list[list[_Named]]:
    """Answer the members over as many sentences as plain length asks; those with one fact stay together."""
    facts: dict[str, list[_Named]] = {}
    for each in members:
        facts.setdefault(each.anchor.code, []).append(each)
    found: list[list[_Named]] = []
    length = _WORDS_IN_A_SENTENCE + 1
    for same in facts.values():
        whole = sum(_size(each) for each in same) + len(same[0].anchor.nl.split())
        for each in same:
            new_fact = each is same[0]
            size = _size(each) + (len(each.anchor.nl.split()) if new_fact else 0)
            if length + (min(whole, _WORDS_IN_A_SENTENCE) if new_fact else size) > _WORDS_IN_A_SENTENCE:
                found.append([])
                length = len(each.anchor.title.split())
            found[-1].append(each)
            length += size
    return found


def _size(named: _Named) -> int:
    below = 0 if named.anchor.kind is AnchorKind.NEW or steps_below(named.kind) is None else _WORDS_OF_A_MARK
    return len(work_name(named.kind).split()) + below


def _sentence(members: Sequence[_Named], words: Wording, audience: Audience, *, more: bool) -> Sentence:
    anchor = members[0].anchor
    if anchor.kind is AnchorKind.TASK:
        return _of_task(members, words, audience, more=more)
    listed = _work(members, words, audience)
    if anchor.kind is AnchorKind.ADVISED:
        return words.say("work.advised", "expert_advice", Provenance.LABOUR_EXPERT, anchor.field, list=listed)
    if anchor.kind is AnchorKind.NEW:
        key = f"work.new_{anchor.code}{'_more' if len(members) > 1 else ''}"
        return words.say(key, "work", Provenance.CATALOGUE, anchor.ref, list=listed)
    if anchor.kind is AnchorKind.SECTOR:
        branch = Fragment(anchor.nl, Provenance.CATALOGUE, audiences_of("work"), f"{anchor.field} -> {anchor.ref}")
        return words.say("work.sector", "work", Provenance.PERSON, anchor.field, branch=branch, list=listed)
    return words.say("work.same", "work", Provenance.PERSON, anchor.field, job=_job(anchor, words), list=listed)


def _of_task(members: Sequence[_Named], words: Wording, audience: Audience, *, more: bool) -> Sentence:
    """Answer the task that one job gave experience with, and the work that asks it too."""
    first = members[0].anchor
    # The words of the topic are ours; the case and the tables only say that it is there.
    topic = Fragment(first.nl, Provenance.CATALOGUE, audiences_of("work"), f"{first.field} -> {first.ref}")
    listed = _work(members, words, audience)
    key = "work.tasks_more" if more else "work.tasks_known"
    job = _job(first, words)
    return words.say(key, "work", Provenance.PERSON, first.field, job=job, topic=topic, list=listed)


def _work(members: Sequence[_Named], words: Wording, audience: Audience) -> tuple[Fragment, ...]:
    """Answer the work as a list; work below the own level says so to who may know it, as a new direction does.

    It comes before work of the own level, so that its mark at the end of a list does not seem to hold for all of it.
    """
    members = sorted(members, key=lambda each: steps_below(each.kind) is None)
    anchor = members[0].anchor.kind
    seen = audiences_of("expert_advice" if anchor is AnchorKind.ADVISED else "work")
    refs = [f"catalogue.{each.kind.occupation.id}" for each in members]
    pieces = [
        Fragment(work_name(each.kind), Provenance.CATALOGUE, seen, f"{ref}.kind_nl")
        for each, ref in zip(members, refs, strict=True)
    ]
    marks = _marks(members, words) if anchor is not AnchorKind.NEW and audience in audiences_of("profile") else {}
    behind = {
        pieces[place].source_ref: Fragment(mark, Provenance.CATALOGUE, audiences_of("profile"), refs[place])
        for place, mark in marks.items()
    }
    listed = in_list(pieces, words.language)
    return tuple(
        part
        for piece in listed
        for part in ((piece, behind[piece.source_ref]) if piece in pieces and piece.source_ref in behind else (piece,))
    )


def _marks(members: Sequence[_Named], words: Wording) -> dict[int, str]:
    """Answer the words behind each place in the list of work below the own level; once when it holds for all."""
    steps = [steps_below(each.kind) for each in members]
    if len(members) > 1 and steps[0] is not None and set(steps) == {steps[0]}:
        whole = "both" if len(members) == 2 else "all"  # noqa: PLR2004 two have a word of their own
        return {len(members) - 1: words.template(f"work.{steps[0]}_{whole}")}
    return {place: words.template(f"work.{step}") for place, step in enumerate(steps) if step is not None}


def _job(anchor: Anchor, words: Wording) -> tuple[Fragment, ...]:
    """Answer the earlier work by its title, or as "eerder werk" when the title may name a firm or a person."""
    titles = titles_of(anchor.title)
    if None in titles:
        return (Fragment(words.template("work.earlier"), Provenance.PERSON, audiences_of("work"), anchor.field),)
    field = anchor.field.split(".tasks")[0]
    named = [Fragment(str(title), Provenance.PERSON, audiences_of("person"), field) for title in titles]
    return words.say("work.as_title", "person", Provenance.PERSON, field, title=in_list(named)).fragments
