"""Denial, wishes and agreement: the words around a statement decide."""

import pytest

from matcher.domain.vacancy import VacancyRecord
from matcher.vacancy_text import understand


def read(text):
    return understand(VacancyRecord("1", "Medewerker", text))


def asked(text):
    vacancy = read(text)
    return {each.value.channel for each in vacancy.demands} - set(vacancy.eased)


def eased(text):
    return set(read(text).eased)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Geen zwaar tilwerk.", "IV.13"),
        ("Je hoeft niet te tillen.", "IV.13"),
        ("Tillen hoef je niet.", "IV.13"),
        ("Tillen komt niet voor.", "IV.13"),
        ("Tillen: nee", "IV.13"),
        ("Er wordt niet zwaar getild.", "IV.13"),
        ("Het werk is niet fysiek zwaar.", "IV.13"),
        ("Je werkt zonder klantcontact.", "II.12.1"),
        ("Klantcontact heb je niet.", "II.12.1"),
        ("Geen kou, tocht of lawaai.", "III.1.cold"),
        ("Je hoeft niet 's avonds te werken.", "VI.1.evening"),
        ("Nachtdiensten zijn er niet.", "VI.1.night"),
        ("Geen piekdruk.", "I.8.4"),
        ("Deadlines kennen we niet.", "I.8.4"),
        ("Leidinggeven hoort niet bij deze functie.", "II.12.5"),
        ("Weinig beeldschermwerk.", "IV.4"),
        ("Er zijn geen allergene stoffen.", "III.8.allergy"),
        ("Een nachtploeg bestaat hier niet.", "VI.1.night"),
        ("Avonden en weekenden zijn van jezelf.", "VI.1.evening"),
        ("Je werkt nooit alleen.", "II.12.3"),
        ("Wisselende houdingen: zitten, staan en lopen wisselen elkaar af.", "V.9"),
    ],
)
def test_a_denied_demand_is_not_asked(text, channel):
    assert channel in eased(text)
    assert channel not in asked(text)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Je bent niet bang voor hoogtes en werkt op grote hoogte.", "I.8.6"),
        ("Je hebt geen moeite met tillen.", "IV.13"),
        ("Je tilt niet meer dan 10 kg.", "IV.13"),
        ("Je hoeft niet te tillen, maar je werkt wel in de kou.", "III.1.cold"),
        ("Geen ervaring nodig, wel veel klantcontact.", "II.12.1"),
        ("Geen dag is hetzelfde en je hebt veel klantcontact.", "II.12.1"),
        ("Zonder VCA kun je beginnen. Je werkt in lawaai.", "III.6"),
        ("Je gaat conflicten niet uit de weg.", "II.8"),
        ("Je bent niet overgevoelig voor stuifmeel.", "III.8.allergy"),
        ("Geen allergie voor pollen graag.", "III.8.allergy"),
    ],
)
def test_a_denying_word_that_denies_something_else_leaves_the_demand(text, channel):
    assert channel in asked(text)


def test_a_denying_word_whose_reach_is_in_doubt_turns_nothing_round():
    assert "IV.13" not in eased("Niet alleen tillen, maar ook duwen.")
    assert "III.6" not in asked("Geen kou, tocht of lawaai.")


def test_heavy_work_that_a_machine_does_is_not_asked():
    assert "IV.13" not in asked("Zware stenen tillen doet de machine.")


@pytest.mark.parametrize(
    "text",
    ["Rijbewijs B is een pre.", "Rijbewijs niet nodig.", "Een rijbewijs is mooi meegenomen.", "Pre:\n- Rijbewijs B"],
)
def test_a_licence_that_is_preferred_is_not_required(text):
    assert read(text).licences == ()


def test_a_licence_beside_a_wish_stays_required():
    assert [each.value for each in read("Rijbewijs B is vereist, rijbewijs BE is een pre.").licences] == ["B"]


def test_evenings_in_consultation_are_neither_asked_nor_ruled_out():
    vacancy = read("Avonddiensten in overleg.")
    assert dict(vacancy.patterns) == {}
    assert vacancy.demands == ()


def test_what_the_text_does_not_say_stays_unknown():
    vacancy = read("Leuke baan in een gezellig bedrijf.")
    assert (vacancy.hours, vacancy.wage, vacancy.education_level, vacancy.home_working) == (None,) * 4
    assert vacancy.licences == ()


def test_asked_wins_when_a_text_says_both():
    vacancy = read("Geen zwaar tilwerk. Je tilt dozen tot 25 kg.")
    demand = next(each.value for each in vacancy.demands if each.value.channel == "IV.13")
    assert demand.within_pct == (0, 0, 0, 0)
    assert "IV.13" not in vacancy.eased


def channels_of(text):
    vacancy = understand(VacancyRecord("1", "Medewerker", text))
    return {each.value.channel: each.value.channel not in vacancy.eased for each in vacancy.demands}


@pytest.mark.parametrize(
    "text",
    ["Fulltime, 40 uur. Parttime kan ook.", "38 uur per week, minder uren is bespreekbaar.", "Liever 4 dagen? 40 uur."],
)
def test_a_full_week_beside_which_fewer_hours_are_offered_is_no_demand(text):
    assert channels_of(text)["VI.3"] is False


def test_a_full_week_without_a_choice_is_a_demand():
    assert channels_of("Fulltime, 40 uur per week.")["VI.3"] is True


def test_the_name_of_a_department_yields_to_words_that_deny_what_it_suggests():
    assert channels_of("Je werkt bij de servicedesk.").get("II.12.1") is not False
    assert channels_of("Je werkt bij de servicedesk. Contact met klanten heb je niet.")["II.12.1"] is False


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Je werkt met trillingsvrij gereedschap.", "III.7"),
        ("Onze praktijk is latexvrij, dus je werkt zonder latex.", "III.8.allergy"),
        ("Ruzies? Daar hoef jij niet tussen te springen.", "II.8"),
        ("Van een hoog werktempo is hier geen sprake.", "I.8.5"),
        ("Zware spullen tillen laten we over aan de verhuizers.", "IV.13"),
    ],
)
def test_the_many_ways_to_say_that_something_is_not_asked(text, channel):
    assert channels_of(text)[channel] is False


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Tillen? Dat doet iedereen hier.", "IV.13"),
        ("Zwaar tillen? Dat is voor een sterke kerel geen probleem.", "IV.13"),
        ("Zware dozen tillen? Dat hoort bij elke dienst.", "IV.13"),
        ("Zware dozen tillen? Dat is aan de orde van de dag.", "IV.13"),
        ("Zware dozen? Die sjouw je samen met een collega.", "IV.13"),
        ("Boze klanten? Die zijn van jou.", "II.8"),
        ("Boze klanten? Die nemen we serieus.", "II.8"),
        ("Heb je moeite met boze klanten? Nee? Dan zoeken we jou.", "II.8"),
        ("Drukte? Daar zijn we voor.", "I.8.4"),
    ],
)
def test_an_answer_that_leaves_the_work_with_the_worker_denies_nothing(text, channel):
    assert channel not in eased(text)


def test_the_answer_on_the_next_line_denies_what_was_asked():
    assert "II.12.3" in read("Ben ik alleen aan het werk?\nNee, er is altijd een collega bij.").eased


def test_what_cannot_be_ruled_out_is_asked():
    assert "II.8" in asked("Omgaan met agressieve bezoekers is niet uit te sluiten.")


def test_no_other_evenings_denies_no_evening_that_was_named():
    assert "VI.1.evening" not in read("Je werkt elke maandagavond; andere avonden komen niet voor.").eased


def test_a_time_in_words_that_may_be_the_afternoon_is_no_night():
    found = read("Om drie uur staan de eerste gasten voor de deur.")
    assert "VI.1.night" not in {each.value.channel for each in found.demands}


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Je rijdt niet internationaal, alleen binnen Nederland.", "II.11"),
        ("Je rijdt geen lange afstanden.", "II.11"),
        ("Je bestuurt geen vrachtwagen maar een bestelbus.", "II.11"),
        ("Hoogtevrees heb je niet.", "I.8.6"),
        ("Je staat niet op een ladder maar op het dak.", "I.8.6"),
        ("Een deadline mis je nooit.", "I.8.4"),
        ("Geen dag zonder klanten.", "II.12.1"),
        ("Geen moment rust: het is altijd druk.", "I.8.4"),
        ("Nachtdienst is niet verplicht, maar wordt wel verwacht.", "VI.1.night"),
        ("Je hebt geen ochtendhumeur: je begint om 03.00 uur.", "VI.1.night"),
        ("Je tilt 200 keer per uur een doosje van 4 kilo.", "IV.13"),
    ],
)
def test_words_that_deny_only_a_part_or_nothing_say_never_that_it_is_not_asked(text, channel):
    found = read(text)
    said = {each.value.channel for each in found.demands} | {each.value for each in found.in_doubt}
    assert channel in said
    assert channel not in found.eased


def test_a_whole_denial_still_denies():
    assert {"II.11", "IV.13"} <= eased("Je hoeft niet te rijden. Je hoeft niet te tillen, maar je staat veel.")


def test_a_denial_of_a_denial_is_never_read_as_not_asked():
    text = "Je hebt geen latexallergie: niet al onze handschoenen zijn latexvrij."
    assert "III.8.allergy" not in eased(text)
