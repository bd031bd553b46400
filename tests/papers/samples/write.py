"""Write made-up forms in every layout, with the truth beside each."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.papers.samples import excel_layout, hard_pdf, hard_word, pdf_layouts, word_layouts
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

# Layouts in which it is easy to take a level from the wrong place: every item is right or asked.
HARD: dict[str, tuple[str, str, str, Writer]] = {
    **{
        f"hard-{write.__name__}": ("pdf", kind, "current", write)
        for kind, write in (
            ("fml", hard_pdf.letter), ("kfml", hard_pdf.brackets), ("lab", hard_pdf.words_in_two),
            ("fml", hard_pdf.crosses_words), ("bar", hard_pdf.crosses_digits), ("izp", hard_pdf.crosses_once),
            ("fml", hard_pdf.crosses_down), ("fml", hard_pdf.turned), ("izp", hard_pdf.two_rubrieken),
            ("fml", hard_pdf.with_old_form), ("fml", hard_pdf.old_form_first), ("fml", hard_pdf.old_and_now_columns),
            ("fml", hard_pdf.narrow), ("kfml", hard_pdf.story),
        )
    },
    **{
        f"hard-{write.__name__}": ("docx", kind, "current", write)
        for kind, write in (
            ("fml", hard_word.nested), ("fml", hard_word.nested_flat), ("izp", hard_word.beside),
            ("bar", hard_word.beside_boxes), ("fml", hard_word.scale_words), ("fml", hard_word.yes_no),
            ("lab", hard_word.loose_boxes), ("fml", hard_word.boxes_behind), ("fml", hard_word.dropdowns),
            ("kfml", hard_word.changed), ("fml", hard_word.name_after),
        )
    },
    "hard-old-brackets": ("pdf", "fml", "old", hard_pdf.brackets),
    "hard-old-narrow": ("pdf", "fml", "old", hard_pdf.narrow),
    "hard-old-crosses": ("pdf", "fml", "old", hard_pdf.crosses_digits),
    "hard-old-first": ("pdf", "fml", "old", hard_pdf.old_form_first),
}  # fmt: skip


def write_samples(
    folder: Path, each: int = 3, seed: int = 1, layouts: dict[str, tuple[str, str, str, Writer]] = LAYOUTS
) -> list[Path]:
    """Answer the files that were written.

    Args:
        folder: where to write; it is made when it is not there.
        each: forms per layout.
        seed: of the first form.
        layouts: which layouts.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for layout, (ending, kind, numbering, write) in layouts.items():
        for number in range(each):
            made = made_up(seed + number * 101 + len(layout), kind, numbering)
            path = folder / f"{layout}-{number}.{ending}"
            write(made, path)
            truth = path.with_name(f"{path.stem}.truth.json")
            truth.write_text(json.dumps(made.truth(), ensure_ascii=False, indent=1), encoding="utf-8")
            written.append(path)
    return written
