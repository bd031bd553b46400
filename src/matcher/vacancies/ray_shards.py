"""The shards of one index held open on Ray, one actor a shard, on this machine or on a cluster.

The case travels to every shard; what comes back is the shard's best rows with what is shown of them, and its counts.
The asker puts these together as it does for an index of its own, so the answer is the same. An actor keeps nothing of a
case after its answer. One that dies is replaced by another that opens the same shard and gets the same question.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import ray
from ray.exceptions import RayError, RayTaskError

from matcher.catalogue import Catalogue, load_catalogue
from matcher.domain.case import Case
from matcher.errors import FileUnreadable, InputError
from matcher.vacancies.index import Index, open_index
from matcher.vacancies.judged import Judge
from matcher.vacancies.person_tables import person_tables
from matcher.vacancies.ray_engine import ray_started
from matcher.vacancies.rules import batch_rules
from matcher.vacancies.search import Ranked, put_together
from matcher.vacancies.seeker import make_seeker
from matcher.vacancies.shard_store import read_shard, read_shards
from matcher.vacancies.share import Share, Wanted, share_of

Answer = Callable[[Index, Case, date, Wanted], Share]
"""Answers the share of one shard; the same in every process."""


def answer_share(index: Index, case: Case, on: date, wanted: Wanted) -> Share:
    """Answer the share of one shard in the answer for a case.

    Args:
        index: the shard, open for reading.
        case: the case.
        on: the day of matching.
        wanted: what is asked.
    """
    return share_of(person_tables(Judge(make_seeker(case, on, index.catalogue))), index.parts, wanted)


class Shard:
    """One actor: it opens one shard once, and answers one question after another."""

    def __init__(self, folder: Path, answered: Answer) -> None:
        self._folder, self._answered = folder, answered
        self._index: Index | None = None

    def ready(self) -> str:
        """Answer why this shard cannot be opened; empty when it is open."""
        try:
            read_shard(self._folder)
            self._index = open_index(self._folder)
        except InputError as error:
            return str(error)
        return ""

    def answer(self, case: Case, on: date, wanted: Wanted) -> Share | str:
        """Answer the share of this shard, or why it cannot be opened.

        Args:
            case: the case.
            on: the day of matching.
            wanted: what is asked.
        """
        fault = self.ready() if self._index is None else ""
        return fault if self._index is None else self._answered(self._index, case, on, wanted)


@dataclass(slots=True)
class Desk:
    """The actors of all shards, and who asks them.

    Attributes:
        hire: makes the actor of a shard.
        shards: how many there are.
        rules: how often a shard is tried again, and what is said when it does not come back.
        catalogue: occupations.
        name: name of the index.
        actors: the actor of each shard.
    """

    hire: Callable[[int], Any]
    shards: int
    rules: Mapping[str, Any]
    catalogue: Catalogue
    name: str
    actors: dict[int, Any] = field(default_factory=dict)

    def __call__(self, case: Case, on: date, wanted: Wanted = Wanted()) -> Ranked:  # noqa: B008 it cannot change
        """Answer which vacancies suit a case, over all shards.

        Args:
            case: the case.
            on: the day of matching.
            wanted: how many, since when, and whether closed ones too.

        Raises:
            CaseInvalid: the case contradicts itself.
            FormRefused: the form is too old and the coach did not confirm its use.
            FileUnreadable: a shard cannot be opened, or its actor died time after time.
        """
        judge = Judge(make_seeker(case, on, self.catalogue))
        shares = self.asked(lambda actor: actor.answer.remote(case, on, wanted))
        return put_together(judge, person_tables(judge), shares, wanted, self.name)

    def open(self) -> None:
        """Have every shard open before the first question.

        Raises:
            FileUnreadable: a shard cannot be opened, or its actor died time after time.
        """
        self.asked(lambda actor: actor.ready.remote())

    def asked(self, ask: Callable[[Any], Any]) -> list[Any]:
        """Answer what every shard says, in their order; one that dies under the question gets it again.

        Args:
            ask: asks one actor.
        """
        waiting: dict[Any, int] = {ask(self._actor(shard)): shard for shard in range(self.shards)}
        said: dict[int, Any] = {}
        lost: Counter[int] = Counter()
        while waiting:
            for asked in ray.wait(list(waiting))[0]:
                shard = waiting.pop(asked)
                try:
                    said[shard] = ray.get(asked)
                except RayTaskError:  # a fault of ours: another actor would have it too
                    raise
                except RayError:
                    lost[shard] += 1
                    ray.kill(self.actors.pop(shard))
                    if lost[shard] >= self.rules["tries_most"]["value"]:
                        raise FileUnreadable(self.rules["shard_lost_nl"]) from None
                    waiting[ask(self._actor(shard))] = shard
        faults = [each for each in said.values() if isinstance(each, str) and each]
        if faults:
            raise FileUnreadable(faults[0])
        return [said[shard] for shard in range(self.shards)]

    def dismiss(self) -> None:
        """Stop every actor."""
        while self.actors:
            ray.kill(self.actors.popitem()[1])

    def _actor(self, shard: int) -> Any:
        if shard not in self.actors:
            self.actors[shard] = self.hire(shard)
        return self.actors[shard]


@contextmanager
def open_shards(directory: Path, on: date, answered: Answer = answer_share) -> Iterator[Desk]:
    """Hold the shards of an index open while this lasts, and answer who ranks over all of them.

    Args:
        directory: folder of the shards, the same path on every machine.
        on: the day whose rules say how often a shard is tried again.
        answered: answers the share of one shard; it is sent to the actors by its name.

    Raises:
        FileUnreadable: there are no shards, one cannot be opened, or Ray does not start.
    """
    shards = read_shards(directory.absolute())
    with ray_started(len(shards.folders), on):
        # No processor is claimed: an actor does nothing until it is asked, and a small cluster must hold all of them.
        kind = ray.remote(num_cpus=0, max_restarts=0, max_task_retries=0, scheduling_strategy="SPREAD")(Shard)
        desk = Desk(
            hire=lambda shard: kind.remote(shards.folders[shard], answered),
            shards=len(shards.folders),
            rules=batch_rules(on),
            catalogue=load_catalogue(),
            name=directory.name,
        )
        try:
            desk.open()
            yield desk
        finally:
            desk.dismiss()
