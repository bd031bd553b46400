"""What the text says about the capacity document: which one, from whom, of what date; never what it measures."""

from collections.abc import Sequence

from matcher.domain.capacity import CapacityProfile, CapacityStatus, Marginal
from matcher.domain.case import AuthorRole, CapacityForm, Case
from matcher.prose.candidate import MUST, USEFUL, Candidate
from matcher.prose.fragment import Provenance, Sentence
from matcher.prose.wording import Wording
from matcher.reference.dates import date_in_words


def no_work_reason(profile: CapacityProfile) -> str:
    """Answer why no work may be named: `missing`, `no_possibilities`, or an empty text when work may be named."""
    if Marginal.NO_USABLE_POSSIBILITIES in profile.marginal:
        return "no_possibilities"
    return "missing" if profile.form_date is None else ""


def document_sentence(case: Case, profile: CapacityProfile, words: Wording) -> Sentence:
    """Answer the sentence on the leading document, with its date in words."""
    reason = no_work_reason(profile)
    if profile.form_date is None or profile.form_kind is None:
        return words.say("document.missing", "document", Provenance.FORM, "forms")
    number, _ = _leading(case, profile)
    ref = f"forms.{number}"
    name = str(words.list_of("document_names")[profile.form_kind.value])
    day = date_in_words(profile.form_date, words.language)
    if reason == "no_possibilities":
        return words.say("document.no_possibilities", "document", Provenance.FORM, ref, name=name, date=day)
    author = author_of(case, profile, words)
    if author is None:
        return words.say("document.no_author", "document", Provenance.FORM, ref, name=name, date=day)
    return words.say("document.known", "document", Provenance.FORM, ref, name=name, date=day, author=author)


def author_of(case: Case, profile: CapacityProfile, words: Wording) -> str | None:
    """Answer who made the leading document, by role; None when the case does not say it in a way that we can name.

    Args:
        case: the case with its forms.
        profile: which form leads.
        words: the wording, for the names.
    """
    _, form = _leading(case, profile)
    role = AuthorRole.OTHER if form is None else form.author_role
    author = words.list_of("authors").get(role.value)
    return None if author is None else str(author)


def _leading(case: Case, profile: CapacityProfile) -> tuple[str, CapacityForm | None]:
    for number, form in enumerate(case.forms):
        if form.date == profile.form_date and form.kind == profile.form_kind:
            return str(number), form
    return "leading", None


def document_remarks(
    profile: CapacityProfile, asked: Sequence[str], words: Wording, *, conditions: bool, short: bool
) -> list[Candidate]:
    """Answer what must or may be said beside the document: nothing limited, unclear points, little capacity.

    Args:
        profile: capacity.
        asked: the items and channels that the doctor gets a question about.
        words: the wording in force.
        conditions: whether any condition is named in the text.
        short: whether there is little room.
    """
    if no_work_reason(profile):
        return []
    found = []
    end = "_short" if short else ""
    if not conditions and not profile.remarks:
        found.append(Candidate(0, MUST, words.say("document.nothing", "document", Provenance.FORM, "form")))
    unknown = [c.channel for c in profile.channels.values() if c.status is CapacityStatus.UNKNOWN]
    unclear = [about for about in dict.fromkeys(asked) if about not in unknown]
    if unclear:
        refs = ", ".join(f"form.{about}" for about in unclear)
        count = "_one" if len(unclear) == 1 else ""
        said = words.say(f"document.asked{count}{end}", "document", Provenance.FORM, refs)
        found.append(Candidate(0, MUST, said))
    if unknown:
        ref = "form.unscored"
        found.append(Candidate(0, USEFUL, words.say("document.incomplete", "document", Provenance.FORM, ref)))
    if profile.marginal:
        found.append(Candidate(0, MUST, words.say(f"document.small{end}", "document", Provenance.FORM, "form.VI")))
    return found
