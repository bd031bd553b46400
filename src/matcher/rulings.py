"""Work that people already ruled on: advised or rejected by the labour expert, or excluded by the person."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.language import jobs_in, link_title
from matcher.reference.tables import read_yaml
from matcher.reference.text_signals import plain


@dataclass(frozen=True, slots=True)
class Rulings:
    """Occupations that people already ruled on.

    Attributes:
        advised: occupation ids that the labour expert advised.
        rejected: occupation ids that the labour expert rejected or the person excluded.
        avoided: occupation ids whose usual place the labour expert advised against, e.g. the treatment room.
        settings: fields of advice that were read as such a place, with the reading in Dutch.
        unread: fields of the case whose words could not be linked to an occupation; the coach must look at them.
        links: every field of advice and rejection with the occupation that its words name for sure, or None.
        own: fields that reject the own work by its own name.
        own_part: fields that reject one job of an own work with more jobs in its title.
    """

    advised: frozenset[str]
    rejected: frozenset[str]
    avoided: frozenset[str]
    settings: Mapping[str, str]
    unread: tuple[str, ...]
    links: Mapping[str, str | None]
    own: frozenset[str]
    own_part: frozenset[str]


def rulings(case: Case, catalogue: Catalogue) -> Rulings:
    """Answer which occupations were already ruled on.

    Args:
        case: the case.
        catalogue: occupations.

    Returns:
        Linked occupations. Words that name no single occupation for sure reject none: their field is unread.
    """
    expert, person = case.person.labour_expert, case.person
    advised = {f"person.labour_expert.advised.{n}": _link(t, catalogue) for n, t in enumerate(expert.advised)}
    rejected = {f"person.labour_expert.rejected.{n}": _link(t, catalogue) for n, t in enumerate(expert.rejected)}
    rejected |= {f"person.exclusions.{n}": _link(e.what, catalogue) for n, e in enumerate(person.exclusions)}
    words = [*expert.rejected, *(exclusion.what for exclusion in person.exclusions)]
    named = zip(words, rejected.values(), strict=True)
    settings = {
        f"person.labour_expert.advised.{n}": setting for n, t in enumerate(expert.advised) if (setting := _setting(t))
    }
    return Rulings(
        avoided=frozenset(
            each.id
            for setting in settings.values()
            for each in catalogue.occupations
            if each.isco08.startswith(tuple(setting["groups"]))
        ),
        settings=MappingProxyType({field: str(setting["nl"]) for field, setting in settings.items()}),
        advised=frozenset(code for code in advised.values() if code is not None),
        rejected=frozenset(
            each for word, code in named if code is not None for each in _named_alike(word, code, catalogue)
        ),
        links=MappingProxyType({**advised, **rejected}),
        own=frozenset(_own(case)),
        own_part=frozenset(_own_part(case)),
        unread=tuple(
            field
            for field, code in {**advised, **rejected}.items()
            if code is None and field not in _own(case) and field not in settings
        ),
    )


def _own(case: Case) -> set[str]:
    """Answer the fields that reject the own work by its own name: it is never offered, so nothing is left to read."""
    own = "" if case.person.old_job is None else case.person.old_job.title.strip().casefold()
    titles = enumerate(case.person.labour_expert.rejected)
    return {f"person.labour_expert.rejected.{n}" for n, title in titles if title.strip().casefold() == own}


def _own_part(case: Case) -> set[str]:
    """Answer the fields that reject one job of an own work that holds more: "assistente" of "assistente en planner"."""
    old = case.person.old_job
    jobs = () if old is None else jobs_in(old.title)
    parts = {job.casefold() for job in jobs} if len(jobs) > 1 else set()
    titles = enumerate(case.person.labour_expert.rejected)
    return {f"person.labour_expert.rejected.{n}" for n, title in titles if title.strip().casefold() in parts}


def _setting(words: str) -> Mapping[str, Any] | None:
    """Answer the place that advice wants to avoid, when our list knows the words."""
    settings: list[Mapping[str, Any]] = read_yaml("advice_settings.yaml")["settings"]
    return next((each for each in settings if re.search(each["words"], plain(words))), None)


def _link(title: str, catalogue: Catalogue) -> str | None:
    if title.startswith(("isco:", "esco:", "nl:")):
        return catalogue.occupation(title).id
    link = link_title(title, top=1)
    if not link.sure or not link.matches:
        return None
    code = f"isco:{link.matches[0].isco08}"
    return code if code in catalogue.index else None


def _named_alike(title: str, code: str, catalogue: Catalogue) -> set[str]:
    """Answer a rejected group and its neighbours of that name: "schoonmaker" rejects cleaners in homes and in offices.

    Only one word, and only in the same minor group: a wider reading would close doors that nobody closed.
    """
    word, minor = title.strip().casefold(), catalogue.occupation(code).isco08[:3]
    alike = {
        other.id
        for other in catalogue.occupations
        if word.isalpha() and other.isco08[:3] == minor and other.title_nl.casefold().split()[0].startswith(word)
    }
    return {code} | alike
