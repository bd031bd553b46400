"""Where a vacancy stands for a person, from the log of the track: proposed, applied, rejected or placed."""

from datetime import date

from matcher.domain.track import Answer, Outcome, Track

STATUS_NL = {"proposed": "voorgesteld", "applied": "gesolliciteerd", "rejected": "afgewezen", "placed": "geplaatst"}
_OUTCOMES = {
    Outcome.REJECTED: "rejected",
    Outcome.WITHDRAWN: "rejected",
    Outcome.TRIAL: "placed",
    Outcome.HIRED: "placed",
}
_REFUSED = (Answer.NOT_SUITABLE, Answer.NOT_WANTED, Answer.CLOSED)


def statuses_of(track: Track, on: date) -> dict[str, str]:
    """Answer the status per vacancy id, as the log stood on a day; a later step counts over an earlier one.

    Args:
        track: the log of the track.
        on: the day.

    Example:
        >>> statuses_of(Track(), date(2026, 12, 1))
        {}
    """
    found: dict[str, str] = {}
    for vacancy in track.vacancies:
        if vacancy.vacancy_id is not None and vacancy.date <= on:
            refused = "rejected" if vacancy.answer in _REFUSED else "proposed"
            found[vacancy.vacancy_id] = "applied" if vacancy.answer is Answer.APPLIED else refused
    for application in track.applications:
        if application.vacancy_id is not None and application.date <= on:
            known = application.outcome_date is None or application.outcome_date <= on
            found[application.vacancy_id] = _OUTCOMES.get(application.outcome, "applied") if known else "applied"
    for placement in track.placements:
        if placement.vacancy_id is not None and placement.from_date <= on:
            found[placement.vacancy_id] = "placed"
    return found
