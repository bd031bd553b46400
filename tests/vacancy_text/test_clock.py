"""Working times on the clock: judged together, and what none of them reaches is not asked."""

import pytest

from matcher.domain.vacancy import VacancyRecord
from matcher.vacancy_text import understand
from matcher.vacancy_text.clock import working_times
from matcher.vacancy_text.passage import passage

EVENING, NIGHT = "VI.1.evening", "VI.1.night"


def read(text: str) -> tuple[bool | None, bool | None]:
    vacancy = understand(VacancyRecord("1", "Medewerker", text))
    found = {each.value.channel: each.value.channel not in vacancy.eased for each in vacancy.demands}
    return found.get(EVENING), found.get(NIGHT)


@pytest.mark.parametrize(
    ("text", "evening", "night"),
    [
        ("Je werkt van 8.00 tot 16.30 uur.", False, False),
        ("Diensten: 6.30-14.30 en 14.00-22.00 uur.", True, False),
        ("Je werkt van 17.00 tot 21.00 uur.", True, False),
        ("Je werkt van 16.30 tot 0.30 uur.", True, True),
        ("Je werkt van 5.00 tot 8.00 uur.", False, True),
        ("Van zeven tot vier uur sta je in de werkplaats.", False, False),
        ("Je begint om 4.15 uur.", None, True),
        ("Een keer per week werk je tot 21.00 uur.", True, None),
        ("Je werkt van 13.00 tot 20.00 uur. Later dan 20.00 uur wordt het nooit.", True, False),
        ("We draaien in drie ploegen: een drieploegendienst.", True, True),
        ("Op vrijdag werk je bij toerbeurt tot 21.00 uur.", True, None),
        ("Werktijden 2300-0700.", False, True),
        ("Je werkt van 16 tot 24 uur per week.", None, None),
        ("Brieven kunnen tot 20 juni naar de praktijkmanager.", None, None),
        ("Tussen elf uur 's avonds en zeven uur 's ochtends ben jij het gezicht van het hotel.", False, True),
        ("Om zes uur sluiten we, maar in december zijn we op vrijdag tot negen uur open.", True, None),
        ("Soms ben je pas om 19.00 uur terug.", True, None),
        ("Je dienst loopt van 22.45 tot 7.15 uur, zes tot acht nachten per maand.", False, True),
        ("Je werkt van 3.30 tot 12.00 uur.", False, True),
        ("Je start om 4.00 uur 's nachts, en aan het begin van de middag ben je klaar.", False, True),
        ("Een baan van 20 tot 24 uur, in overleg.", None, None),
        ("Werken van 20 tot 24 uur, in overleg.", None, None),
        ("In de avond werk je van 20 tot 24 uur.", True, True),
        ("Diensten van 6-14, 14-22 en 22-6 uur.", True, True),
        ("Je gaat om zeven uur van huis en bent om half vijf weer thuis.", False, False),
        ("Je werkt in roosterdiensten tussen 7.00 en 1.00 uur.", True, True),
        ("We draaien 12-uursploegen van 6 tot 6.", None, None),
        ("Uiterlijk om 17.30 uur gaat de laptop dicht.", False, False),
        ("Diensten tot 22.00 uur.", True, False),
        ("Op dinsdag werk je tot 20.30 uur.", True, None),
        ("We sluiten om half zes.", False, False),
        ("De winkel sluit om zes uur en dan begin jij.", None, None),
        ("U werkt op doordeweekse dagen tussen acht en vijf.", False, False),
        ("Tussen acht en tien collega's staan voor je klaar.", None, None),
        ("Om kwart voor vijf ga je naar huis.", False, False),
        ("Je vertrekt vroeg, vaak al rond 4.30 uur.", None, True),
    ],
)
def test_the_hours_of_the_day_tell_what_is_asked(text: str, evening: bool | None, night: bool | None):
    assert read(text) == (evening, night)


def test_an_end_shortly_after_ten_yields_to_words_that_there_is_no_night_work():
    assert read("Je werkt van 14.00 tot 22.45 uur.")[1] is True
    assert read("Je werkt van 14.00 tot 22.45 uur. Geen nachtdiensten.")[1] is False


def test_working_times_rule_nothing_out_beside_a_call_at_night():
    assert read("Je werkt van 7.30 tot 16.00 uur. In de storingsdienst word je ook 's nachts gebeld.")[1] is True


@pytest.mark.parametrize(
    "text",
    [
        "Een baan van 20 tot 24 uur per week.",
        "Bel ons tussen 9.00 en 17.00 uur.",
        "Je kiest je begintijd tussen 7.30 en 9.30 uur.",
        "Je verdient 16,50 tot 18,20 per uur.",
    ],
)
def test_hours_of_the_week_calling_hours_and_money_are_no_working_times(text: str):
    assert not list(working_times(passage("text", text)))


def patterns(text: str) -> dict[str, bool]:
    return {name: stated.value for name, stated in understand(VacancyRecord("1", "Medewerker", text)).patterns}


def test_named_weekdays_and_a_free_weekend_rule_the_weekend_out():
    assert patterns("Je werkt op maandag, dinsdag en donderdag.")["weekend"] is False
    assert patterns("Het weekend ben je altijd vrij.")["weekend"] is False
    assert patterns("Je werkt op maandag en dinsdag en om de week op zaterdag.")["weekend"] is True


def test_fixed_times_are_no_shift_work_and_a_roster_alone_says_nothing():
    assert patterns("Je werkt op vaste tijden.")["shifts"] is False
    assert patterns("Je werkt in ploegen.")["shifts"] is True
    assert "shifts" not in patterns("Je rooster is een jaar vooruit bekend.")


def test_one_working_time_is_a_fixed_time_and_shift_words_go_first():
    assert patterns("Je werkt van 8.00 tot 16.30 uur.")["shifts"] is False
    assert patterns("Je werkt van 8.00 tot 16.30 uur, in wisselende diensten.")["shifts"] is True
    assert "shifts" not in patterns("Maandag van 8.00 tot 12.00 uur en dinsdag van 13.00 tot 17.00 uur.")
    assert patterns("Werktijden: vroeg 7.00-15.00 of laat 14.30-22.00 uur.")["shifts"] is True
