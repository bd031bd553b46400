"""Where a vacancy stands for a person: one more line in the log of the track, which the case carries."""

import json
from typing import Any

from fastapi import Request

from matcher import InputError
from matcher.vacancies import STATUS_NL
from matcher_service.pages.carried import Carried, carry

CHOICES = tuple(STATUS_NL.items())
"""What a coach can say about a vacancy, in the order of a track."""

_PROPOSED = "proposed"
_OUTCOMES = {"applied": None, "rejected": "rejected", "placed": "hired"}


def with_status(request: Request, carried: Carried, vacancy: str, title: str, occupation: str, status: str) -> Carried:
    """Answer the case with the status of a vacancy in its log. An application that is there gets its outcome.

    Args:
        request: the request.
        carried: the case.
        vacancy: id of the vacancy.
        title: its title.
        occupation: code of the occupation; may be empty.
        status: proposed, applied, rejected or placed.

    Raises:
        InputError: an unknown status, or no vacancy.
    """
    if status not in STATUS_NL or not vacancy.strip() or not title.strip():
        raise InputError("Kies bij de vacature een status uit de lijst.")
    raw, day = json.loads(carried.text), carried.on.isoformat()
    track = raw.setdefault("track", {})
    line: dict[str, Any] = {"date": day, "title": title.strip(), "vacancy_id": vacancy.strip()}
    if occupation:
        line["occupation"] = occupation
    if status == _PROPOSED:
        track.setdefault("vacancies", []).append(line)
    else:
        applications = track.setdefault("applications", [])
        known = next((each for each in reversed(applications) if each.get("vacancy_id") == line["vacancy_id"]), None)
        outcome = _OUTCOMES[status]
        if known is None or (outcome is None and known.get("outcome", "open") != "open"):
            applications.append(known := line)
        if outcome is not None:
            known.update(outcome=outcome, outcome_date=day)
    return carry(request, carried.visitor, json.dumps(raw).encode(), carried.on, yaml=False)
