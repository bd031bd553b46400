"""The coach's hand on a page: an action with its reason is added to the case; nothing is overwritten."""

import json

from fastapi import Request

from matcher import InputError
from matcher_service.pages.carried import Carried, carry

_HANDS = {"toevoegen": "add", "schrappen": "strike"}


def with_action(request: Request, carried: Carried, hand: str, occupation: str, reason: str) -> Carried:
    """Answer the case with one more action of the coach.

    Args:
        request: the request.
        carried: the case.
        hand: toevoegen or schrappen.
        occupation: code of the occupation.
        reason: why; it may not be empty.

    Raises:
        InputError: an unknown action or occupation, or no reason.
    """
    if hand not in _HANDS:
        raise InputError("Kies toevoegen of schrappen.")
    if not reason.strip():
        raise InputError("Vul in waarom u dit doet. Zonder reden telt een handeling niet.")
    code = carried.catalogue.occupation(occupation.strip()).id
    raw = json.loads(carried.text)
    action = {"date": carried.on.isoformat(), "action": _HANDS[hand], "what": "occupation", "target": code}
    raw.setdefault("coach", {}).setdefault("actions", []).append({**action, "reason": reason.strip()})
    return carry(request, carried.visitor, json.dumps(raw).encode(), carried.on, yaml=False)
