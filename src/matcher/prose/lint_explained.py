"""The linter of explanations: who may read it, where it came from, and plain words for the worker and the doctor."""

from collections.abc import Iterator

from matcher.prose.audience import Audience
from matcher.prose.explanation import Explanation
from matcher.prose.fragment import Provenance, Sentence
from matcher.prose.lint import Knows, LintCode, LintFinding, dictionary_words, finding, joined, lint_origin
from matcher.prose.lint_words import lint_data, patterns, word_codes

_PLAIN = frozenset({"figure_limit", "item_code", "hard_word", "year", "motivation", "legal_conclusion"})
_FORM = frozenset({"spacing", "double_word"})
_RIGHTS = "worker."


def lint_explanation(explanation: Explanation, knows: Knows | None = None) -> tuple[LintFinding, ...]:
    """Answer everything that is wrong with an explanation for its reader.

    The worker's text is held to plain words: no figures of the form, no item numbers, no long sentences. The coach, the
    labour expert and the doctor need the figures; for them origin and reader are checked.

    Args:
        explanation: what `explain` answered.
        knows: answers whether a word is in a dictionary of the explanation's language.
    """
    return tuple(
        found
        for place, sentence in enumerate(explanation.sentences, start=1)
        for found in _sentence(sentence, explanation, f"zin {place}", knows)
    )


def _sentence(sentence: Sentence, explanation: Explanation, where: str, knows: Knows | None) -> Iterator[LintFinding]:
    reader = explanation.reader
    wanted = _PLAIN | _FORM if reader is Audience.WORKER else _FORM
    if _figures_of_our_rules(sentence):
        wanted = wanted - {LintCode.FIGURE_LIMIT, LintCode.ITEM_CODE}  # "4.5 hours" is written as an item is
    yield from (finding(LintCode(code), where) for code in word_codes(sentence.text) if code in wanted)
    skipped = {LintCode.BODY_PART, LintCode.MEDICAL_WORD} if _may_name(sentence, reader) else set()
    yield from (found for found in lint_origin(sentence, reader, where) if found.code not in skipped)
    high = int(lint_data()["longest_sentence"])
    if reader is Audience.WORKER and sentence.words > high:
        yield finding(LintCode.LONG_SENTENCE, where, found=sentence.words, high=high)
    if explanation.language == "en" and patterns().english_medical.search(
        joined(sentence.fragments, about_person=True).lower()
    ):
        yield finding(LintCode.MEDICAL_WORD, where)
    if reader is Audience.DOCTOR and patterns().doctor.search(sentence.text.lower()):
        yield finding(LintCode.WORK_FOR_DOCTOR, where)
    if knows is not None and any(not knows(word) for word in dictionary_words(sentence)):
        yield finding(LintCode.UNKNOWN_WORD, where)


def _figures_of_our_rules(sentence: Sentence) -> bool:
    """Answer whether every figure is one of our dated rules, such as the hours of a stage: no figure of the form."""
    figures = [piece for piece in sentence.fragments if any(sign.isdigit() for sign in piece.text)]
    return bool(figures) and all(piece.provenance is Provenance.POLICY for piece in figures)


def _may_name(sentence: Sentence, reader: Audience) -> bool:
    """Answer whether a sentence may name a part of the body or the doctor's outlook: as the item list itself does."""
    return reader is not Audience.WORKER or sentence.key.startswith(_RIGHTS)
