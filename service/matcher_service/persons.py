"""A person made ready to be ranked for, held in memory for seconds.

Worked out once per person and index: which vacancies stay open, how many each limit closes, and in which rows the best
can be. Every request scores the open ones of those rows again and puts them in order. An index that changed is another
index, so what came or went is in the very next answer.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Any

import orjson

from matcher import Catalogue
from matcher.intake import ReadCase
from matcher.matching import notices_nl
from matcher.vacancies import Index, Place, Prepared, prepare, vacancies_json
from matcher_service.answers import json_bytes
from matcher_service.audit import Entry, looked_at

_PIECES_MOST = 100
PERSON_BYTES = 3_000_000
"""How much memory one takes without an index, about: measured with a hundred vacancies explained."""

_BYTES_PER_ROW = 0.8
"""What is worked out of an index, about: measured, two indexes with two windows of days each."""


def person_bytes(index: Index) -> int:
    """Answer how much memory a person takes against an index, about.

    Args:
        index: vacancies, open for reading.
    """
    return PERSON_BYTES + int(_BYTES_PER_ROW * sum(len(part.segment) for part in index.parts))


@dataclass(frozen=True)
class Person:
    """What is worked out once for a case on a day. Health data: in memory only, and shortly.

    Attributes:
        prepared: the person, ready for any index.
        notes_nl: what the coach must know before any verdict.
        entry: what the audit log says about every ranking.
    """

    prepared: Prepared
    notes_nl: tuple[str, ...]
    entry: Entry
    _pieces: "OrderedDict[tuple[Place, bool], orjson.Fragment]" = field(default_factory=OrderedDict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def ranking(self, index: Index, *, top: int, new_since: date | None, explained: bool) -> dict[str, Any]:
        """Answer the open vacancies of an index in order, for JSON.

        The best are scored and put in order afresh. What is said about a vacancy that was just explained to this person
        at the same place is not worded again.

        Args:
            index: vacancies, open for reading.
            top: how many.
            new_since: only vacancies that were first seen on this day or later.
            explained: with every finding.
        """
        order = self.prepared.order(index, top=top, new_since=new_since)
        with self._lock:
            known = {place: self._pieces.get((place, explained)) for place in order.places}
        missing = [place for place, piece in known.items() if piece is None]
        told = vacancies_json(
            self.prepared.told(index, order, self.prepared.explain(index, missing)), explained=explained
        )
        if missing:
            fresh = {
                place: orjson.Fragment(json_bytes(each)) for place, each in zip(missing, told["open"], strict=True)
            }
            known.update(fresh)
            with self._lock:
                # A segment without a name is not stored, so its rows could be other ones next time.
                self._pieces.update({(place, explained): piece for place, piece in fresh.items() if place.segment})
                while len(self._pieces) > _PIECES_MOST:
                    self._pieces.popitem(last=False)
        return {**told, "open": list(known.values()), "notices_nl": self.notes_nl, "feed_nl": ()}


def person_of(read: ReadCase, on: date, catalogue: Catalogue) -> Person:
    """Answer a person made ready for ranking vacancies.

    Args:
        read: the case, as it was read.
        on: the day of matching.
        catalogue: the occupations.

    Raises:
        CaseInvalid: the case contradicts itself.
        FormRefused: the form is too old and the coach did not confirm its use.
    """
    notes = (*notices_nl(read.case, on), *read.report.notes_nl())
    return Person(prepare(read.case, on, catalogue), notes, looked_at("index.ranking", read.case, on))
