"""The house rules: the public face, light imports, wording, licences, and nothing that points outside."""

import ast
import csv
import doctest
import importlib
import inspect
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import matcher
from matcher.cli.root import COMMANDS
from matcher.frames import findings_frame, occupations_frame
from matcher.reference.channels import channels
from matcher.reference.fml import items
from matcher.reference.tables import read_yaml
from tests.made_up import ON, case

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
HEAVY = ("pandas", "sklearn", "torch", "scipy", "sentence_transformers")


def test_the_public_names_are_sorted_complete_and_importable():
    assert list(matcher.__all__) == sorted(matcher.__all__)
    assert set(matcher.__all__) == set(matcher._HOMES)
    assert all(getattr(matcher, name) is not None for name in matcher.__all__)
    with pytest.raises(AttributeError):
        _ = matcher.no_such_name


def test_importing_matcher_loads_nothing_heavy():
    code = "import sys, matcher; print(','.join(sorted(sys.modules)))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split(",")
    assert not {name.split(".")[0] for name in loaded} & {*HEAVY, "numpy", "pydantic"}


def test_the_main_job_loads_no_pandas_scikit_learn_or_torch():
    code = (
        "import sys; from matcher.cli.root import run; run(['demo']); sys.stderr.write(','.join(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {name.split(".")[0] for name in done.stderr.split(",")} & set(HEAVY)


def test_every_public_function_has_a_docstring_with_its_arguments():
    for name in matcher.__all__:
        thing = getattr(matcher, name)
        assert thing.__doc__, name
        if callable(thing) and not isinstance(thing, type) and inspect.signature(thing).parameters:
            assert "Args:" in thing.__doc__, name


MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(matcher.__path__, "matcher.")
    if not module.name.startswith(("matcher.language.training", "matcher.cli.__main__", "matcher.language.sentence"))
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_docstrings_run(name):
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as missing:
        assert missing.name in {"torch", "sentence_transformers", "bm25s"}, missing
        return
    assert doctest.testmod(module).failed == 0


def test_the_list_holds_64_items_and_220_levels_and_80_channels():
    assert len(items()) == 64
    assert sum(len(item.levels) for item in items().values()) == 220
    assert len(channels()) == 80


def test_every_level_belongs_to_a_known_channel_or_is_a_note():
    for item in items().values():
        for level in item.levels.values():
            assert not level.channel or level.channel in channels()


def test_every_channel_has_dutch_words_without_figures_or_item_codes():
    for channel in channels().values():
        for text in (channel.label_nl, channel.work_asks_nl, channel.employer_question_nl):
            assert text
            assert not re.search(r"\d", text)
        assert channel.employer_question_nl.endswith("?")


def test_rules_weights_and_policy_carry_a_date_and_a_source():
    for name in ("fit_rules", "education", "entry_rules", "legal_entry", "not_offered", "units_nl", "zoekprofiel"):
        assert "valid_from" in read_yaml(f"{name}.yaml"), name
    for version in (*read_yaml("policy.yaml")["versions"], *read_yaml("weights.yaml")["versions"]):
        assert version["valid_from"]
    for stage in read_yaml("policy.yaml")["versions"][-1]["stages"].values():
        for cell in stage["cells"].values():
            assert cell["source"]
            assert cell["standing"] in {"law", "analogy", "practice", "our_choice"}


def test_no_verdict_ever_says_passend():
    from matcher.report.sentences import verdict_nl

    result = matcher.match(case([{"item": "IV.13", "levels": [2]}]), ON)
    words = {verdict_nl(o.verdict) for o in (*result.shown, *result.exceeding)}
    assert not any("passend" in word or "geschikt" in word for word in words)


def test_results_come_as_data_frames_that_add_up():
    result = matcher.match(case([{"item": "IV.13", "levels": [2]}]), ON)
    frame = occupations_frame(result)
    points = frame.filter(like="points_")
    assert (points.sum(axis=1) == frame["score"]).all()
    findings = findings_frame(result.shown[0])
    assert list(findings["channel"]) == list(channels())


def test_no_file_points_outside_the_repository_and_tests_read_no_shared_data():
    pattern = re.compile(r"(?<![\w.])/(?:work|root|home)/|\.\./shared")
    for path in (*SOURCES, *sorted((ROOT / "tests").rglob("*.py")), *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")):
        if path.name != "test_house.py":
            assert not pattern.search(path.read_text(encoding="utf-8")), path


def test_no_source_prints_outside_the_command_line():
    for path in SOURCES:
        if "cli" in path.parts:
            continue
        calls = [n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)]
        assert not any(isinstance(c.func, ast.Name) and c.func.id == "print" for c in calls), path


def test_every_source_of_the_catalogue_has_a_licence_and_attribution():
    with (ROOT / "data" / "occupations" / "sources.csv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            assert row["licence"]
            assert row["attribution"] or row["id"] == "judgement"


def test_the_readme_names_every_command():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"matcher {command}" in readme for command in COMMANDS)


def test_nobody_in_the_repository_has_a_name_an_address_or_a_number():
    pattern = re.compile(r"\b\d{9}\b|\b[1-9]\d{3} ?[A-Z]{2} \d|@[a-z]+\.(?:nl|com)")
    for path in (*(ROOT / "tests" / "practice").rglob("*.yaml"), *(ROOT / "src/matcher/examples").glob("*.yaml")):
        assert not pattern.search(path.read_text(encoding="utf-8")), path
