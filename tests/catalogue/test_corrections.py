"""A labour expert can add a correction in a spreadsheet and see what it does, without Python and without sources."""

from pathlib import Path

import pytest

from matcher.catalogue import SourceError, check_corrections, judgement_of, load_catalogue
from matcher.catalogue.compiling.channels import read_channels
from matcher.catalogue.compiling.corrections import read_corrections
from matcher.cli.root import run

HEAD = "occupation,channel,within,error,reason,source,date"
LINE = 'nl:receptionist,IV.13,100;97;90;60,8,"Alleen post, gezien bij drie werkgevers",Jan Voorbeeld,2026-11-22'


def written(folder: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path = folder / "verbeteringen.csv"
    path.write_bytes("\n".join([*lines, ""]).encode(encoding))
    return path


def test_every_shipped_line_is_in_the_tables() -> None:
    path = Path(__file__).parent.parent.parent / "data" / "occupations" / "corrections.csv"
    assert check_corrections(path, load_catalogue(level="all")).pending == ()


def test_a_line_that_is_not_built_yet_shows_before_and_after(tmp_path: Path) -> None:
    found = check_corrections(written(tmp_path, HEAD, LINE), load_catalogue(level="all"))
    assert found.lines == 1
    assert [(one.line, one.occupation.id, one.after_pct) for one in found.pending] == [
        (2, "nl:receptionist", (100, 97, 90, 60))
    ]


def test_the_last_line_about_a_value_counts(tmp_path: Path) -> None:
    again = LINE.replace("100;97;90;60", "100;96;80;50")
    found = check_corrections(written(tmp_path, HEAD, LINE, again), load_catalogue(level="all"))
    assert [(one.line, one.after_pct) for one in found.pending] == [(3, (100, 96, 80, 50))]


def test_a_file_that_a_dutch_spreadsheet_saved_reads_the_same(tmp_path: Path) -> None:
    cells = ["nl:receptionist", "IV.13", '"100;97;90;60"', "8", "Alleen post, gezien", "Jan Voorbeeld", "2026-11-22"]
    path = written(tmp_path, HEAD.replace(",", ";"), ";".join(cells), ";;;;;;", encoding="utf-8-sig")
    assert [one.within for one in read_corrections(path, read_channels())] == [(100, 97, 90, 60)]


def test_a_line_keeps_its_number_behind_a_reason_of_two_lines(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD, LINE.replace("Alleen post", "Alleen\npost"), LINE.replace("IV.13", "IV.99"))
    with pytest.raises(SourceError, match="regel 4, kolom channel"):
        read_corrections(path, read_channels())


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="regel 1: deze kolommen ontbreken: error"):
        read_corrections(written(tmp_path, HEAD.replace("error,", ""), LINE), read_channels())


def test_another_encoding_says_how_to_save(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD, LINE.replace("post", "één"), encoding="cp1252")
    with pytest.raises(SourceError, match="CSV UTF-8"):
        read_corrections(path, read_channels())


def test_the_command_shows_the_change_and_refuses_with_line_and_column(tmp_path: Path, capsys) -> None:  # type: ignore[no-untyped-def]
    assert run(["catalogue", "corrections", "--file", str(written(tmp_path, HEAD, LINE))]) == 0
    out = capsys.readouterr().out
    assert "regel 2: receptionist (nl:receptionist), IV.13" in out
    assert "wordt 100;97;90;60" in out
    assert (
        run(["catalogue", "corrections", "--file", str(written(tmp_path, HEAD, LINE.replace("IV.13", "IV.99")))]) == 2
    )
    assert "regel 2, kolom channel" in capsys.readouterr().err


def test_a_plus_makes_a_judgement_hold_for_the_esco_occupations_in_the_group(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD, LINE.replace("nl:receptionist", "isco:4311+ isco:5223"))
    (judged,) = read_corrections(path, read_channels())
    assert judged.covers("isco:4311")
    assert judged.holds_inside("isco:4311")
    assert judged.covers("isco:5223")
    assert not judged.holds_inside("isco:5223")


def test_a_plus_behind_a_slip_in_a_code_is_refused_too(tmp_path: Path) -> None:
    path = written(tmp_path, HEAD, LINE.replace("nl:receptionist", "isco:4999+"))
    with pytest.raises(SourceError, match="past op geen enkel beroep"):
        check_corrections(path, load_catalogue(level="all"))


def test_an_occupation_in_a_group_that_was_judged_whole_has_the_share_and_reason_of_the_group() -> None:
    catalogue = load_catalogue(level="all")
    column = catalogue.channel_index["II.6"]
    inside = [one for one in catalogue.occupations if one.parent == "isco:4311" and one.kind == "esco"]
    assert inside
    for one in inside:
        row, group = catalogue.index[one.id], catalogue.index["isco:4311"]
        assert catalogue.within[row, column, 1] == catalogue.within[group, column, 1]
        assert catalogue.error_by_level[row, column, 1] >= catalogue.error_by_level[group, column, 1]
        assert judgement_of(one, "II.6") is not None


def test_every_judged_value_has_a_reason() -> None:
    catalogue = load_catalogue(level="all")
    judged = (catalogue.mark == 5).nonzero()
    silent = [
        (catalogue.occupations[row].id, catalogue.channels[column])
        for row, column in zip(*(places.tolist() for places in judged), strict=True)
        if judgement_of(catalogue.occupations[row], catalogue.channels[column]) is None
    ]
    assert len(silent) <= 0.02 * len(judged[0]), silent[:20]
