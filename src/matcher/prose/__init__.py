"""The words: a text whose every fragment knows where it came from and who may read it, and the linter over it."""

from matcher.prose.audience import Audience, audiences_of
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.lint import LintCode, LintFinding, lint_text
from matcher.prose.text import compose_text
from matcher.prose.text_value import ProfileText

__all__ = [
    "Audience",
    "Fragment",
    "LintCode",
    "LintFinding",
    "ProfileText",
    "Provenance",
    "Sentence",
    "audiences_of",
    "compose_text",
    "lint_text",
]
