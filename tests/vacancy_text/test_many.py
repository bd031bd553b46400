"""Many records give the same answers on several processors, in their order; languages have codes."""

from matcher.domain.vacancy import VacancyRecord
from matcher.vacancy_text import language_code, understand, understand_all
from matcher.vacancy_text.word_classes import classes_of

RECORDS = [VacancyRecord(str(number), "Kok", f"Je werkt {number} uur per week.") for number in range(8, 32)]


def test_two_processes_answer_the_same_in_the_same_order():
    assert list(understand_all(RECORDS, processes=2)) == [understand(record) for record in RECORDS]


def test_every_language_that_is_read_has_its_own_code():
    assert (language_code("Duits"), language_code("de"), language_code("Klingon")) == ("de", "de", None)


def test_a_word_stands_in_the_classes_that_begin_or_end_like_it():
    assert "vehicle" in classes_of("zuigwagen")
    assert "gear" in classes_of("veiligheidsschoenen")
    assert classes_of("xyzzy") == ()
