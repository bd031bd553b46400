"""The pages for coaches and jobhunters, made on the server. How a page is added: service/README.md."""

from pathlib import Path

from matcher_service.pages import entrance
from matcher_service.pages.faults import fault_page, wants_page
from matcher_service.pages.guard import NotLetIn, to_entrance

STATIC = Path(__file__).parent / "static"
ROUTERS = (entrance.router,)

__all__ = ["ROUTERS", "STATIC", "NotLetIn", "fault_page", "to_entrance", "wants_page"]
