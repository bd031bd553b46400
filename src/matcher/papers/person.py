"""A CV in Dutch or English as the person's part of a case. What is not clear is asked; nobody's name is kept."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from matcher.domain.case import Education, EducationLevel, Experience, LanguageSkill, Person
from matcher.intake import identity_in
from matcher.papers.clean import Cleaned
from matcher.papers.form_reading import Question
from matcher.papers.person_data import RawPerson, raw_person
from matcher.papers.report_words import first_level, listed, words
from matcher.reference.text_signals import plain
from matcher.sheets import Row

_BULLET = re.compile(r"^\s*[-\u2013\u2022\u00b7*\u25cf\u25aa\uf0b7]\s*")
_YEAR = r"(?:(?:(?:\d{1,2}[-/.]){1,2}|[a-z]{3,9}\.?\s+)?((?:19|20)\d{2}))"
_LONGEST = 200
_TASKS = 30
_APART = 0.6  # heights of a line: more white than this starts a job
_HEADING_WORDS = 5


@dataclass(frozen=True, slots=True)
class PersonReading:
    """What a CV says.

    Attributes:
        person: the part of a case; only what was read.
        questions: what a person must still say.
        identity: who it is about; only for the separate identity sheet.
    """

    person: Person
    questions: tuple[Question, ...] = ()
    identity: Mapping[str, str] = field(default_factory=dict)


def read_person_data(attachments: Iterable[tuple[str, str]]) -> PersonReading | None:
    """Answer what a file of data says (Europass XML or JSON, JSON Resume); None when it holds no CV.

    Args:
        attachments: names and texts of the data.
    """
    for name, text in attachments:
        raw = raw_person(name, text)
        if raw is not None:
            return _person(raw)
    return None


def read_person(cleaned: Cleaned) -> PersonReading:
    """Answer what a CV in words says.

    Args:
        cleaned: the rows without identity.
    """
    parts = _sections(cleaned.rows)
    raw = RawPerson(identity=dict(cleaned.identity))
    _experience(parts.get("experience", []), raw)
    _education(parts.get("education", []), raw)
    raw.certificates += [_without_years(_text(row)) for row in parts.get("certificates", [])]
    _licences(
        [_text(row) for row in (*parts.get("licences", []), *_named(cleaned.rows, r"rijbewijs|driving licen"))], raw
    )
    _languages([_text(row) for row in parts.get("languages", [])], raw)
    digital = " ".join(plain(_text(row)) for row in parts.get("digital", []))
    raw.digital = first_level(digital, "cv", "digital_levels") or raw.digital
    return _person(raw, without_name=cleaned.without_name)


def _text(row: Row) -> str:
    return _BULLET.sub("", row.text).strip()


def _named(rows: Sequence[Row], pattern: str) -> list[Row]:
    return [row for row in rows if re.search(pattern, plain(row.text)) and len(row.text.split()) < 12]  # noqa: PLR2004


def _sections(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    current = ""
    for row in rows:
        heading = _heading(row.text)
        if heading is not None:
            current, rest = heading
            if rest:
                found.setdefault(current, []).append(row.with_cells((row.cells[0].__class__(rest, 0, len(rest)),)))
        elif current:
            found.setdefault(current, []).append(row)
    return found


def _heading(text: str) -> tuple[str, str] | None:
    small = plain(text).strip()
    for name, pattern in listed("cv", "sections").items():
        match = re.match(rf"^\W*(?:{pattern})\s*(?P<sign>:|$)", small)
        if match is not None and (len(small.split()) <= _HEADING_WORDS or match["sign"] == ":"):
            rest = text.strip()[match.end() :].strip() if len(small) == len(text.strip()) else ""
            return name, rest
    return None


def _period(text: str) -> tuple[int | None, int | None, bool, str] | None:
    """Answer first year, last year, whether it goes on until now, and the text without the period."""
    now = listed("cv", "until_now")
    small = plain(text)
    found = re.search(rf"{_YEAR}\s*(?:-|\u2013|\u2014|tot(?: en met)?|t/m|to|until)\s*(?:{_YEAR}|({now}))", small)
    if found is None:
        since = re.search(rf"(?:sinds|since|vanaf|from)\s+{_YEAR}", small)
        if since is None:
            return None
        return int(since.group(1)), None, True, _cut(text, since.start(), since.end())
    first, last, until_now = found.groups()
    return int(first), int(last) if last else None, until_now is not None, _cut(text, found.start(), found.end())


def _cut(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}".strip(" :|,;()-\u2013\t")


def _without_years(text: str) -> str:
    return re.sub(r"\s*[(\[,-]?\s*(?:19|20)\d{2}\s*(?:-\s*(?:19|20)\d{2})?\s*[)\]]?", "", text).strip(" ,;:-")


def _experience(rows: Sequence[Row], raw: RawPerson) -> None:
    jobs: list[list[Row]] = []
    for place, row in enumerate(rows):
        if _period(row.text) is not None:
            above = rows[place - 1] if place else None
            lead = (
                above is not None
                and row.gap < 1
                and not _period(above.text)
                and _alone(_period(row.text))
                and above.gap > _APART
            )
            if lead and jobs and above is not None and jobs[-1] and jobs[-1][-1] is above:
                jobs[-1].pop()
            jobs.append([above, row] if lead and above is not None else [row])
        elif jobs:
            jobs[-1].append(row)
        elif place + 1 < len(rows) and _period(rows[place + 1].text):
            continue
    for job in jobs:
        raw.experience.append(_job(job))


def _alone(period: tuple[int | None, int | None, bool, str] | None) -> bool:
    return period is not None and not period[3]


def _job(rows: list[Row]) -> dict[str, object]:
    first = last = None
    heads: list[str] = []
    tasks: list[str] = []
    dated = False
    for row in rows:
        period = None if dated else _period(row.text)
        text = row.text
        if period is not None:
            first, last, _, text = period
            dated = True
        if not text.strip():
            continue
        if _BULLET.match(text) or (len(heads) > 0 and dated and (row.gap < 0.4 and len(heads) > 1)):  # noqa: PLR2004
            tasks.append(_text(row))
        elif len(heads) < 2:  # noqa: PLR2004 title and employer
            heads.append(text.strip())
        else:
            tasks.append(text.strip())
    return {"title": _title(heads), "from_year": first, "to_year": last, "tasks": tasks}


def _title(heads: Sequence[str]) -> str | None:
    """Answer the job title in the first lines of a job, or None when it may be the employer's name."""
    parts: list[str] = []
    for head in heads[:2]:
        parts += [
            part.strip()
            for part in re.split(r"\s*[,|;\t]\s*|\s+[-\u2013]\s+|\s{3,}", _before_employer(head))
            if part.strip()
        ]
    likely = [part for part in parts if not words("cv", "company").search(plain(part)) and not identity_in(part)]
    likely = [
        re.sub(r"^(?:functie|function|position|job title)\s*:\s*", "", part, flags=re.IGNORECASE) for part in likely
    ]
    return likely[0] if likely and len(likely[0].split()) <= 8 else None  # noqa: PLR2004 a title is short


def _before_employer(text: str) -> str:
    return re.split(str(listed("cv", "at")), text, maxsplit=1, flags=re.IGNORECASE)[0]


def _education(rows: Sequence[Row], raw: RawPerson) -> None:
    for row in rows:
        text = _text(row)
        small = plain(text)
        level = first_level(small, "cv", "levels")
        if level is None and not words("cv", "level_unclear").search(small):
            continue
        years = [int(year) for year in re.findall(r"(?:19|20)\d{2}", small)]
        unfinished = words("cv", "unfinished").search(small) is not None
        finished = False if unfinished else True if words("cv", "finished").search(small) else None
        raw.education.append(
            {"level": level, "direction": _direction(text), "finished": finished, "year": max(years, default=None)}
        )


def _direction(text: str) -> str | None:
    small = re.sub(r"\(?(?:19|20)\d{2}\)?(?:\s*[-\u2013]\s*(?:(?:19|20)\d{2}|heden|present))?", " ", text)
    for row in listed("cv", "levels"):
        small = re.sub(row["words"], " ", small, flags=re.IGNORECASE)
    for name in ("unfinished", "finished", "level_unclear"):
        small = re.sub(str(listed("cv", name)), " ", small, flags=re.IGNORECASE)
    parts = [part.strip(" :.()-\u2013") for part in re.split(r"[,;|]|\s[-\u2013]\s|\s{2,}", small)]
    likely = [part for part in parts if len(part) > 2 and not words("cv", "company").search(plain(part))]  # noqa: PLR2004
    return likely[0][:_LONGEST] if likely else None


def _licences(texts: Iterable[str], raw: RawPerson) -> None:
    for text in texts:
        small = plain(text)
        behind = re.split(r"rijbewijs(?:zen)?|driving licen[cs]es?|licen[cs]e", small)[-1] or small
        raw.licences += [found.upper() for found in re.findall(str(listed("cv", "licence")), behind)]


def _languages(texts: Iterable[str], raw: RawPerson) -> None:
    for text in texts:
        for part in re.split(r"[;\n]|,\s*(?=[A-Z])|\.\s+", text):
            small = plain(part)
            named = [name for word, name in listed("cv", "language_names").items() if re.search(rf"\b{word}\b", small)]
            if len(set(named)) == 1:
                raw.languages.append((named[0], first_level(small, "cv", "language_levels")))
            elif len(set(named)) > 1 and first_level(small, "cv", "language_levels") is None:
                raw.languages += [(name, None) for name in dict.fromkeys(named)]


def _person(raw: RawPerson, without_name: Callable[[str], str] = lambda text: text) -> PersonReading:
    questions: list[Question] = []
    said = listed("questions_nl")
    jobs = []
    for place, job in enumerate(raw.experience, start=1):
        title = _short(str(job.get("title") or ""), without_name)
        if not title:
            questions.append(Question(f"werk_{place}", said["experience_title"].format(place=place)))
            continue
        tasks = [short for task in job.get("tasks", [])[:_TASKS] if (short := _short(str(task), without_name))]
        jobs.append(
            Experience(
                title=title,
                from_year=_year(job.get("from_year")),
                to_year=_year(job.get("to_year")),
                tasks=tuple(tasks),
            )
        )
    if not raw.experience:
        questions.append(Question("werk", said["experience_none"]))
    learned = []
    for place, school in enumerate(raw.education, start=1):
        if school.get("level") is None:
            questions.append(Question(f"opleiding_{place}", said["education_level"].format(place=place)))
            continue
        if school.get("finished") is None:
            questions.append(Question(f"opleiding_{place}", said["education_finished"].format(place=place)))
        direction = _short(str(school.get("direction") or ""), without_name) or None
        learned.append(
            Education(level=EducationLevel(str(school["level"])), direction=direction, finished=school.get("finished"),
                      year=_year(school.get("year")))
        )  # fmt: skip
    extra = [
        name for word, name in listed("cv", "extra_licences").items()
        if any(word in plain(text) for text in raw.certificates)
    ]  # fmt: skip
    person = Person(
        experience=tuple(jobs[:60]),
        education=tuple(learned[:30]),
        certificates=tuple(dict.fromkeys(c for text in raw.certificates[:60] if (c := _short(text, without_name)))),
        licences=tuple(dict.fromkeys([*raw.licences, *extra]))[:30],
        languages=tuple(
            LanguageSkill(language=name, spoken=level, written=None) for name, level in dict(raw.languages[:30]).items()
        ),
        digital_skills=raw.digital,
    )
    return PersonReading(person, tuple(questions), raw.identity)


def _short(text: str, without_name: Callable[[str], str]) -> str:
    text = " ".join(without_name(re.sub(r"<[^>]*>", " ", text)).split()).strip(" .;,:-\u2013|")
    return "" if identity_in(text) else text[:_LONGEST]


def _year(value: object) -> int | None:
    return value if isinstance(value, int) and 1950 <= value <= 2100 else None  # noqa: PLR2004 as the schema says
