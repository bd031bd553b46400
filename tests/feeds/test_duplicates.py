"""The same vacancy from several boards counts once; other vacancies stay apart."""

import time

import pytest

from matcher.domain.vacancy import VacancyRecord
from matcher.feeds import merge_duplicates

TEXT = (
    "Je kookt voor onze gasten, je houdt de keuken schoon en je helpt bij het inkopen. Je staat veel en werkt in een "
    "team van acht koks. Wij bieden een goed salaris, vrije dagen in overleg en een opleiding in ons eigen leerbedrijf."
)
OTHER = (
    "Als banketbakker sta je vroeg op om gebak te maken voor drie winkels. Je werkt met meel en ovens, rijdt soms een "
    "bestelling weg en leert leerlingen het vak. Wij zoeken iemand met een diploma en vijf jaar ervaring."
)


def record(number, title="Kok", text=TEXT, employer="Eetcafe Voorbeeld", place="Voorbeeldstad", source="a", **more):
    return VacancyRecord(f"{source}:{number}", title, text, employer, place, source=source, **more)


@pytest.mark.parametrize(
    "other",
    [
        record(2, source="b"),
        record(2, title="Kok (m/v) 32 uur", source="b"),
        record(2, employer="Eetcafé Voorbeeld B.V.", source="b"),
        record(2, employer="", source="b"),
        record(2, place="Voorbeeldstad, Nederland", source="b"),
        record(2, text=TEXT.replace("acht koks", "8 koks") + " Solliciteer nu!", source="b"),
        record(2, text=TEXT[:120] + "...", source="b"),
    ],
)
def test_a_copy_on_another_board_is_merged_and_its_source_kept(other):
    kept, merged = merge_duplicates([record(1), other])
    assert (len(kept), merged) == (1, 1)
    assert dict(kept[0].fields)["sources"] == "a; b"
    assert kept[0].employer
    assert len(kept[0].text) >= len(TEXT)


@pytest.mark.parametrize(
    "other",
    [
        record(2, text=OTHER, source="b"),
        record(2, title="Hulpkok", source="b"),
        record(2, place="Voorbeelddorp", source="b"),
        record(2, employer="Hotel Anders", source="b"),
    ],
)
def test_another_vacancy_stays_apart(other):
    kept, merged = merge_duplicates([record(1), other])
    assert (len(kept), merged) == (2, 0)


def test_a_copy_fills_what_the_first_did_not_say():
    first = record(1, place="", url="https://a.example")
    second = record(2, source="b", url="https://b.example", fields=(("hours", "32"),))
    kept, _ = merge_duplicates([first, second])
    assert kept[0].place == "Voorbeeldstad"
    assert dict(kept[0].fields) == {"hours": "32", "sources": "a; b", "urls": "https://a.example; https://b.example"}


def test_the_order_of_boards_does_not_change_how_many_there_are():
    records = [record(1), record(2, source="b"), record(3, text=OTHER, source="c"), record(4, employer="", source="d")]
    assert len(merge_duplicates(records)[0]) == len(merge_duplicates(records[::-1])[0]) == 2


def test_many_vacancies_with_one_title_stay_quick():
    records = [
        record(n, text=f"{OTHER} Nummer {n} {n * 7}.", place=f"Plaats {n % 300}", employer=f"Baas {n % 40}")
        for n in range(3000)
    ]
    start = time.process_time()
    merge_duplicates(records)
    assert time.process_time() - start < 20


def test_two_ids_of_one_board_with_other_words_stay_two_vacancies():
    kept, merged = merge_duplicates([record(1), record(2, text=TEXT + " Referentie 2.")])
    assert (len(kept), merged) == (2, 0)
    assert merge_duplicates([record(1), record(2)])[1] == 1
