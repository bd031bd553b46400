"""A made-up folder of sources: three unit groups, three occupations, enough to build a catalogue from."""

import csv
import hashlib
from dataclasses import replace
from pathlib import Path

from matcher.catalogue.compiling.demands import read_rules
from matcher.catalogue.compiling.sources import Source, known_sources

GROUPS = {"4226": "43-4171", "5321": "31-1131", "7121": "47-2181"}
SOCS = tuple(GROUPS.values())
HEAVINESS = {"43-4171": 0.0, "31-1131": 1.0, "47-2181": 2.0}


def write_tiny_sources(folder: Path) -> tuple[Source, ...]:
    """Write the files and answer the table of sources that belongs to them."""
    for source in known_sources():
        path = folder / source.path
        path.parent.mkdir(parents=True, exist_ok=True)
        rows = _ROWS[source.id]()
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, fieldnames=list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return tuple(
        replace(source, sha256=hashlib.sha256((folder / source.path).read_bytes()).hexdigest())
        for source in known_sources()
    )


def _elements(prefix: str) -> list[str]:
    kinds = {"context": "4", "ability": "1.A", "skill": "2.A", "knowledge": "2.C", "style": "1.C"}
    rules = read_rules("demand_psychosocial.yaml")["channels"].values()
    used = {name.split(":", 1)[1] for rule in rules for name in rule["measures"] if name.startswith(prefix + ":")}
    extra = {"4.C.2.d.1.d", "4.C.2.d.1.b"} if prefix == "context" else {f"{kinds[prefix]}.x.1", f"{kinds[prefix]}.x.2"}
    return sorted(used | extra)


def _scores(prefix: str) -> list[dict[str, str]]:
    names = _elements(prefix)
    return [
        {"onet_soc_code": f"{soc}.00"}
        | {name: str(2 + HEAVINESS[soc] * (1 if place % 2 else -0.5)) for place, name in enumerate(names)}
        for soc in SOCS
    ]


def _ors() -> list[dict[str, str]]:
    rows = []
    rules = read_rules("demand_physical.yaml")
    for element in rules["elements"].values():
        for soc in ("00-0000", *SOCS):
            busy = HEAVINESS.get(soc, 1.0) * 10
            shares = [100 - 3 * busy, busy, busy, busy, 0]
            rows += [_estimate(soc, code, str(share)) for code, share in zip(element["classes"], shares, strict=True)]
    return rows


def _estimate(soc: str, code: str, value: str) -> dict[str, str]:
    return {
        "wave": "2020", "occupation_code": soc.replace("-", ""), "occupation": "x", "estimate_code": code,
        "unit": "percent", "estimate": value, "se": "", "footnote": "",
    }  # fmt: skip


def _wide() -> list[dict[str, str]]:
    rows = []
    for soc in SOCS:
        heavy = HEAVINESS[soc]
        row = {"soc2018": soc, "title": "x", "level": "detailed", "sitting_pct_day_mean": str(80 - 35 * heavy)}
        for place, name in enumerate(("p10", "p25", "p50", "p75", "p90")):
            row[f"max_lift_kg_{name}"] = str(heavy * 10 + place)
            row[f"sitting_h_{name}"] = str(max(0.0, 7 - 3 * heavy))
            row[f"standing_walking_h_{name}"] = str(1 + 3 * heavy)
        for name in (
            "driving_pct", "stooping_pct_workers", "stairs_work_related_pct_workers", "noise_loud_or_more_pct",
            "ladders_pct_workers", "heights_pct_workers", "sit_stand_choice_pct", "crowds_pct", "pace_varying_pct",
            "pace_fast_pct", "extreme_heat_pct_workers", "extreme_cold_pct_workers", "outdoors_pct_workers",
            "wetness_pct_workers", "contaminants_pct_workers", "heavy_vibration_pct_workers",
        ):  # fmt: skip
            row[name] = str(heavy * 45)
        rows.append(row)
    return rows


def _means() -> list[dict[str, str]]:
    rules = read_rules("demand_physical.yaml")
    keys = {rule["key"] for kind in ("time_shares", "percentiles", "shares") for rule in rules[kind].values()}
    keys |= {"max_lift_kg_mean", "sit_stand_choice_pct", "ladders_pct_workers"}
    return [
        {"soc2018": soc, "title": "x"} | {key: str(1 + HEAVINESS[soc] * 10) for key in sorted(keys)} for soc in SOCS
    ]


_ROWS = {
    "ors": _ors,
    "ors_wide": _wide,
    "physical_soc": _means,
    "physical_quality": lambda: [
        {"ors_variable": "max_lift_kg_mean", "cv10_mean_abs_error": "2", "used_for_fill": "True"}
    ],
    "onet_context": lambda: _scores("context"),
    "onet_abilities": lambda: _scores("ability"),
    "onet_skills": lambda: _scores("skill"),
    "onet_knowledge": lambda: _scores("knowledge"),
    "onet_styles": lambda: _scores("style"),
    "onet_activities": lambda: [{"onet_soc_code": "31-1131.00", "element_id": "4.A.4.a.5"}],
    "onet_interests": lambda: [
        {
            "onet_soc_code": f"{soc}.00",
            "Realistic": "2",
            "Investigative": "1",
            "Artistic": "1",
            "Social": "5",
            "Enterprising": "3",
            "Conventional": "4",
        }
        for soc in SOCS
    ],
    "onet_dwas": lambda: [{"onet_soc_code": f"{soc}.00", "dwa_id": f"4.A.1.D0{n}"} for n, soc in enumerate(SOCS)],
    "onet_related": lambda: [
        {
            "onet_soc_code": "43-4171.00",
            "related_onet_soc_code": "31-1131.00",
            "relatedness_tier": "Primary-Short",
            "index": "1",
        }
    ],
    "onet_zones": lambda: [{"onet_soc_code": "43-4171.00", "job_zone": "2"}],
    "oasis_isco": lambda: [{"isco08": "4226", "title_en": "x", "Time Pressure (Frequency)": "3"}],
    "isco_soc": lambda: [
        {"isco08": isco, "isco08_title_en": "x", "part": "", "soc2010": soc, "soc2010_title": "x", "comment": ""}
        for isco, soc in GROUPS.items()
    ],
    "soc_versions": lambda: [{"soc2010_code": soc, "soc2018_code": soc} for soc in SOCS],
    "isco_brc": lambda: [
        {
            "ISCO2008unitgroup": isco,
            "ISCO2008unitgrouplabel": f"Beroep {isco}",
            "BRC2014beroepsgroep": f"0{isco[0]}11",
            "BRC2014beroepsgroep_label": "Groep",
            "BRC2014beroepssegment": f"0{isco[0]}1",
            "BRC2014beroepssegment_label": "Segment",
            "BRC2014beroepsklasse": f"0{isco[0]}",
            "BRC2014beroepsklasse_label": "Klasse",
            "ISCO2008niveau": "2",
        }
        for isco in GROUPS
    ],
    "wages": lambda: [
        {
            "brc2014": f"0{isco[0]}11",
            "level": "groep",
            "title_nl": "x",
            "employed_x1000_2023": "30",
            "median_hourly_wage_eur_2023": "20",
            "equals_parent": "0",
        }
        for isco in GROUPS
    ],
    "sbc": lambda: [{"sbc_code": "315120", "isco08": "4226", "isco_confidence": "medium"}],
    "sections": lambda: [
        {"level": "1", "code": letter, "title_nl": letter, "title_en": letter} for letter in "ABCDEFGHIJKLMNOPQRSTU"
    ],
    "cbs_night": lambda: [{"group": "04 Administratieve beroepen", "night_any_pct": "5"}],
    "isco_titles": lambda: [{"code": isco, "level": "4", "preferredLabel_en": f"Work {isco}"} for isco in GROUPS],
    "esco_occupations": lambda: [
        {"conceptUri": f"http://esco/{isco}a", "code": f"{isco}.1", "iscoGroup": isco, "preferredLabel": f"werk {isco}"}
        for isco in GROUPS
    ],
    "esco_titles_en": lambda: [
        {"conceptUri": f"http://esco/{isco}a", "preferredLabel": f"work {isco}"} for isco in GROUPS
    ],
    "esco_skill_names": lambda: [
        {"skill_id": "0", "label_en": "lift heavy weights", "label_nl": "zware lasten tillen", "skill_uri": "x"}
    ],
    "esco_onet": lambda: [
        {
            "onet_soc_code": "47-2181.00",
            "onet_title": "x",
            "esco_or_isco_uri": "http://esco/4226a",
            "esco_or_isco_title": "x",
            "match_type": "closeMatch",
        }
    ],
    "esco_skills": lambda: [
        {"occupation_code": f"{isco}.1", "relation": "E", "skill_id": str(n)} for n, isco in enumerate(GROUPS)
    ],
}
