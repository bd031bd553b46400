"""What the text says about work: kinds with their anchor, tasks, branches."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matcher.domain.zoekprofiel import KindOfWork, RankedOccupation
from matcher.intake.medical import names_something_medical
from matcher.prose.audience import Audience, audiences_of
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.grammar import in_list, lower_first, number_in_words
from matcher.prose.lint_words import has_body_part
from matcher.prose.wording import Wording
from matcher.reference.tables import read_yaml

_EXPERIENCE = ("same", "adjacent", "same_sector", "transferable")
_EDUCATION = {"own": "own", "own_other_field": "own_other_field"}
_LOWER = ("one_lower", "two_lower", "three_lower")
_MOST_TASKS = 3
_MOST_IN_A_SENTENCE = 3
_REST = re.compile(r"\boverig(?=e?\b)")
_JOINED = re.compile(r" en |,")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Why a kind of work is named.

    Attributes:
        key: template under `work.`.
        kind: class of words.
        provenance: what the anchor rests on.
        ref: the exact place.
    """

    key: str
    kind: str
    provenance: Provenance
    ref: str


def anchor_of(occupation: RankedOccupation, audience: Audience) -> Anchor:
    """Answer the anchor of an occupation: advice, experience, education or the labour market; never a wish.

    Args:
        occupation: the ranked occupation.
        audience: who reads; the labour expert's advice is not for a possible new employer.
    """
    if occupation.advised and audience in audiences_of("expert_advice"):
        return Anchor("advised", "expert_advice", Provenance.LABOUR_EXPERT, "person.labour_expert.advised")
    levels = {contribution.part: contribution.level for contribution in occupation.contributions}
    ref = f"catalogue.{occupation.id}"
    if levels.get("experience") in _EXPERIENCE:
        return Anchor(levels["experience"], "work", Provenance.PERSON, f"person.experience -> {ref}")
    education = levels.get("education", "")
    if education in _EDUCATION:
        return Anchor(_EDUCATION[education], "work", Provenance.PERSON, f"person.education -> {ref}")
    if levels.get("market") == "large":
        return Anchor("market", "work", Provenance.CATALOGUE, ref)
    if education in _LOWER:
        return Anchor("one_lower", "work", Provenance.PERSON, f"person.education -> {ref}")
    return Anchor("new", "work", Provenance.CATALOGUE, ref)


def work_name(kind: KindOfWork) -> str:
    """Answer the kind of work in plain words, as it reads in a sentence.

    "Met de hand" is left out, as no part of the body stands in the text; "overig" only makes sense in a table.
    """
    name = (kind.kind_nl or kind.occupation.title_nl).replace(" met de hand", "").strip()
    return _REST.sub("ander", lower_first(name))


def kind_sentences(kinds: Sequence[KindOfWork], words: Wording, audience: Audience) -> tuple[Sentence, ...]:
    """Answer one sentence per anchor, and one that adds the other kinds with that anchor.

    Args:
        kinds: the kinds of work that the text names, best first.
        words: the wording in force.
        audience: who reads.
    """
    groups: dict[str, list[tuple[KindOfWork, Anchor]]] = {}
    names: set[str] = set()
    for kind in kinds:
        if work_name(kind) in names:
            continue
        names.add(work_name(kind))
        anchor = anchor_of(kind.occupation, audience)
        groups.setdefault(anchor.key, []).append((kind, anchor))
    order = [key for key in words.list_of("before_kind") if key in groups]  # from the nearest anchor to the farthest
    return tuple(sentence for key in order for sentence in _anchored(key, groups[key], words))


def _anchored(key: str, members: Sequence[tuple[KindOfWork, Anchor]], words: Wording) -> Iterator[Sentence]:
    """Answer the kinds with one anchor, at most three in a sentence."""
    for start in range(0, len(members), _MOST_IN_A_SENTENCE):
        part = members[start : start + _MOST_IN_A_SENTENCE]
        template = "also" if start else key
        anchor = part[0][1]
        before = str(words.list_of("before_kind")[template])
        pieces = [_kind_piece(kind, its) for kind, its in part]
        if any(_JOINED.search(piece.text) for piece in pieces):
            listed = in_list(pieces, words.language, before)  # "voor beeld en geluid, voor rijles": no doubt what joins
        else:
            glue = replace(pieces[0], text=f"{before} ")
            listed = (glue, *in_list(pieces, words.language))
        refs = ", ".join(dict.fromkeys(its.ref for _, its in part))
        yield words.say(f"work.{template}", anchor.kind, anchor.provenance, refs, list=listed)


def _kind_piece(kind: KindOfWork, anchor: Anchor) -> Fragment:
    return Fragment(
        work_name(kind), Provenance.CATALOGUE, audiences_of(anchor.kind), f"catalogue.{kind.occupation.id}.kind_nl"
    )


def lead_sentence(kinds: Sequence[KindOfWork], words: Wording) -> Sentence:
    """Answer the sentence that opens the second paragraph."""
    number = len({work_name(kind) for kind in kinds})
    ref = "zoekprofiel.kinds"
    if number == 1:
        return words.say("work.lead_one", "work", Provenance.CATALOGUE, ref)
    return words.say("work.lead", "work", Provenance.CATALOGUE, ref, number=number_in_words(number))


def task_sentence(kinds: Sequence[KindOfWork], words: Wording) -> Sentence | None:
    """Answer usual tasks of the first kinds, one of each; tasks with a medical word or a body part are passed over."""
    pieces: list[Fragment] = []
    for kind in kinds:
        task = next((task for task in kind.tasks_nl if _plain_task(task)), None)
        if task is not None and all(piece.text != task for piece in pieces):
            ref = f"catalogue.{kind.occupation.id}.tasks_nl"
            pieces.append(Fragment(task, Provenance.CATALOGUE, audiences_of("work"), ref))
    if not pieces:
        return None
    return words.say(
        "work.tasks", "work", Provenance.CATALOGUE, "zoekprofiel.kinds", list=in_list(pieces[:_MOST_TASKS])
    )


def _plain_task(task: str) -> bool:
    return (
        "," not in task
        and " en " not in task
        and not any(sign.isdigit() for sign in task)
        and not names_something_medical(task)
        and not has_body_part(task)
    )


def branch_sentence(branches: Sequence[str], words: Wording, most: int) -> Sentence | None:
    """Answer the branches with their article.

    Args:
        branches: names of the sections as the zoekprofiel holds them.
        words: the wording in force.
        most: how many to name.
    """
    letters = {name: letter for letter, name in read_yaml("sectors.yaml")["sections"].items()}
    short = words.list_of("branches")
    pieces = [
        Fragment(str(short[letters[name]]), Provenance.CATALOGUE, audiences_of("work"), f"sectors.yaml#{letters[name]}")
        for name in branches
        if name in letters
    ][:most]
    if not pieces:
        return None
    return words.say("branches", "work", Provenance.CATALOGUE, "zoekprofiel.branches_nl", list=in_list(pieces))
