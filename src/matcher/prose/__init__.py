"""The words: texts whose every fragment knows where it came from and who may read it, linters and explanations."""

from matcher.prose.audience import Audience, audiences_of
from matcher.prose.explain import explain
from matcher.prose.explanation import Explanation
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.lint import LintCode, LintFinding, lint_text
from matcher.prose.lint_explanation import lint_explanation
from matcher.prose.render import explanation_json, explanation_markdown, explanation_text
from matcher.prose.text import compose_text
from matcher.prose.text_value import ProfileText

__all__ = [
    "Audience",
    "Explanation",
    "Fragment",
    "LintCode",
    "LintFinding",
    "ProfileText",
    "Provenance",
    "Sentence",
    "audiences_of",
    "compose_text",
    "explain",
    "explanation_json",
    "explanation_markdown",
    "explanation_text",
    "lint_explanation",
    "lint_text",
]
