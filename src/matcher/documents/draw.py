"""Pictures as PNG, for Word, which shows SVG only in its newest versions. Drawn by Typst, so no other library."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from matcher.documents.model import Picture

_PIXELS_PER_INCH = 150


def png_of(pictures: Sequence[Picture]) -> tuple[bytes, ...]:
    """Answer every picture as PNG bytes, in order.

    Args:
        pictures: the pictures; none gives none.
    """
    if not pictures:
        return ()
    import typst  # noqa: PLC0415 only when there is something to draw

    pages = []
    with TemporaryDirectory() as folder:
        for number, picture in enumerate(pictures):
            (Path(folder) / f"{number}.svg").write_text(picture.svg, encoding="utf-8")
            pages.append(f'#image("{number}.svg")')
        main = Path(folder) / "main.typ"
        main.write_text("#set page(width: auto, height: auto, margin: 0pt)\n" + "\n#pagebreak()\n".join(pages))
        made = typst.compile(str(main), root=folder, format="png", ppi=_PIXELS_PER_INCH, ignore_system_fonts=True)
    return tuple(made) if isinstance(made, list) else (made,)
