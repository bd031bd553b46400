"""The case as a file: the service keeps nothing, so the coach does."""

from fastapi import APIRouter
from starlette.responses import Response

from matcher_service.pages.carried import CarriedDep

router = APIRouter()


@router.post("/casus")
def download_case(carried: CarriedDep) -> Response:
    """Answer the case as a file that can be brought in again."""
    carried.desk.looked_at("case.download", carried.case, carried.on)
    head = {"Content-Disposition": 'attachment; filename="casus.json"'}
    return Response(carried.text, media_type="application/json", headers=head)
