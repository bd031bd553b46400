"""Find the fact behind a kind of work: advice, the same work before, a shared task, the branch; or none of these.

Closeness in the model is no fact that a coach can show. It orders the list; it never says in words that work is known.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from matcher.catalogue import Catalogue
from matcher.domain.anchor import Anchor, AnchorKind
from matcher.domain.case import Case
from matcher.domain.zoekprofiel import RankedOccupation
from matcher.ranking import PersonFacts
from matcher.reference.tables import read_yaml
from matcher.reference.text_signals import plain

_FAR = frozenset({"far", "unknown"})
_ENOUGH = frozenset({"own", "own_other_field"})
_LOWER = {"one_lower": "lower_one", "two_lower": "lower_two", "three_lower": "lower_more"}
_MAIN_SECTORS = 2  # an occupation's first branches; further on it is found less


def anchor_of(occupation: RankedOccupation, case: Case, facts: PersonFacts, catalogue: Catalogue) -> Anchor:
    """Answer what a kind of work rests on, with the place in the case and in the tables.

    Args:
        occupation: the ranked occupation.
        case: the case, for its tasks and branches.
        facts: the person's linked work.
        catalogue: occupations.
    """
    here = f"catalogue.{occupation.id}"
    if occupation.advised:
        return Anchor(AnchorKind.ADVISED, "", "", "", "", "person.labour_expert.advised", here)
    for held in facts.held:
        if held.occupation_id == occupation.id and held.sure and not held.own_work:
            return Anchor(AnchorKind.SAME, "", "", "", held.title, held.field, here)
    tasks = catalogue.occupation(occupation.id).tasks_nl
    far = _level(occupation, "experience") in _FAR
    return (
        _shared_task(case, tasks, here, thin=False)
        or _branch(case, catalogue.occupation(occupation.id).sectors, here)
        or (None if far else _shared_task(case, tasks, here, thin=True))
        or _new(occupation, here)
    )


def shared_task(anchor: Anchor, tasks: Sequence[str]) -> str:
    """Answer the task of the work that a shared task was found in, as it is printed; empty for another kind of fact.

    Args:
        anchor: what a kind of work rests on.
        tasks: the usual tasks of that work.
    """
    return tasks[int(anchor.ref.rpartition(".")[2])] if anchor.kind is AnchorKind.TASK else ""


def is_alike(occupation: RankedOccupation) -> bool:
    """Answer whether the occupation tables call the work alike to earlier work, whatever the case says.

    Args:
        occupation: the ranked occupation.
    """
    return _level(occupation, "experience") not in _FAR


def _level(occupation: RankedOccupation, part: str) -> str:
    return next((c.level for c in occupation.contributions if c.part == part), "")


def _shared_task(case: Case, tasks: tuple[str, ...], here: str, *, thin: bool) -> Anchor | None:
    for topic in read_yaml("shared_tasks.yaml")["topics"]:
        if bool(topic.get("thin")) is not thin:
            continue
        place = next((n for n, task in enumerate(tasks) if re.search(topic["work"], plain(task))), None)
        known = None if place is None else _named(case, topic)
        if known is not None:
            title, field = known
            return Anchor(
                AnchorKind.TASK, topic["code"], topic["nl"], topic["en"], title, field, f"{here}.tasks_nl.{place}"
            )
    return None


def _named(case: Case, topic: Mapping[str, Any]) -> tuple[str, str] | None:
    """Answer the title and place of the first task in the case that is about a topic."""
    return next(
        ((title, field) for title, field, task in _tasks(case) if re.search(topic["person"], plain(task))), None
    )


def task_topics(case: Case) -> tuple[tuple[str, str, str], ...]:
    """Answer what somebody did in earlier work, in the words of our own list of tasks: nothing of any form is read.

    Args:
        case: the case with the tasks of earlier work.

    Returns:
        Per topic its name, the title of the work and the place in the case, in the order of the list.
    """
    found = ((topic["nl"], _named(case, topic)) for topic in read_yaml("shared_tasks.yaml")["topics"])
    return tuple((str(name), *place) for name, place in found if place is not None)


def _tasks(case: Case) -> Iterator[tuple[str, str, str]]:
    for number, job in enumerate(case.person.experience):
        for place, task in enumerate(job.tasks):
            yield job.title, f"person.experience.{number}.tasks.{place}", task
    old = case.person.old_job
    if old is not None:
        for place, task in enumerate(old.tasks):
            yield old.title, f"person.old_job.tasks.{place}", task


def _branch(case: Case, letters: tuple[str, ...], here: str) -> Anchor | None:
    table = read_yaml("sectors.yaml")
    letter_of = {word: letter for letter, words in table["words"].items() for word in words}
    for number, job in enumerate(case.person.experience):
        letter = letter_of.get(" ".join((job.sector or "").casefold().split()))
        if letter in table["one_field"] and letter in letters[:_MAIN_SECTORS]:
            name = table["sections"][letter]
            field = f"person.experience.{number}.sector"
            return Anchor(
                AnchorKind.SECTOR, letter, name, table["english"][letter], job.title, field, f"{here}.sectors"
            )
    return None


def _new(occupation: RankedOccupation, here: str) -> Anchor:
    education = _level(occupation, "education")
    why = "wider"
    if education in _LOWER:
        why = _LOWER[education]
    elif education in _ENOUGH:
        why = "level"
    elif _level(occupation, "market") == "large":
        why = "market"
    return Anchor(AnchorKind.NEW, why, "", "", "", "", here)
