"""Compile the titles of several sources into one lexicon.

Run it as `python -m matcher.language.build_lexicon SOURCES OUT`, where SOURCES is the folder with the raw tables
(esco, crosswalks, bench/cbs_isco_index) and OUT is data/occupations. Only names and codes are taken over.
"""

import csv
import io
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from matcher.errors import DataError
from matcher.language.canonical import canonical_words
from matcher.language.compile_words import WORD_FIELDS, word_table_of
from matcher.language.lexicon import LABEL_FIELDS, OCCUPATION_FIELDS, Label, Lexicon, Occupation
from matcher.language.lexicon_tables import read_rows
from matcher.language.spelling import fold, words
from matcher.language.title_words import PLACE_FIELDS
from matcher.language.word_forms import FORM_FIELDS, learn_forms

OWN = Path(__file__).parent / "data" / "own_occupations.csv"
COMMON = Path(__file__).parent / "data" / "common_titles.csv"
REGIONS = Path(__file__).parent / "data" / "regions.csv"
_SHORTEST_WORD = 3

OWN_FIELDS = ("slug", "title", "synonyms", "isco08", "reasoning")
COMMON_FIELDS = ("isco08", "titles")
_NEEDED = (
    "esco/occupations_nl.csv",
    "esco/occupations_en.csv",
    "esco/isco_groups_nl_en.csv",
    "crosswalks/isco08_brc2014_cbs.csv",
    "bench/cbs_isco_index/titles_dev.tsv",
    "esco/skills_en_nl.csv",
    "places_nl/place_centroids.csv",
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
    """The lexicon while it grows; one wording of one occupation is kept once.

    Attributes:
        cbs: unit group of the titles that CBS codes in one way.
        coded: the same, with our common titles where CBS is silent.
    """

    cbs: dict[str, str]
    coded: dict[str, str]
    occupations: dict[str, Occupation] = field(default_factory=dict)
    labels: dict[tuple[str, str], Label] = field(default_factory=dict)

    def add(self, occupation: Occupation, labels: Iterable[tuple[str, str, str]]) -> None:
        """Add an occupation with its wordings (text, language, kind)."""
        self.occupations.setdefault(occupation.occupation_id, occupation)
        for text, lang, kind in labels:
            plain = " ".join(text.split())
            key = (occupation.occupation_id, plain.lower())
            if plain and key not in self.labels:
                known = self.coded.get(_key(plain), occupation.isco08)
                self.labels[key] = Label(plain, lang, kind, occupation.occupation_id, known, "")


def build_lexicon(sources: Path, out: Path) -> BuildReport:
    """Write titles.csv and its companions; the same sources give the same bytes.

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
    common = [
        (title, code) for code, titles in read_rows(COMMON, COMMON_FIELDS, delimiter=";") for title in titles.split("|")
    ]
    cbs = _unambiguous((_key(title), code) for title, code in cbs_titles)
    draft = _Draft(cbs=cbs, coded=_unambiguous((_key(title), code) for title, code in common) | cbs)
    _add_groups(draft, sources)
    _add_cbs(draft, cbs_titles)
    _add_own(draft)
    _add_common(draft, common)
    _add_esco(draft, sources)
    forms = learn_forms(
        (label.occupation_id, tuple(words(fold(label.text)))) for label in draft.labels.values() if label.lang == "nl"
    )
    labels = [one._replace(plain=" ".join(canonical_words(one.text, forms))) for one in draft.labels.values()]
    occupations = list(draft.occupations.values())
    place = {one.occupation_id: at for at, one in enumerate(occupations)}
    labels = sorted((one for one in labels if one.plain), key=lambda one: place[one.occupation_id])
    skills = [row["label_nl"] for row in _dicts(sources / _NEEDED[5]) if row["label_nl"]]
    counts = Counter(word for text in skills for word in canonical_words(text, forms))
    counts.update(word for one in labels for word in one.plain.split())
    places = sorted(
        {row["place"] for row in _dicts(sources / _NEEDED[6])} | {name for (name,) in read_rows(REGIONS, PLACE_FIELDS)}
    )
    out.mkdir(parents=True, exist_ok=True)
    _write(out / "titles_forms.csv", FORM_FIELDS, forms.items())
    counted = [(w, str(n)) for w, n in sorted(counts.items()) if _is_word(w, n)]
    _write(out / "titles_words.csv", WORD_FIELDS, counted)
    _write(out / "titles_places.csv", PLACE_FIELDS, ((place,) for place in places))
    _write(
        out / "titles_occupations.csv",
        OCCUPATION_FIELDS,
        (_cells(one, OCCUPATION_FIELDS) for one in occupations),
    )
    _write(out / "titles.csv", LABEL_FIELDS, ((one.text, *_cells(one, LABEL_FIELDS[1:])) for one in labels))
    lexicon = Lexicon.of(labels, draft.occupations)
    lexicon.save(out / "titles.npz")
    word_table_of(counted, lexicon).save(out / "titles_words.npz")
    kinds: dict[str, int] = {}
    for label in labels:
        kinds[f"{label.kind}-{label.lang}"] = kinds.get(f"{label.kind}-{label.lang}", 0) + 1
    recoded = tuple(o.occupation_id for o in draft.occupations.values() if o.isco08 != o.isco08_source)
    return BuildReport(len(draft.occupations), kinds, recoded)


def _key(text: str) -> str:
    return " ".join(words(fold(text)))


def _is_word(word: str, count: int) -> bool:
    return count >= 1 and len(word) >= _SHORTEST_WORD


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    codes: dict[str, set[str]] = {}
    for title, code in pairs:
        codes.setdefault(title, set()).add(code)
    return {title: next(iter(found)) for title, found in codes.items() if len(found) == 1}


def _add_groups(draft: _Draft, sources: Path) -> None:
    english = {row["code"]: row["preferredLabel_en"] for row in _dicts(sources / _NEEDED[2]) if row["level"] == "4"}
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


def _add_common(draft: _Draft, titles: Iterable[tuple[str, str]]) -> None:
    for title, code in titles:
        draft.add(draft.occupations[f"isco:{code}"], [(title, "nl", "own")])


def _add_esco(draft: _Draft, sources: Path) -> None:
    english = {row["conceptUri"]: row for row in _dicts(sources / _NEEDED[1])}
    for row in _dicts(sources / _NEEDED[0]):
        uri, title, own_code = row["conceptUri"], row["preferredLabel"], row["iscoGroup"]
        code = draft.cbs.get(_key(title), own_code)
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


def _cells(one: Occupation | Label, fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(getattr(one, name)) for name in fields)


def _write(path: Path, fields: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(fields)
    writer.writerows(rows)
    path.write_text(buffer.getvalue(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    report = build_lexicon(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write(f"{report.occupations} beroepen, {len(report.recoded)} volgens CBS, {report.labels}\n")
