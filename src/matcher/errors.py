"""The error tree.

MatcherError
├── InputError            what a user handed over cannot be used
│   ├── FileUnreadable    the file is missing, empty, too large, binary or not the named format
│   ├── CaseInvalid       the case file has one or more faults, each with its place
│   ├── FormRefused       a capacity form may not be used as it is (too old, no usable possibilities, ...)
│   └── UnknownName       an occupation, title, channel or stage that does not exist or is ambiguous
└── DataError             our own tables or models are missing, altered or of another format

Every text says what was wrong, where, what is expected and what to do. No text repeats a personal value.
"""

from dataclasses import dataclass
from datetime import date


class MatcherError(Exception):
    """Anything that matcher refuses on purpose."""


class InputError(MatcherError):
    """What a user handed over cannot be used; the text says what to change."""


class FileUnreadable(InputError):
    """The file is missing, empty, too large, binary or not the named format."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault in a file.

    Attributes:
        field: dotted place in the file, e.g. `forms.0.entries.3.levels`.
        line: line number in the file, counted from 1; None when it is not known.
        problem: what is wrong, what is expected and what to do, in Dutch, without the value itself.
    """

    field: str
    line: int | None
    problem: str

    def __str__(self) -> str:
        """Render as one Dutch line."""
        where = f"Regel {self.line}, " if self.line is not None else ""
        return f"{where}veld {self.field}: {self.problem}" if self.field else f"{where}{self.problem}"


class CaseInvalid(InputError):
    """The case file has one or more faults, each with its place."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


class FormRefused(InputError):
    """A capacity form may not be used as it is; the text says which confirmation or new form is needed.

    Attributes:
        too_old: day of the form when only its age stands in the way, which a coach may confirm; else None.
    """

    def __init__(self, text: str, too_old: date | None = None) -> None:
        self.too_old = too_old
        super().__init__(text)


class UnknownName(InputError):
    """A name or code that does not exist here, or that means more than one thing; the text gives the choices."""


class DataError(MatcherError):
    """Our own tables or models are missing, altered or of another format."""
