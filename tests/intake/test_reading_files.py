from pathlib import Path

import pytest

from matcher.errors import FileUnreadable
from matcher.intake import read_case
from matcher.intake.source import MAX_BYTES
from tests.intake.writing import HEAD


def refused(path: Path) -> str:
    with pytest.raises(FileUnreadable) as error:
        read_case(path)
    return str(error.value)


def test_a_small_yaml_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "casus.yaml"
    path.write_text(HEAD, encoding="utf-8")
    assert read_case(path).case.id == "verzonnen-1"


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "casus.YML"
    path.write_bytes(b"\xef\xbb\xbf" + HEAD.encode())
    assert read_case(path).case.id == "verzonnen-1"


def test_windows_line_ends_are_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "casus.yaml"
    path.write_bytes(HEAD.replace("\n", "\r\n").encode())
    assert read_case(path).case.id == "verzonnen-1"


def test_a_missing_file_is_refused_without_its_name(tmp_path: Path) -> None:
    text = refused(tmp_path / "jansen.yaml")
    assert "niet gevonden" in text
    assert "jansen" not in text


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "map.yaml").mkdir()
    assert "map" in refused(tmp_path / "map.yaml")


@pytest.mark.parametrize("content", [b"", b"  \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "leeg.yaml"
    path.write_bytes(content)
    assert "leeg" in refused(path)


def test_a_file_of_exactly_the_largest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.yaml"
    path.write_text(HEAD + "#" * (MAX_BYTES - len(HEAD)), encoding="utf-8")
    assert read_case(path).case.id == "verzonnen-1"


@pytest.mark.parametrize("size", [MAX_BYTES + 1, 10_000_000])
def test_a_larger_file_is_refused(tmp_path: Path, size: int) -> None:
    path = tmp_path / "groot.yaml"
    path.write_text(HEAD + "#" * (size - len(HEAD)), encoding="utf-8")
    assert "groter dan 1 MB" in refused(path)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04 ...", "Word"),
        (b"\x89PNG\r\n", "afbeelding"),
        (b"\x00\x01\x02", "geen tekstbestand"),
        ("schema: matcher/case/1".encode("utf-16"), "UTF-16"),
        (b"schema: matcher/case/1\nid: caf\xe9", "UTF-8"),
    ],
)
def test_another_kind_of_file_is_refused_by_its_kind(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "casus.yaml"
    path.write_bytes(content)
    assert word in refused(path)


def test_a_wrong_encoding_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "casus.yaml"
    path.write_bytes(b"schema: matcher/case/1\nid: caf\xe9")
    assert refused(path).startswith("Regel 2")


def test_a_file_with_another_name_ending_is_refused(tmp_path: Path) -> None:
    assert ".yaml" in refused(tmp_path / "casus.docx")
