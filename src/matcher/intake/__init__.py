"""Files in: a case and a report of its reading, and what its newest form says on every channel.

Also the small questions about a form that every reader asks: which item, which list, which figure, and may it be kept.
"""

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
from matcher.intake.texts import channels_limited_in, hours_in, limits_something
from matcher.intake.understand import understand_capacity
from matcher.intake.values import Figure, Standing, UnitWrong, figure_for, standing
from matcher.intake.withhold import withhold, without_medical_outlook, without_medical_text

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
