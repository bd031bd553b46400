"""The line that says of which day a page is, and by which rules when those are younger."""

from matcher.domain.receipt import Receipt
from matcher.prose.fragment import Provenance, Sentence
from matcher.prose.wording import Wording
from matcher.reference.dates import date_in_words
from matcher.report.stage_view import younger_rules


def as_of_sentence(receipt: Receipt, words: Wording, kind: str = "rights") -> Sentence:
    """Answer of which day a page is.

    Args:
        receipt: for the day that was asked and the day of the rules.
        words: the wording, Dutch or English.
        kind: class of the words, which decides who may read them.
    """
    rules = younger_rules(receipt)
    day = date_in_words(receipt.on, words.language)
    if rules is None:
        return words.say("as_of.day", kind, Provenance.POLICY, "receipt.on", date=day)
    later = date_in_words(rules, words.language)
    return words.say("as_of.made", kind, Provenance.POLICY, "receipt.on", date=day, made=later)
