"""Work that people already ruled on: advised or rejected by the labour expert, or excluded by the person."""

from dataclasses import dataclass

from matcher.catalogue import Catalogue
from matcher.domain.case import Case
from matcher.language import link_title


@dataclass(frozen=True, slots=True)
class Rulings:
    """Occupations that people already ruled on.

    Attributes:
        advised: occupation ids that the labour expert advised.
        rejected: occupation ids that the labour expert rejected or the person excluded.
        unread: how many titles could not be linked; the coach must look at them.
    """

    advised: frozenset[str]
    rejected: frozenset[str]
    unread: int


def rulings(case: Case, catalogue: Catalogue) -> Rulings:
    """Answer which occupations were already ruled on.

    Args:
        case: the case.
        catalogue: occupations.

    Returns:
        Linked occupations. A title that may mean several occupations rejects none of them: it is counted as unread.
    """
    expert = case.person.labour_expert
    advised = [_link(title, catalogue) for title in expert.advised]
    rejected = [_link(title, catalogue) for title in (*expert.rejected, *(e.what for e in case.person.exclusions))]
    return Rulings(
        advised=frozenset(code for code in advised if code is not None),
        rejected=frozenset(code for code in rejected if code is not None),
        unread=sum(1 for code in (*advised, *rejected) if code is None),
    )


def _link(title: str, catalogue: Catalogue) -> str | None:
    if title.startswith(("isco:", "esco:", "nl:")):
        return catalogue.occupation(title).id
    link = link_title(title, top=1)
    if not link.sure or not link.matches:
        return None
    code = f"isco:{link.matches[0].isco08}"
    return code if code in catalogue.index else None
