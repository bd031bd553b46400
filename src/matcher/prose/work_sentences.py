"""What the text says about work in general: how many kinds, their tasks, their branches."""

from collections.abc import Sequence

from matcher.catalogue import Catalogue
from matcher.domain.anchor import AnchorKind
from matcher.domain.zoekprofiel import KindOfWork
from matcher.intake.medical import names_something_medical
from matcher.prose.audience import audiences_of
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.grammar import in_list, number_in_words
from matcher.prose.kind_sentences import work_name
from matcher.prose.levels import steps_below
from matcher.prose.lint_words import has_body_part
from matcher.prose.wording import Wording

_MOST_TASKS = 3


def lead_sentence(kinds: Sequence[KindOfWork], words: Wording) -> Sentence:
    """Answer the sentence that opens the second paragraph."""
    number = len({work_name(kind) for kind in kinds})
    ref = "zoekprofiel.kinds"
    if number == 1:
        return words.say("work.lead_one", "work", Provenance.CATALOGUE, ref)
    return words.say("work.lead", "work", Provenance.CATALOGUE, ref, number=number_in_words(number))


def lower_sentence(kinds: Sequence[KindOfWork], words: Wording) -> Sentence | None:
    """Answer which work lies below the own level; a new direction says so itself, so it is left out here."""
    pieces = [
        Fragment(work_name(kind), Provenance.CATALOGUE, audiences_of("profile"), f"catalogue.{kind.occupation.id}")
        for kind in kinds
        if kind.anchor.kind is not AnchorKind.NEW and steps_below(kind) is not None
    ]
    if not pieces:
        return None
    key = "work.below" if len(pieces) == 1 else "work.below_more"
    return words.say(key, "profile", Provenance.CATALOGUE, "zoekprofiel.kinds", list=in_list(pieces))


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
    key = "work.tasks" if len(pieces) > 1 else "work.task"
    return words.say(key, "work", Provenance.CATALOGUE, "zoekprofiel.kinds", list=in_list(pieces[:_MOST_TASKS]))


def _plain_task(task: str) -> bool:
    return (
        "," not in task
        and " en " not in task
        and not any(sign.isdigit() for sign in task)
        and not names_something_medical(task)
        and not has_body_part(task)
    )


def branch_sentence(kinds: Sequence[KindOfWork], catalogue: Catalogue, words: Wording) -> Sentence | None:
    """Answer the main branch of every kind of work that the text names, with its article.

    Args:
        kinds: the kinds of work that the text names.
        catalogue: occupations with their branches, the main one first.
        words: the wording in force.
    """
    names = words.list_of("branches")
    found = [letters[0] for kind in kinds if (letters := catalogue.occupation(kind.occupation.id).sectors)]
    pieces = [
        Fragment(str(names[letter]), Provenance.CATALOGUE, audiences_of("work"), f"sectors.yaml#{letter}")
        for letter in dict.fromkeys(found)
    ]
    if not pieces:
        return None
    return words.say("branches", "work", Provenance.CATALOGUE, "zoekprofiel.branches_nl", list=in_list(pieces))
