"""What the text says about each kind of work: the fact that it rests on, or that it is a new direction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from matcher.domain.anchor import Anchor, AnchorKind
from matcher.domain.zoekprofiel import KindOfWork
from matcher.prose.audience import Audience, audiences_of
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.grammar import in_list, lower_first
from matcher.prose.known_words import titles_of
from matcher.prose.levels import LOWER, steps_below
from matcher.prose.wording import Wording
from matcher.zoekprofiel import is_thin

_WORDS_IN_A_SENTENCE = 17
_WORDS_OF_A_MARK = 2  # three, but one mark may do for a whole list
_WORDS_OF_JOBS = 3
_JOBS = frozenset({"large", "medium", "small"})
_REST = re.compile(r"\boverig(?=e?\b)")
_ORDER = tuple(AnchorKind)  # from the surest fact to none
_OF_A_JOB = frozenset({AnchorKind.SAME, AnchorKind.TASK})


@dataclass(frozen=True, slots=True)
class _Room:
    short: bool
    jobs: bool
    place: int = 0


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


def kind_sentences(
    kinds: Sequence[KindOfWork], words: Wording, audience: Audience, *, short: bool, jobs: bool
) -> tuple[Sentence, ...]:
    """Answer the sentences on the kinds of work: those that rest on the same fact together, the surest fact first.

    Every kind has its reason: the fact of the case, or for a new direction its level and the jobs that there are.

    Args:
        kinds: the kinds of work that the text names, best first.
        words: the wording in force.
        audience: who reads.
        short: whether there is little room; then the tasks of all earlier work stand together.
        jobs: whether there is room for the jobs that a new direction has.
    """
    groups: dict[tuple[AnchorKind, str], list[_Named]] = {}
    names: set[str] = set()
    for kind in kinds:
        if work_name(kind) not in names:
            names.add(work_name(kind))
            anchor = shown_anchor(kind, audience)
            of_a_job = anchor.kind in _OF_A_JOB and not (short and anchor.kind is AnchorKind.TASK)
            same_fact = anchor.title if of_a_job else "" if anchor.kind is AnchorKind.TASK else anchor.code
            groups.setdefault((anchor.kind, same_fact), []).append(_Named(kind, anchor))
    ordered = sorted(groups.values(), key=lambda members: _ORDER.index(members[0].anchor.kind))
    return tuple(
        _sentence(part, words, audience, _Room(short, jobs, place))
        for members in ordered
        for place, part in enumerate(
            part for same in ([members] if short else _topics(members)) for part in _parts(same, jobs=jobs)
        )
    )


def _topics(members: Sequence[_Named]) -> list[list[_Named]]:
    """Answer the members apart per topic of a shared task; other members stay together."""
    topics: dict[str, list[_Named]] = {}
    for each in members:
        topics.setdefault(each.anchor.code if each.anchor.kind is AnchorKind.TASK else "", []).append(each)
    return list(topics.values())


def _parts(members: Sequence[_Named], *, jobs: bool) -> list[list[_Named]]:
    """Answer the members over as many sentences as plain length asks; those with one fact stay together."""
    facts: dict[str, list[_Named]] = {}
    for each in members:
        facts.setdefault(each.anchor.code, []).append(each)
    found: list[list[_Named]] = []
    length = _WORDS_IN_A_SENTENCE + 1
    for same in facts.values():
        whole = sum(_size(each, jobs=jobs) for each in same) + len(same[0].anchor.nl.split())
        for each in same:
            new_fact = each is same[0]
            size = _size(each, jobs=jobs) + (len(each.anchor.nl.split()) if new_fact else 0)
            if length + (min(whole, _WORDS_IN_A_SENTENCE) if new_fact else size) > _WORDS_IN_A_SENTENCE:
                found.append([])
                length = len(each.anchor.title.split())
            found[-1].append(each)
            length += size
    return found


def _size(named: _Named, *, jobs: bool) -> int:
    if named.anchor.kind is AnchorKind.NEW:
        mark = _WORDS_OF_JOBS if jobs and _jobs(named) is not None else 0
    else:
        mark = 0 if steps_below(named.kind) is None else _WORDS_OF_A_MARK
    return len(work_name(named.kind).split()) + mark


def _sentence(members: Sequence[_Named], words: Wording, audience: Audience, room: _Room) -> Sentence:
    anchor = members[0].anchor
    if anchor.kind is AnchorKind.TASK and not room.short:
        return _of_task(members, words, audience, room)
    listed = _work(members, words, audience, room)
    if anchor.kind is AnchorKind.TASK:
        key = ("tasks_short", "tasks_short_more")[room.place] if room.place <= 1 else _third(members)
        return words.say(f"work.{key}", "work", Provenance.PERSON, anchor.field, list=listed)
    if anchor.kind is AnchorKind.ADVISED:
        return words.say("work.advised", "expert_advice", Provenance.LABOUR_EXPERT, anchor.field, list=listed)
    if anchor.kind is AnchorKind.NEW:
        key = f"work.new_{anchor.code}{'_more' if len(members) > 1 else ''}{'_again' if room.place else ''}"
        return words.say(key, "work", Provenance.CATALOGUE, anchor.ref, list=listed)
    if anchor.kind is AnchorKind.SECTOR:
        branch = Fragment(anchor.nl, Provenance.CATALOGUE, audiences_of("work"), f"{anchor.field} -> {anchor.ref}")
        many = "_more" if len(members) > 1 else ""
        key = f"work.sector_short{many}" if room.short else "work.sector"
        return words.say(key, "work", Provenance.PERSON, anchor.field, branch=branch, list=listed)
    return words.say("work.same", "work", Provenance.PERSON, anchor.field, job=_job(anchor, words), list=listed)


def _third(members: Sequence[_Named]) -> str:
    """Answer another sentence than the one before, for one kind of work or for more."""
    return "tasks_short_third_more" if len(members) > 1 else "tasks_short_third"


def _of_task(members: Sequence[_Named], words: Wording, audience: Audience, room: _Room) -> Sentence:
    """Answer the task that one job gave experience with, and the work that asks it too."""
    first = members[0].anchor
    # The words of the topic are ours; the case and the tables only say that it is there.
    topic = Fragment(first.nl, Provenance.CATALOGUE, audiences_of("work"), f"{first.field} -> {first.ref}")
    listed = _work(members, words, audience, room)
    key = "work.tasks_more" if room.place else "work.tasks_known"
    job = _job(first, words)
    return words.say(key, "work", Provenance.PERSON, first.field, job=job, topic=topic, list=listed)


def _work(members: Sequence[_Named], words: Wording, audience: Audience, room: _Room) -> tuple[Fragment, ...]:
    """Answer the work as a list, with behind it what speaks for it or that it is below the own level.

    Work with a mark comes before work without one, so that the mark at the end of a list does not seem to hold for
    all of it.

    Args:
        members: the work that one sentence is about.
        words: the wording in force.
        audience: who reads.
        room: where it is short, the task that each shares with earlier work stands behind it.
    """
    members = sorted(members, key=lambda each: steps_below(each.kind) is None)
    anchor = members[0].anchor.kind
    seen = audiences_of("expert_advice" if anchor is AnchorKind.ADVISED else "work")
    pieces = [
        Fragment(work_name(each.kind), Provenance.CATALOGUE, seen, f"catalogue.{each.kind.occupation.id}.kind_nl")
        for each in members
    ]
    marks = _marks(members, words, audience) if room.jobs or anchor is not AnchorKind.NEW else {}
    behind = {
        piece.source_ref: tuple(part for part in (_topic(each, room) if room.short else None, marks.get(place)) if part)
        for place, (piece, each) in enumerate(zip(pieces, members, strict=True))
    }
    return tuple(
        part
        for piece in in_list(pieces, words.language)
        for part in (piece, *(_in_brackets(behind[piece.source_ref]) if piece in pieces else ()))
    )


def _in_brackets(parts: Sequence[Fragment]) -> tuple[Fragment, ...]:
    """Answer marks between brackets, in one piece each, so that each keeps its own origin and readers."""
    last = len(parts) - 1
    return tuple(
        replace(part, text=f"{', ' if place else ' ('}{part.text}{')' if place == last else ''}")
        for place, part in enumerate(parts)
    )


def _topic(named: _Named, room: _Room) -> Fragment | None:
    """Answer the task of earlier work that comes back in the work; where room is very short, not one of any job."""
    anchor = named.anchor
    if anchor.kind is not AnchorKind.TASK or (is_thin(anchor) and not room.jobs):
        return None
    return Fragment(anchor.nl, Provenance.CATALOGUE, audiences_of("work"), f"{anchor.field} -> {anchor.ref}")


def _marks(members: Sequence[_Named], words: Wording, audience: Audience) -> dict[int, Fragment]:
    """Answer the mark behind each place in the list; once when it holds for all and nothing else stands behind them."""
    new = members[0].anchor.kind is AnchorKind.NEW
    kind = "work" if new else "profile"
    if audience not in audiences_of(kind):
        return {}
    names = [_jobs(each) if new else steps_below(each.kind) for each in members]
    refs = [f"catalogue.{each.kind.occupation.id}{'.employed_x1000' if new else ''}" for each in members]
    same = len(members) > 1 and names[0] is not None and set(names) == {names[0]}
    if same and members[0].anchor.kind is not AnchorKind.TASK:
        whole = "both" if len(members) == 2 else "all"  # noqa: PLR2004 two have a word of their own
        names = [*(None for _ in members[1:]), f"{names[0]}_{whole}"]
    return {
        place: Fragment(words.template(f"work.{name}"), Provenance.CATALOGUE, audiences_of(kind), refs[place])
        for place, name in enumerate(names)
        if name is not None
    }


def _jobs(named: _Named) -> str | None:
    """Answer the mark for the jobs of a new direction; None where the sentence gives another reason itself."""
    if named.anchor.code in ("market", "wider"):
        return None
    size = next((part.level for part in named.kind.occupation.contributions if part.part == "market"), "")
    return f"jobs_{size}" if size in _JOBS else None


def _job(anchor: Anchor, words: Wording) -> tuple[Fragment, ...]:
    """Answer the earlier work by its title, or as "eerder werk" when the title may name a firm or a person."""
    titles = titles_of(anchor.title)
    if None in titles:
        return (Fragment(words.template("work.earlier"), Provenance.PERSON, audiences_of("work"), anchor.field),)
    field = anchor.field.split(".tasks")[0]
    named = [Fragment(str(title), Provenance.PERSON, audiences_of("person"), field) for title in titles]
    return words.say("work.as_title", "person", Provenance.PERSON, field, title=in_list(named)).fragments
