"""Packages whose public names load on first use: what they promise is there, and a command loads only its own part."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from matcher.reference.yaml_text import yaml_value

PACKAGES = Path(__file__).parent.parent / "src" / "matcher"
LAZY = sorted(path.parent for path in PACKAGES.glob("*/__init__.py") if "on_first_use" in path.read_text("utf-8"))
SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TABLES = sorted(PACKAGES.rglob("*.yaml"))


@pytest.mark.parametrize("folder", LAZY, ids=lambda folder: folder.name)
def test_a_face_promises_the_same_names_to_readers_to_the_type_checker_and_at_work(folder):
    face = importlib.import_module(f"matcher.{folder.name}")
    tree = ast.parse((folder / "__init__.py").read_text("utf-8"))
    typed = {
        alias.name: each.module.removeprefix(f"matcher.{folder.name}.")
        for each in ast.walk(tree)
        if isinstance(each, ast.ImportFrom) and each.module.startswith(f"matcher.{folder.name}.")
        for alias in each.names
    }
    assert typed == face._HOMES
    assert set(face.__all__) == set(typed)
    assert all(getattr(face, name) is not None for name in face.__all__)
    with pytest.raises(AttributeError):
        _ = face.no_such_name


@pytest.mark.parametrize("folder", LAZY, ids=lambda folder: folder.name)
def test_no_public_name_is_also_the_name_of_a_module_beside_it(folder):
    face = importlib.import_module(f"matcher.{folder.name}")
    assert not {path.stem for path in folder.glob("*.py")} & set(face.__all__)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_our_own_reading_of_a_table_is_that_of_the_safe_loader(path):
    text = path.read_text("utf-8")
    assert yaml_value(text) == yaml.load(text, Loader=SAFE)  # noqa: S506 one of the two safe ones


@pytest.mark.parametrize(
    "text",
    [
        "", "a: ~", "a: &x [1, 2]\nb: *x", "a: &x {p: 1}\nb: {<<: *x, q: 2}", "no: [yes, 0o7, .5, '5', 1_000]",
        "? [1, 2]\n: x", "- 2026-01-02\n- 2026-01-02 03:04:05", "- |\n  a\n  b\n- >-\n  c\n  d\n- !!str 5", "x: =",
    ],
)  # fmt: skip
def test_odd_yaml_says_what_the_safe_loader_reads_in_it(text):
    def said(read):
        try:
            return read(text)
        except (yaml.YAMLError, TypeError) as error:
            return type(error)

    safe = said(lambda each: yaml.load(each, Loader=SAFE))  # noqa: S506
    ours = said(yaml_value)
    assert ours == safe or {ours, safe} == {TypeError, yaml.constructor.ConstructorError}


def loaded_by(*words):
    code = (
        f"import sys; from matcher.cli.root import run; run({list(words)!r}); sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def test_reading_a_document_loads_no_ranking_and_no_arrays(tmp_path):
    form = tmp_path / "formulier.txt"
    form.write_text("Functionele Mogelijkhedenlijst\nIV.13 Tillen: 2 Beperkt\n", encoding="utf-8")
    loaded = loaded_by("read", str(form))
    assert "matcher.papers.reading" in loaded
    assert not loaded & {"numpy", "matcher.ranking", "matcher.zoekprofiel", "matcher.fit", "matcher.prose"}


def test_the_help_of_the_program_loads_no_table():
    assert not loaded_by("--help") & {"yaml", "pydantic", "numpy", "matcher.reference"}
