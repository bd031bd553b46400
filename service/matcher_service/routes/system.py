"""The state of the service, for those who run it. No personal data."""

from fastapi import APIRouter
from starlette.responses import Response

from matcher_service.access import Scope
from matcher_service.answers import json_answer
from matcher_service.deps import CallerDep, StateDep
from matcher_service.routes.described import Described, refusal

router = APIRouter(tags=["system"])

_STATE: Described = {
    200: {"description": "The state.", "content": {"application/json": {"schema": {"type": "object"}}}}
}
_REFUSED: Described = {status: refusal(status) for status in (401, 403, 429, 500, 503)}


@router.get("/health", responses={**_STATE, **{status: refusal(status) for status in (403, 500)}})
async def show_health() -> Response:
    """Answer that the process lives."""
    return json_answer({"status": "alive"})


@router.get("/ready", responses={**_STATE, **{status: refusal(status) for status in (403, 500)}, 503: _STATE[200]})
async def show_readiness(state: StateDep) -> Response:
    """Answer whether the tables are loaded and requests can be answered."""
    return json_answer({"status": "ready"}) if state.ready else json_answer({"status": "starting"}, 503)


@router.get(
    "/metrics",
    responses={
        200: {"description": "Counters.", "content": {"text/plain": {"schema": {"type": "string"}}}},
        **_REFUSED,
    },
)
def show_metrics(state: StateDep, caller: CallerDep) -> Response:
    """Answer counters and times for Prometheus; asks the scope admin."""
    caller.require(Scope.ADMIN)
    return Response(state.metrics.page(), media_type=state.metrics.content_type)
