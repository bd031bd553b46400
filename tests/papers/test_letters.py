"""Letters and mails of a doctor: nothing that a sentence touches is passed over in silence."""

import pytest

from matcher.domain.case import Numbering
from matcher.papers import Sureness, confirm, correction_of, read_document_bytes

TOP = "Inzetbaarheidsprofiel\nProfiel opgesteld: 11-05-2026\n\n"
LETTER = TOP + (
    "Werknemer is belastbaar met beperkingen. In de dynamische handelingen is hij beperkt in het reiken en in het\n"
    "frequent reiken. Tillen en dragen kan hij tot ongeveer 5 kg. Hij is rechtshandig. 's Nachts werken is niet\n"
    "toegestaan, en beroepsmatig rijden ook niet. De aandacht vasthouden lukt hooguit een half uur.\n"
)


def form_of(text):
    return read_document_bytes(text.encode(), "brief.txt").leading


@pytest.mark.parametrize("code", ["I.1", "II.11", "IV.1", "IV.7", "IV.8", "IV.13", "IV.14", "VI.1"])
def test_what_a_sentence_touches_is_asked_and_never_read(code):
    found = {item.code: item for item in form_of(LETTER).items}
    assert found[code].sureness is Sureness.DOUBTFUL
    assert found[code].words  # the sentence stands beside the question


def test_in_a_letter_every_other_item_is_asked_too_until_the_coach_says_that_the_rest_is_norm():
    form = form_of(LETTER)
    keys = {question.key for question in form.questions}
    assert {"rest", *(item.code for item in form.items)} <= keys
    answered = confirm(form, [correction_of("rest=norm; de hele brief gelezen")]).form
    left = {question.key for question in answered.questions}
    assert "IV.5" not in left
    assert "IV.13" in left


def test_a_form_in_rows_asks_no_item_that_it_does_not_name():
    form = form_of("Kritische FML\nOpgesteld op 11-05-2026\nIV.13 Tillen: 2 beperkt\nV.1 Zitten: 1 licht beperkt\n")
    assert not {question.key for question in form.questions} & {"IV.5", "II.1"}


def test_one_word_that_is_a_name_on_the_old_list_makes_no_old_form():
    form = form_of(TOP + "Koude: beperkt. Dat geldt ook voor de winter en voor werk in de buitenlucht.\n")
    assert form.numbering is not Numbering.LEGACY


def test_numbers_of_the_old_list_between_brackets_are_asked():
    text = (
        "Functionele Mogelijkhedenlijst\nOpgesteld op 6 februari 2012\n4.8 Reiken: 1\n4.19 Lopen tijdens het werk: 1\n"
        "4.22 Knielen of hurken: 1\n\nIn conflicten (2.8) is hij beperkt: alleen telefonisch of schriftelijk contact.\n"
    )
    found = {item.code: item for item in form_of(text).items}
    assert found["2.8"].sureness is Sureness.DOUBTFUL


@pytest.mark.parametrize(
    ("line", "told"), [("CONCEPT", True), ("Status: concept", True), ("Het conceptplan volgt later.", False)]
)
def test_a_form_that_is_a_concept_says_so(line, told):
    text = f"Kritische FML\n{line}\nOpgesteld op 11-05-2026\nIV.13 Tillen: 2 beperkt\n"
    notes = read_document_bytes(text.encode(), "fml.txt").notes
    assert any("concept" in note for note in notes) == told
