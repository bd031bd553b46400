"""The words: texts whose every fragment knows where it came from and who may read them, linters and explanations."""

from typing import TYPE_CHECKING

from matcher.faces import on_first_use

if TYPE_CHECKING:
    from matcher.prose.audience import Audience, audiences_of
    from matcher.prose.coach_hand import sentence_hand
    from matcher.prose.conditions import condition_sentences
    from matcher.prose.document_sentences import document_sentence
    from matcher.prose.explain_doctor import doctor_questions
    from matcher.prose.explaining import explain
    from matcher.prose.explanation import Block, Explanation, Points, Table, Text, Title, only_visible, sentences_of
    from matcher.prose.fragment import Fragment, Provenance, Sentence
    from matcher.prose.grammar import in_list, lower_first
    from matcher.prose.kind_sentences import work_name
    from matcher.prose.known_words import listed_or_none, place_or_none, titles_of
    from matcher.prose.lint import LintCode, LintFinding, lint_text
    from matcher.prose.lint_explained import lint_explanation
    from matcher.prose.person_sentences import skill_sentences
    from matcher.prose.place_sentences import hours_sentences, region_sentence, travel_sentence
    from matcher.prose.render import explanation_json, explanation_markdown, explanation_text
    from matcher.prose.text import compose_text, engine_sentences
    from matcher.prose.text_value import ProfileText
    from matcher.prose.wording import Wording, wording_on

__all__ = [
    "Audience",
    "Block",
    "Explanation",
    "Fragment",
    "LintCode",
    "LintFinding",
    "Points",
    "ProfileText",
    "Provenance",
    "Sentence",
    "Table",
    "Text",
    "Title",
    "Wording",
    "audiences_of",
    "compose_text",
    "condition_sentences",
    "doctor_questions",
    "document_sentence",
    "engine_sentences",
    "explain",
    "explanation_json",
    "explanation_markdown",
    "explanation_text",
    "hours_sentences",
    "in_list",
    "lint_explanation",
    "lint_text",
    "listed_or_none",
    "lower_first",
    "only_visible",
    "place_or_none",
    "region_sentence",
    "sentence_hand",
    "sentences_of",
    "skill_sentences",
    "titles_of",
    "travel_sentence",
    "wording_on",
    "work_name",
]

_HOMES = {
    "Audience": "audience",
    "Block": "explanation",
    "Explanation": "explanation",
    "Fragment": "fragment",
    "LintCode": "lint",
    "LintFinding": "lint",
    "Points": "explanation",
    "ProfileText": "text_value",
    "Provenance": "fragment",
    "Sentence": "fragment",
    "Table": "explanation",
    "Text": "explanation",
    "Title": "explanation",
    "Wording": "wording",
    "audiences_of": "audience",
    "compose_text": "text",
    "condition_sentences": "conditions",
    "doctor_questions": "explain_doctor",
    "document_sentence": "document_sentences",
    "engine_sentences": "text",
    "explain": "explaining",
    "explanation_json": "render",
    "explanation_markdown": "render",
    "explanation_text": "render",
    "hours_sentences": "place_sentences",
    "in_list": "grammar",
    "lint_explanation": "lint_explained",
    "lint_text": "lint",
    "listed_or_none": "known_words",
    "lower_first": "grammar",
    "only_visible": "explanation",
    "place_or_none": "known_words",
    "region_sentence": "place_sentences",
    "sentence_hand": "coach_hand",
    "sentences_of": "explanation",
    "skill_sentences": "person_sentences",
    "titles_of": "known_words",
    "travel_sentence": "place_sentences",
    "wording_on": "wording",
    "work_name": "kind_sentences",
}

if not TYPE_CHECKING:
    __getattr__ = on_first_use(__name__, _HOMES)
