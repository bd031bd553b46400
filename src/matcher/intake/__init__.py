"""Files in: a case and a report of its reading, and what its newest form says on every channel.

Also the small questions about a form that every reader asks: which item, which list, which figure, and may it be kept.
"""

from typing import TYPE_CHECKING

from matcher.faces import on_first_use

if TYPE_CHECKING:
    from matcher.intake.codes import Written, read_code
    from matcher.intake.identity import identity_in
    from matcher.intake.levels import level_problem, takes_many
    from matcher.intake.medical import names_something_medical
    from matcher.intake.names import known_names, name_agrees, name_of
    from matcher.intake.numbering import is_ambiguous
    from matcher.intake.read import ReadCase, read_case, read_case_bytes, read_case_text
    from matcher.intake.report import ReadingReport
    from matcher.intake.schema import case_schema
    from matcher.intake.source import MAX_BYTES, CaseFormat, read_text
    from matcher.intake.texts import channels_limited_in, hours_in, limits_something, only_names_a_side
    from matcher.intake.understand import understand_capacity
    from matcher.intake.values import Figure, Standing, UnitWrong, figure_for, standing
    from matcher.intake.withholding import withhold, without_medical_outlook, without_medical_text

__all__ = [
    "MAX_BYTES",
    "CaseFormat",
    "Figure",
    "ReadCase",
    "ReadingReport",
    "Standing",
    "UnitWrong",
    "Written",
    "case_schema",
    "channels_limited_in",
    "figure_for",
    "hours_in",
    "identity_in",
    "is_ambiguous",
    "known_names",
    "level_problem",
    "limits_something",
    "name_agrees",
    "name_of",
    "names_something_medical",
    "only_names_a_side",
    "read_case",
    "read_case_bytes",
    "read_case_text",
    "read_code",
    "read_text",
    "standing",
    "takes_many",
    "understand_capacity",
    "withhold",
    "without_medical_outlook",
    "without_medical_text",
]

_HOMES = {
    "MAX_BYTES": "source",
    "CaseFormat": "source",
    "Figure": "values",
    "ReadCase": "read",
    "ReadingReport": "report",
    "Standing": "values",
    "UnitWrong": "values",
    "Written": "codes",
    "case_schema": "schema",
    "channels_limited_in": "texts",
    "figure_for": "values",
    "hours_in": "texts",
    "identity_in": "identity",
    "is_ambiguous": "numbering",
    "known_names": "names",
    "level_problem": "levels",
    "limits_something": "texts",
    "name_agrees": "names",
    "name_of": "names",
    "names_something_medical": "medical",
    "only_names_a_side": "texts",
    "read_case": "read",
    "read_case_bytes": "read",
    "read_case_text": "read",
    "read_code": "codes",
    "read_text": "source",
    "standing": "values",
    "takes_many": "levels",
    "understand_capacity": "understand",
    "withhold": "withholding",
    "without_medical_outlook": "withholding",
    "without_medical_text": "withholding",
}

if not TYPE_CHECKING:
    __getattr__ = on_first_use(__name__, _HOMES)
