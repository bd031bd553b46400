"""The unit and the container file: everything they name exists, and everything the wheel needs comes along."""

import re
import tomllib

from matcher_service.settings import _READ
from tests.service.server import ROOT

CONTAINER = (ROOT / "service/deploy/Containerfile").read_text(encoding="utf-8")
POSTGRES = (ROOT / "service/deploy/postgres.conf").read_text(encoding="utf-8")
UNIT = (ROOT / "service/deploy/matcher.service").read_text(encoding="utf-8")


def test_the_container_file_copies_everything_that_the_wheel_is_made_of():
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = build["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = [
        *wheel["packages"],
        *wheel["force-include"],
        build["project"]["readme"],
        *build["project"]["license-files"],
    ]
    copied = " ".join(re.findall(r"^COPY (?!--)(.*)$", CONTAINER, re.MULTILINE)).split()
    missing = [each for each in needed if not any(each == place or each.startswith(f"{place}/") for place in copied)]
    assert missing == []
    assert all((ROOT / place).exists() for place in copied if not place.startswith("."))


def test_every_setting_that_is_given_to_the_service_is_one_that_it_reads():
    named = set(re.findall(r"MATCHER_([A-Z_]+?)(?:_FILE)?=", CONTAINER + UNIT + POSTGRES))
    assert named
    assert {name.lower() for name in named} <= set(_READ)


def test_cases_in_memory_are_never_written_to_disk():
    assert {"LimitCORE=0", "MemorySwapMax=0"} <= set(UNIT.splitlines())


def test_compiled_passes_have_a_place_where_the_code_is_read_only():
    assert "NUMBA_CACHE_DIR=" in CONTAINER
    assert {"CacheDirectory=matcher", "Environment=NUMBA_CACHE_DIR=%C/matcher"} <= set(UNIT.splitlines())
