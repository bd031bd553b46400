"""A seeded sample of random cases: every output green, in range, traced, and without planted words."""

from tests.prose.prove import prove

SAMPLE = 60
FIRST_SEED = 10_000  # other cases than the first of the full proof


def test_sixty_random_cases_give_right_words_for_every_reader() -> None:
    seen = prove(SAMPLE, FIRST_SEED)
    assert seen.cases == SAMPLE
    assert seen.faults == []
    assert seen.fewest >= 150
    assert seen.most <= 225
