"""The full proof of the words: 500 random cases and the practice cases. Run it: python -m tests.prose.prove."""

import sys
import time
from itertools import count

from matcher import Case, load_catalogue, match
from matcher.prose import Explanation, compose_text, explain
from tests.practice.story import raw_case, story_day
from tests.prose.outputs import EXPLAINED, TEXT_READERS, Seen, look_at
from tests.prose.random_cases import random_case
from tests.prose.spelling import unknown_in

CASES = 500
PRACTICE = ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9")


def prove(cases: int = CASES, first_seed: int = 0) -> Seen:
    """Answer what was seen over so many cases that the program accepts, from a first seed on."""
    seen = Seen()
    for seed in count(first_seed):
        if seen.cases >= cases:
            return seen
        raw, on = random_case(seed)
        look_at(raw, on, seen)
    raise AssertionError("never reached")


def practice_unknown_words() -> set[str]:
    """Answer the unknown Dutch words over every output of the practice cases, names of places and English left out."""
    unknown: set[str] = set()
    for name in PRACTICE:
        case = Case.model_validate(raw_case(name))
        result = match(case, story_day(name))
        place = {str(case.person.region.place)}
        for reader in TEXT_READERS:
            unknown |= unknown_in(compose_text(result, case, reader).text) - place
        for reader, language in EXPLAINED:
            if language == "nl":
                made = explain(result, case, reader, language)
                unknown |= unknown_in(spelled_text(made))
    return unknown


def spelled_text(made: Explanation) -> str:
    """Answer the words of an explanation without the names of the sources, most of which are English."""
    text = " ".join(sentence.text for sentence in made.sentences)
    for record in load_catalogue().sources:
        text = text.replace(f"{record.title} ({record.version})", "")
    return text


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> int:
    """Print the figures; 1 when anything is wrong."""
    start = time.perf_counter()
    seen = prove()
    _say(
        f"{seen.cases} random cases ({seen.refused} more refused), {seen.texts} texts of {seen.fewest}-{seen.most} "
        f"words, {seen.explanations} explanations: {len(seen.faults)} faults, {time.perf_counter() - start:.0f} s"
    )
    for fault in seen.faults[:40]:
        _say(f"  {fault}")
    unknown = practice_unknown_words()
    _say(f"practice cases: {len(unknown)} unknown words {sorted(unknown)}")
    return 1 if seen.faults or unknown else 0


if __name__ == "__main__":
    sys.exit(main())
