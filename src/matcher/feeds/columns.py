"""From the columns of a feed to our fields: a mapping file, else a guess from the names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from matcher.errors import FileUnreadable
from matcher.feeds.rules import column_key, feed_rules

_MAX_BYTES = 100_000
_OPTIONS = frozenset({"columns", "source", "divider", "delimiter", "encoding", "record"})
_ADVICE = "Zie docs/vacancies_reading.md voor een voorbeeld."


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a mapping file says.

    Attributes:
        columns: our field by a column name in small letters.
        source: name of the feed, or empty.
        divider: text of the line between two vacancies in plain text, or empty.
        delimiter: sign between two cells, or empty.
        encoding: name of the encoding, or empty.
        record: name of the XML element that holds one vacancy, or empty.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    divider: str = ""
    delimiter: str = ""
    encoding: str = ""
    record: str = ""


def read_mapping(path: Path | None) -> Mapped:
    """Answer what a mapping file says; nothing when there is none.

    Args:
        path: a YAML file, or None.

    Raises:
        FileUnreadable: it is missing, too large, no YAML or names a field that does not exist.
    """
    if path is None:
        return Mapped()
    try:
        content = path.read_bytes()[: _MAX_BYTES + 1]
    except OSError:
        raise FileUnreadable("Het mappingbestand is niet gevonden of niet te openen. Controleer de naam.") from None
    if len(content) > _MAX_BYTES:
        raise FileUnreadable("Het mappingbestand is te groot. Het hoort een paar regels te hebben.")
    try:
        raw = yaml.load(content, Loader=yaml.BaseLoader)  # noqa: S506 text only, builds no objects
    except (yaml.YAMLError, RecursionError, ValueError):
        raise FileUnreadable(f"Het mappingbestand is geen geldige YAML. {_ADVICE}") from None
    return _mapped(raw)


def _mapped(raw: Any) -> Mapped:
    if not isinstance(raw, dict) or not set(raw) <= _OPTIONS:
        raise FileUnreadable(f"In het mappingbestand mogen staan: {', '.join(sorted(_OPTIONS))}. {_ADVICE}")
    known = set(feed_rules().columns.values())
    columns: dict[str, str] = {}
    given = raw.get("columns") or {}
    if not isinstance(given, dict):
        raise FileUnreadable(f"In het mappingbestand is columns geen lijst van veld: kolom. {_ADVICE}")
    for name, written in given.items():
        if name not in known:
            raise FileUnreadable(
                f"Het mappingbestand noemt een veld dat niet bestaat. Kies uit: {', '.join(sorted(known))}."
            )
        for column in written if isinstance(written, list) else [written]:
            columns[column_key(str(column))] = name
    options = {name: str(raw.get(name) or "") for name in _OPTIONS - {"columns"}}
    return Mapped(columns, **options)


def fields_of(names: Iterable[str], mapped: Mapped) -> tuple[str | None, ...]:
    """Answer our field for each column, None for a column that is not used.

    With a mapping file its names go first; a column that it does not name is guessed only for a field that it does not
    name either. Of two guessed columns for a field other than the text, the first holds.

    Args:
        names: column names.
        mapped: the mapping file.

    Example:
        >>> fields_of(["Functie", "Bedrijf", "Kleur"], Mapped())
        ('title', 'employer', None)
    """
    guessed, found, taken = feed_rules().columns, [], set(mapped.columns.values())
    for name in names:
        key = column_key(name)
        field_name = mapped.columns.get(key)
        if field_name is None:
            guess = guessed.get(key)
            if guess is not None and guess not in taken:
                field_name = guess
                if guess != "text":
                    taken.add(guess)
        found.append(field_name)
    return tuple(found)
