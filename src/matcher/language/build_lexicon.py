"""Compile the titles of several sources into one lexicon.

Run it as `python -m matcher.language.build_lexicon SOURCES OUT`, where SOURCES is the folder with the raw tables
(esco, crosswalks, bench/cbs_isco_index) and OUT is data/occupations. Only names and codes are taken over.
"""

import csv
import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from matcher.errors import DataError
from matcher.language.lexicon import LABEL_FIELDS, OCCUPATION_FIELDS, Label, Occupation, read_rows
from matcher.language.ngram_index import NgramIndex
from matcher.language.normalise import normalise

OWN = Path(__file__).parent / "data" / "own_occupations.csv"
OWN_FIELDS = ("slug", "title", "synonyms", "isco08", "reasoning")
_NEEDED = (
    "esco/occupations_nl.csv",
    "esco/occupations_en.csv",
    "esco/isco_groups_nl_en.csv",
    "crosswalks/isco08_brc2014_cbs.csv",
    "bench/cbs_isco_index/titles_dev.tsv",
)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build read and wrote.

    Attributes:
        occupations: number of occupations.
        labels: number of labels per kind.
        recoded: occupations whose unit group follows CBS and not the source.
    """

    occupations: int
    labels: dict[str, int]
    recoded: tuple[str, ...]


@dataclass(slots=True)
class _Draft:
    """The lexicon while it grows; one wording of one occupation is kept once."""

    cbs: dict[str, str]
    occupations: dict[str, Occupation] = field(default_factory=dict)
    labels: dict[tuple[str, str], Label] = field(default_factory=dict)

    def add(self, occupation: Occupation, labels: Iterable[tuple[str, str, str]]) -> None:
        """Add an occupation with its wordings (text, language, kind)."""
        self.occupations.setdefault(occupation.occupation_id, occupation)
        for text, lang, kind in labels:
            plain = " ".join(text.split())
            key = (occupation.occupation_id, plain.lower())
            if plain and key not in self.labels:
                known = self.cbs.get(normalise(plain), occupation.isco08)
                self.labels[key] = Label(plain, lang, kind, occupation.occupation_id, known)


def build_lexicon(sources: Path, out: Path) -> BuildReport:
    """Write titles.csv, titles_occupations.csv and titles_index.npz; the same sources give the same bytes.

    Args:
        sources: folder with the raw tables.
        out: folder for the compiled tables.

    Returns:
        Counts per kind, and the occupations that follow CBS against their source.

    Raises:
        DataError: when a source is missing or has other columns.
    """
    missing = [name for name in _NEEDED if not (sources / name).is_file()]
    if missing:
        raise DataError(f"Deze bronnen ontbreken in {sources.name}: {', '.join(missing)}.")
    cbs_titles = read_rows(sources / _NEEDED[4], ("title", "isco08"), delimiter="\t")
    draft = _Draft(cbs=_unambiguous((normalise(title), code) for title, code in cbs_titles))
    _add_groups(draft, sources)
    _add_cbs(draft, cbs_titles)
    _add_own(draft)
    _add_esco(draft, sources)
    out.mkdir(parents=True, exist_ok=True)
    labels = list(draft.labels.values())
    _write(
        out / "titles_occupations.csv",
        OCCUPATION_FIELDS,
        (_cells(o, OCCUPATION_FIELDS) for o in draft.occupations.values()),
    )
    _write(
        out / "titles.csv",
        LABEL_FIELDS,
        ((x.text, x.lang, x.kind, x.occupation_id, x.isco08) for x in labels),
    )
    NgramIndex.build([normalise(label.text) for label in labels]).save(out / "titles_index.npz")
    kinds: dict[str, int] = {}
    for label in labels:
        kinds[f"{label.kind}-{label.lang}"] = kinds.get(f"{label.kind}-{label.lang}", 0) + 1
    recoded = tuple(o.occupation_id for o in draft.occupations.values() if o.isco08 != o.isco08_source)
    return BuildReport(len(draft.occupations), kinds, recoded)


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    codes: dict[str, set[str]] = {}
    for title, code in pairs:
        codes.setdefault(title, set()).add(code)
    return {title: next(iter(found)) for title, found in codes.items() if len(found) == 1}


def _add_groups(draft: _Draft, sources: Path) -> None:
    english = {
        row["code"]: row["preferredLabel_en"] for row in _dicts(sources / _NEEDED[2]) if row["level"] == "4"
    }
    for row in _dicts(sources / _NEEDED[3]):
        code, name = row["ISCO2008unitgroup"], row["ISCO2008unitgrouplabel"]
        if code in english:
            occupation = Occupation(f"isco:{code}", name, code, code)
            draft.add(occupation, [(name, "nl", "group"), (english[code], "en", "group")])


def _add_cbs(draft: _Draft, titles: list[list[str]]) -> None:
    for title, code in titles:
        draft.add(draft.occupations[f"isco:{code}"], [(title, "nl", "cbs")])


def _add_own(draft: _Draft) -> None:
    for slug, title, synonyms, code, _ in read_rows(OWN, OWN_FIELDS, delimiter=";"):
        names = [title, *synonyms.split("|")]
        draft.add(Occupation(f"nl:{slug}", title, code, code), [(name, "nl", "own") for name in names])


def _add_esco(draft: _Draft, sources: Path) -> None:
    english = {row["conceptUri"]: row for row in _dicts(sources / _NEEDED[1])}
    for row in _dicts(sources / _NEEDED[0]):
        uri, title, own_code = row["conceptUri"], row["preferredLabel"], row["iscoGroup"]
        code = draft.cbs.get(normalise(title), own_code)
        labels = [(title, "nl", "preferred")]
        labels += [(text, "nl", "alternative") for text in row["altLabels"].split("|")]
        labels += [(text, "nl", "hidden") for text in row["hiddenLabels"].split("|")]
        if uri in english:
            labels.append((english[uri]["preferredLabel"], "en", "preferred"))
            labels += [(text, "en", "alternative") for text in english[uri]["altLabels"].split("|")]
        draft.add(Occupation(f"esco:{uri.rsplit('/', 1)[1]}", title, code, own_code), labels)


def _dicts(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        yield from csv.DictReader(handle)


def _cells(occupation: Occupation, fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(getattr(occupation, name)) for name in fields)


def _write(path: Path, fields: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(fields)
    writer.writerows(rows)
    path.write_text(buffer.getvalue(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    report = build_lexicon(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write(f"{report.occupations} beroepen, {len(report.recoded)} volgens CBS, {report.labels}\n")
