"""The dated templates of the sentences, and how a template becomes fragments."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from matcher.errors import UnknownName
from matcher.prose.audience import audiences_of
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.reference.tables import read_yaml

_SLOT = re.compile(r"\{(\w+)\}")

Slot = str | Fragment | Sequence[Fragment]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that hold on a day, in one language.

    Attributes:
        language: nl or en.
        file: name of the data file, for references.
        data: the version that holds.
    """

    language: str
    file: str
    data: Mapping[str, Any]

    def template(self, key: str) -> str:
        """Answer the template with a dotted name such as `education.known`."""
        found: Any = self.data["sentences"]
        for part in key.split("."):
            found = found[part]
        return str(found)

    def list_of(self, name: str) -> Any:
        """Answer a list or table of words by name."""
        return self.data[name]

    def say(self, key: str, kind: str, provenance: Provenance, ref: str, **slots: Slot) -> Sentence:
        """Answer a sentence from a template; its own words get the sentence's origin, a slot keeps its own.

        Args:
            key: name of the template.
            kind: class of the words, which decides who may read them.
            provenance: where the fact came from.
            ref: the exact place of the fact; the template's own name when empty.
            slots: what goes into the template; plain text gets the sentence's origin.

        Example:
            >>> words = wording_on(date(2026, 11, 22))
            >>> words.say("region.place", "work", Provenance.PERSON, "person.region.place", place="Zwolle").text
            'Het zoekgebied is de omgeving van Zwolle.'
        """
        source = ref or f"{self.file}#{key}"
        audiences = audiences_of(kind)
        pieces: list[Fragment] = []
        for number, part in enumerate(_SLOT.split(self.template(key))):
            if number % 2 == 0:
                pieces += [Fragment(part, provenance, audiences, source)] if part else []
                continue
            value = slots[part]
            if isinstance(value, str):
                pieces += [Fragment(value, provenance, audiences, source)] if value else []
            elif isinstance(value, Fragment):
                pieces.append(value)
            else:
                pieces.extend(value)
        return Sentence(key, tuple(pieces))


def wording_on(on: date, language: str = "nl", file: str = "prose.yaml") -> Wording:
    """Answer the words that hold on a day.

    Args:
        on: the day of the text.
        language: nl or en.
        file: which data file.

    Raises:
        UnknownName: the day lies before the first version.
    """
    valid = [version for version in read_yaml(file)["versions"] if version["valid_from"] <= on]
    if not valid:
        raise UnknownName("Voor deze datum zijn er geen zinnen. Kies een latere datum.")
    return Wording(language, file, valid[-1][language])
