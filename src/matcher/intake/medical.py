"""Words that name a diagnosis, cause, medicine or treatment: such a text is withheld (decision 8)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property

from matcher.reference.text_signals import WithheldTerm, plain, withheld_terms, without_accents

_KEY = 3  # terms are looked up by their first letters: one table look-up per word instead of hundreds of patterns
_WORD = re.compile(r"\w+")
_BEFORE_END = 3  # letters that must come before an ending such as -itis
_CAPITALS_FROM = 12  # in a text of capitals only, ALS and MS may be ordinary words
_PRODUCT = r"(?![ -]?(?i:office|word|excel|teams|project|access|windows|dynamics|outlook|powerpoint|sql|azure))"

# Words that turn a term about work ("mensen met dementie") into one about the person ("uitgevallen wegens ...").
_ABOUT_PERSON = re.compile(
    r"\b(?:wegens|vanwege|door (?:een|de|mijn)|i\.?v\.?m\b|in verband met|na (?:een|de|mijn)|als gevolg van|"
    r"ten gevolge van|gestopt|uitgevallen|ziek|ziekgemeld|herstel\w*|last van|heeft|heb|"
    r"had|kreeg|lijdt|leed|mijn|sinds)\b"
)

# After a job title, a term behind ";", "(" or "met" is about the person, unless the words name whom the work is for.
_BEHIND_TITLE = re.compile(r"(?:[;(]\s*|\b(\w+) met (?:een |de |zijn |haar )?)(?=([^;()]+))", re.IGNORECASE)
_WORK_FOR = re.compile(
    r"\b(?:mensen|personen|clienten?|patienten?|ouderen?|kind(?:eren)?|jongeren?|leerling(?:en)?|studenten?|bewoners?|"
    r"volwassenen|doelgroep\w*|zorg\w*|verpleeg\w*|verzorg\w*|arts\w*|\w*assistente?|begeleid\w*|coach\w*|docente?|"
    r"onderzoek\w*|consulente?|\w*therap\w*|praktijk\w*|instrumentmaker|audicien|trainer|adviseur)\b"
)
_NO_TITLE = frozenset(
    {"omgaan", "ervaring", "kennis", "affiniteit", "bekend", "werk", "hulp", "contact", "cursus", "training",
     "scholing", "iemand", "persoon", "client", "patient", "oudere", "jongere", "bewoner", "leerling", "student",
     "kind", "doelgroep"}
)  # fmt: skip
_FIELDS_OF_WORK = frozenset({"oncolog", "psychiatri", "ggz", "palliati", "diagnose", "diagnosen", "diagnoses"})
# Words that are material as well as treatment.
_MATERIAL = re.compile(
    r"\b(?:contact|stof\w*|cement|kalk|\w*plat?en|plaat|muren|muur|stuc\w*|stuka\w*|plafond\w*|wand\w*|bouw\w*)\b"
)
_ALSO_MATERIAL = re.compile(r"\bgips\b")


class _Terms:
    """One set of terms, ready to be looked up in a text."""

    def __init__(self, terms: Iterable[WithheldTerm]) -> None:
        by_key: dict[str, list[str]] = defaultdict(list)
        exact: list[str] = []
        parts: list[str] = []
        ends: list[str] = []
        for term in terms:
            if term.match == "exact":
                exact.append(rf"(?<!\w){re.escape(term.term)}(?!\w){_PRODUCT if term.term == 'MS' else ''}")
            elif term.match == "part":
                parts.append(plain(term.term))
            elif term.match == "end":
                ends.append(plain(term.term))
            else:
                words = plain(term.term).split()
                body = r"[\s-]*".join(re.escape(word) for word in words)
                by_key[words[0][:_KEY]].append(body + (r"\b" if term.match == "word" else ""))
        self._by_key = {key: "|".join(bodies) for key, bodies in by_key.items()}
        self._exact = "|".join(exact)
        self.parts = tuple(parts)
        self.ends = tuple(ends)

    @cached_property
    def exact(self) -> re.Pattern[str]:
        """The terms in these capitals."""
        return re.compile(self._exact)

    def in_small(self, small: str) -> bool:
        """Answer whether a text in small letters holds a term."""
        if any(part in small for part in self.parts):
            return True
        for word in _WORD.finditer(small):
            if self.starts(small, word.start()):
                return True
            for end in self.ends:
                if word.group().endswith(end) and len(word.group()) >= len(end) + _BEFORE_END:
                    return True
        return False

    def starts_with_one(self, text: str) -> bool:
        """Answer whether the first word of a text is or holds a term."""
        small = text.strip().casefold()
        first = small.split(maxsplit=1)[0] if small else ""
        return bool(self.exact.match(text.strip())) or self.starts(small, 0) or any(p in first for p in self.parts)

    def starts(self, small: str, at: int) -> bool:
        """Answer whether a term starts at a place."""
        for length in range(1, _KEY + 1):
            written = self._by_key.get(small[at : at + length])
            if written is not None and _compiled(written).match(small, at):
                return True
        return False


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Answer the pattern of the terms that begin alike, compiled when a word first begins so: most never do."""
    return re.compile(pattern)


@cache
def _terms(*, in_work: bool) -> _Terms:
    return _Terms(term for term in withheld_terms() if term.also_in_work or not in_work)


@cache
def _conditions() -> _Terms:
    return _Terms(term for term in withheld_terms() if term.group == "diagnosis" and term.term not in _FIELDS_OF_WORK)


def _about_the_person(bare: str, small: str) -> bool:
    """Answer whether a text about work says something about the person: "uitgevallen wegens", "chauffeur; ..."."""
    if _ABOUT_PERSON.search(small):
        return True
    terms = _conditions()
    for behind in _BEHIND_TITLE.finditer(bare):
        who, rest = behind.groups()
        if rest.split()[-1:] and rest.split()[-1].casefold().endswith("en"):
            continue  # "; gehoorapparaten afstellen" is a task
        if not terms.starts_with_one(rest):
            continue
        if who is None and not _WORK_FOR.search(small):
            return True
        if who is not None and who.casefold() not in _NO_TITLE and not who.casefold().endswith(("en", "s")):
            return True
    return False


def names_something_medical(text: str, *, about_work: bool = False) -> bool:
    """Answer whether a text names a diagnosis, cause, medicine or treatment.

    Args:
        text: the words.
        about_work: True for titles, tasks and the like, where "dementerende ouderen" describes the work. There some
            terms count only beside words such as "wegens" or "herstel".

    Example:
        >>> names_something_medical("na hernia niet tillen")
        True
        >>> names_something_medical("begeleiden van mensen met dementie", about_work=True)
        False
    """
    bare = without_accents(text)
    small = bare.casefold()
    if _MATERIAL.search(small):
        small = _ALSO_MATERIAL.sub(" ", small)
    terms = _terms(in_work=about_work and not _about_the_person(bare, small))
    if terms.in_small(small):
        return True
    letters = [sign for sign in bare if sign.isalpha()]
    only_capitals = len(letters) > _CAPITALS_FROM and not any(sign.islower() for sign in letters)
    return not only_capitals and terms.exact.search(bare) is not None
