"""One event for the audit log: only fields that cannot hold a personal value."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from matcher import Case
from matcher.domain.case import CellOverride
from matcher.domain.receipt import Receipt
from matcher.matching import receipt_for
from matcher.policy import find_stage
from matcher.report import receipt_json

_MARK_LENGTH = 16


class Outcome(StrEnum):
    """How it ended."""

    DONE = "done"
    REFUSED = "refused"
    NOTED = "noted"  # something the log says about itself


@dataclass(frozen=True, slots=True)
class Entry:
    """One event.

    Attributes:
        action: stable name, e.g. `zoekprofiel` or `dossier.erase`.
        outcome: how it ended.
        key_id: who asked; the part of the key that is no secret.
        bureau: whose key it is.
        request_id: number of the request.
        reason: why it was refused, a stable word.
        receipt: what a result was made with.
        stage: code of the stage that held.
        overrides: cells of the policy that the coach changed.
        dossier: mark of a stored dossier.
        version: version of that dossier.
    """

    action: str
    outcome: Outcome = Outcome.DONE
    key_id: str | None = None
    bureau: str | None = None
    request_id: str | None = None
    reason: str | None = None
    receipt: Receipt | None = None
    stage: str | None = None
    overrides: Sequence[CellOverride] = ()
    dossier: str | None = None
    version: int | None = None

    def by(self, key_id: str, bureau: str, request_id: str) -> "Entry":
        """Answer the same event with who asked.

        Args:
            key_id: the part of the key that is no secret.
            bureau: whose key it is.
            request_id: number of the request.
        """
        # Every answer is told so, and `replace` takes four times as long.
        return Entry(
            self.action,
            self.outcome,
            key_id,
            bureau,
            request_id,
            self.reason,
            self.receipt,
            self.stage,
            self.overrides,
            self.dossier,
            self.version,
        )

    def plain(self, key: bytes) -> dict[str, Any]:
        """Answer the event as plain data, without what is empty.

        The reason of an override is free text, so the log holds a keyed mark of it: enough to prove later which
        reason was given, not enough to read it. The reason itself stands in the case.

        Args:
            key: secret of the audit log.
        """
        data: dict[str, Any] = {
            "action": self.action,
            "outcome": self.outcome.value,
            "key_id": self.key_id,
            "bureau": self.bureau,
            "request_id": self.request_id,
            "reason": self.reason,
            "receipt": None if self.receipt is None else receipt_json(self.receipt),
            "stage": self.stage,
            "overrides": [
                {"cell": o.cell, "value": o.value, "reason_mark": reason_mark(key, o.reason)} for o in self.overrides
            ],
            "dossier": self.dossier,
            "version": self.version,
        }
        return {name: value for name, value in data.items() if value not in (None, [])}


def reason_mark(key: bytes, reason: str) -> str:
    """Answer a keyed mark of a reason.

    Args:
        key: secret of the audit log.
        reason: the coach's words.
    """
    return hmac.new(key, f"reason {reason}".encode(), hashlib.sha256).hexdigest()[:_MARK_LENGTH]


def looked_at(action: str, case: Case, on: date) -> Entry:
    """Answer what the audit log says about a look at a case without a whole result.

    Args:
        action: stable name.
        case: the case.
        on: the day of matching.
    """
    stage = find_stage(case, on).stage.code
    return Entry(action, receipt=receipt_for(case, on), stage=stage, overrides=case.policy.overrides)
