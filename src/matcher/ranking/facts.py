"""What the ranking needs to know of a person: held work, level, wage and wishes, with what is missing."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from matcher.catalogue import Catalogue
from matcher.domain.case import Case, Education
from matcher.language import TitleLink, jobs_in, link_title
from matcher.ranking.weights import weights_on
from matcher.reference.letters import spoken_title
from matcher.reference.tables import read_yaml

_SHORTEST_TITLE = 4


@dataclass(frozen=True, slots=True)
class Held:
    """Work that the person has done, linked to an occupation.

    Attributes:
        title: the title as given.
        occupation_id: the unit group that it was linked to, or None when it could not be linked.
        percent: how much of its closeness counts, after recency and length.
        own_work: whether this is the work that the person can no longer do.
        years: length in years, or None.
        sure: whether the link may be used without asking.
        field: dotted place in the case file.
    """

    title: str
    occupation_id: str | None
    percent: int
    own_work: bool
    years: int | None
    sure: bool
    field: str


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What the ranking needs to know of a person.

    Attributes:
        held: work that the person has done, own work first.
        level: education level on the working scale 1-7, or None when nothing finished is known.
        level_basis_nl: what the level rests on, in Dutch.
        old_wage_eur_per_hour: old wage, or None.
        old_hours_per_week: old hours, or None.
        wished: unit groups that the wishes name.
        sectors: words for wished branches.
        interests: RIASEC words.
        missing_nl: what is missing and why it matters, in Dutch.
        assumed_nl: what was assumed, in Dutch.
    """

    held: tuple[Held, ...]
    level: int | None
    level_basis_nl: str
    old_wage_eur_per_hour: Decimal | None
    old_hours_per_week: Decimal | None
    wished: frozenset[str]
    sectors: tuple[str, ...]
    interests: tuple[str, ...]
    missing_nl: tuple[str, ...]
    assumed_nl: tuple[str, ...]

    @property
    def own_work(self) -> frozenset[str]:
        """Answer the unit groups of the work that the person can no longer do."""
        return frozenset(held.occupation_id for held in self.held if held.own_work and held.occupation_id is not None)


def person_facts(case: Case, catalogue: Catalogue, on: date) -> PersonFacts:
    """Answer what the ranking may use of a person.

    Args:
        case: the case.
        catalogue: occupations, to look levels and codes up.
        on: the day of matching.

    Returns:
        Facts; what could not be linked or is missing is said, never guessed.
    """
    assumed: list[str] = []
    held = tuple(_held(case, catalogue, on, assumed))
    level, basis = _level(case, held, catalogue, assumed)
    old = case.person.old_job
    wished = frozenset(
        code for wish in case.person.wishes.occupations if (code := _unit_group(wish, catalogue)) is not None
    )
    return PersonFacts(
        held=held,
        level=level,
        level_basis_nl=basis,
        old_wage_eur_per_hour=None if old is None else old.wage_eur_per_hour,
        old_hours_per_week=None if old is None else old.hours_per_week,
        wished=wished,
        sectors=case.person.wishes.sectors,
        interests=case.person.wishes.interests,
        missing_nl=tuple(_missing(case, held, level)),
        assumed_nl=tuple(assumed),
    )


def _held(case: Case, catalogue: Catalogue, on: date, assumed: list[str]) -> list[Held]:
    experience = weights_on(on)["experience"]
    found = []
    old = case.person.old_job
    if old is not None:
        for code, sure in _own_links(old.title, old.occupation, catalogue, assumed):
            found.append(Held(old.title, code, 100, own_work=True, years=None, sure=sure, field="person.old_job"))
    for number, job in enumerate(case.person.experience):
        code, sure = _link(job.title, job.occupation, catalogue, assumed)
        end = job.to_year or on.year
        years = None if job.from_year is None else max(end - job.from_year, 0)
        recency = experience["recency_years"]
        percent = next((row["percent"] for row in recency if on.year - end <= row["up_to"]), recency[-1]["percent"])
        if years is not None and years < experience["short_experience"]["years_below"]:
            percent = percent * experience["short_experience"]["percent"] // 100
        field = f"person.experience.{number}"
        found.append(Held(job.title, code, percent, own_work=False, years=years, sure=sure, field=field))
    return found


def _link(title: str, occupation: str | None, catalogue: Catalogue, assumed: list[str]) -> tuple[str | None, bool]:
    if occupation is not None:
        return catalogue.occupation(occupation).id, True
    if title.startswith("("):  # a title that the reader withheld, or nothing at all
        return None, False
    link = link_title(title, top=3)
    code = _first_known(link, catalogue)
    if code is None or link.matches[0].probability < _floor():
        return None, False
    if not link.sure:
        name = spoken_title(catalogue.occupation(code).title_nl)
        assumed.append(f"'{title}' is gelezen als het beroep '{name}'. Klopt dat? Geef anders een code (isco:...).")
    return code, link.sure


def _own_links(
    title: str, occupation: str | None, catalogue: Catalogue, assumed: list[str]
) -> list[tuple[str | None, bool]]:
    """Link the own work; a title of two jobs ("assistent en coördinator") counts as both."""
    parts = [part for part in jobs_in(title) if len(part) >= _SHORTEST_TITLE]
    if occupation is None and len(parts) > 1:
        found: list[str] = []
        links = [_link(part, None, catalogue, found) for part in parts]
        if all(code is not None for code, _ in links):
            assumed.extend(found)
            sure = {code: all(each for other, each in links if other == code) for code, _ in links}
            return list(sure.items())
    return [_link(title, occupation, catalogue, assumed)]


def _floor() -> float:
    """Answer the chance below which a title is not linked at all: a guess must not become somebody's past."""
    return float(read_yaml("entry_rules.yaml")["title_link_floor"])


def _first_known(link: TitleLink, catalogue: Catalogue) -> str | None:
    for match in link.matches:
        code = f"isco:{match.isco08}"
        if code in catalogue.index:
            return code
    return None


def _unit_group(text: str, catalogue: Catalogue) -> str | None:
    if text.startswith(("isco:", "esco:", "nl:")):
        return catalogue.occupation(text).id
    code, sure = _link(text, None, catalogue, [])
    return code if sure else None


def _level(case: Case, held: tuple[Held, ...], catalogue: Catalogue, assumed: list[str]) -> tuple[int | None, str]:
    """Answer the own level and its source: finished education first; work only when no education is known.

    The tables give one level to a whole group of jobs, so work that stands higher there is a question and no level.
    """
    rules = read_yaml("education.yaml")
    said, names = rules["own_level_nl"], rules["level_name_nl"]
    years_min = rules["level_by_experience"]["years_min"]
    schooled = max((edu for edu in case.person.education if edu.finished), key=lambda e: _scale(e, rules), default=None)
    worked = [
        (catalogue.occupation(job.occupation_id).education_level, job.title)
        for job in held
        if job.occupation_id is not None and job.sure and job.years is not None and job.years >= years_min
    ]
    by_work, title = max(worked, key=lambda each: each[0], default=(None, ""))
    if schooled is None:
        if by_work is None:
            return None, str(said["unknown"])
        assumed.append(said["ask_finished"])
        return by_work, str(said["work"].format(level=names[by_work], title=title, years=years_min))
    by_school = _scale(schooled, rules)
    if by_work is not None and by_work > by_school:
        assumed.append(said["ask_higher"].format(title=title, level=names[by_work], school=schooled.level.value))
    return by_school, str(said["school"].format(level=names[by_school], school=schooled.level.value))


def _scale(education: Education, rules: dict[str, dict[str, int]]) -> int:
    return rules["scale"][education.level.value]


def _missing(case: Case, held: tuple[Held, ...], level: int | None) -> list[str]:
    person = case.person
    missing = []
    if person.old_job is None:
        missing.append(
            "Het eigen werk ontbreekt (old_job). Zonder eigen werk kan het programma dat werk niet uitsluiten."
        )
    if not held:
        missing.append("Werkervaring ontbreekt. Ervaring telt nu niet mee.")
    missing.extend(
        f"De functietitel in {job.field} is niet herkend. Vul een code in (isco:...)."
        for job in held
        if job.occupation_id is None
    )
    if level is None:
        missing.append("Een afgeronde opleiding ontbreekt. Opleiding telt nu niet mee.")
    if person.old_job is not None and person.old_job.wage_eur_per_hour is None:
        missing.append("Het oude uurloon ontbreekt. Loon telt nu niet mee en de 65%-lijn kan niet worden berekend.")
    if not (person.wishes.interests or person.wishes.occupations or person.wishes.sectors):
        missing.append("Wensen en interesses ontbreken. Die tellen nu niet mee.")
    if person.region.place is None and person.region.postcode4 is None:
        missing.append("De regio ontbreekt.")
    return missing
