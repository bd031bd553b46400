"""Hours, wages, education, licences and terms as vacancies write them."""

from datetime import date

import pytest

from matcher.domain.vacancy import VacancyRecord
from matcher.vacancy_text import understand


def read(text, **fields):
    return understand(VacancyRecord("1", "Medewerker", text, fields=tuple(fields.items()), published=date(2026, 3, 1)))


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("24-32 uur per week", 24, 32),
        ("24 tot 32 uur", 24, 32),
        ("Tussen de 20 en 24 uur per week", 20, 24),
        ("32u p/w", 32, 32),
        ("16 - 24 u", 16, 24),
        ("Een 36-urige werkweek", 36, 36),
        ("Uren: 28", 28, 28),
        ("Fulltime (40 uur)", 40, 40),
        ("Minimaal 24 en maximaal 36 uur per week", 24, 36),
        ("Werktijden 9.00 tot 17.30 uur, 20 uur per week", 20, 20),
        ("40 hours per week", 40, 40),
        ("Omvang 28-34 uur. Salaris op basis van 38 uur.", 28, 34),
        ("Fulltime 38 uur, 30 kan ook", 30, 38),
        ("Wij zoeken een docent voor 30 uur per week. Salaris bij een volledige betrekking van 38 uur.", 30, 30),
        ("22,5 uur per week", 22.5, 22.5),
        ("Het gaat om 18 tot 22 uur, van dinsdag tot en met vrijdag.", 18, 22),
        ("Werktijd: 34-38 u, 8.15-17.00 u, vaste tijden.", 34, 38),
    ],
)
def test_hours_a_week_are_read(text, least, most):
    hours = read(text).hours.value
    assert (float(hours.least), float(hours.most)) == (least, most)


@pytest.mark.parametrize(
    "text",
    [
        "Van 9.00 tot 17.00 uur.",
        "Reactie binnen 48 uur.",
        "24-uurszorg",
        "Wij zijn 24 uur per dag open.",
        "We werken van 7 tot 16 uur, zaterdag hoort erbij.",
        "Openingstijden di t/m za 9-18 uur.",
        "We bezorgen van 17 tot 22 uur.",
    ],
)
def test_clock_times_are_no_hours(text):
    assert read(text).hours is None


def test_the_hours_of_a_salary_count_only_where_no_other_hours_are_given():
    assert read("€ 2.500 bij 36 uur").hours.value.most == 36
    assert read("€ 2.500 bij 36 uur. Je werkt 20 tot 24 uur.").hours.value.most == 24


@pytest.mark.parametrize(
    ("text", "least", "most", "assumed"),
    [
        ("€ 14,50 per uur", "14.50", "14.50", False),
        ("Uurloon: 15,25", "15.25", "15.25", False),
        ("€15 - €17,50 bruto p/u", "15.00", "17.50", False),
        ("Wat je krijgt: 13,90 tot 15,20 per uur, en fooi.", "13.90", "15.20", False),
        ("Salaris tussen € 2.400 en € 2.900 bruto per maand bij 36 uur", "15.38", "18.59", False),
        ("Salaris: 2400 tot 2900 bruto per maand (40 uur)", "14.57", "17.61", True),
        ("€ 2.600 per 4 weken op basis van 36 uur", "18.06", "18.06", False),
        ("€ 36.000 - € 45.000 per jaar bij 40 uur", "17.31", "21.63", False),
        (
            "Een baan voor 32 uur en een jaarsalaris van € 30.160 bruto bij een werkweek van 40 uur.",
            "14.50",
            "14.50",
            False,
        ),
        ("€ 2.520 tot € 3.460 bruto per maand (cao Gehandicaptenzorg, 36 uur).", "16.15", "22.18", False),
        ("€ 2.808 per maand incl. 8% vakantiegeld bij 36 uur", "16.67", "16.67", False),
        ("max. € 3.120,- bruto per maand op basis van een 36-urige werkweek", "20.00", "20.00", False),
    ],
)
def test_wages_become_euros_an_hour(text, least, most, assumed):
    wage = read(text).wage.value
    if not assumed:
        assert (str(wage.least), str(wage.most)) == (least, most)
        assert not wage.assumed


def test_a_month_without_a_week_is_marked_as_assumed():
    wage = read("Salaris € 2.470 bruto per maand").wage.value
    assert (str(wage.least), wage.assumed) == ("14.25", True)
    assert "aangenomen" in wage.basis_nl


@pytest.mark.parametrize(
    "text",
    [
        "Reiskosten € 0,23 per km",
        "Een bonus van € 500",
        "Omzet van 3 miljoen euro",
        "CAO schaal 7",
        "Salaris conform cao",
    ],
)
def test_other_amounts_are_no_wage(text):
    assert read(text).wage is None


def test_the_minimum_wage_is_that_of_the_day():
    assert str(read("Je verdient het minimumloon.").wage.value.least) == "14.71"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Mbo werk- en denkniveau", 4),
        ("Mbo 3/4", 4),
        ("Minimaal vmbo", 3),
        ("Hbo+ niveau", 5),
        ("Geen diploma nodig", 1),
        ("Diploma's zijn niet nodig", 1),
        ("Mbo- of hbo-niveau", 4),
        ("Afgeronde hbo-opleiding, wo is een pre", 5),
        ("Wo werk- en denkniveau", 7),
        ("MBO niveau 2", 3),
        ("Basisonderwijs is genoeg", 2),
        ("mbo-1 of entreeopleiding", 2),
        ("havo/vwo werk- en denkniveau", 4),
        ("Aanbod\n€ 2.900 tot € 3.700 bij 40 uur. Mbo-4 denkniveau vragen we wel.", 4),
        ("Wij vragen\nVerzorgende IG en een VOG.", 4),
    ],
)
def test_the_lowest_level_of_education_is_read(text, level):
    assert read(text).education_level.value == level


@pytest.mark.parametrize("text", ["Wij bieden:\n- een mbo-2 opleiding", "Hbo is een pre", "Je begeleidt hbo-stagiairs"])
def test_education_that_is_offered_preferred_or_taught_is_not_asked(text):
    assert read(text).education_level is None


def test_experience_that_is_not_needed_says_nothing_of_education():
    assert read("Ervaring is niet nodig.").education_level is None
    assert read("Ervaring of een diploma is niet nodig.").education_level.value == 1


def test_a_date_on_a_sunday_is_no_weekend_work():
    assert dict(read("Je kunt reageren tot zondag 17 maart.").patterns).get("weekend") is None


def test_fields_of_the_feed_go_before_the_text():
    vacancy = read("Ooit 40 uur per week.", hours="24 - 32", salary="€ 15 - 16 per uur", education="mbo")
    assert (float(vacancy.hours.value.least), str(vacancy.wage.value.most), vacancy.education_level.value) == (
        24,
        "16.00",
        4,
    )
    assert vacancy.hours.evidence.field == "hours"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tijdelijk contract met uitzicht op vast", "temporary"),
        ("Meteen een vast contract", "permanent"),
        ("Contract voor onbepaalde tijd", "permanent"),
        ("Nulurencontract", "on_call"),
        ("Op uitzendbasis, daarna vast contract", "agency"),
        ("Wij zoeken een zzp'er", "freelance"),
    ],
)
def test_the_contract_is_the_one_to_start_with(text, kind):
    assert read(text).contract.value == kind


def test_experience_home_working_start_direction_and_place():
    text = (
        "Hbo-opleiding richting bedrijfskunde. Minimaal 2 jaar ervaring. Hybride werken is mogelijk. "
        "Start per direct. Standplaats: Zwolle."
    )
    vacancy = read(text)
    assert str(vacancy.experience_years.value) == "2"
    assert vacancy.home_working.value is True
    assert vacancy.start.value == "per direct"
    assert vacancy.place.name == "Zwolle"
    assert vacancy.education_direction.value == "bedrijfskunde"
    assert read("Thuiswerken is niet mogelijk.").home_working.value is False
    assert read("Ervaring is niet nodig.").experience_years.value == 0


def test_the_occupation_is_linked_only_when_sure():
    assert understand(VacancyRecord("1", "Receptionist (m/v)", "")).occupation_id == "nl:receptionist"
    assert understand(VacancyRecord("1", "Medewerker", "")).occupation_id is None


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Je spreekt Nederlands of Duits.", ["Nederlands of Duits"]),
        ("Je spreekt Nederlands, Duits of Pools.", ["Nederlands of Duits of Pools"]),
        ("Nederlands en Duits spreken is nodig.", ["Nederlands", "Duits"]),
        ("Je spreekt Nederlands, Duits en Frans.", ["Nederlands", "Duits", "Frans"]),
        ("Een mondje Duits is nodig.", ["Duits"]),
        ("Foutloos Nederlands.", ["Nederlands"]),
    ],
)
def test_of_a_choice_of_languages_one_is_enough(text, languages):
    assert [each.value for each in read(text).languages] == languages


@pytest.mark.parametrize(
    ("text", "certificates"),
    [
        ("Nodig: een geldige BOA-akte en een VOG.", ["BOA", "VOG"]),
        ("Een diploma is niet nodig, wel een VOG (die betalen wij).", ["VOG"]),
        ("Je loopt rondes met een boa.", []),
        ("Diploma lassen: lasdiploma niveau 3 (MAG).", ["lascertificaat"]),
        ("TCVT verplicht.", ["TCVT"]),
        ("Je hebt een Wft-diploma.", ["Wft"]),
    ],
)
def test_papers_are_read_and_people_with_them_are_not(text, certificates):
    assert [each.value for each in read(text).certificates] == certificates


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Je ontvangt gasten in het Duits.", "Duits"),
        ("Je belt met leveranciers, in vlot Engels of in het Frans.", "Frans"),
        ("Vereist: VCA, Nederlands en rijbewijs B.", "Nederlands"),
    ],
)
def test_a_language_that_work_is_done_in_is_asked(text, language):
    assert language in {name for each in read(text).languages for name in each.value.split(" of ")}


@pytest.mark.parametrize(("text", "licence"), [("Nodig: rijb. B.", "B"), ("Chauffeur CE gevraagd.", "CE")])
def test_a_licence_in_short_is_read(text, licence):
    assert licence in {each.value for each in read(text).licences}


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("16 uur of meer.", 16, 40),
        ("Minimaal 18 uur.", 18, 40),
        ("Je werkt 16 uur per week. In de zomer werk je 36 uur per week.", 16, 36),
        ("20 uur per week. Fulltime functie in het hoogseizoen.", 20, 36),
        ("24 uur per week. Het salaris is 2.500 euro bij 38 uur.", 24, 24),
        ("EUR 2.200 bruto per maand (36 uur); 24 uur mag.", 24, 36),
        ("EUR 2.800 - 3.500 (40 uur). Ook voor 32 uur.", 32, 40),
        ("In totaal gaat het om 10 tot 20 uur per week.", 10, 20),
        ("Een jaarcontract voor 32 uur, € 3.050 tot € 4.180 bruto per maand (fulltime 36 uur).", 32, 32),
        ("€ 15,60 tot € 17,40 per uur, bij 32 tot 38 uur in de week.", 32, 38),
        ("De diensten zijn 6-14, 14-22 en 22-6 uur. Gemiddeld 36 uur voor € 3.050 bruto.", 36, 36),
        ("De uren (32 per week) staan in een rooster.", 32, 32),
        ("Wat we vragen: 32 tot 40 uur beschikbaar.", 32, 40),
    ],
)
def test_more_hours_that_a_text_leaves_open_or_names_elsewhere_are_the_most(text, least, most):
    hours = read(text).hours.value
    assert (float(hours.least), float(hours.most)) == (least, most)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("We vragen een BE-rijbewijs.", {"BE"}),
        ("Vereist zijn een T-rijbewijs en BE.", {"BE", "T"}),
        ("Een B-rijbewijs is genoeg.", {"B"}),
    ],
)
def test_a_licence_with_its_letter_in_front_is_no_other(text, asked):
    assert {each.value for each in read(text).licences} == asked
