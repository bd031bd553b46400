"""Look work up: one occupation as a card, two side by side, one against a person as an overlay profile."""

from typing import TYPE_CHECKING

from matcher.faces import on_first_use

if TYPE_CHECKING:
    from matcher.lookup.card import OccupationCard, card_of
    from matcher.lookup.card_blocks import card_view
    from matcher.lookup.card_data import card_json
    from matcher.lookup.compare import Difference, compare_cards
    from matcher.lookup.compare_blocks import compare_json, compare_view
    from matcher.lookup.laid_over import Overlay, overlay
    from matcher.lookup.overlay_blocks import overlay_view
    from matcher.lookup.overlay_picture import overlay_page_svg, overlay_sentences, overlay_svg
    from matcher.lookup.resolve import Named, find_occupation, find_two

__all__ = [
    "Difference",
    "Named",
    "OccupationCard",
    "Overlay",
    "card_json",
    "card_of",
    "card_view",
    "compare_cards",
    "compare_json",
    "compare_view",
    "find_occupation",
    "find_two",
    "overlay",
    "overlay_page_svg",
    "overlay_sentences",
    "overlay_svg",
    "overlay_view",
]

_HOMES = {
    "Difference": "compare",
    "Named": "resolve",
    "OccupationCard": "card",
    "Overlay": "laid_over",
    "card_json": "card_data",
    "card_of": "card",
    "card_view": "card_blocks",
    "compare_cards": "compare",
    "compare_json": "compare_blocks",
    "compare_view": "compare_blocks",
    "find_occupation": "resolve",
    "find_two": "resolve",
    "overlay": "laid_over",
    "overlay_page_svg": "overlay_picture",
    "overlay_sentences": "overlay_picture",
    "overlay_svg": "overlay_picture",
    "overlay_view": "overlay_blocks",
}

if not TYPE_CHECKING:
    __getattr__ = on_first_use(__name__, _HOMES)
