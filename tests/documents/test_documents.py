"""What coaches hand over: who gets which document, in which formats, with names and house style."""

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import docx
import pypdfium2
import pytest

from matcher import InputError, load_catalogue, match
from matcher.cli.root import run
from matcher.documents import (
    FileFormat,
    Identity,
    Kind,
    build_document,
    kinds_for,
    read_identity,
    read_style,
    write_document,
)
from matcher.documents.read_back import words_of_file
from matcher.prose import Audience, Table, Title
from tests.made_up import ON
from tests.made_up import case as made_up_case

CASE_FILE = Path(__file__).parents[1] / "practice" / "cases" / "P2.yaml"
CASE = made_up_case([{"item": "IV.13", "levels": [2]}, {"item": "V.3", "levels": [2]}])
ASKED = made_up_case([{"item": "IV.11", "levels": [1]}])  # limited without a degree: a question to the doctor
NAMES = Identity(worker_name="Jan Voorbeeld", worker_contact="jan@voorbeeld.example", employer_name="Voorbeeld BV",
                 coach_name="Cora Coachnaam", bureau_name="Bureau Verzonnen")  # fmt: skip


def _document(kind: Kind, audience: Audience, **more):
    catalogue, case = load_catalogue(), ASKED if kind is Kind.QUESTIONS else CASE
    return build_document(kind, match(case, ON, catalogue), case, catalogue, audience, **more)


@pytest.mark.parametrize(
    ("audience", "kinds"),
    [
        (Audience.NEW_EMPLOYER, {"profile"}),
        (Audience.DOCTOR, {"questions"}),
        (Audience.LABOUR_EXPERT, {"zoekprofiel", "suitability"}),
        (Audience.CURRENT_EMPLOYER, {"persoonsprofiel", "zoekprofiel", "plan", "progress", "closing"}),
    ],
)
def test_a_reader_gets_only_the_documents_of_that_reader(audience: Audience, kinds: set[str]):
    assert {kind.value for kind in kinds_for(audience)} == kinds
    for kind in set(Kind) - set(kinds_for(audience)):
        with pytest.raises(InputError, match="niet voor deze lezer"):
            _document(kind, audience)


def test_english_is_only_there_for_the_workers_explanation():
    assert _document(Kind.EXPLANATION, Audience.WORKER, language="en").language == "en"
    with pytest.raises(InputError, match="alleen in het Nederlands"):
        _document(Kind.PLAN, Audience.WORKER, language="en")


@pytest.mark.parametrize("audience", list(Audience))
def test_headings_never_skip_a_level(audience: Audience):
    for kind in kinds_for(audience):
        levels = [block.level for block in _document(kind, audience).blocks if isinstance(block, Title)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("file_format", list(FileFormat))
def test_the_same_document_gives_the_same_words_in_every_format(file_format: FileFormat):
    document = _document(Kind.PLAN, Audience.CURRENT_EMPLOYER)
    words = words_of_file(write_document(document, CASE, file_format), file_format.value)
    letters = re.sub(r"\W+", "", words.casefold())
    for sentence in document.sentences:
        wanted = re.sub(r"\W+", "", sentence.text.casefold())
        # A page number stands in the middle of a sentence that runs on over two pages.
        assert wanted in letters or (file_format is FileFormat.PDF and re.search(r"\d?".join(wanted), letters))


def test_a_word_file_has_real_headings_lists_and_tables_and_opens_again():
    document = _document(Kind.PLAN, Audience.CURRENT_EMPLOYER)
    word = docx.Document(BytesIO(write_document(document, CASE, FileFormat.DOCX)))
    styles = {paragraph.style.name for paragraph in word.paragraphs}
    assert {"Heading 1", "Heading 2", "List Bullet"} <= styles
    assert len(word.tables) == sum(isinstance(block, Table) for block in document.blocks)
    assert word.core_properties.author == ""


def test_a_word_file_holds_no_macro_and_no_reference_to_another_file():
    made = write_document(_document(Kind.PLAN, Audience.COACH), CASE, FileFormat.DOCX)
    with ZipFile(BytesIO(made)) as parts:
        assert not [name for name in parts.namelist() if "vba" in name.lower()]
        assert not [name for name in parts.namelist() if b'TargetMode="External"' in parts.read(name)]


def test_a_pdf_is_tagged_titled_and_the_same_every_time():
    document = _document(Kind.PROFILE, Audience.NEW_EMPLOYER)
    first, second = (write_document(document, CASE, FileFormat.PDF) for _ in range(2))
    assert first == second
    assert b"/StructTreeRoot" in first
    told = pypdfium2.PdfDocument(first).get_metadata_dict()
    assert (told["Title"], told["Author"]) == ("Profiel", "")


def test_names_come_from_the_identity_sheet_and_a_new_employer_gets_only_the_workers_own():
    plan = words_of_file(
        write_document(_document(Kind.PLAN, Audience.CURRENT_EMPLOYER, identity=NAMES), CASE, FileFormat.HTML), "html"
    )
    profile = words_of_file(
        write_document(_document(Kind.PROFILE, Audience.NEW_EMPLOYER, identity=NAMES), CASE, FileFormat.HTML), "html"
    )
    assert "Jan Voorbeeld" in plan
    assert "Voorbeeld BV" in plan
    assert "jan@voorbeeld.example" in profile
    assert "Voorbeeld BV" not in profile
    assert "Cora" not in profile


def test_a_text_in_a_case_is_never_markup():
    tricky = made_up_case([], person={"old_job": {"title": 'kok <b> #sys "x" $a$ \\'}})
    catalogue = load_catalogue()
    found = match(tricky, ON, catalogue)
    document = build_document(
        Kind.PLAN, found, tricky, catalogue, Audience.COACH, identity=Identity(worker_name='<i>#x "$')
    )
    html = write_document(document, tricky, FileFormat.HTML).decode()
    assert "&lt;i&gt;#x &quot;$" in html
    assert write_document(document, tricky, FileFormat.PDF).startswith(b"%PDF")


def test_a_house_style_gives_colour_footer_logo_and_own_paragraphs(tmp_path: Path):
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    )
    (tmp_path / "logo.png").write_bytes(pixel)
    (tmp_path / "style.yaml").write_text(
        "accent: '#005f4b'\nfooter: Bureau Verzonnen\nlogo: logo.png\nlogo_text: Beeldmerk\n"
        "paragraphs:\n  plan:\n    opening: [Welkom bij Bureau Verzonnen.]\n    closing: [Vragen zijn welkom.]\n",
        encoding="utf-8",
    )
    style = read_style(tmp_path)
    document = _document(Kind.PLAN, Audience.CURRENT_EMPLOYER)
    for file_format in FileFormat:
        words = words_of_file(write_document(document, CASE, file_format, style), file_format.value)
        assert "Welkom bij Bureau Verzonnen." in words
    html = write_document(document, CASE, FileFormat.HTML, style).decode()
    assert "#005f4b" in html
    assert 'alt="Beeldmerk"' in html


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("accent: groen\n", "accent"),
        ("kleur: '#005f4b'\n", "kleur"),
        ("logo: ../geheim.png\n", "logo"),
        ("logo: ontbreekt.png\n", "ontbreekt.png"),
        ("a: [\n", "style.yaml"),
    ],
)
def test_a_house_style_that_cannot_be_used_is_refused_by_field(tmp_path: Path, text: str, said: str):
    (tmp_path / "style.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=re.escape(said)):
        read_style(tmp_path)


@pytest.mark.parametrize("text", ["naam: Jan\n", "worker_name: [a]\n", "worker_name: ''\n", "a: [\n"])
def test_an_identity_sheet_that_cannot_be_used_is_refused_without_its_values(tmp_path: Path, text: str):
    sheet = tmp_path / "namen.yaml"
    sheet.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_identity(sheet)
    assert "Jan" not in str(refused.value)


def test_the_command_writes_a_file_once_and_never_over_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    target = tmp_path / "plan.docx"
    words = [
        "document",
        "plan",
        str(CASE_FILE),
        "--on",
        "2026-10-19",
        "--audience",
        "current-employer",
        "-o",
        str(target),
    ]
    assert run(words) == 0
    assert "Lees het na" in capsys.readouterr().out
    assert target.read_bytes().startswith(b"PK")
    assert run(words) == 2
    assert "bestaat al" in capsys.readouterr().err
    assert run([*words, "--force"]) == 0


def test_the_command_has_no_default_reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert run(["document", "plan", str(CASE_FILE), "-o", str(tmp_path / "x.docx")]) == 2
    assert "audience" in capsys.readouterr().err


def test_a_file_gets_the_format_that_its_name_says(tmp_path, capsys):
    words = ["document", "plan", str(CASE_FILE), "--on", "2026-10-19", "--audience", "current-employer"]
    assert run([*words, "-o", str(tmp_path / "plan.md")]) == 0
    assert (tmp_path / "plan.md").read_text(encoding="utf-8").startswith("# ")
    assert run([*words, "--format", "pdf", "-o", str(tmp_path / "plan.docx")]) == 2
    assert "--format" in capsys.readouterr().err
    assert not (tmp_path / "plan.docx").exists()


def test_work_that_the_coach_moved_stands_in_the_plan_with_its_place_and_reason():
    catalogue = load_catalogue()
    work = match(CASE, ON, catalogue).zoekprofiel.kinds[0].occupation
    action = {"date": ON.isoformat(), "action": "move", "what": "occupation", "target": work.id, "place": 3}
    moved = made_up_case(
        [{"item": "IV.13", "levels": [2]}, {"item": "V.3", "levels": [2]}],
        coach={"actions": [action | {"reason": "past bij de wens"}]},
    )
    document = build_document(Kind.ZOEKPROFIEL, match(moved, ON, catalogue), moved, catalogue, Audience.COACH)
    words = words_of_file(write_document(document, moved, FileFormat.MD), "md")
    assert "verplaatst naar plaats 3" in words
    assert "past bij de wens" in words
