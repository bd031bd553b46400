"""Write made-up forms in every layout, with the truth beside each."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.papers.samples import excel_layout, pdf_layouts, word_layouts
from tests.papers.samples.capacity import Made, made_up

Writer = Callable[[Made, Path], None]

# layout -> ending, kind of form, numbering, writer
LAYOUTS: dict[str, tuple[str, str, str, Writer]] = {
    "lines": ("pdf", "fml", "current", pdf_layouts.lines),
    "table": ("pdf", "fml", "current", pdf_layouts.table),
    "ticks": ("pdf", "izp", "current", pdf_layouts.ticks),
    "boxes": ("docx", "fml", "current", word_layouts.boxes),
    "words": ("docx", "kfml", "current", word_layouts.words),
    "old": ("pdf", "fml", "old", pdf_layouts.table),
    "sheet": ("xlsx", "lab", "current", excel_layout.sheet),
    "short": ("pdf", "kfml", "current", pdf_layouts.lines),
    "oldfields": ("docx", "fml", "current", word_layouts.old_fields),
}


def write_samples(folder: Path, each: int = 3, seed: int = 1) -> list[Path]:
    """Answer the files that were written.

    Args:
        folder: where to write; it is made when it is not there.
        each: forms per layout.
        seed: of the first form.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for layout, (ending, kind, numbering, write) in LAYOUTS.items():
        for number in range(each):
            made = made_up(seed + number * 101 + len(layout), kind, numbering)
            path = folder / f"{layout}-{number}.{ending}"
            write(made, path)
            truth = path.with_name(f"{path.stem}.truth.json")
            truth.write_text(json.dumps(made.truth(), ensure_ascii=False, indent=1), encoding="utf-8")
            written.append(path)
    return written
