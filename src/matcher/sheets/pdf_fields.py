"""The values of fillable fields of a PDF, as words in their place."""

import ctypes
from collections.abc import Iterator
from typing import Any

from pypdfium2 import raw

from matcher.sheets.pdf_page import Page, Word
from matcher.sheets.pdf_turn import Turn


def add_fields(page: Any, forms: Any, turn: Turn, found: Page) -> None:
    """Add the values of form fields to the words of a page.

    Args:
        page: an open page of pypdfium2.
        forms: the form fields of the document.
        turn: how the page is held.
        found: the page to add to.
    """
    for place in range(min(raw.FPDFPage_GetAnnotCount(page), 5000)):
        note = raw.FPDFPage_GetAnnot(page, place)
        if not note:
            continue
        if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_WIDGET:
            rect = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(note, rect)
            text = _value(note, forms)
            if text:
                box = turn.box(rect.left, rect.bottom, rect.right, rect.top)
                found.words += list(_spread(text, *box))
        raw.FPDFPage_CloseAnnot(note)


def _value(note: Any, forms: Any) -> str:
    kind = raw.FPDFAnnot_GetFormFieldType(forms, note)
    if kind in (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON):
        return "☒" if raw.FPDFAnnot_IsChecked(forms, note) else "☐"
    if kind in (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX):
        size = raw.FPDFAnnot_GetFormFieldValue(forms, note, None, 0)
        if 2 < size < 20_000:  # noqa: PLR2004 UTF-16 with its end
            text = ctypes.create_string_buffer(size)
            raw.FPDFAnnot_GetFormFieldValue(forms, note, ctypes.cast(text, ctypes.POINTER(ctypes.c_ushort)), size)
            return text.raw.decode("utf-16-le", "replace").rstrip("\x00")
    return ""


def _spread(text: str, left: float, top: float, right: float, bottom: float) -> Iterator[Word]:
    """Yield the words of a form field on places inside its box, line by line."""
    lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip()]
    step = (bottom - top) / max(len(lines), 1)
    for at, line in enumerate(lines):
        words = line.split()
        each = (right - left) / max(sum(len(word) + 1 for word in words), 1)
        each = min(each, 5.0)
        x = left
        for word in words:
            middle = top + step * (at + 0.5)
            half = min(step / 2, 5.0)
            yield Word(word, x, middle - half, x + each * len(word), middle + half)
            x += each * (len(word) + 0.25)
