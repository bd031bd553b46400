"""What the text says about work in general: how many kinds, their tasks, their branches."""

from collections.abc import Sequence

from matcher.domain.zoekprofiel import EntryNeed, KindOfWork
from matcher.intake.medical import names_something_medical
from matcher.prose.audience import Audience, audiences_of
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.grammar import in_list
from matcher.prose.kind_sentences import work_name
from matcher.prose.lint_words import has_body_part, lint_data
from matcher.prose.wording import Wording
from matcher.reference.numbers import number_in_words
from matcher.zoekprofiel import shared_task

_MOST_TASKS = 3
_SOMETIMES = (
    "soms ",
    "vaak ",
    "voor ",
    "in de ",
)  # named last, so that it does not seem to hold for what stands behind it


def lead_sentence(kinds: Sequence[KindOfWork], words: Wording, audience: Audience) -> Sentence:
    """Answer the sentence that opens the second paragraph; it refers to the conditions only where those are shown."""
    number = len({work_name(kind) for kind in kinds})
    ref = "zoekprofiel.kinds"
    if number == 1:
        return words.say("work.lead_one", "work", Provenance.CATALOGUE, ref)
    key = "work.lead" if audience in audiences_of("conditions") else "work.lead_plain"
    return words.say(key, "work", Provenance.CATALOGUE, ref, number=number_in_words(number))


def task_sentence(kinds: Sequence[KindOfWork], words: Wording) -> Sentence | None:
    """Answer usual tasks of the first kinds, one of each; tasks with a medical word or a body part are passed over."""
    pieces: list[Fragment] = []
    for kind in kinds:
        shared = shared_task(kind.anchor, kind.tasks_nl)  # what the work rests on is its best example
        task = next((task for task in (shared, *kind.tasks_nl) if task and _plain_task(task)), None)
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


def branch_sentence(
    branches: Sequence[str], by_coach: Sequence[str], words: Wording, *, short: bool
) -> Sentence | None:
    """Answer the main branches of the zoekprofiel, in the words of the data form.

    Args:
        branches: `Zoekprofiel.main_branches_nl`.
        by_coach: `Zoekprofiel.coach_branches_nl`.
        words: the wording in force.
        short: whether there is little room.
    """
    ref = "zoekprofiel.main_branches_nl"
    pieces = [Fragment(name, Provenance.CATALOGUE, audiences_of("work"), ref) for name in branches]
    said = "zoekprofiel.coach_branches_nl"
    pieces += [Fragment(name, Provenance.COACH, audiences_of("coach_sentence"), said) for name in by_coach]
    if not pieces:
        return None
    key = ("branch" if len(pieces) == 1 else "branches") + ("_short" if short else "")
    listed = in_list(pieces)
    return words.say(key, "work", Provenance.CATALOGUE, ref, list=listed)


def need_sentence(kinds: Sequence[KindOfWork], words: Wording, *, short: bool, brief: bool = False) -> Sentence | None:
    """Answer what is still needed before entry, by law and beside it, with the work that asks it.

    It is about the person: not for everybody.

    Args:
        kinds: the kinds of work that the text names.
        words: the wording in force.
        short: whether there is too little room to name the work that asks it.
        brief: whether there is even less room: then with the fewest words.
    """
    lacking: dict[str, dict[str, list[str]]] = {"law": {}, "asked": {}}
    for kind in kinds:
        for need in kind.needs:
            for name in _short_names(need, words):
                lacking["law" if need.by_law else "asked"].setdefault(name, []).append(work_name(kind))
    for name in lacking["law"]:  # what the law asks anyway is no wish of employers
        lacking["asked"].pop(name, None)
    ref = "zoekprofiel.kinds.needs"
    lists = {
        name: in_list(
            [
                Fragment(need + _of_work(works, short=short), Provenance.CATALOGUE, audiences_of("profile"), ref)
                for need, works in sorted(found.items(), key=lambda pair: pair[0].startswith(_SOMETIMES))
            ]
        )
        for name, found in lacking.items()
        if found
    }
    if not lists:
        return None
    asking = {work for found in lacking.values() for works in found.values() for work in works}
    some = "_some" if short and any(work_name(kind) not in asking for kind in kinds) else ""
    key = f"work.needs_{'both' if len(lists) > 1 else next(iter(lists))}"
    for form in (f"{key}_brief", f"{key}_least") if brief else (f"{key}{some}", f"{key}_brief", f"{key}_least"):
        said = words.say(form, "profile", Provenance.CATALOGUE, ref, **lists)
        if said.words <= int(lint_data()["longest_sentence"]):
            return said
    return said if short else need_sentence(kinds, words, short=True, brief=brief)


def legal_sentence(kinds: Sequence[KindOfWork], words: Wording) -> Sentence:
    """Answer for which work the law asks something that the case may already show.

    Args:
        kinds: the kinds of work that the text names.
        words: the wording in force.
    """
    pieces = [
        Fragment(work_name(kind), Provenance.CATALOGUE, audiences_of("work"), f"catalogue.{kind.occupation.id}.kind_nl")
        for kind in kinds
        if kind.occupation.legal_requirement_nl and not kind.needs
    ]
    ref = "catalogue.legal_requirement_text"
    return words.say("work.legal", "work", Provenance.CATALOGUE, ref, list=in_list(pieces, words.language))


def _short_names(need: EntryNeed, words: Wording) -> list[str]:
    """Answer what a need is called here; nothing when it is not to be arranged beforehand."""
    if need.code in words.list_of("not_beforehand"):
        return []
    found = words.list_of("needs").get(need.code, need.nl)
    return [found] if isinstance(found, str) else list(found)


def _of_work(works: Sequence[str], *, short: bool) -> str:
    return "" if short else f" ({' en '.join(dict.fromkeys(works))})"
