"""`matcher titles`: files in, runs out, and clear refusals."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from matcher.cli.titles import titles
from matcher.errors import FileUnreadable
from matcher.language.title_files import read_titles


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "titels.tsv"
    path.write_bytes(content)
    return path


def test_occupations_come_out_with_rank_code_title_and_chance(tmp_path: Path) -> None:
    queries = _file(tmp_path, b"a\theftruckchauffeur\nb\tkok\n")
    done = CliRunner().invoke(titles, [str(queries), "--top", "2"])
    assert done.exit_code == 0
    rows = [line.split("\t") for line in done.output.splitlines()]
    assert [row[:2] for row in rows] == [["a", "1"], ["a", "2"], ["b", "1"], ["b", "2"]]
    assert rows[0][3] == "8344"
    assert all(len(row) == 6 for row in rows)


def test_candidates_come_out_with_rank_and_score(tmp_path: Path) -> None:
    queries = _file(tmp_path, b"a\tverkoopster\n")
    labels = tmp_path / "labels.tsv"
    labels.write_text("1\ttimmerman\n2\tverkoper\n3\tkok\n", encoding="utf-8")
    done = CliRunner().invoke(titles, [str(queries), "--candidates", str(labels), "--top", "2"])
    rows = [line.split("\t") for line in done.output.splitlines()]
    assert rows[0][:3] == ["a", "1", "2"]
    assert float(rows[0][3]) > float(rows[1][3])


def test_equal_candidates_keep_the_order_of_the_file(tmp_path: Path) -> None:
    queries = _file(tmp_path, b"a\tkok\n")
    labels = tmp_path / "labels.tsv"
    labels.write_text("z\tkok\ny\tkok\nx\tkok\n", encoding="utf-8")
    done = CliRunner().invoke(titles, [str(queries), "--candidates", str(labels)])
    assert [line.split("\t")[2] for line in done.output.splitlines()] == ["z", "y", "x"]


def test_a_run_can_be_written_to_a_file(tmp_path: Path) -> None:
    queries, run = _file(tmp_path, b"a\tkok\n"), tmp_path / "run.tsv"
    assert CliRunner().invoke(titles, [str(queries), "-o", str(run)]).exit_code == 0
    assert run.read_text(encoding="utf-8").startswith("a\t1\t")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "leeg"),
        (b"kok\n", "regel 1"),
        (b"a\tkok\na\tbakker\n", "regel 2"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"a\tk\x00ok\n", "regel 1"),
        (b"a\tkok\nb\tconci\xebrge\n", "UTF-8"),
        (b"\xef\xbb\xbf", "leeg"),
        (b"\tkok\n", "regel 1"),
    ],
)
def test_a_bad_file_is_refused_without_repeating_its_content(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(FileUnreadable, match=said) as refused:
        read_titles(_file(tmp_path, content))
    assert "kok" not in str(refused.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="Bestaat"):
        read_titles(tmp_path / "weg.tsv")


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    found = read_titles(_file(tmp_path, b"\xef\xbb\xbfa\tkok\r\nb\tober\r\n"))
    assert [(line.line_id, line.text) for line in found] == [("a", "kok"), ("b", "ober")]


@pytest.mark.parametrize("top", ["0", "-1", "vijf"])
def test_a_number_of_answers_that_cannot_be_is_refused(tmp_path: Path, top: str) -> None:
    done = CliRunner().invoke(titles, [str(_file(tmp_path, b"a\tkok\n")), "--top", top])
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_a_run_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(titles, [str(_file(tmp_path, b"a\tkok\n")), "-o", str(tmp_path / "weg" / "run.tsv")])
    assert done.exit_code != 0
    assert isinstance(done.exception, FileUnreadable | SystemExit)


def test_a_title_without_words_gets_no_rows(tmp_path: Path) -> None:
    done = CliRunner().invoke(titles, [str(_file(tmp_path, b"a\t\nb\tkok\n")), "--top", "1"])
    assert [line.split("\t")[0] for line in done.output.splitlines()] == ["b"]


def test_a_long_file_gets_the_same_answers_as_a_short_one(tmp_path: Path) -> None:
    short = CliRunner().invoke(titles, [str(_file(tmp_path, b"a\tkok\n")), "--top", "2"]).output
    long_file = _file(tmp_path, "".join(f"{at}\tkok\n" for at in range(9000)).encode())
    rows = CliRunner().invoke(titles, [str(long_file), "--top", "2"]).output.splitlines()
    assert len(rows) == 18000
    assert [row.split("\t")[1:] for row in rows[-2:]] == [row.split("\t")[1:] for row in short.splitlines()]
