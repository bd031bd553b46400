"""The full proofs: a writer killed twenty times, and safety by the labels. `python -m tests.vacancies.prove`."""

import sys
import tempfile
from pathlib import Path

from matcher.vacancies import build_index
from tests.vacancies import safety
from tests.vacancies.test_index import kill_and_look
from tests.vacancies.world import DAY, vacancy

ROUNDS = 20


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "index"
        build_index([vacancy(0)], place, DAY)
        done = kill_and_look(place, ROUNDS, seed=1)
    sys.stdout.write(f"killed {ROUNDS} times; {done} vacancies reported as done, all found; the index always opened\n")
    return safety.main([])


if __name__ == "__main__":
    sys.exit(main())
