"""From what a coach types to one occupation: a code, or a title. In doubt it gives choices and chooses nothing."""

from dataclasses import dataclass

from matcher.catalogue import Catalogue, Occupation
from matcher.errors import UnknownName
from matcher.language import TitleLink, link_title, normalise
from matcher.lookup.wording import rules

_PREFIXES = ("isco:", "esco:", "nl:")


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
        wanted: `isco:4226`, `esco:<uuid>`, `nl:<name>` or a title.
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
    if text.startswith(_PREFIXES) or text.isdigit():
        return Named(catalogue.occupation(text))
    if not text:
        raise UnknownName("Er staat geen titel. Geef een titel of een code, bijvoorbeeld receptionist of isco:4226.")
    link = link_title(text, top=10)
    if not link.matches or (not link.sure and link.matches[0].probability < rules()["titles"]["same_title_from"]):
        raise UnknownName(
            "Deze titel is niet herkend. Controleer de spelling, probeer een ander woord voor het werk, "
            "of geef een code zoals isco:4226."
        )
    same = _same_title(link, catalogue)
    groups = {one.isco08 for one in same}
    if len(groups) == 1 and (link.sure or link.matches[0].probability >= rules()["half_pct"] / 100):
        return Named(same[0], _notice(link, same[0], catalogue))
    if not link.sure:
        raise UnknownName(_choices_nl(link, same, catalogue))
    match = link.matches[0]
    inside = [one for one in same if one.isco08 == match.isco08]
    found = inside[0] if inside else catalogue.occupation(match.occupation_id)
    return Named(found, _notice(link, found, catalogue))


def _same_title(link: TitleLink, catalogue: Catalogue) -> list[Occupation]:
    """Answer occupations whose own name is the title, likeliest unit group first; a Dutch one before ESCO's."""
    chance = {match.isco08: match.probability for match in link.matches}
    from_chance = rules()["titles"]["same_title_from"]
    likely = [one for one in catalogue.occupations if chance.get(one.isco08, 0.0) >= from_chance]
    same = [one for one in likely if one.kind != "unit_group" and link.normalised in _names(one.title_nl)]
    return sorted(same, key=lambda one: (-chance[one.isco08], one.kind != "nl", one.id))


def _names(title: str) -> set[str]:
    """Answer the plain forms of a title: "gastheer/gastvrouw" is both."""
    return {normalise(part).title for part in (title, *title.split("/"))}


def _notice(link: TitleLink, found: Occupation, catalogue: Catalogue) -> str | None:
    close = rules()["titles"]["close_from"]
    others = [
        catalogue.occupation(match.occupation_id)
        for match in link.matches
        if match.isco08 != found.isco08 and match.probability >= close
    ]
    if link.normalised in _names(found.title_nl) and not others:
        return None
    read = f"Gelezen als: {found.title_nl}. Bedoelt u ander werk? Geef dan een andere titel of een code."
    if not others:
        return read
    named = "; ".join(f"{one.title_nl} ({one.id})" for one in others)
    return f"Gelezen als: {found.title_nl}. Het kan ook zijn: {named}."


def _choices_nl(link: TitleLink, same: list[Occupation], catalogue: Catalogue) -> str:
    limits = rules()["titles"]
    named = [catalogue.occupation(match.occupation_id) for match in link.matches if _worth(match.probability)]
    ordered = {one.id: one for one in (*same, *named)}
    lines = "\n".join(
        f"  {one.id}\n    {one.title_nl}, {one.kind_nl}" for one in list(ordered.values())[: limits["choices"]]
    )
    return f"Deze titel past bij verschillend werk. Kies er een en geef de code:\n{lines}"


def _worth(chance: float) -> bool:
    return chance >= float(rules()["titles"]["choice_from"])
