"""The page with measured accuracy comes out of one command, and holds every table that the command makes."""

from datetime import date

from tests.accuracy import PAGE, conflicts, titles, vacancies


def heads(lines):
    return [line for line in lines if line.startswith(("## ", "| set", "| what", "| pairs", "| group"))]


def test_the_page_has_the_tables_of_the_command_and_the_whole_sets():
    page = PAGE.read_text(encoding="utf-8").splitlines()
    made = [*titles(1), *vacancies(2), *conflicts(1)]
    assert heads(made) == heads(page)[:6]
    assert heads(page)[6:] == ["## Reading forms", "| group | forms | items | right | asked | missed | wrong |"]
    assert len(page) > len(made)
    measured = next(line for line in page if line.startswith("Measured on"))
    assert date.fromisoformat(measured.split()[2])
    assert not any("Cut off" in line for line in page)
