"""The result as the coach decided it: what every paper names. What the engine found stays in the match itself."""

from dataclasses import replace

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.domain.zoekprofiel import Zoekprofiel
from matcher.dossier.coached_profile import CoachedProfile
from matcher.dossier.coaching import coached
from matcher.dossier.lines import Origin
from matcher.matching import Match
from matcher.matching import match as match_case


def decided(match: Match, case: Case, catalogue: Catalogue, hand: CoachedProfile | None = None) -> Match:
    r"""Answer the match with the zoekprofiel that the coach made of it: the work and branches, in the coach's order.

    Work that exceeds, that could not be compared, or that the labour expert rejected never comes in this way: no hand
    of the coach changes that, and `coached` tells it. The order of all occupations, the findings and the receipt stay
    what the engine answered.

    Args:
        match: what `match` answered for this case.
        case: the case with the coach's actions; without any the match comes back as it is.
        catalogue: occupations.
        hand: what `coached` answered for this match, when it is at hand; else it is worked out here.

    Example:
        >>> from datetime import date
        >>> from matcher.catalogue import load_catalogue
        >>> from matcher.intake import read_case_text
        >>> empty = read_case_text("schema: matcher/case/1\nid: voorbeeld-1").case
        >>> table = load_catalogue()
        >>> result = match_case(empty, date(2026, 12, 1), table)
        >>> decided(result, empty, table) is result
        True
    """
    hand = hand or coached(match, case, catalogue)
    lines = (*(each.line for each in hand.occupations), *hand.branches)
    if not any(line.actions for line in lines):
        return match
    profile, kinds = match.zoekprofiel, hand.usable()
    if kinds != tuple(kind.occupation.id for kind in profile.kinds):
        profile = match_case(case, match.on, catalogue, kinds=kinds).zoekprofiel
    return replace(match, zoekprofiel=_with_branches(profile, hand))


def _with_branches(profile: Zoekprofiel, hand: CoachedProfile) -> Zoekprofiel:
    """Answer the profile with the branches of its work, less what was struck, and with what the coach added."""
    struck = {line.target for line in hand.branches if line.struck}
    moved = [line.target for line in hand.branches if line.actions and not line.struck]
    added = tuple(line.target for line in hand.branches if line.origin is Origin.COACH and not line.struck)
    places = {line.target: place for place, line in enumerate(hand.branches)}

    def kept(names: tuple[str, ...]) -> tuple[str, ...]:
        left = [name for name in names if name not in struck]
        return tuple(sorted(left, key=lambda name: places.get(name, len(places)))) if moved else tuple(left)

    return replace(
        profile,
        branches_nl=kept(profile.branches_nl),
        main_branches_nl=kept(profile.main_branches_nl),
        coach_branches_nl=tuple(name for name in added if name not in profile.branches_nl),
    )
