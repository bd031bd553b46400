"""What the text says about the person: education, experience, languages, computer, licence. Never a year or a firm."""

from collections.abc import Iterator, Sequence

from matcher.catalogue import Catalogue, load_catalogue
from matcher.catalogue.errors import UnknownOccupation
from matcher.domain.case import Case, EducationLevel
from matcher.prose.audience import audiences_of
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.grammar import in_list
from matcher.prose.known_words import listed_or_none, titles_of
from matcher.prose.wording import Wording
from matcher.ranking import PersonFacts
from matcher.reference.tables import read_yaml

_MOST_TITLES = 4
_MOST_SECTORS = 3
_DUTCH = "nederlands"


def _piece(text: str, ref: str, provenance: Provenance = Provenance.PERSON) -> Fragment:
    return Fragment(text, provenance, audiences_of("person"), ref)


def education_sentence(case: Case, words: Wording) -> Sentence:
    """Answer the sentence on the highest completed education; an unproven one is asked, not written."""
    finished = [(number, edu) for number, edu in enumerate(case.person.education) if edu.finished]
    if not finished:
        return words.say("education.unknown", "person", Provenance.PERSON, "person.education")
    scale = read_yaml("education.yaml")["scale"]
    number, best = max(finished, key=lambda pair: (scale[pair[1].level.value], -pair[0]))
    ref = f"person.education.{number}"
    if best.level is EducationLevel.NONE:
        return words.say("education.none", "person", Provenance.PERSON, ref)
    level = words.list_of("levels").get(best.level.value, best.level.value)
    direction = listed_or_none(best.direction, "directions")
    behind = f", richting {direction}" if direction else ""
    return words.say("education.known", "person", Provenance.PERSON, ref, level=str(level), direction=behind)


def experience_sentence(case: Case, facts: PersonFacts, words: Wording, *, sectors: bool = True) -> Sentence:
    """Answer the sentence on earlier functions; a title that may hold a name is said as a kind of work.

    Args:
        case: the case.
        facts: the person's work as understood.
        words: the wording in force.
        sectors: whether to name the sectors too.
    """
    if not facts.held:
        return words.say("experience.unknown", "person", Provenance.PERSON, "person.experience")
    titles: dict[str, Fragment] = {}
    kinds: dict[str, Fragment] = {}
    unnamed = False
    for held in facts.held:
        named_titles = titles_of(held.title)
        if None not in named_titles:
            titles.update({title: _piece(title, held.field) for title in named_titles if title and title not in titles})
        elif held.sure and (kind := _kind_of(held.occupation_id)) is not None:
            kinds.setdefault(kind, _piece(kind, f"{held.field} -> {held.occupation_id}", Provenance.CATALOGUE))
        else:
            unnamed = True
    if (titles or kinds) and unnamed:
        kinds.setdefault("", _piece(words.template("experience.other"), "person.experience"))
    behind = _sectors(case, words) if sectors else ()
    named = list(titles.values())[:_MOST_TITLES]
    read = list(kinds.values())[: max(_MOST_TITLES - len(named), 1)]
    if not named and not read:
        return words.say("experience.unnamed", "person", Provenance.PERSON, "person.experience")
    key = "both" if named and read else "titles" if named else "kinds"
    return words.say(
        f"experience.{key}",
        "person",
        Provenance.PERSON,
        "person.experience",
        titles=in_list(named),
        kinds=in_list(read),
        sectors=behind,
    )


def _sectors(case: Case, words: Wording) -> Sequence[Fragment]:
    found: dict[str, Fragment] = {}
    for number, job in enumerate(case.person.experience):
        sector = listed_or_none(job.sector, "sectors")
        if sector is not None:
            found.setdefault(sector, _piece(sector, f"person.experience.{number}.sector"))
    pieces = list(found.values())[:_MOST_SECTORS]
    if not pieces:
        return ()
    key = "experience.sector" if len(pieces) == 1 else "experience.sectors"
    slots = {"sector": in_list(pieces), "sectors": in_list(pieces)}
    return words.say(key, "person", Provenance.PERSON, "person.experience", **slots).fragments


def _kind_of(occupation_id: str | None) -> str | None:
    if occupation_id is None:
        return None
    for catalogue in _catalogues():
        try:
            return catalogue.occupation(occupation_id).kind_nl or None
        except UnknownOccupation:
            continue
    return None


def _catalogues() -> Iterator[Catalogue]:
    yield load_catalogue()
    yield load_catalogue(level="all")  # read only when the unit groups do not hold the occupation


def skill_sentences(case: Case, words: Wording) -> tuple[Sentence, ...]:
    """Answer the sentences on languages, computer and driving licence; each only when its field is filled."""
    return tuple(
        sentence for sentence in (_spoken(case, words), _digital(case, words), _licence(case, words)) if sentence
    )


def _spoken(case: Case, words: Wording) -> Sentence | None:
    good: list[Fragment] = []
    basic: list[Fragment] = []
    for number, skill in enumerate(case.person.languages):
        language = listed_or_none(skill.language, "languages")
        piece = None if language is None else _piece(language, f"person.languages.{number}")
        if piece is not None and skill.spoken in ("good", "native"):
            good.append(piece)
        elif piece is not None and skill.spoken == "basic":
            basic.append(piece)
    dutch = next((skill for skill in case.person.languages if skill.language.strip().casefold() == _DUTCH), None)
    if dutch is not None and dutch.spoken == "basic":
        # What is lacking in Dutch weighs more for work in the Netherlands than what another language adds.
        good = []
        basic.sort(key=lambda piece: piece.text.casefold() != _DUTCH)
    if good:
        key = "skills.language" if len(good) == 1 else "skills.languages"
        return words.say(key, "person", Provenance.PERSON, "person.languages", languages=in_list(good[:3]))
    if basic:
        unwritten = dutch is not None and dutch.spoken == "basic" and dutch.written == "none"
        return words.say(
            "skills.language_spoken" if unwritten else "skills.language_basic",
            "person",
            Provenance.PERSON,
            "person.languages",
            languages=in_list(basic[:1]),
        )
    return None


def _digital(case: Case, words: Wording) -> Sentence | None:
    skill = case.person.digital_skills
    if skill is None:
        return None
    return words.say(f"skills.digital_{skill}", "person", Provenance.PERSON, "person.digital_skills")


def _licence(case: Case, words: Wording) -> Sentence | None:
    found: dict[str, Fragment] = {}
    for number, licence in enumerate(case.person.licences):
        code = listed_or_none(licence, "licences")
        if code is not None:
            found.setdefault(code, _piece(code, f"person.licences.{number}"))
    if not found:
        return None
    key = "skills.licence" if len(found) == 1 else "skills.licences"
    return words.say(key, "person", Provenance.PERSON, "person.licences", licences=in_list(list(found.values())))
