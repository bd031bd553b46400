"""From what a coach types to one occupation: a code, or a title. In doubt it gives choices and chooses nothing."""

import re
from dataclasses import dataclass

from matcher.catalogue import Catalogue, Occupation
from matcher.errors import UnknownName
from matcher.language import TitleLink, link_title, normalise
from matcher.lookup.wording import rules, say

_PREFIXES = ("isco:", "esco:", "nl:")
_ISCO = re.compile(r"isco(?:[ -]?(?:20)?08)?[ :.-]*(?P<code>[0-9]{4})")
_ESCO = re.compile(
    r"(?:https?://data\.europa\.eu/esco/occupation/)?(?P<code>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
)


@dataclass(frozen=True, slots=True)
class Named:
    """One occupation, and how it was found.

    Attributes:
        occupation: the occupation.
        notice_nl: how a title was read and what else it may mean; None when a code was given.
    """

    occupation: Occupation
    notice_nl: str | None = None


def find_occupation(wanted: str, catalogue: Catalogue) -> Named:
    """Answer the occupation that a code or a title names.

    A title that is exactly the name of an occupation gives that occupation; else the nearest one of the likeliest
    unit group.

    Args:
        wanted: `isco:4226`, `esco:<uuid>`, `nl:<name>`, a code as other sites write it, or a title.
        catalogue: all occupations, loaded with `level="all"`.

    Raises:
        UnknownName: no such code, a bare number, no known title, or a title that means more than one kind of work;
            the text gives the choices.

    Example:
        >>> from matcher.catalogue import load_catalogue
        >>> find_occupation("heftruckchauffeur", load_catalogue(level="all")).occupation.title_nl
        'heftruckchauffeur'
    """
    text = wanted.strip()
    if (code := _code(text)) is not None:
        return Named(catalogue.occupation(code))
    if not text:
        raise UnknownName(say("no_title"))
    link = link_title(text, top=10)
    if not link.matches or (not link.sure and link.matches[0].probability < rules()["titles"]["same_title_from"]):
        raise UnknownName(say("not_recognised"))
    same = _same_title(link, catalogue)
    if len({one.isco08 for one in same}) == 1 and link.matches[0].probability >= rules()["half_pct"] / 100:
        return _named(link, same[0], catalogue)
    if not link.sure:
        raise UnknownName(_choices_nl(link, same, catalogue))
    return _named(link, catalogue.occupation(link.matches[0].occupation_id), catalogue)


def find_two(first: str, second: str, catalogue: Catalogue) -> tuple[Named, Named]:
    """Answer two different occupations to set side by side.

    Args:
        first: what was typed for A, see `find_occupation`.
        second: what was typed for B.
        catalogue: all occupations.

    Raises:
        UnknownName: one of them is not found, and the text says which; or both are the same occupation.
    """
    found = []
    for place, wanted in (("A", first), ("B", second)):
        try:
            found.append(find_occupation(wanted, catalogue))
        except UnknownName as fault:
            raise UnknownName(f"{place}: {fault}") from fault
    one, other = found
    if one.occupation.id == other.occupation.id:
        raise UnknownName(say("same_work", title=one.occupation.title_nl, id=one.occupation.id))
    return one, other


def _code(text: str) -> str | None:
    """Answer the code that a text is, however it was copied; None for a title."""
    small = text.lower()
    if (isco := _ISCO.fullmatch(small)) is not None:
        return f"isco:{isco['code']}"
    if (esco := _ESCO.fullmatch(small)) is not None:
        return f"esco:{esco['code']}"
    return small if small.startswith(_PREFIXES) or small.isdigit() else None


def _named(link: TitleLink, found: Occupation, catalogue: Catalogue) -> Named:
    """Answer the occupation, or the unit group of CBS where ESCO puts it among quite other work."""
    group, digits = link.matches[0].isco08, int(rules()["titles"]["same_group_digits"])
    if found.isco08[:digits] != group[:digits]:
        by_cbs = catalogue.occupation(f"isco:{group}")
        esco_group = catalogue.occupation(f"isco:{found.isco08}").title_nl
        return Named(by_cbs, say("two_groups", title=found.title_nl, cbs=by_cbs.title_nl, esco=esco_group, id=found.id))
    return Named(found, _notice(link, found, catalogue))


def _same_title(link: TitleLink, catalogue: Catalogue) -> list[Occupation]:
    """Answer occupations whose own name is the title, likeliest unit group first; a Dutch one before ESCO's."""
    chance = {match.isco08: match.probability for match in link.matches}
    from_chance = rules()["titles"]["same_title_from"]
    likely = [one for one in catalogue.occupations if chance.get(one.isco08, 0.0) >= from_chance]
    same = [one for one in likely if one.kind != "unit_group" and link.normalised == normalise(one.title_nl).title]
    return sorted(same, key=lambda one: (-chance[one.isco08], one.kind != "nl", one.id))


def _notice(link: TitleLink, found: Occupation, catalogue: Catalogue) -> str | None:
    close = rules()["titles"]["close_from"]
    others = [
        catalogue.occupation(match.occupation_id)
        for match in link.matches
        if match.isco08 != found.isco08 and match.probability >= close
    ]
    if others:
        named = "; ".join(f"{one.title_nl} ({one.id})" for one in others)
        return say("read_or", title=found.title_nl, others=named)
    return None if link.normalised == normalise(found.title_nl).title else say("read_as", title=found.title_nl)


def _choices_nl(link: TitleLink, same: list[Occupation], catalogue: Catalogue) -> str:
    limits = rules()["titles"]
    named = [catalogue.occupation(match.occupation_id) for match in link.matches if _worth(match.probability)]
    ordered = {one.id: one for one in (*same, *named)}
    lines = "\n".join(
        f"  {one.id}\n    {one.title_nl}, {one.kind_nl}" for one in list(ordered.values())[: limits["choices"]]
    )
    return f"{say('choose')}\n{lines}"


def _worth(chance: float) -> bool:
    return chance >= float(rules()["titles"]["choice_from"])
