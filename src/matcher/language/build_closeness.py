"""Compile how close occupations are: shared knowledge, skills, interests and title words of their O*NET profiles.

Run `python -m matcher.language.build_closeness SOURCES OUT`. The blend is a plain mean of four cosines that were not
fitted on O*NET's list of related occupations; that list only measures it and sets where levels begin.
"""

import csv
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import roc_auc_score

from matcher.errors import DataError
from matcher.language.closeness_rules import load_rules
from matcher.language.lexicon import load_lexicon

Matrix = NDArray[np.float64]
_NEEDED = (
    "onet/skills_importance.csv",
    "onet/knowledge_importance.csv",
    "onet/skills_level.csv",
    "onet/knowledge_level.csv",
    "onet/riasec_interests.csv",
    "onet/alternate_titles_en.csv",
    "onet/related_occupations.csv",
    "onet/esco_best_onet_code.csv",
    "esco/occupations_nl.csv",
    "esco/occupation_skill_relations.csv",
    "esco/skills_en_nl.csv",
    "crosswalks/isco08_brc2014_cbs.csv",
)


@dataclass(frozen=True, slots=True)
class ClosenessReport:
    """What the blend is worth.

    Attributes:
        profiles: O*NET occupations compared.
        auc: chance that a related pair scores above an unrelated pair of the same SOC major group.
        rival: the same for the plain cosine of skill and knowledge levels.
        pairs: related pairs.
    """

    profiles: int
    auc: float
    rival: float
    pairs: int


def build_closeness(sources: Path, out: Path) -> ClosenessReport:
    """Write titles_closeness.npz; the same sources give the same bytes.

    Args:
        sources: folder with the raw tables.
        out: folder for the compiled table.

    Raises:
        DataError: when a source is missing.
    """
    missing = [name for name in _NEEDED if not (sources / name).is_file()]
    if missing:
        raise DataError(f"Deze bronnen ontbreken in {sources.name}: {', '.join(missing)}.")
    tables = {name: _numbers(sources / name) for name in _NEEDED[:5]}
    codes = sorted(set(tables[_NEEDED[0]]) & set(tables[_NEEDED[1]]) & set(tables[_NEEDED[2]]))
    blend = _blend(tables, codes, sources / _NEEDED[5])
    related = [
        (row["onet_soc_code"], row["related_onet_soc_code"], row["relatedness_tier"])
        for row in _rows(sources / _NEEDED[6])
    ]
    at = {code: place for place, code in enumerate(codes)}
    known = [(at[a], at[b], tier) for a, b, tier in related if a in at and b in at]
    share = _percentile(blend)
    rules = load_rules()
    near = [share[a, b] for a, b, tier in known if tier == "Primary-Short"]
    further = [share[a, b] for a, b, tier in known if tier == "Supplemental"]
    levels = np.array(
        [np.quantile(near, rules["adjacent_share"]), np.quantile(further, rules["transferable_share"])],
        dtype=np.float32,
    )
    arrays = _occupations(sources, at) | _sectors(sources)
    arrays["share"] = np.rint(share * 100).astype(np.uint16)
    arrays["levels"] = levels
    np.savez_compressed(out / "titles_closeness.npz", allow_pickle=False, **arrays)
    rival = _unit(np.hstack([_stack(tables[_NEEDED[2]], codes), _stack(tables[_NEEDED[3]], codes)]))
    pairs = [(a, b) for a, b, _ in known]
    return ClosenessReport(len(codes), _auc(blend, pairs, codes), _auc(rival @ rival.T, pairs, codes), len(pairs))


def _blend(tables: dict[str, dict[str, list[float]]], codes: list[str], titles: Path) -> Matrix:
    words: dict[str, list[str]] = defaultdict(list)
    for row in _rows(titles):
        words[row["onet_soc_code"]].append(row["alternate_title"])
    vectoriser = TfidfVectorizer(sublinear_tf=True, stop_words="english")
    named = vectoriser.fit_transform([" ".join(words[code]) for code in codes])
    knowledge = _unit(_standard(_stack(tables[_NEEDED[1]], codes)))
    levels = _unit(np.hstack([_stack(tables[_NEEDED[2]], codes), _stack(tables[_NEEDED[3]], codes)]))
    interests = _unit(_standard(_stack(tables[_NEEDED[4]], codes)))
    parts = [knowledge @ knowledge.T, levels @ levels.T, interests @ interests.T, (named @ named.T).toarray()]
    return np.asarray(sum((part - part.mean()) / part.std() for part in parts) / len(parts), dtype=np.float64)


def _auc(matrix: Matrix, related: list[tuple[int, int]], codes: list[str]) -> float:
    """Answer the share of related pairs above an unrelated pair of the same major group, drawn with a fixed seed."""
    rng = np.random.default_rng(0)
    linked = set(related) | {(b, a) for a, b in related}
    majors = np.array([code[:2] for code in codes])
    right, wrong = [], []
    for a, b in related:
        others = [int(c) for c in np.flatnonzero(majors == majors[a]) if c != a and (a, int(c)) not in linked]
        if others:
            right.append(matrix[a, b])
            wrong.append(matrix[a, rng.choice(others)])
    return float(roc_auc_score([1] * len(right) + [0] * len(wrong), right + wrong))


def _percentile(matrix: Matrix) -> Matrix:
    """Answer for each pair the percentage of pairs of different occupations that are less close."""
    apart = np.sort(matrix[~np.eye(len(matrix), dtype=bool)])
    share = np.searchsorted(apart, matrix) / len(apart) * 100
    np.fill_diagonal(share, 100.0)
    return np.asarray(share, dtype=np.float64)


def _occupations(sources: Path, at: dict[str, int]) -> dict[str, NDArray[np.generic]]:
    """Answer profile and essential Dutch skills of each occupation of the lexicon, in its order."""
    lexicon = load_lexicon()
    best = {f"esco:{row['esco_uri'].rsplit('/', 1)[1]}": row["onet_soc_code"] for row in _rows(sources / _NEEDED[7])}
    profile = [at.get(best.get(one, ""), -1) for one in lexicon.occupations]
    by_code = {row["code"]: f"esco:{row['conceptUri'].rsplit('/', 1)[1]}" for row in _rows(sources / _NEEDED[8])}
    names = {row["skill_id"]: row["label_nl"] for row in _rows(sources / _NEEDED[10]) if row["label_nl"]}
    wanted: dict[str, set[str]] = defaultdict(set)
    for row in _rows(sources / _NEEDED[9]):
        if row["relation"] == "E" and row["skill_id"] in names and row["occupation_code"] in by_code:
            wanted[by_code[row["occupation_code"]]].add(row["skill_id"])
    skills = sorted({skill for found in wanted.values() for skill in found}, key=int)
    number = {skill: place for place, skill in enumerate(skills)}
    lists = [sorted(number[skill] for skill in wanted.get(one, ())) for one in lexicon.occupations]
    packed = np.frombuffer("\n".join(names[skill] for skill in skills).encode(), dtype=np.uint8)
    starts = np.cumsum([0, *(len(found) for found in lists)])
    return {
        "profile": np.array(profile, dtype=np.int16),
        "skill_names": packed,
        "skill_starts": starts.astype(np.int32),
        "skill_at": np.array([one for found in lists for one in found], dtype=np.uint16),
    }


def _sectors(sources: Path) -> dict[str, NDArray[np.generic]]:
    rows = {row["ISCO2008unitgroup"]: row["BRC2014beroepssegment"] for row in _rows(sources / _NEEDED[11])}
    return {"segments": np.array([int(rows[code]) for code in load_lexicon().codes], dtype=np.uint16)}


def _numbers(path: Path) -> dict[str, list[float]]:
    return {row["onet_soc_code"]: [float(v or 0) for k, v in row.items() if k[:4] != "onet"] for row in _rows(path)}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def _stack(table: dict[str, list[float]], codes: list[str]) -> Matrix:
    width = len(next(iter(table.values())))
    return np.array([table.get(code, [0.0] * width) for code in codes])


def _standard(matrix: Matrix) -> Matrix:
    return np.asarray((matrix - matrix.mean(axis=0)) / (matrix.std(axis=0) + 1e-9), dtype=np.float64)


def _unit(matrix: Matrix) -> Matrix:
    return np.asarray(matrix / (np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-9), dtype=np.float64)


if __name__ == "__main__":
    found = build_closeness(Path(sys.argv[1]), Path(sys.argv[2]))
    sys.stdout.write(f"{found}\n")
