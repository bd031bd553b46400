"""The two-paragraph text of the practice cases, and of cases with hardly anything in them."""

from datetime import date

import pytest

from matcher import Case, InputError, Match, match
from matcher.domain.anchor import AnchorKind
from matcher.prose import Audience, Provenance, Sentence, compose_text, lint_text
from matcher.prose.conditions import REST
from tests.practice.story import raw_case, story_day
from tests.prose.outputs import TEXT_READERS
from tests.prose.prove import PRACTICE
from tests.prose.spelling import knows

ON = date(2026, 11, 16)


@pytest.fixture(scope="module", params=PRACTICE)
def practice(request: pytest.FixtureRequest) -> tuple[Match, Case]:
    case = Case.model_validate(raw_case(request.param))
    return match(case, story_day(request.param)), case


def refs_of(sentence: Sentence) -> set[str]:
    return {piece.source_ref for piece in sentence.fragments}


def bare(**parts: object) -> tuple[Match, Case]:
    case = Case.model_validate({"schema": "matcher/case/1", "id": "bare", **parts})
    return match(case, ON), case


def test_every_text_of_a_practice_case_is_right_for_its_reader_and_spelled_well(practice: tuple[Match, Case]) -> None:
    for reader in TEXT_READERS:
        text = compose_text(*practice, reader)
        assert lint_text(text, reader, knows) == ()


def test_every_limited_channel_is_said_or_the_document_is_named(practice: tuple[Match, Case]) -> None:
    result, case = practice
    text = compose_text(result, case)
    refs = " ".join(piece.source_ref for sentence in text.sentences for piece in sentence.fragments)
    hours = ("VI.1.evening", "VI.1.night", "VI.2", "VI.3")
    unsaid = [c.channel for c in result.profile.limited() if c.channel not in refs and c.channel not in hours]
    assert not unsaid or REST in {sentence.key for sentence in text.sentences}


def test_three_kinds_of_work_are_named_when_there_are_three(practice: tuple[Match, Case]) -> None:
    result, case = practice
    text = compose_text(result, case)
    named = {
        piece.source_ref
        for sentence in text.sentences
        for piece in sentence.fragments
        if piece.source_ref.endswith(".kind_nl")
    }
    assert len(named) >= min(3, len({kind.kind_nl for kind in result.zoekprofiel.kinds}))


def test_every_kind_of_work_of_a_practice_case_is_named_with_its_reason(practice: tuple[Match, Case]) -> None:
    result, case = practice
    for reader in (Audience.COACH, Audience.WORKER):
        text = compose_text(result, case, reader)
        assert text.left_out == ()
        for kind in result.zoekprofiel.kinds:
            said = next(s for s in text.sentences if f"catalogue.{kind.occupation.id}.kind_nl" in refs_of(s))
            if kind.anchor.kind is AnchorKind.NEW:
                level = {"level": "eigen niveau", "lower_one": "één niveau lager", "lower_two": "twee niveaus lager"}
                assert level[kind.anchor.code] in said.text
            else:
                assert any(kind.anchor.field in ref for ref in refs_of(said))


def test_a_new_direction_says_how_many_jobs_there_are_where_there_is_room() -> None:
    case = Case.model_validate(raw_case("P7"))
    text = compose_text(match(case, story_day("P7")), case).text
    assert "heftruckwerk (landelijk redelijk veel banen) en winkelwerk (landelijk veel banen)" in text


def test_the_text_says_that_the_doctor_gets_a_question_just_when_the_doctor_gets_one(
    practice: tuple[Match, Case],
) -> None:
    result, case = practice
    asked = {question.about for question in result.zoekprofiel.questions if question.to == "doctor"}
    keys = {sentence.key for sentence in compose_text(result, case).sentences}
    assert bool(asked) is any(key.startswith("document.asked") for key in keys)


def test_a_task_that_comes_back_is_named_behind_the_work_and_not_after_with() -> None:
    case = Case.model_validate(raw_case("P6"))
    text = compose_text(match(case, story_day("P6")), case).text
    assert "Taken uit eerder werk komen terug in receptiewerk (post verwerken)" in text
    assert "ervaring met post" not in text


def test_what_employers_ask_has_no_colon_and_work_with_its_own_and_needs_no_comma() -> None:
    case = Case.model_validate(raw_case("P8"))
    text = compose_text(match(case, story_day("P8")), case).text
    assert ":" not in text
    assert ", en klantenservice" not in text


@pytest.mark.parametrize("name", ["P1", "P3"])
def test_what_work_asks_before_entry_is_named_also_where_there_is_little_room(name: str) -> None:
    case = Case.model_validate(raw_case(name))
    text = compose_text(match(case, story_day(name)), case)
    assert any(key.startswith("work.needs_") and key.endswith("_brief") for key in (s.key for s in text.sentences))


def test_a_new_employer_reads_no_reference_to_conditions_that_are_not_shown(practice: tuple[Match, Case]) -> None:
    assert "deze voorwaarden" not in compose_text(*practice, Audience.NEW_EMPLOYER).text


def test_a_case_with_nothing_in_it_says_what_is_missing() -> None:
    text = compose_text(*bare())
    assert lint_text(text, Audience.COACH, knows) == ()
    assert "ontbreekt" in text.text
    assert "Een afgeronde opleiding is nog niet bekend." in text.text
    assert "geen functies" in text.text


def test_a_bare_text_is_long_enough_for_every_reader() -> None:
    result, case = bare()
    for reader in TEXT_READERS:
        assert lint_text(compose_text(result, case, reader), reader) == ()


def test_a_form_without_possibilities_names_no_work() -> None:
    form = {
        "kind": "FML", "date": date(2026, 11, 2), "author_role": "verzekeringsarts", "completeness": "full",
        "usable_possibilities": False, "no_possibilities_ground": "admission",
    }  # fmt: skip
    text = compose_text(*bare(forms=[form]))
    assert "geen mogelijkheden voor werk" in text.text
    assert not any(piece.source_ref.endswith(".kind_nl") for s in text.sentences for piece in s.fragments)
    assert lint_text(text, Audience.COACH) == ()


def test_an_unproven_education_is_not_written() -> None:
    person = {"education": [{"level": "hbo", "finished": False}, {"level": "vmbo", "finished": True}]}
    text = compose_text(*bare(person=person))
    assert "hbo" not in text.text
    assert "De hoogste afgeronde opleiding is vmbo." in text.text


def test_a_firm_in_a_title_is_not_written() -> None:
    person = {"experience": [{"title": "schoonmaker bij Jansen BV"}, {"title": "kok"}]}
    text = compose_text(*bare(person=person))
    assert "Jansen" not in text.text
    assert "werk als kok" in text.text


def test_a_new_employer_reads_nothing_of_the_document_or_the_conditions(practice: tuple[Match, Case]) -> None:
    text = compose_text(*practice, Audience.NEW_EMPLOYER)
    keys = {sentence.key.split(".")[0] for sentence in text.sentences}
    assert keys.isdisjoint({"document", "conditions", "stage"})
    assert not any(piece.provenance is Provenance.LABOUR_EXPERT for s in text.sentences for piece in s.fragments)


def test_the_doctor_gets_no_profile_text() -> None:
    with pytest.raises(InputError):
        compose_text(*bare(), Audience.DOCTOR)


def test_a_sentence_of_the_coach_is_added_and_a_struck_one_falls_away() -> None:
    plain = compose_text(*bare())
    struck = next(s.text for s in plain.sentences if s.key == "region.unknown")
    added = "De gemeente helpt mee bij het zoeken."
    actions = [
        {"date": ON, "action": "add", "what": "sentence", "target": added, "reason": "afspraak"},
        {"date": ON, "action": "strike", "what": "sentence", "target": struck, "reason": "niet nodig"},
    ]
    text = compose_text(*bare(coach={"actions": actions}))
    assert added in text.text
    assert struck not in text.text
    assert lint_text(text, Audience.COACH, knows) == ()


def test_the_same_case_gives_the_same_words() -> None:
    assert compose_text(*bare()).text == compose_text(*bare()).text
