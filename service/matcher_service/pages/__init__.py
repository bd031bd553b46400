"""The pages for coaches and jobhunters, made on the server. How a page is added: service/README.md."""

from pathlib import Path

from matcher_service.pages import (
    calendar_page,
    case_form,
    caseload_page,
    downloads,
    entrance,
    occupation,
    papers,
    person_page,
    reading_page,
    result,
    start,
    vacancies_page,
)
from matcher_service.pages.faults import fault_page, wants_page
from matcher_service.pages.guard import NotLetIn, to_entrance

STATIC = Path(__file__).parent / "static"
ROUTERS = tuple(
    module.router
    for module in (
        entrance,
        start,
        reading_page,
        case_form,
        person_page,
        result,
        occupation,
        calendar_page,
        vacancies_page,
        caseload_page,
        papers,
        downloads,
    )
)

__all__ = ["ROUTERS", "STATIC", "NotLetIn", "fault_page", "to_entrance", "wants_page"]
