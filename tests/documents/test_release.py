"""Each of the four locks stops a leak on its own, and no refusal repeats what it found."""

from dataclasses import replace
from datetime import date

import pytest
import typst

from matcher import Case, load_catalogue, match
from matcher.documents import PLAIN, FileFormat, HouseStyle, Kind, ReleaseRefused, build_document, write_document
from matcher.documents.forbidden import field_class, forbidden_words, plain_words
from matcher.documents.house_style import OwnParagraphs
from matcher.documents.read_back import words_of_file
from matcher.documents.release import check_release
from matcher.prose import Audience, Fragment, Provenance, Sentence, Text, audiences_of
from matcher.receipt import rule_days
from matcher.reference.dates import date_in_words
from tests.made_up import ON, raw_case
from tests.made_up import case as made_up_case

CASE = made_up_case([{"item": "IV.13", "levels": [2], "text": "hoogstens vijf dozen zeep"}])


def _document(kind: Kind = Kind.PLAN, audience: Audience = Audience.CURRENT_EMPLOYER):
    catalogue = load_catalogue()
    return build_document(kind, match(CASE, ON, catalogue), CASE, catalogue, audience)


def _with(text: str, words: str, provenance: Provenance = Provenance.POLICY, **more):
    document = _document(**more)
    piece = Fragment(text, provenance, audiences_of(words), "test")
    return replace(document, blocks=(*document.blocks, Text((Sentence("test", (piece,)),))))


def _release(document, made: bytes | None) -> None:
    if made is None:
        write_document(document, CASE, FileFormat.MD)
    else:
        check_release(document, made, "md", CASE, PLAIN)


def _refused(document, made: bytes | None = None) -> str:
    with pytest.raises(ReleaseRefused) as refused:
        _release(document, made)
    return str(refused.value)


def test_a_fragment_of_another_audience_is_refused():
    assert "een zin die deze lezer niet mag zien" in _refused(_with("zomaar iets", "wage"))


def test_the_number_of_a_page_does_not_become_a_figure_of_the_first_words_on_the_next():
    pages = "#set page(footer: context [#h(1fr) #counter(page).display()])\nHoogstens 2\n#pagebreak()\nuren en 2 dozen"
    assert words_of_file(typst.compile(pages.encode()), "pdf") == "Hoogstens 2 uren en 2 dozen"


def test_an_article_of_an_act_is_no_item_of_a_form():
    _release(_with("diploma volgens de cao (Wet kinderopvang, art. 1.50)", "profile"), None)
    assert "item_code" in _refused(_with("onderdeel 1.50 van de lijst", "profile"))


def test_a_day_on_which_a_stage_starts_may_be_the_day_of_something_hidden_too():
    dates = {"first_sick_day": "2025-10-20", "track_start": "2026-11-02"}
    due = {"date": "2026-10-01", "partner": "worker", "text": "proefafspraak", "due": "2026-11-02"}
    raw = raw_case([{"item": "V.3", "levels": [2]}], track={"agreements": [due]})
    raw["person"]["dates"] = dates
    case = Case.model_validate(raw)
    said = "Vanaf 2 november 2026: eerst het eigen niveau."
    assert not [field for field, found in forbidden_words(case, Audience.LABOUR_EXPERT, ON) if found.search(said)]
    assert [field for field, found in forbidden_words(case, Audience.NEW_EMPLOYER, ON) if found.search(said)]


@pytest.mark.parametrize("day", rule_days(ON))
def test_the_day_since_which_a_rule_holds_may_be_the_day_of_something_hidden_too(day: date):
    due = {"date": "2026-10-01", "partner": "worker", "text": "proefafspraak", "due": day.isoformat()}
    case = Case.model_validate(raw_case([{"item": "V.3", "levels": [2]}], track={"agreements": [due]}))
    said = f"Gemaakt met de regels van {date_in_words(day)}."
    assert not [field for field, found in forbidden_words(case, Audience.DOCTOR, ON) if found.search(said)]
    assert [field for field, found in forbidden_words(case, Audience.NEW_EMPLOYER, ON) if found.search(said)]


def test_a_word_that_a_writer_adds_is_refused():
    document = _document()
    made = write_document(document, CASE, FileFormat.MD)
    assert "een woord in het bestand" in _refused(document, made + b"\nsmokkelwaar\n")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("hij tilt hoogstens vijf  dozen zeep", "forms.0.entries.0.text"),
        ("het loon was 17,40 per uur", "person.old_job.wage_eur_per_hour"),
        ("tillen tot 5 kg gaat", "forms.0.entries.0"),
    ],
)
def test_a_value_of_a_closed_field_is_refused_and_named_by_its_field_only(text: str, field: str):
    said = _refused(_with(text, "document_frame"))
    assert f"de inhoud van veld {field}" in said
    assert "17,40" not in said
    assert "zeep" not in said


def test_a_day_of_the_track_does_not_reach_a_new_employer():
    document = _with(
        "op 2 juni 2025 en 01-06-2026", "document_frame", kind=Kind.PROFILE, audience=Audience.NEW_EMPLOYER
    )
    said = _refused(document)
    assert "person.dates.first_sick_day" in said
    assert "person.dates.track_start" in said


def test_a_blocked_word_does_not_reach_a_new_employer_not_even_from_the_house_style():
    style = HouseStyle(paragraphs={Kind.PROFILE: OwnParagraphs(closing=("Wij begeleiden u in het tweede spoor.",))})
    with pytest.raises(ReleaseRefused, match="blocked_for_new_employer"):
        write_document(_document(Kind.PROFILE, Audience.NEW_EMPLOYER), CASE, FileFormat.HTML, style)


def test_a_part_of_the_body_in_the_coachs_words_does_not_reach_the_employer():
    assert "body_part" in _refused(_with("De rug is het punt.", "document_frame", Provenance.COACH))


@pytest.mark.parametrize(
    "field", ["policy.overrides.0.reason", "person.exclusions.0.reason", "coach.actions.0.reason", "nieuw.veld"]
)
def test_a_field_that_nobody_listed_is_for_the_coach_only(field: str):
    assert audiences_of(field_class(field)) == {Audience.COACH}


def test_what_a_reader_may_see_elsewhere_is_no_secret():
    names = {field for field, _ in forbidden_words(CASE, Audience.CURRENT_EMPLOYER, ON)}
    assert "person.old_job.title" not in names
    assert "person.old_job.wage_eur_per_hour" in names


def test_words_are_compared_without_the_marks_of_a_format():
    assert plain_words("**Hoogstens**  vijf\u00ad dozen.") == "hoogstens vijf dozen"
