"""A comparison as blocks or as plain data: differences first."""

from typing import Any

from matcher.catalogue import Catalogue
from matcher.lookup.card import OccupationCard
from matcher.lookup.card_blocks import capital, facts_nl
from matcher.lookup.card_data import card_json
from matcher.lookup.compare import Difference, compare_cards
from matcher.lookup.wording import rules, say
from matcher.report import Block, Bullets, Heading, Paragraph, Table

_FACTS = (14, 32, 32)
_LINES = (20, 10, 10, 37)


def compare_view(a: OccupationCard, b: OccupationCard, notices: tuple[str, ...] = ()) -> list[Block]:
    """Answer two occupations side by side.

    Args:
        a: the first.
        b: the second.
        notices: how the titles were read.
    """
    found = compare_cards(a, b)
    clear = [one for one in found if one.is_clear]
    blocks: list[Block] = [
        Heading(f"{capital(a.occupation.title_nl)} naast {b.occupation.title_nl}", 1),
        *([Bullets(notices)] if notices else []),
        Paragraph(say("a_and_b", a=_named(a), b=_named(b))),
        Paragraph(say("legend")),
        Heading("Duidelijk verschil"),
    ]
    if clear:
        first = clear[: rules()["clear_rows"]]
        blocks.append(Table(("Onderdeel", "A", "B", "Verschil"), _LINES, tuple(_row(one) for one in first)))
        blocks.append(Bullets(_also(clear[len(first) :])))
    else:
        blocks.append(Paragraph(say("no_clear")))
    blocks.append(Paragraph(say("gap", points=rules()["clear_gap_points"])))
    pairs = list(zip(facts_nl(a), facts_nl(b), strict=True))
    differ = tuple((label, one, other) for (label, one), (_, other) in pairs if one != other)
    same = [label.lower() for (label, one), (_, other) in pairs if one == other]
    blocks += [Heading("Gegevens"), Table(("", "A", "B"), _FACTS, differ)]
    if same:
        blocks.append(Paragraph(say("same_facts", names=", ".join(same))))
    alike = [one.a.channel.label_nl for one in found if one.gap_points is not None and not one.is_clear]
    unknown = [one.a.channel.label_nl for one in found if one.gap_points is None]
    parts = ((say("alike"), alike), (say("one_unknown"), unknown))
    rest = tuple(f"{start}: {', '.join(names)}." for start, names in parts if names)
    return [*blocks, Heading("Overige onderdelen"), Bullets(rest), Paragraph(say("not_a_workplace"))]


def compare_json(a: OccupationCard, b: OccupationCard, catalogue: Catalogue) -> dict[str, Any]:
    """Answer two occupations and their differences as plain data.

    Args:
        a: the first.
        b: the second.
        catalogue: to name sources.
    """
    return {
        "a": card_json(a, catalogue),
        "b": card_json(b, catalogue),
        "differences": [
            {
                "channel": one.a.channel.code,
                "gap_points": one.gap_points,
                "error_points": round(one.error_points, 1),
                "asks_more": one.more or None,
                "clear": one.is_clear,
            }
            for one in compare_cards(a, b)
        ],
    }


def _also(rest: list[Difference]) -> tuple[str, ...]:
    named = {who: [one.a.channel.label_nl for one in rest if one.more == who] for who in ("a", "b")}
    return tuple(
        f"{say('more_also', who=who.upper())}: {', '.join(labels)}." for who, labels in named.items() if labels
    )


def _row(one: Difference) -> tuple[str, str, str, str]:
    text = say("more", who=one.more.upper(), a=one.a.brief_nl, b=one.b.brief_nl)
    return (capital(one.a.channel.label_nl), one.a.bar, one.b.bar, text)


def _named(card: OccupationCard) -> str:
    return f"{card.occupation.title_nl} ({card.occupation.id})"
