"""The full proof on the practice cases: every case, 50 variants each. Prints the figures. `make prove` runs it."""

import sys

from tests.practice.story import FOUND_BY_PRACTICE, TOP, place, raw_case, run, story_day, variants

VARIANTS = 50
SEED = 20261122


def main() -> int:
    """Print where the accepted work stands, and in how many variants it stays in the first `TOP`."""
    found = 0
    worst = 100
    for name in FOUND_BY_PRACTICE:
        on = story_day(name)
        result = run(raw_case(name), on)
        here = place(name, result)
        found += here.rank is not None
        ranks = [place(name, run(raw, on)).rank for raw in variants(name, VARIANTS, SEED)]
        share = 100 * sum(rank is not None for rank in ranks) // VARIANTS
        worst = min(worst, share)
        sys.stdout.write(
            f"{name} on {on} stage {result.stage.stage.code}: rank {here.rank}, in the first {TOP} "
            f"in {share}% of {VARIANTS} variants, must not exceed but does: {here.exceeding or 'none'}\n"
        )
    sys.stdout.write(f"in the first {TOP}: {found} of {len(FOUND_BY_PRACTICE)} cases; worst variant share {worst}%\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
