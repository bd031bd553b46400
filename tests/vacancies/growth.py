"""The growth of time and memory, with a real PostgreSQL beside us: writes the page and the picture in docs/growth.

`python -m tests.vacancies.growth [ROWS...]`; without rows every size, 10,000 to 5,000,000. A size that is named is
measured again; the others stay as they were measured.
"""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from matcher import load_catalogue
from matcher.vacancies.bench import ROWS, grow, growth_table
from tests.service.postgres import postgres

FOLDER = Path(__file__).parents[2] / "docs" / "growth"
ROUNDS = 7
# What somebody would give a server for this work: its own default is meant for a machine of long ago.
SETTINGS = ("shared_buffers=2GB", "effective_cache_size=6GB", "maintenance_work_mem=512MB", "max_wal_size=4GB")


def main(words: Sequence[str]) -> int:
    FOLDER.mkdir(exist_ok=True)
    with postgres(durable=False, settings=SETTINGS) as server:
        url = server.fresh()
        rows = [int(word) for word in words] or ROWS
        done = grow(rows, 1, ROUNDS, load_catalogue(), FOLDER, date.today(), postgres=url)  # noqa: DTZ011 the day here
    sys.stdout.write(growth_table(done))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
