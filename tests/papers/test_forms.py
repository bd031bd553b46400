"""Capacity forms: what is sure is right, what is not sure is asked, and nobody's name or diagnosis is kept."""

from datetime import date
from pathlib import Path

import pytest

from matcher import MatcherError
from matcher.domain.case import AuthorRole, Completeness, FormKind, Numbering, Outlook, Side
from matcher.intake import read_case_text
from matcher.papers import Doubt, Sureness, case_part, confirm, correction_of, read_document
from tests.papers.samples import write_samples
from tests.papers.score import report, score_folder

HEAD = (
    "Functionele Mogelijkhedenlijst\nNaam: Jan Voorbeeld\nOpgesteld op: 11-05-2026\nVerzekeringsarts\n"
    "Benutbare mogelijkheden: ja\n\n"
)


@pytest.fixture
def read(tmp_path):
    def reading(text: str, head: str = HEAD):
        path = tmp_path / "formulier.txt"
        path.write_text(head + text, encoding="utf-8")
        return read_document(path)

    return reading


def items(reading):
    return {item.code: item for item in reading.leading.found()}


def test_every_item_of_our_own_layouts_is_right(tmp_path):
    write_samples(tmp_path, each=1, seed=77)
    results = score_folder(tmp_path)
    assert len(results) == 9
    assert sum(result.counts["right"] for result in results) == sum(
        result.counts[state] for result in results for state in ("right", "asked", "missed", "wrong")
    ), report(results, verbose=True)
    assert not any(result.counts["fact_wrong"] + result.counts["fact_asked"] for result in results)


@pytest.mark.parametrize(
    ("line", "code", "levels"),
    [
        ("IV.13 Tillen 2 Beperkt", "IV.13", (2,)),
        ("4.14 Dragen: licht beperkt (1)", "IV.14", (1,)),
        ("2  IV.13 Tillen", "IV.13", (2,)),
        ("[3] IV.16 Lopen", "IV.16", (3,)),
        ("IV-18 Trappenlopen niveau 1", "IV.18", (1,)),
        ("I-8 Specifieke voorwaarden: Ja: 4", "I.8", (4,)),
        ("II.12 Specifieke voorwaarden sociaal functioneren: 1, 5", "II.12", (1, 5)),
        ("I.8 Specifieke voorwaarden: ja, geen hoog handelingstempo", "I.8", (5,)),
        ("IV.14 Dragen [ ] norm [x] licht beperkt [ ] beperkt [ ] sterk beperkt", "IV.14", (1,)),
        ("IV.13 Tillen  norm ☐ licht beperkt ☐ beperkt ☒ sterk beperkt ☐", "IV.13", (2,)),
        ("III.1 Temperatuur: beperkt (koude)", "III.1", (2,)),
        ("V.4 Staan tijdens\nhet werk: 1", "V.4", (1,)),
        ("IV.4 Werken met toetsen-\nbord en/of muis: sterk be-\nperkt", "IV.4", (3,)),
        ("V.1 Zitten: niet beperkt", "V.1", (0,)),
        ("Voor 5.5 (geknield of gehurkt actief zijn) geldt: beperkt", "V.5", (1,)),
        ("(1,8) 1.6 Zelfstandig handelen - neemt geen initiatief, vraagt niet op tijd om hulp", "I.6", (1, 8)),
        ("IV.13 Tillen [ ] norm [x] licht beperkt [ ] beperkt zijde: [ ] links [x] rechts", "IV.13", (1,)),
        ("VI.1 Perioden van het etmaal: beperkt (nacht) (niveau 2); nl. links", "VI.1", (2,)),
    ],
)
def test_a_score_is_read_in_any_usual_way_of_writing(read, line, code, levels):
    found = items(read(f"{line}\nIV.20 Knielen en/of hurken: sterk beperkt (3)\n"))[code]
    assert (found.levels, found.sureness) == (levels, Sureness.SURE)


@pytest.mark.parametrize(
    ("lines", "code", "doubt"),
    [
        ("IV.13 Tillen: beperkt", "IV.13", Doubt.DEGREE_UNKNOWN),
        ("IV.13 Tillen 1 beperkt", "IV.13", Doubt.NUMBER_AND_WORD),
        ("IV.13 Dragen 2", "IV.13", Doubt.NAME_MISMATCH),
        ("IV.13-2; V.4-1", "IV.13", Doubt.NO_NAME),
        ("IV.13 Tillen 0 1 2 3", "IV.13", Doubt.SEVERAL_SCORES),
        ("IV.13 Tillen 7", "IV.13", Doubt.UNKNOWN_LEVEL),
        ("IV.13 Tillen 5 kg", "IV.13", Doubt.NO_SCORE),
        ("VI.2 Uren per dag 4", "VI.2", Doubt.NUMBER_OR_HOURS),
        ("IV.13 Tillen 1\nIV.14 Dragen 0\nIV.13 Tillen 2", "IV.13", Doubt.TWICE),
        ("IV.14 Dragen: licht tot matig beperkt", "IV.14", Doubt.NO_SCORE),
        ("II.6 Emotionele problemen van anderen hanteren: beperkt", "II.6", Doubt.DEGREE_UNKNOWN),
        ("V.1 Zitten 1\n\n\n\nWerknemer mag niet zwaar tillen.", "IV.13", Doubt.MENTIONED),
        ("Rubriek IV Dynamische handelingen: geen beperkingen\nIV.13 Tillen 2", "IV.13", Doubt.RUBRIEK_SAYS_NORM),
    ],
)
def test_what_is_not_certain_is_asked_and_never_guessed(read, lines, code, doubt):
    reading = read(lines)
    found = items(reading)[code]
    assert (found.doubt, found.levels) == (doubt, ())
    assert code in {question.key for question in reading.questions()}


def test_old_numbers_are_recognised_by_their_names_and_not_guessed_without(read):
    old = HEAD.replace("2026", "2012")
    assert read("4.14 Tillen of dragen 2\n5.4 Staan tijdens het werk 1\n", old).leading.numbering is Numbering.LEGACY
    unclear = read("5.4 Staan tijdens het werk: 1\n", old)
    assert unclear.leading.numbering is None
    assert "nummering" in {question.key for question in unclear.questions()}


def test_the_newest_of_two_forms_leads_and_that_is_said(read):
    reading = read(
        "IV.13 Tillen 2 beperkt\nIV.14 Dragen 1\n\n"
        + HEAD.replace("05-2026", "02-2025")
        + "IV.13 Tillen 3\nIV.14 Dragen 3\n"
    )
    assert [form.date for form in reading.forms] == [date(2026, 5, 11), date(2025, 2, 11)]
    assert items(reading)["IV.13"].levels == (2,)
    assert "2 formulieren" in " ".join(reading.notes)


def test_no_name_and_no_diagnosis_is_kept_or_quoted_anywhere(read):
    reading = read(
        "BSN: 111222333\nTelefoon: 0612345678\nIV.13 Tillen 2 Beperkt, namelijk wegens hernia niet boven 5 kg\n"
        "V.1 Zitten 1, namelijk Jan Voorbeeld mag even lopen\nPrognose: na behandeling van de depressie verbetering\n"
    )
    part = case_part("voorbeeld", [reading], [confirm(reading.leading, ())])
    everything = repr((reading.forms, reading.notes, reading.questions())) + part.as_yaml()
    for word in ("hernia", "depressie", "Jan", "Voorbeeld ", "111222333", "0612345678"):
        assert word not in everything
    assert items(reading)["IV.13"].withheld.limits
    assert reading.identity["name"] == "Jan Voorbeeld"


def test_the_front_page_is_read_with_prognosis_and_build_up(read):
    reading = read(
        "IV.13 Tillen 2 beperkt, rechts\nGeldig per 18 mei 2026\nEerste ziektedag: 02-06-2025\n"
        "Opbouwschema\nvanaf 18-05-2026: 4 uur per dag, 20 uur per week\nPrognose: verbetering te verwachten\n"
        "Herbeoordeling: 02-11-2026\n"
    )
    form = reading.leading
    assert (form.kind, form.front.author, form.front.possibilities) == (FormKind.FML, AuthorRole.VERZEKERINGSARTS, True)
    assert form.front.valid_from == date(2026, 5, 18)
    assert form.front.prognosis.outlook is Outlook.IMPROVING
    assert form.front.prognosis.review_date == date(2026, 11, 2)
    assert form.front.build_up[0].hours_per_week == 20
    assert reading.person_part().dates.first_sick_day == date(2025, 6, 2)
    assert items(reading)["IV.13"].side is Side.RIGHT


def test_a_correction_needs_a_reason_and_is_kept_with_what_was_read(read):
    reading = read("IV.13 Tillen: beperkt\nV.1 Zitten: niet beperkt\n")
    answers = [correction_of("IV.13=2; op papier staat 2"), correction_of("rest=norm; zo staat het op het voorblad")]
    confirmed = confirm(reading.leading, answers)
    assert confirmed.corrections[0].before == "2"
    form = case_part("voorbeeld", [reading], [confirmed]).case.forms[0]
    assert form.completeness is Completeness.DEVIATIONS_ONLY
    assert form.completeness_confirmed
    assert next(entry for entry in form.entries if entry.item == "IV.13").levels == (2,)
    assert not confirmed.form.questions
    for wrong in ("IV.13=2", "IV.13=9; reden", "IV.99=1; reden", "datum=ooit; reden", "IV.13=2; wegens hernia"):
        with pytest.raises(MatcherError):
            confirm(reading.leading, [correction_of(wrong)])


def test_a_doubtful_item_stays_unknown_in_the_case_also_on_a_form_with_deviations(read):
    reading = read("IV.13 Tillen: beperkt\n")
    part = case_part("voorbeeld", [reading], [confirm(reading.leading, [correction_of("rest=norm; gezien")])])
    assert part.case.forms[0].entries[0].levels == ()
    assert read_case_text(part.as_yaml()).case.forms[0].entries[0].item == "IV.13"


def test_a_form_without_a_date_is_asked_about_and_left_out_of_the_case(read):
    reading = read("IV.13 Tillen 2 beperkt\n", "Functionele Mogelijkhedenlijst\nBedrijfsarts\n")
    part = case_part("voorbeeld", [reading], [confirm(reading.leading, ())])
    assert part.incomplete == (0,)
    assert not part.case.forms
    assert "datum" in {question.key for question in reading.questions()}


def test_an_unknown_document_gives_nothing_and_says_so(read):
    reading = read("Beste collega,\nMorgen is er taart.\n", "")
    assert reading.kind.value == "unknown"
    assert not reading.forms
    assert reading.notes


def test_a_scan_without_a_recogniser_is_said_and_with_one_is_marked_less_sure(tmp_path, monkeypatch):
    scan = tmp_path / "scan.png"
    scan.write_bytes(b"\x89PNG" + bytes(100))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MatcherError, match="scan zonder tekst"):
        read_document(scan)
    lines = ["FML", "Opgesteld op 11-05-2026", "IV.13 Tillen 2", "IV.14 Dragen 1 licht beperkt"]
    rows = [
        f"5\t1\t1\t1\t{n}\t{w}\t{100 * w}\t{20 * n}\t95\t10\t90\t{word}"
        for n, line in enumerate(lines)
        for w, word in enumerate(line.split())
    ]
    names = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    (tmp_path / "out.tsv").write_text("\n".join([names, *rows, ""]), encoding="utf-8")
    fake = tmp_path / "tesseract"
    fake.write_text(f'#!/bin/sh\nwhile read -r line; do echo "$line"; done < {tmp_path}/out.tsv\n', encoding="utf-8")
    fake.chmod(0o755)
    found = items(read_document(Path(scan)))
    assert found["IV.13"].doubt is Doubt.RECOGNISED
    assert found["IV.14"].sureness is Sureness.SURE


def test_the_last_day_of_a_form_is_kept_as_such_and_not_as_a_day_to_look_again(read):
    reading = read("IV.13 Tillen 2 beperkt\n", f"{HEAD}Deze FML is geldig tot en met 1 oktober 2026.\n\n")
    front = reading.leading.front
    assert (front.valid_until, front.prognosis) == (date(2026, 10, 1), None)
    form = case_part("voorbeeld", [reading], [confirm(reading.leading, ())]).case.forms[0]
    assert form.valid_until == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("Geldig van 11 mei 2026 t/m 1 oktober 2026", date(2026, 10, 1)),
        ("Geldig vanaf 11 mei 2026", None),
        ("Herbeoordeling: 1 oktober 2026", None),
    ],
)
def test_only_an_end_is_read_as_the_last_day_of_a_form(read, line, until):
    assert read(f"IV.13 Tillen 2 beperkt\n{line}\n").leading.front.valid_until == until


@pytest.mark.parametrize(
    ("score", "side", "words"),
    [
        ("links 2 sterk beperkt, rechts 0 norm", None, "links sterk beperkt, rechts 0 norm"),
        ("links 2 sterk beperkt", Side.LEFT, "links sterk beperkt"),
        ("rechts 1, links 0", None, "rechts, links 0"),
    ],
)
def test_a_side_in_front_of_a_level_is_never_turned_round(read, score, side, words):
    found = items(read(f"V.7 Boven schouderhoogte actief zijn: {score}\n"))["V.7"]
    assert (found.sureness, found.side, found.text) == (Sureness.DOUBTFUL, side, words)
