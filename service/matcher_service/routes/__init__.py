"""The routes, one module per subject. A handler reads its parameters, asks the library and answers; no more.

A further subject is one module here with its own `router`, and its name in `API`.
"""

from matcher_service.routes import (
    calendar,
    cases,
    documents,
    dossiers,
    forms,
    index,
    occupations,
    papers,
    schemas,
    system,
    texts,
    vacancies,
    vum,
)
from matcher_service.routes.index import ranked_at_once

API = (
    cases.router,
    index.router,
    forms.router,
    papers.router,
    texts.router,
    documents.router,
    calendar.router,
    occupations.router,
    schemas.router,
    vacancies.router,
    vum.router,
    dossiers.router,
)
"""Routers under /v1, behind a key."""

OPEN = (system.router,)
"""Routers beside it: the state of the service."""

__all__ = ["API", "OPEN", "ranked_at_once"]
