"""Work conditions reach a new employer only with the worker's consent for one vacancy, and only as words."""

from pathlib import Path

import pytest

from matcher import InputError, load_catalogue, match
from matcher.cli.root import run
from matcher.documents import ConsentMissing, Document, FileFormat, Kind, build_document, write_document
from matcher.prose import Audience
from tests.made_up import ON
from tests.made_up import case as made_up_case

ENTRIES = [{"item": "IV.13", "levels": [2]}, {"item": "V.3", "levels": [2]}]
GIVEN = {"date": "2026-10-05", "vacancy_id": "V-1", "employer": "Voorbeeldfirma Verzonnen", "items": ["V.3", "IV.8"]}
SHARED, KEPT = "Staan duurt telkens kort.", "Bij tillen is de last licht."


def _profile(*consents: dict, vacancy: str | None = "V-1", kind: Kind = Kind.PROFILE) -> Document:
    case = made_up_case(ENTRIES, track={"consents": list(consents)})
    catalogue = load_catalogue()
    audience = Audience.NEW_EMPLOYER if kind is Kind.PROFILE else Audience.COACH
    return build_document(kind, match(case, ON, catalogue), case, catalogue, audience, consent=vacancy)


def _written(document: Document, *consents: dict) -> str:
    case = made_up_case(ENTRIES, track={"consents": list(consents)})
    return write_document(document, case, FileFormat.MD).decode()


def test_only_the_conditions_that_the_worker_allowed_are_shared_and_as_words():
    text = _written(_profile(GIVEN), GIVEN)
    assert SHARED in text
    assert KEPT not in text
    assert "Voorbeeldfirma" not in text
    assert "V.3" not in text


def test_without_asking_nothing_is_shared_although_there_is_consent():
    assert SHARED not in _written(_profile(GIVEN, vacancy=None), GIVEN)


@pytest.mark.parametrize(
    ("consents", "said"),
    [
        ([], "geen toestemming van de werknemer vastgelegd"),
        ([{**GIVEN, "vacancy_id": "V-2"}], "geen toestemming van de werknemer vastgelegd"),
        ([{**GIVEN, "withdrawn_on": "2026-10-12"}], "op 12 oktober 2026 ingetrokken"),
        ([{**GIVEN, "date": "2026-10-13"}], "later dan de dag van dit stuk"),
        ([{**GIVEN, "date": "2026-08-02"}], "nieuwer formulier"),
        ([{**GIVEN, "items": ["IV.8"]}], "zonder voorwaarde"),
        ([GIVEN, {**GIVEN, "date": "2026-10-08", "withdrawn_on": "2026-10-09"}], "ingetrokken"),
    ],
)
def test_a_consent_that_is_missing_or_no_longer_holds_is_refused_with_what_to_do(consents: list[dict], said: str):
    with pytest.raises(ConsentMissing, match=said):
        _profile(*consents)


def test_a_consent_that_is_withdrawn_later_still_holds_today():
    assert SHARED in _written(_profile({**GIVEN, "withdrawn_on": "2026-10-13"}), GIVEN)


def test_words_that_name_the_doctor_or_the_limit_are_never_shared():
    case = made_up_case(
        [{"item": "IV.11", "levels": [1], "text": "alleen in overleg"}],
        track={"consents": [{**GIVEN, "items": ["IV.11"]}]},
    )
    catalogue = load_catalogue()
    with pytest.raises(ConsentMissing, match="in gewone woorden"):
        build_document(Kind.PROFILE, match(case, ON, catalogue), case, catalogue, Audience.NEW_EMPLOYER, consent="V-1")


def test_conditions_with_consent_exist_only_in_the_profile():
    with pytest.raises(ConsentMissing, match="profiel voor een nieuwe werkgever"):
        _profile(GIVEN, kind=Kind.PLAN)


def test_work_is_named_only_when_the_coach_chose_it_for_this_profile():
    case, catalogue = made_up_case(ENTRIES), load_catalogue()
    found = match(case, ON, catalogue)

    def words(**more) -> str:
        document = build_document(Kind.PROFILE, found, case, catalogue, Audience.NEW_EMPLOYER, **more)
        return write_document(document, case, FileFormat.MD).decode()

    assert "Werk dat ik zoek" not in words()
    assert "Receptiewerk" in words(work=["isco:4226"])
    with pytest.raises(InputError):
        words(work=["isco:0000"])


def test_the_coach_sees_every_consent_and_whether_it_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    case = made_up_case(ENTRIES, track={"consents": [GIVEN, {**GIVEN, "vacancy_id": "V-2", "withdrawn_on": ON}]})
    file = tmp_path / "casus.json"
    file.write_text(case.model_dump_json(by_alias=True, exclude_defaults=True), encoding="utf-8")
    assert run(["track", "consents", str(file), "--on", ON.isoformat()]) == 0
    shown = capsys.readouterr().out
    assert "V-1: geldt, gegeven op 5 oktober 2026 (onderdelen V.3, IV.8)" in shown
    assert "V-2: ingetrokken op 12 oktober 2026" in shown
    target = tmp_path / "profiel.md"
    words = ["document", "profile", str(file), "--on", ON.isoformat(), "--audience", "new-employer", "--format", "md"]
    assert run([*words, "--consent", "V-2", "-o", str(target)]) == 2
    assert "ingetrokken" in capsys.readouterr().err
    assert not target.exists()


@pytest.mark.parametrize("code", ["III.3", "III.8"])
def test_a_condition_whose_words_name_the_doctor_is_never_shared(code: str):
    entries = [{"item": "V.3", "levels": [2]}, {"item": code, "levels": [1] if code == "III.3" else [1, 2]}]
    consent = {**GIVEN, "items": ["V.3", code]}
    case = made_up_case(entries, track={"consents": [consent]})
    catalogue = load_catalogue()
    found = match(case, ON, catalogue)
    document = build_document(Kind.PROFILE, found, case, catalogue, Audience.NEW_EMPLOYER, consent="V-1")
    text = write_document(document, case, FileFormat.MD).decode()
    assert SHARED in text
    assert "arts" not in text
    assert "grens" not in text
