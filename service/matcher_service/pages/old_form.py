"""A form that is too old: the coach says why it may still be used, or asks the doctor for another one."""

import json
from datetime import date

from fastapi import Request
from starlette.responses import Response

from matcher import InputError
from matcher_service.pages.carried import Carried, carry
from matcher_service.pages.rendering import page


def old_form_page(request: Request, carried: Carried, form_date: date) -> Response:
    """Answer the page that asks to confirm the use of an old form.

    Args:
        request: the request.
        carried: the case.
        form_date: day of the form.
    """
    weeks = (carried.on - form_date).days // 7
    return page(request, "oud_formulier.html", carried.visitor, carried=carried, form_date=form_date, weeks=weeks)


def with_confirmation(request: Request, carried: Carried, form_date: date, reason: str) -> Carried:
    """Answer the case with the confirmation of the coach; it holds for the form of that day only.

    Args:
        request: the request.
        carried: the case.
        form_date: day of the form.
        reason: why it may still be used.

    Raises:
        InputError: there is no reason.
    """
    if not reason.strip():
        raise InputError("Vul in waarom dit formulier nog klopt. Zonder reden telt de bevestiging niet.")
    raw = json.loads(carried.text)
    confirmation = {"what": "form_age", "form_date": form_date.isoformat(), "reason": reason.strip()}
    raw.setdefault("confirmations", []).append(confirmation)
    return carry(request, carried.visitor, json.dumps(raw).encode(), carried.on, yaml=False)


def day_of_form(text: str) -> date:
    """Answer the day of the form that the page asked about.

    Raises:
        InputError: it is no day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError("De datum van het formulier klopt niet. Open de casus opnieuw.") from None
