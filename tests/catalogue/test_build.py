"""The build turns sources into tables, always the same, and says clearly what is wrong."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from matcher.catalogue import NOT_KNOWN, SourceError, TablesError, build_catalogue, load_catalogue
from matcher.catalogue.compiling.sources import Source
from matcher.cli.catalogue import catalogue as command

from .tiny_sources import write_tiny_sources

MADE = (
    "occupations.csv",
    "demands.npz",
    "demands_inside.npz",
    "closeness.npz",
    "vectors.npz",
    "sources.csv",
    "build.json",
)
DUTCH = "slug,title_nl,isco08,base,education_level,kind_nl,tasks_nl,sectors,legal,bundles,profile,reason,date"


@pytest.fixture
def tiny(tmp_path: Path) -> tuple[Path, tuple[Source, ...]]:
    folder = tmp_path / "bronnen"
    folder.mkdir()
    return folder, write_tiny_sources(folder)


def _corrections(folder: Path, *lines: str) -> None:
    head = "occupation,channel,within,error,reason,source,date"
    (folder / "corrections.csv").write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    own = "gastheer,gastheer,4226,,2,gastheerwerk,ontvangen; wijzen; opruimen,N,-,,II.11=100/97,anders,2026-11-22"
    (folder / "dutch_occupations.csv").write_text(f"{DUTCH}\n{own}\n", encoding="utf-8")


def _built(tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]], name: str, *lines: str) -> Path:
    out = tmp_path / name
    out.mkdir()
    _corrections(out, *lines)
    build_catalogue(tiny[0], out, table=tiny[1])
    return out


def test_the_same_sources_give_the_same_bytes(tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]]) -> None:
    one, other = _built(tmp_path, tiny, "een"), _built(tmp_path, tiny, "twee")
    for name in MADE:
        assert (one / name).read_bytes() == (other / name).read_bytes(), name


def test_the_report_counts_what_was_made(tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]]) -> None:
    _corrections(tmp_path)
    report = build_catalogue(tiny[0], tmp_path, table=tiny[1])
    assert (report.occupations, report.channels) == (3, 80)
    assert report.marks["IV.13"]["measured"] == 3
    assert report.lines()[0] == "3 beroepsgroepen, 3 ESCO-beroepen, 1 eigen beroepen"


def test_heavy_work_leaves_fewer_jobs_within_five_kilos(tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]]) -> None:
    built = load_catalogue(_built(tmp_path, tiny, "uit"))
    light, heavy = (built.within[built.index[f"isco:{isco}"], built.channel_index["IV.13"], 2] for isco in (4226, 7121))
    assert light > 90
    assert heavy < 10


def test_employment_and_wage_come_from_the_group(tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]]) -> None:
    one = load_catalogue(_built(tmp_path, tiny, "uit")).occupation("isco:4226")
    assert (one.employed_x1000, one.wage_eur_per_hour_2023, one.interests) == (30.0, 20.0, "SCE")


def test_a_correction_by_hand_wins_over_the_sources(tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]]) -> None:
    line = "isco:42*,IV.13,90;80;70;60,5,reden,eigen oordeel,2026-11-22"
    built = load_catalogue(_built(tmp_path, tiny, "uit", line))
    place = built.index["isco:4226"], built.channel_index["IV.13"]
    assert built.within[place].tolist() == [90, 80, 70, 60, NOT_KNOWN]
    assert built.mark[place] == 5
    assert built.sources[built.source[place] - 1].id == "judgement"


def test_an_occupation_inside_a_group_lies_between_its_own_profile_and_the_group(
    tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]]
) -> None:
    built = load_catalogue(_built(tmp_path, tiny, "uit"), level="all")
    column = built.channel_index["IV.13"]
    group, inside, own = (
        int(built.within[built.index[name], column, 0]) for name in ("isco:4226", "esco:4226a", "isco:7121")
    )
    assert own < inside < group


def test_a_dutch_occupation_differs_where_it_says_so_and_follows_its_group_elsewhere(
    tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]]
) -> None:
    built = load_catalogue(_built(tmp_path, tiny, "uit"), level="all")
    row, group = built.index["nl:gastheer"], built.index["isco:4226"]
    assert built.within[row, built.channel_index["II.11"], 1] == 97
    assert (built.within[row, built.channel_index["IV.13"]] == built.within[group, built.channel_index["IV.13"]]).all()
    assert built.occupation("nl:gastheer").brc_group == built.occupation("isco:4226").brc_group


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("isco:4226,IV.99,100;0,5,reden,wie,2026-11-22", "regel 2, kolom channel: het kanaal 'IV.99' bestaat niet"),
        ("isco:4226,II.11,100;0;0,5,reden,wie,2026-11-22", "regel 2, kolom within: II.11 vraagt 2 percentages"),
        ("isco:4226,II.11,50;80,5,reden,wie,2026-11-22", "kolom within: een strenger niveau"),
        ("isco:4226,II.11,100;veel,5,reden,wie,2026-11-22", "kolom within: 'veel' is geen heel percentage"),
        ("isco:4226,II.11,100;140,5,reden,wie,2026-11-22", "kolom within: '140' is geen heel percentage van 0 tot 100"),
        ("isco:4226,II.11,100;0,-5,reden,wie,2026-11-22", "kolom error: '-5'"),
        ("isco:4226,II.11,100;0,5,,wie,2026-11-22", "regel 2: deze kolommen zijn leeg: reason"),
        ("isco:4226,II.11,100;0,5,reden,wie,22-11-2026", "kolom date: '22-11-2026' is geen datum"),
        ("isco:4226,II.11,100;0,5,rijdt, en draagt,wie,2026-11-22", "meer cellen dan de kop"),
        ("isco:4262,II.11,100;0,5,reden,wie,2026-11-22", "kolom occupation: 'isco:4262' past op geen enkel beroep"),
    ],
)
def test_a_wrong_correction_names_its_line(
    tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]], line: str, words: str
) -> None:
    _corrections(tmp_path, line)
    with pytest.raises(SourceError, match=words):
        build_catalogue(tiny[0], tmp_path, table=tiny[1])


def test_a_missing_source_is_named(tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]]) -> None:
    (tiny[0] / "onet/skills_level.csv").unlink()
    with pytest.raises(SourceError, match=r"skills_level\.csv: ontbreekt"):
        build_catalogue(tiny[0], tmp_path, table=tiny[1])


def test_an_altered_source_is_named(tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]]) -> None:
    path = tiny[0] / "wages_nl/brc2014_hourly_wage_2023.csv"
    path.write_text(path.read_text(encoding="utf-8") + "9999,groep,x,1,1,0\n", encoding="utf-8")
    with pytest.raises(SourceError, match="is veranderd"):
        build_catalogue(tiny[0], tmp_path, table=tiny[1])


def test_a_column_that_a_later_release_lacks_is_named(tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]]) -> None:
    path = tiny[0] / "wages_nl/brc2014_hourly_wage_2023.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("employed_x1000", "werkenden"), encoding="utf-8")
    table = tuple(
        replace(one, sha256=hashlib.sha256(path.read_bytes()).hexdigest()) if one.id == "wages" else one
        for one in tiny[1]
    )
    _corrections(tmp_path)
    with pytest.raises(SourceError, match=r"brc2014_hourly_wage_2023\.csv: de kolom 'employed_x1000_2023' ontbreekt"):
        build_catalogue(tiny[0], tmp_path, table=table)


def test_a_source_that_is_no_text_is_named(tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]]) -> None:
    path = tiny[0] / "wages_nl/brc2014_hourly_wage_2023.csv"
    path.write_bytes(b"\xff\xfe" + path.read_bytes())
    table = tuple(
        replace(one, sha256=hashlib.sha256(path.read_bytes()).hexdigest()) if one.id == "wages" else one
        for one in tiny[1]
    )
    with pytest.raises(SourceError, match=r"brc2014_hourly_wage_2023\.csv: dit is geen leesbare tabel"):
        build_catalogue(tiny[0], tmp_path, table=table)


def test_the_report_says_what_was_dropped_and_why_and_covers_every_channel(
    tmp_path: Path, tiny: tuple[Path, tuple[Source, ...]]
) -> None:
    _corrections(tmp_path)
    lines = build_catalogue(tiny[0], tmp_path, table=tiny[1]).lines()
    assert any(line.startswith("  koppelingen met leidinggevenden (die doen ander werk): ") for line in lines)
    assert sum(line.startswith("  IV.13: gemeten") or "  IV.13: onbekend" in line for line in lines) == 1


def test_the_command_fails_with_one_clear_message(tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["build", str(tmp_path), "--out", str(tmp_path)])
    assert result.exit_code != 0
    assert "ontbreekt" in str(result.exception)


def test_the_report_command_shows_every_channel() -> None:
    result = CliRunner().invoke(command, ["report"])
    assert result.exit_code == 0
    assert "| IV.13 |" in result.output


def test_missing_tables_say_how_to_build_them(tmp_path: Path) -> None:
    with pytest.raises(TablesError, match="matcher catalogue build"):
        load_catalogue(tmp_path)
