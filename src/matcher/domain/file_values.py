"""The base of everything that a case file can hold: frozen, without unknown fields, with texts of a sensible length."""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
LongText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
WeekHours = Annotated[Decimal, Field(ge=0, le=80, decimal_places=2)]
EurPerHour = Annotated[Decimal, Field(gt=0, le=500, decimal_places=2)]


class Frozen(BaseModel):
    """A part of a case file: it never changes, and a field that we do not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
