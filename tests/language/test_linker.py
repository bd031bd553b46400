"""What a title is linked to, how sure that is, and what must never matter."""

import itertools
import subprocess
import sys

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
