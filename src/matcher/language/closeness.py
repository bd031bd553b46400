"""How much of the experience in one kind of work carries over to another."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from matcher.errors import DataError, UnknownName
from matcher.language.closeness_rules import load_rules, load_stand_ins
from matcher.language.lexicon import load_lexicon
from matcher.language.linker import default_linker, link_title
from matcher.resources import data_path

LEVELS = ("same", "adjacent", "same_sector", "transferable", "far")
DUTCH = {
    "same": "hetzelfde werk",
    "adjacent": "verwant werk",
    "same_sector": "zelfde sector, ander werk",
    "transferable": "ander werk met bruikbare vaardigheden",
    "far": "heel ander werk",
}


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close two kinds of work are.

    Attributes:
        level: one of `LEVELS`.
        score: percentage of all pairs of occupations that are less close, 0-100; None when no source describes both.
        shared: skills that both ask, in Dutch, the rarest first; empty when the sources name none.
        why: one Dutch sentence.
    """

    level: str
    score: float | None
    shared: tuple[str, ...]
    why: str


class ClosenessTable:
    """The compiled table.

    Args:
        stored: the arrays of titles_closeness.npz.
    """

    def __init__(self, stored: dict[str, NDArray[np.generic]]) -> None:
        self._lexicon = load_lexicon()
        self._share = stored["share"].astype(np.float64) / 100
        self.adjacent_from, self.transferable_from = stored["levels"].astype(float).tolist()
        self._profile = stored["profile"].astype(np.intp)
        self._segments = stored["segments"].astype(int)
        self._names = stored["skill_names"].tobytes().decode().split("\n")
        self._starts = stored["skill_starts"].astype(int)
        self._skill_at = stored["skill_at"].astype(int)
        self._spread = np.bincount(self._skill_at, minlength=len(self._names))
        self._place = {one: at for at, one in enumerate(self._lexicon.occupation_ids)}
        self._members: dict[str, list[int]] = {}
        for at, one in enumerate(self._lexicon.occupations.values()):
            if one.occupation_id.startswith("esco:"):
                self._members.setdefault(one.isco08_source, []).append(at)

    def code(self, occupation_id: str) -> str:
        """Answer the unit group of an occupation.

        Raises:
            UnknownName: when there is no such occupation.
        """
        if occupation_id not in self._place:
            raise UnknownName("Dit beroep bestaat niet. Noem een id zoals isco:3221, of een titel.")
        return self._lexicon.occupations[occupation_id].isco08

    def same_sector(self, one: str, other: str) -> bool:
        """Tell whether two occupations stand in one BRC segment."""
        at = self._lexicon.codes.index
        return bool(self._segments[at(self.code(one))] == self._segments[at(self.code(other))])

    def score(self, one: str, other: str) -> float | None:
        """Answer the percentage of pairs that are less close; None where a profile is missing."""
        left, right = self._profiles(one), self._profiles(other)
        if not len(left) or not len(right):
            return None
        pairs = self._share[np.ix_(left, right)]
        return float((pairs.max(axis=1).mean() + pairs.max(axis=0).mean()) / 2)

    def shared(self, one: str, other: str, most: int) -> tuple[str, ...]:
        """Answer the skills that both ask, the rarest first."""
        both = sorted(self._skills(one) & self._skills(other), key=lambda at: (self._spread[at], at))
        return tuple(self._names[at] for at in both[:most])

    def coverage(self, done: str, asked: str) -> float:
        """Answer which share of the asked skills the work that was done asks too; 0 when nothing is known."""
        wanted = self._skills(asked)
        return len(wanted & self._skills(done)) / len(wanted) if wanted else 0.0

    def _described(self, occupation_id: str) -> list[int]:
        if occupation_id.startswith("esco:"):
            return [self._place[occupation_id]]
        return self._group(self.code(occupation_id))

    def _group(self, code: str) -> list[int]:
        return self._members.get(code) or self._members.get(load_stand_ins().get(code, ""), [])

    def _profiles(self, occupation_id: str) -> NDArray[np.intp]:
        found = self._profile[self._described(occupation_id)]
        if not (found >= 0).any():
            found = self._profile[self._group(self.code(occupation_id))]
        return np.unique(found[found >= 0])

    def _skills(self, occupation_id: str) -> set[int]:
        described = self._described(occupation_id)
        lists = [self._skill_at[self._starts[at] : self._starts[at + 1]] for at in described]
        if not lists:
            return set()
        counts = np.bincount(np.concatenate(lists), minlength=len(self._names))
        return set(np.flatnonzero(counts >= max(1.0, load_rules()["group_share"] * len(described))).tolist())


@cache
def shipped_closeness() -> ClosenessTable:
    """Answer the shipped table, read once.

    Raises:
        DataError: when it is missing.
    """
    path = data_path("occupations/titles_closeness.npz")
    if not path.exists():
        raise DataError(
            "De tabel titles_closeness.npz ontbreekt. Maak hem met python -m matcher.language.build_closeness."
        )
    with np.load(path, allow_pickle=False) as stored:
        return ClosenessTable({name: stored[name] for name in stored.files})


def closeness(done: str, asked: str, *, years: float | None = None, years_ago: float | None = None) -> Closeness:
    """Answer how much of the work that a person has done carries over to the work that is asked.

    Work is named by an occupation id or by a title. Very short or very old experience counts one level less, except
    that "far" stays "far"; unknown years change nothing.

    Args:
        done: what the person has done.
        asked: what the occupation or vacancy is.
        years: how long the person did it.
        years_ago: how long ago it ended.

    Raises:
        UnknownName: when an id does not exist or a title says nothing.

    Example:
        >>> closeness("heftruckchauffeur", "reachtruckchauffeur").level
        'same'
    """
    one, other = _occupation(done), _occupation(asked)
    table, rules = shipped_closeness(), load_rules()
    score = table.score(one, other)
    shared = table.shared(one, other, int(rules["shared_most"]))
    level = _level(table, one, other, score, _alike(done, asked))
    weaker = (years is not None and years < rules["short_years"]) or (
        years_ago is not None and years_ago > rules["old_years"]
    )
    if weaker:
        level = LEVELS[min(LEVELS.index(level) + 1, len(LEVELS) - 1)]
    return Closeness(level, score if score is None else round(score, 1), shared, _why(level, shared, weaker=weaker))


def _level(table: ClosenessTable, done: str, asked: str, score: float | None, alike: float) -> str:
    rules, known = load_rules(), -1.0 if score is None else score
    coverage = table.coverage(done, asked)
    if done == asked or alike >= rules["same_title"]:
        return "same"
    near = known >= table.adjacent_from or coverage >= rules["adjacent_coverage"]
    if near or table.code(done) == table.code(asked):
        return "adjacent"
    if table.same_sector(done, asked):
        return "same_sector"
    useful = known >= table.transferable_from or coverage >= rules["transferable_coverage"]
    return "transferable" if useful else "far"


def _alike(done: str, asked: str) -> float:
    """Answer the cosine of two titles; 0 where an id is given."""
    if ":" in done or ":" in asked:
        return 0.0
    linker = default_linker()
    vectors = linker.encoder.encode([linker.normaliser.normalise(text).title for text in (done, asked)])
    return float(vectors[0] @ vectors[1])


def _occupation(named: str) -> str:
    if named.startswith(("esco:", "isco:", "nl:")):
        shipped_closeness().code(named)
        return named
    matches = link_title(named, 1).matches
    if not matches:
        raise UnknownName("In deze titel staat geen werk dat wij kennen. Noem een andere titel of een id.")
    return matches[0].occupation_id


def _why(level: str, shared: tuple[str, ...], *, weaker: bool) -> str:
    sentence = DUTCH[level][0].upper() + DUTCH[level][1:]
    if shared:
        sentence += f"; beide vragen: {', '.join(shared)}"
    if weaker:
        sentence += "; kort of lang geleden, telt daarom een stap minder"
    return sentence + "."
