"""What a document says about the person: education, work, skills, wishes, the old job. Free words only when known."""

from collections.abc import Iterator

from matcher.documents.speech import Speech
from matcher.domain.case import Case, Education, Experience
from matcher.matching import Match
from matcher.prose import (
    Block,
    Provenance,
    Sentence,
    Text,
    document_sentence,
    listed_or_none,
    region_sentence,
    skill_sentences,
    titles_of,
    travel_sentence,
)
from matcher.reference.channels import channels
from matcher.report.spoken import number_nl

PERSON = Provenance.PERSON


def person_blocks(match: Match, case: Case, speech: Speech) -> Iterator[Block]:
    """Answer the persoonsprofiel: where the search starts.

    Args:
        match: what `match` answered for the case.
        case: the case.
        speech: the words.
    """
    yield speech.title("person.education")
    yield speech.points_or(education_lines(case, speech), "person.nothing")
    yield speech.title("person.experience")
    yield from experience_blocks(case, speech)
    yield speech.title("person.skills")
    yield speech.points_or(skill_lines(case, speech), "person.nothing")
    yield speech.title("person.travel")
    travel = travel_sentence(case, speech.prose)
    yield Text((region_sentence(case, speech.prose), *([travel] if travel is not None else [])))
    wishes = tuple(_wishes(case, speech))
    if wishes:
        yield speech.title("person.wishes", kind="wishes")
        yield Text(wishes)
    old = tuple(_old_job(case, speech))
    if old:
        yield speech.title("person.old_job", kind="plan_frame")
        yield Text(old)
    yield speech.title("person.capacity", kind="document")
    yield Text((document_sentence(case, match.profile, speech.prose), _rubrieken(match, speech)))


def education_lines(case: Case, speech: Speech) -> Iterator[Sentence]:
    """Answer one line per education: level, direction when our list knows it, and whether it was finished."""
    for number, education in enumerate(case.person.education):
        ref = f"person.education.{number}"
        direction = listed_or_none(education.direction, "directions")
        yield speech.say(
            "person.education_line",
            "person",
            PERSON,
            ref,
            level=education.level.value,
            direction=f", richting {direction}" if direction else "",
            finished=_finished(education, speech),
        )


def _finished(education: Education, speech: Speech) -> str:
    words = speech.words.list_of("finished")
    return str(words["unknown" if education.finished is None else "done" if education.finished else "not_done"])


def experience_blocks(case: Case, speech: Speech, kind: str = "person") -> Iterator[Block]:
    """Answer the work done as a table; a title that may hold a name or a cause is not written.

    Args:
        case: the case.
        speech: the words.
        kind: class of the words.
    """
    rows = [row for number, job in enumerate(case.person.experience) if (row := _job(job, number, speech, kind))]
    if not rows:
        yield Text((speech.rule("person.nothing"),))
        return
    names = ("title", "period", "sector")
    kept = [place for place in range(len(names)) if any(row[place].text for row in rows)]
    head = tuple(f"person.experience_head_{names[place]}" for place in kept)
    yield speech.table(head, [tuple(row[place] for place in kept) for row in rows])


def _job(job: Experience, number: int, speech: Speech, kind: str) -> tuple[Sentence, ...]:
    titles = [title for title in titles_of(job.title) if title is not None]
    if not titles:
        return ()
    ref = f"person.experience.{number}"
    sector = listed_or_none(job.sector, "sectors")
    texts = (" en ".join(titles), _period(job, speech), sector or "")
    return tuple(speech.cell(text, kind, PERSON, ref) for text in texts)


def _period(job: Experience, speech: Speech) -> str:
    end = str(job.to_year or speech.words.list_of("until_today"))
    return f"{job.from_year} tot {end}" if job.from_year is not None else "" if job.to_year is None else end


def skill_lines(case: Case, speech: Speech) -> Iterator[Sentence]:
    """Answer languages, computer, licence and certificates, as far as our lists know the words."""
    yield from skill_sentences(case, speech.prose)


def _wishes(case: Case, speech: Speech) -> Iterator[Sentence]:
    wishes = case.person.wishes
    titles = [title for wish in wishes.occupations for title in titles_of(wish) if title is not None]
    if titles:
        ref = "person.wishes.occupations"
        yield speech.say("person.wish_occupations", "wishes", PERSON, ref, list=", ".join(titles))
    sectors = [sector for wish in wishes.sectors if (sector := listed_or_none(wish, "sectors")) is not None]
    if sectors:
        yield speech.say("person.wish_sectors", "wishes", PERSON, "person.wishes.sectors", list=", ".join(sectors))


def old_title(case: Case) -> str | None:
    """Answer the title of the old work as it may be written, or None."""
    old = case.person.old_job
    titles = [title for title in titles_of(old.title) if title is not None] if old is not None else []
    return " en ".join(titles) or None


def old_hours(case: Case) -> str:
    """Answer the hours of the old work behind its title, or nothing."""
    old = case.person.old_job
    hours = None if old is None else old.hours_per_week
    return f", {number_nl(hours)} uur per week" if hours is not None else ""


def _old_job(case: Case, speech: Speech) -> Iterator[Sentence]:
    title, old = old_title(case), case.person.old_job
    if title is not None:
        slots = {"title": title, "hours": old_hours(case)}
        yield speech.say("person.old_job_line", "plan_frame", PERSON, "person.old_job", **slots)
    if old is not None and old.wage_eur_per_hour is not None:
        wage = number_nl(old.wage_eur_per_hour)
        yield speech.say("person.old_wage", "wage", PERSON, "person.old_job.wage_eur_per_hour", wage=wage)


def _rubrieken(match: Match, speech: Speech) -> Sentence:
    limited = dict.fromkeys(channels()[capacity.channel].rubriek for capacity in match.profile.limited())
    if not limited:
        return speech.say("person.rubrieken_none", "rubrieken", Provenance.FORM, "form")
    names = speech.words.list_of("rubriek")
    head = speech.words.list_of("rubriek_word")["one" if len(limited) == 1 else "more"]
    listed = ", ".join(f"{number} ({names[number]})" for number in limited)
    return speech.say("person.rubrieken", "rubrieken", Provenance.FORM, "form", list=f"{head} {listed}")
