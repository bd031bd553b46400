"""Make the receipt: hashes of code, data, policy and (keyed) case."""

import hashlib
import hmac
import os
from datetime import date
from functools import cache
from pathlib import Path
from threading import Lock, Thread

from matcher.domain.case import Case
from matcher.domain.receipt import Receipt
from matcher.policy.stage import policy_on
from matcher.ranking.weights import weights_on
from matcher.resources import data_path, model_path

KEY_VARIABLE = "MATCHER_RECEIPT_KEY"
_PACKAGE = Path(__file__).resolve().parent
_TEXT = frozenset({".py", ".csv", ".yaml", ".json", ".md"})
_SHOWN = 16
_HASHING = Lock()
_HASHING_CODE = Lock()


def make_receipt(case: Case, on: date, *, peaks: bool) -> Receipt:
    """Answer what a result of this case was made with.

    Args:
        case: the case; only a keyed hash of it is kept, and only when a key is set in the environment.
        on: the day of matching.
        peaks: whether the incidental-peak rule was on.
    """
    policy_day, weights_day = rule_days(on)
    return Receipt(
        version=_version(),
        code_hash=code_hash(),
        data_hash=data_hash(),
        policy_valid_from=policy_day,
        weights_valid_from=weights_day,
        on=on,
        preset=case.policy.preset,
        incidental_peaks=peaks,
        case_hash=_case_hash(case),
    )


def rule_days(on: date) -> tuple[date, date]:
    """Answer from which days the policy and the weights hold that are used for a day of matching.

    Example:
        >>> rule_days(date(2026, 11, 22))[0].year
        2015
    """
    return policy_on(on)["valid_from"], weights_on(on)["valid_from"]


@cache
def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415 slow to import, needed only here

    return version("matcher")


def code_hash() -> str:
    """Answer a hash of the code and the reference data, the same on every system."""
    with _HASHING_CODE:
        return _code_hash()


@cache
def _code_hash() -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in _PACKAGE.rglob("*") if p.suffix in _TEXT and "_shipped" not in p.parts):
        digest.update(path.relative_to(_PACKAGE).as_posix().encode())
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:_SHOWN]


def begin_hashing() -> None:
    """Begin the hashes of a receipt beside other work; for a command that needs one soon.

    Reading and hashing large files leaves the interpreter free, so on two cores it takes no time of its own.
    """
    Thread(target=lambda: (data_hash(), code_hash()), daemon=True).start()


def data_hash() -> str:
    """Answer a hash of the compiled tables and the models; while another thread makes it, wait for that one."""
    with _HASHING:
        return _data_hash()


@cache
def _data_hash() -> str:
    digest = hashlib.sha256()
    for folder in (data_path("occupations"), model_path("")):
        if not folder.is_dir():
            continue
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            data = path.read_bytes()
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(data.replace(b"\r\n", b"\n") if path.suffix in _TEXT else data)
    return digest.hexdigest()[:_SHOWN]


def _case_hash(case: Case) -> str | None:
    key = os.environ.get(KEY_VARIABLE)
    if not key:
        return None
    return hmac.new(key.encode(), case.model_dump_json(by_alias=True).encode(), hashlib.sha256).hexdigest()[:_SHOWN]
