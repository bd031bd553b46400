"""The house style of a bureau: colour, logo, footer and own paragraphs, from a folder with `style.yaml`."""

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from matcher.documents.model import Kind
from matcher.errors import FileUnreadable, InputError

_Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
_Paragraph = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
_LARGEST_STYLE_BYTES = 50_000
_LARGEST_LOGO_BYTES = 1_000_000
_IMAGES = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg"}
STYLE_FILE = "style.yaml"


class OwnParagraphs(BaseModel):
    """Paragraphs of the bureau itself in one kind of document."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    opening: Annotated[tuple[_Paragraph, ...], Field(max_length=10)] = ()
    closing: Annotated[tuple[_Paragraph, ...], Field(max_length=10)] = ()


class _StyleFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    accent: Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")] = "#154273"
    footer: _Line | None = None
    logo: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+\.(png|jpg|jpeg)$")] | None = None
    logo_text: _Line | None = Field(default=None, description="Wat de afbeelding zegt, voor wie haar niet ziet.")
    paragraphs: dict[Kind, OwnParagraphs] = Field(default_factory=dict)


class HouseStyle(BaseModel):
    """How a document looks.

    Attributes:
        accent: colour of headings, as `#rrggbb`.
        footer: line at the foot of every page, or None.
        logo: the image itself, or None.
        logo_kind: png or jpg.
        logo_text: what the image says, for readers who do not see it.
        paragraphs: the bureau's own paragraphs per kind of document.
    """

    model_config = ConfigDict(frozen=True)

    accent: str = "#154273"
    footer: str | None = None
    logo: bytes | None = None
    logo_kind: str = "png"
    logo_text: str = "Logo"
    paragraphs: dict[Kind, OwnParagraphs] = Field(default_factory=dict)

    @property
    def texts(self) -> tuple[str, ...]:
        """Answer every text of the style, for the check on the finished file."""
        own = [text for each in self.paragraphs.values() for text in (*each.opening, *each.closing)]
        return (*own, *([self.footer] if self.footer else []), self.logo_text)


PLAIN = HouseStyle()


def read_style(folder: Path) -> HouseStyle:
    """Answer the house style of a folder.

    Args:
        folder: holds `style.yaml`, and the logo that it names.

    Raises:
        FileUnreadable: the folder, its style or its logo is missing, too large or not readable.
        InputError: a field that does not exist or a value that cannot be used.
    """
    raw = _read(folder / STYLE_FILE, _LARGEST_STYLE_BYTES)
    try:
        tree = yaml.load(raw.decode("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 texts only
        found = _StyleFile.model_validate(tree or {})
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError) as error:
        raise FileUnreadable(f"{STYLE_FILE} is niet te lezen. Verwacht: YAML in UTF-8.") from error
    except ValidationError as error:
        fields = ", ".join(sorted({".".join(map(str, each["loc"])) for each in error.errors()})) or STYLE_FILE
        raise InputError(
            f"{STYLE_FILE} klopt niet bij: {fields}. Zie docs/documents.md voor de velden en een voorbeeld."
        ) from None
    logo, kind = _logo(folder, found.logo)
    return HouseStyle(
        accent=found.accent,
        footer=found.footer,
        logo=logo,
        logo_kind=kind,
        logo_text=found.logo_text or "Logo",
        paragraphs=found.paragraphs,
    )


def _logo(folder: Path, name: str | None) -> tuple[bytes | None, str]:
    if name is None:
        return None, "png"
    data = _read(folder / name, _LARGEST_LOGO_BYTES)
    kind = next((kind for magic, kind in _IMAGES.items() if data.startswith(magic)), None)
    if kind is None:
        raise InputError("Het logo is geen PNG of JPEG. Bewaar de afbeelding als PNG of JPEG.")
    return data, kind


def _read(path: Path, largest: int) -> bytes:
    try:
        if path.stat().st_size > largest:
            raise FileUnreadable(f"{path.name} is te groot. Hoogstens {largest // 1000} kB.")
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(
            f"{path.name} is niet te lezen. Verwacht: dit bestand in de map van de huisstijl."
        ) from error
