"""A text that names a diagnosis, cause, medicine or treatment is not kept and not shown (decision 8)."""

from datetime import date

import pytest

from matcher.domain.case import CapacityForm, Case, Entry
from matcher.intake import read_case_text, understand_capacity
from matcher.intake.medical import names_something_medical
from matcher.intake.withholding import NOT_KEPT
from tests.intake.writing import HEAD, ON, case, codes, form, kinds, profile


@pytest.mark.parametrize(
    "text",
    [
        "na hernia niet tillen",
        "wegens burn-out",
        "Burnout",
        "burn out klachten",
        "artrose in de knie",
        "bij MS rustpauzes",
        "ADHD",
        "adhd",
        "COPD",
        "PTSS",
        "gebruikt oxycodon",
        "sertraline",
        "na chemokuur",
        "EMDR",
        "fysiotherapie",
        "onder behandeling bij een psychiater",
        "bronchitis",
        "reumatoïde artritis",
        "Post-covid",
        "slaapstoornis",
        "hartinfarct",
        "na een auto-ongeluk",
        "rugklachten",
        "angststoornis",
        "nekhernia",
        "knieartrose",
        "prothese",
        "beenprothese",
        "naar de fysio",
        "lage rugpijn",
        "pijn in de schouder",
        "zenuwpijn",
        "lekkende hartklep",
        "na een tia",
        "alcoholgebruik",
        "bekkenklachten",
        "hyperventilatie",
        "draagt een gehoorapparaat",
        "wegens gips",
        "arm in het gips",
    ],
)
def test_a_medical_word_is_seen(text: str) -> None:
    assert names_something_medical(text)


@pytest.mark.parametrize(
    "text",
    [
        "niet tillen boven schouderhoogte",
        "hand en arm afwisselend gebruiken",
        "met de rug tegen de muur zitten",
        "als het kan op deze manier",
        "ALS HET KAN NIET TILLEN",
        "MS Office en MS-Word",
        "empathie is goed",
        "microscopie",
        "pijnlijke handelingen vermijden",
        "contact met latex vermijden",
        "gas en stof",
        "staartdeling",
        "bij toename rust nemen",
        "operationele taken",
        "stentor",
        "de arts kijkt opnieuw",
        "beperkt in kracht links",
        "in overleg met de bedrijfsarts",
        "geen contact met gips en cement",
        "gipsplaten tillen",
        "germanistiek",
        "nautische taken",
        "alcoholverkoop",
    ],
)
def test_an_ordinary_word_is_no_medical_word(text: str) -> None:
    assert not names_something_medical(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("begeleiden van mensen met dementie", True),
        ("toedienen van medicatie", True),
        ("verpleegkundige oncologie", True),
        ("diagnose stellen aan auto's", True),
        ("gestopt wegens dementie in de familie", False),
        ("uitgevallen met hernia", False),
        ("werk aangepast na burn-out", False),
        ("chauffeur; diabetes", False),
        ("chauffeur (diabetes)", False),
        ("kassamedewerker met ADHD", False),
        ("kassamedewerker met autisme", False),
        ("medewerker met NAH", False),
        ("kok met een prothese", False),
        ("sollicitatiecoach voor mensen met autisme", True),
        ("ervaring met dementie", True),
        ("gehoor meten; gehoorapparaten afstellen", True),
        ("kok; autisme en ADHD", False),
        ("omgaan met ADHD", True),
        ("coach van medewerkers met ADHD", True),
        ("verpleegkundige (oncologie)", True),
        ("diabetesverpleegkundige", True),
        ("verpleegkundige; medicatie delen", True),
        ("fysiotherapeut", True),
        ("apotheker", True),
        ("gipsverbandmeester", True),
        ("stukadoor met gips", True),
        ("stukadoor; gips en kalk", True),
        ("alcoholverkoop", True),
        ("protheses maken", True),
        ("audicien: gehoorapparaten aanmeten", True),
    ],
)
def test_words_about_work_may_name_what_the_work_is_about(text: str, kept: bool) -> None:
    assert names_something_medical(text, about_work=True) is not kept


WORD = "hernia"


def everything(found: object) -> str:
    return repr(found).casefold()


def test_a_form_text_with_a_diagnosis_is_not_kept_and_reported() -> None:
    read = read_case_text(case(form(f'item: IV.13, levels: [2], text: "wegens {WORD} niet zwaar"')))
    found = understand_capacity(read.case, ON)
    assert kinds(found) == ["withheld"]
    assert found.remarks[0].text is None
    assert found.channels["IV.13"].level == 2
    assert WORD not in everything((read, found))
    assert [notice.code for notice in read.report.refused] == ["text_withheld"]
    assert "Regel 11" in read.report.refused[0].text_nl


def test_a_limit_in_a_text_that_is_not_kept_is_still_seen() -> None:
    found = profile(f'item: IV.13, levels: [0], text: "wegens {WORD} niet boven schouderhoogte"')
    assert kinds(found) == ["withheld", "hidden_limit"]
    assert set(found.remarks[1].channels) == {"IV.13", "V.7"}
    assert found.remarks[1].text is None


def test_marginal_hours_in_a_text_that_is_not_kept_are_still_seen() -> None:
    assert profile(f'item: VI.3, text: "door {WORD} ongeveer 6 uur per week"').marginal == ("text",)


def test_a_case_that_was_not_read_from_a_file_is_withheld_too() -> None:
    made = Case(
        schema="matcher/case/1",
        id="x",
        forms=(
            CapacityForm(
                kind="FML",
                date=date(2026, 5, 1),
                author_role="bedrijfsarts",
                completeness="deviations_only",
                completeness_confirmed=True,
                entries=(Entry(item="IV.13", levels=(2,), text=f"wegens {WORD}"),),
                prognosis={"outlook": "stable", "text": f"{WORD} geneest"},
            ),
        ),
    )
    found = understand_capacity(made, ON)
    assert WORD not in everything(found)
    assert kinds(found) == ["withheld"]
    assert "prognosis_withheld" in codes(found)


def test_the_case_that_is_kept_can_be_written_and_read_again() -> None:
    read = read_case_text(case(form(f'item: IV.13, levels: [0], text: "wegens {WORD} niet boven schouderhoogte"')))
    again = read_case_text(read.case.model_dump_json(by_alias=True), "json")
    assert understand_capacity(again.case, ON) == understand_capacity(read.case, ON)


def test_reasons_and_tasks_of_a_person_are_withheld_and_the_rest_stays() -> None:
    rest = f"""person:
  experience: [{{title: kok, tasks: [koken, "gestopt wegens {WORD}"]}}]
  exclusions: [{{what: nachtwerk, reason: "wegens {WORD}"}}]
  certificates: [medicatie delen]
confirmations: [{{what: marginal_capacity, reason: "door {WORD} nog gelijk"}}]
policy: {{overrides: [{{cell: S1.experience, value: any, reason: "{WORD}"}}]}}
"""
    read = read_case_text(HEAD + rest)
    assert WORD not in everything(read)
    assert read.case.person.experience[0].tasks == ("koken",)
    assert read.case.person.exclusions[0].reason == NOT_KEPT
    assert read.case.person.certificates == ("medicatie delen",)
    assert len(read.report.refused) == 4


def test_a_name_of_an_item_with_a_medical_word_is_a_fault_and_is_not_repeated() -> None:
    with pytest.raises(Exception, match="nummer en naam") as error:
        profile(f"item: IV.13, name: {WORD}, levels: [1]")
    assert WORD not in str(error.value)


def test_hours_of_standing_in_a_text_that_is_not_kept_are_not_marginal() -> None:
    assert profile(f'item: V.4, levels: [2], text: "door {WORD} 6 uur per week"').marginal == ()


def test_words_of_the_coach_and_of_the_track_are_withheld_too() -> None:
    rest = f"""track:
  contacts: [{{date: 2026-06-01, partner: worker, goal: voortgang, agreement: "sinds {WORD} minder uren"}}]
coach:
  actions:
    - {{date: 2026-06-01, action: strike, what: occupation, target: "isco:4226", reason: "wegens {WORD}"}}
"""
    read = read_case_text(HEAD + rest)
    assert WORD not in everything(read)
    assert read.case.coach.actions[0].target == "isco:4226"
    assert len(read.report.refused) == 2
