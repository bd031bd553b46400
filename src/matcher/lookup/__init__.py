"""Look work up: one occupation as a card, two side by side, one against a person as an overlay profile."""

from matcher.lookup.card import OccupationCard, card_of
from matcher.lookup.card_json import card_json
from matcher.lookup.card_view import card_view
from matcher.lookup.compare import Difference, compare_cards
from matcher.lookup.compare_view import compare_json, compare_view
from matcher.lookup.overlay import Overlay, overlay
from matcher.lookup.overlay_svg import overlay_page_svg, overlay_sentences, overlay_svg
from matcher.lookup.overlay_view import overlay_view
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
