"""Who made the data is told: in NOTICE, and with every figure that a coach sees."""

from pathlib import Path

from matcher.catalogue import load_catalogue

NOTICE = " ".join((Path(__file__).parents[2] / "NOTICE").read_text(encoding="utf-8").split())


def test_every_source_of_the_catalogue_has_its_line_in_notice() -> None:
    for source in load_catalogue().sources:
        assert source.attribution in NOTICE, source.id


def test_every_source_but_our_own_judgement_says_how_it_wants_to_be_named() -> None:
    assert [one.id for one in load_catalogue().sources if not one.attribution] == ["judgement"]
    assert all(one.licence and one.version for one in load_catalogue().sources)
