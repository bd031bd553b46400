"""The identity sheet: names that only the document writer merges (decision 9). The engine never sees it."""

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from matcher.errors import FileUnreadable, InputError

_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
_LARGEST_BYTES = 20_000


class Identity(BaseModel):
    """Names for the head and the signatures of a document; all may be left out.

    Attributes:
        worker_name: name of the worker.
        worker_contact: telephone or mail of the worker, by own choice; only on a profile for a new employer.
        employer_name: name of the current employer; never on a profile for a new employer.
        employer_contact: who signs for the current employer.
        bureau_name: name of the bureau.
        coach_name: name of the coach.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    worker_name: _Name | None = None
    worker_contact: _Name | None = None
    employer_name: _Name | None = None
    employer_contact: _Name | None = None
    bureau_name: _Name | None = None
    coach_name: _Name | None = None


NOBODY = Identity()


def read_identity(path: Path) -> Identity:
    """Answer the names of an identity sheet (YAML).

    Args:
        path: the sheet.

    Raises:
        FileUnreadable: the file is missing, too large or not YAML.
        InputError: a field that does not exist, or a value that is no short text. Values are never repeated.
    """
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise FileUnreadable("Het bestand met namen is te groot. Verwacht: een kort YAML-bestand met namen.")
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 texts only
    except (OSError, ValueError, yaml.YAMLError, RecursionError) as error:
        raise FileUnreadable(
            "Het bestand met namen is niet te lezen. Verwacht: een bestaand YAML-bestand in UTF-8."
        ) from error
    try:
        return Identity.model_validate(raw or {})
    except ValidationError as error:
        fields = ", ".join(sorted({str(each["loc"][0]) for each in error.errors() if each["loc"]})) or "het bestand"
        choices = ", ".join(Identity.model_fields)
        raise InputError(
            f"Het bestand met namen klopt niet bij: {fields}. Elke naam is een korte tekst. Kies uit: {choices}."
        ) from None
