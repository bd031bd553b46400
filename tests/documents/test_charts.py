"""The picture of capacity against demand: only for who may see levels, and told in words in every format."""

from io import BytesIO

import docx
import pytest

from matcher import load_catalogue, match
from matcher.documents import FileFormat, Kind, build_document, kinds_for, write_document
from matcher.documents.read_back import words_of_file
from matcher.prose import Audience
from tests.made_up import ON
from tests.made_up import case as made_up_case

CASE = made_up_case([{"item": "IV.13", "levels": [2]}, {"item": "V.3", "levels": [2]}])
FOUND = match(CASE, ON, load_catalogue())
SEEN_BY = {Kind.ZOEKPROFIEL, Kind.SUITABILITY}


def _document(kind: Kind, audience: Audience):
    return build_document(kind, FOUND, CASE, load_catalogue(), audience)


@pytest.mark.parametrize("audience", list(Audience))
def test_who_may_not_see_levels_gets_no_picture(audience: Audience):
    may = audience in {Audience.COACH, Audience.LABOUR_EXPERT}
    for kind in set(kinds_for(audience)) - {Kind.QUESTIONS}:  # without questions there is no letter
        assert bool(_document(kind, audience).pictures) is (may and kind in SEEN_BY)


@pytest.mark.parametrize("file_format", list(FileFormat))
def test_the_picture_is_told_in_words_in_every_format(file_format: FileFormat):
    document = _document(Kind.ZOEKPROFIEL, Audience.COACH)
    made = write_document(document, CASE, file_format)
    first = document.pictures[0]
    assert any("Tillen" in sentence.text for sentence in first.told)
    if file_format is FileFormat.PDF:  # the words of a PDF picture stand in its tags
        assert b"/Figure" in made
        assert b"/Alt" in made
    else:
        words = words_of_file(made, file_format.value)
        assert all(sentence.text in words for sentence in first.told)


def test_a_word_file_holds_the_pictures_with_their_text():
    document = _document(Kind.SUITABILITY, Audience.LABOUR_EXPERT)
    word = docx.Document(BytesIO(write_document(document, CASE, FileFormat.DOCX)))
    told = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    assert told == [picture.alternative for picture in document.pictures]
    assert len(told) >= 3


def test_the_pictures_of_one_page_have_their_own_ids():
    html = write_document(_document(Kind.SUITABILITY, Audience.COACH), CASE, FileFormat.HTML).decode()
    assert html.count('id="beeld-0-titel"') == 1
    assert html.count('id="beeld-1-titel"') == 1
