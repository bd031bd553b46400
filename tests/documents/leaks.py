"""Documents of random cases, read back for what a reader may not find. Run it: python -m tests.documents.leaks."""

import contextlib
import random
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from matcher import Case, InputError, Match, load_catalogue, match
from matcher.catalogue import Catalogue
from matcher.documents import (
    ConsentMissing,
    Document,
    FileFormat,
    Kind,
    ReleaseRefused,
    build_document,
    details_of,
    kinds_for,
    write_document,
)
from matcher.documents.read_back import words_of_file
from matcher.prose import Audience, doctor_questions
from matcher.reference.fml import items
from tests.prose.outputs import COACH_MARKERS, MARKERS
from tests.prose.random_cases import random_case

CASES = 500
# The old wage is the coach's, the doctor's own figures are the labour expert's too.
_ALLOWED = {Audience.COACH: frozenset({"77,77", "QZXREDEN"}), Audience.LABOUR_EXPERT: frozenset({"13,37"})}
ILLNESS = re.compile(
    r"\b(?:fml|izp|beperk\w*|belastba\w*|ziek(?!enhuis)\w*|arts|bedrijfsarts|re-?integratie\w*|spoor|uwv|wia|klacht\w*)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Seen:
    """What was looked at, over all cases."""

    cases: int = 0
    files: int = 0
    refused_cases: int = 0
    refused_files: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)


def look_at(raw: dict[str, Any], on: date, formats: tuple[FileFormat, ...], seen: Seen, mark: str) -> None:
    """Write every document of a case for every reader and note what should not be in it."""
    case, catalogue = Case.model_validate(raw), load_catalogue()
    try:
        result = match(case, on, catalogue)
    except InputError:
        seen.refused_cases += 1
        return
    seen.cases += 1
    details = details_of(result, case, catalogue)
    documents = [
        build_document(kind, result, case, catalogue, audience, details=details)
        for audience in Audience
        for kind in kinds_for(audience)
        if kind is not Kind.QUESTIONS or result.profile.form_date is None or doctor_questions(result)
    ]
    for number, document in enumerate([*documents, *_with_consent(result, case, catalogue)]):
        for file_format in formats:
            where = f"{mark} {number} {document.kind} {document.audience} {file_format}"
            try:
                made = write_document(document, case, file_format)
            except ReleaseRefused as refused:
                seen.refused_files.append(f"{where}: {refused}")
                continue
            seen.files += 1
            words = words_of_file(made, file_format.value)
            seen.leaks += [f"{where}: {fault}" for fault in faults(words, document.audience, case)]


def _with_consent(result: Match, case: Case, catalogue: Catalogue) -> Iterator[Document]:
    """Answer the profile with conditions for every vacancy with a consent that holds."""
    for consent in case.track.consents:
        with contextlib.suppress(ConsentMissing):
            yield build_document(
                Kind.PROFILE, result, case, catalogue, Audience.NEW_EMPLOYER, consent=consent.vacancy_id
            )


def with_log(raw: dict[str, Any], on: date, seed: int) -> dict[str, Any]:
    """Answer a raw case with a log, consents and wishes of its own; words with QZX are never for an employer."""
    rng = random.Random(f"log-{seed}")  # noqa: S311 not for secrets

    def day() -> date:
        return on - timedelta(days=rng.randint(0, 60))

    raw["track"] = {
        "contacts": [
            {
                "date": day(),
                "partner": rng.choice(("worker", "company_doctor")),
                "goal": "QZXDOEL",
                "agreement": "QZXAFGESPROKEN",
            }
        ],
        "vacancies": [{"date": day(), "title": "receptionist", "answer": "not_suitable", "reason": "QZXUITLEG"}],
        "applications": [{"date": day(), "title": rng.choice(("planner", "QZXFUNCTIE", "kok 20 kg"))}],
        "agreements": [{"date": day(), "partner": "worker", "text": "QZXAFSPRAAK", "due": on + timedelta(days=9)}],
        "consents": [
            {
                "date": day(),
                "vacancy_id": f"V{number}",
                "employer": "QZXBEDRIJF Voorbeeld",
                "items": rng.sample(sorted(items()), rng.choice((1, 5, 30))),
                **({"withdrawn_on": on} if rng.random() < 0.2 else {}),
            }
            for number in range(rng.randint(0, 2))
        ],
    }
    if rng.random() < 0.5:
        times = rng.sample(("day", "evening", "night", "weekend"), rng.randint(0, 4))
        raw["person"]["availability"] = {"hours_per_week": rng.choice((12, 24, 36)), "times": times}
    return raw


def faults(words: str, audience: Audience, case: Case) -> Iterator[str]:
    """Answer what a reader should not find, by rules of our own beside those of the program."""
    found = _markers(audience).findall(words.replace(case.id, ""))
    if set(found) - _ALLOWED.get(audience, frozenset()):
        yield "a word of the form or the coach"
    old = case.person.old_job
    wage = None if old is None or old.wage_eur_per_hour is None else f"{old.wage_eur_per_hour:.2f}".replace(".", ",")
    if audience is not Audience.COACH and wage is not None and wage in words:
        yield "the old wage"
    if audience is Audience.NEW_EMPLOYER and ILLNESS.search(words):
        yield "a hint of illness"


def _markers(audience: Audience) -> re.Pattern[str]:
    return COACH_MARKERS if audience in {Audience.COACH, Audience.DOCTOR} else MARKERS


def prove(cases: int, first_seed: int = 0, share_in_all_formats: float = 0.1) -> Seen:
    """Answer what was seen over so many accepted cases: Markdown always, the other formats for a share of the cases."""
    seen = Seen()
    for seed in count(first_seed):
        if seen.cases >= cases:
            return seen
        raw, on = random_case(seed)
        raw = with_log(raw, on, seed)
        all_formats = random.Random(f"formats-{seed}").random() < share_in_all_formats  # noqa: S311 not for secrets
        look_at(raw, on, tuple(FileFormat) if all_formats else (FileFormat.MD,), seen, f"seed {seed}")
    raise AssertionError("never reached")


def main() -> int:
    """Run the whole proof, every document in every format, and print what was seen."""
    start = time.perf_counter()
    cases, first = ([int(word) for word in sys.argv[1:3]] + [CASES, 0][len(sys.argv) - 1 :])[:2]
    seen = prove(cases, first, share_in_all_formats=1)
    print(f"{seen.cases} cases, {seen.files} files in {time.perf_counter() - start:.0f} s")  # noqa: T201 a command
    print(f"refused: {len(seen.refused_files)}, leaks: {len(seen.leaks)}")  # noqa: T201
    for line in [*seen.refused_files[:20], *seen.leaks[:20]]:
        print(line)  # noqa: T201
    return 1 if seen.leaks or seen.refused_files else 0


if __name__ == "__main__":
    sys.exit(main())
