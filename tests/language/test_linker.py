"""What a title is linked to, how sure that is, and what must never matter."""

import csv
import itertools
import subprocess
import sys
from pathlib import Path

import pytest

from matcher.language import link_title


@pytest.mark.parametrize(
    ("text", "isco08"),
    [
        ("Verzorgende niveau 3 (m/v) 24-32u Zwolle", "5321"),
        ("heftruckchauffeur", "8344"),
        ("truck driver", "8332"),
        ("huiskamermedewerker", "5321"),
        ("medewerker bloedafname", "3256"),
        ("indicatiesteller", "3353"),
        ("postbode", "4412"),
        ("verpleegkundige mbo", "3221"),
        ("klantenservice medewerker", "4222"),
        ("zonnepanelen monteur", "7411"),
    ],
)
def test_common_titles_find_their_unit_group(text: str, isco08: str) -> None:
    assert link_title(text).matches[0].isco08 == isco08


def test_a_secretaresse_and_a_secretaris_get_the_same_answer() -> None:
    assert link_title("secretaresse").matches == link_title("secretaris").matches


def test_an_unknown_text_is_not_sure_and_says_why() -> None:
    link = link_title("zxqv")
    assert not link.sure
    assert link.why_not


def test_a_title_that_says_too_little_is_not_sure() -> None:
    link = link_title("medewerker")
    assert not link.sure
    assert link.why_not is not None
    assert "welk soort werk" in link.why_not


def test_an_empty_text_has_no_matches() -> None:
    assert link_title("").matches == ()


def test_matches_are_in_falling_order_and_of_different_unit_groups() -> None:
    matches = link_title("administratief medewerker", top=10).matches
    assert len(matches) == 10
    assert len({match.isco08 for match in matches}) == 10
    assert all(a.probability >= b.probability for a, b in itertools.pairwise(matches))


def test_chances_lie_between_0_and_1_and_add_up_to_at_most_1() -> None:
    matches = link_title("magazijnmedewerker", top=50).matches
    assert all(0 <= match.probability <= 1 for match in matches)
    assert sum(match.probability for match in matches) <= 1.01


def test_the_same_title_gives_the_same_answer_twice() -> None:
    assert link_title("orderpicker") == link_title("orderpicker")


def test_every_match_says_why_in_words() -> None:
    assert all(match.why for match in link_title("kok").matches)


def test_linking_imports_no_heavy_library() -> None:
    code = (
        "import sys; from matcher.language import link_title; link_title('kok');"
        "print([name for name in ('pandas', 'sklearn', 'torch', 'scipy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


DEVELOPMENT = Path(__file__).parent / "data" / "noisy_development.tsv"
BAR = 0.9


def test_noisy_titles_of_the_development_set_find_the_unit_group_of_their_clean_form() -> None:
    with DEVELOPMENT.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = 0
    for row in rows:
        right = {link_title(clean, 1).matches[0].isco08 for clean in row["clean"].split(";")}
        found += {match.isco08 for match in link_title(row["text"], 1).matches} <= right
    assert len(rows) >= 300
    assert found / len(rows) >= BAR


@pytest.mark.parametrize(
    "title", ["timmerman", "verpleegkundige", "administratief medewerker", "kok", "heftruckchauffeur"]
)
@pytest.mark.parametrize("name", ["Fatima", "Kees", "Mohammed"])
@pytest.mark.parametrize("age", ["", "jonge", "ervaren"])
def test_names_and_age_words_never_change_the_answer(title: str, name: str, age: str) -> None:
    said = f"{name} - {age} {title}, 57 jaar".replace("  ", " ")
    assert link_title(said).matches == link_title(title).matches
