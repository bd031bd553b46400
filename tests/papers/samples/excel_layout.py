"""An Excel layout: number, name, number of the score, word of the score, words."""

from pathlib import Path

from openpyxl import Workbook

from tests.papers.samples.capacity import Made


def sheet(made: Made, path: Path) -> None:
    """One sheet, the facts on top, an empty row, then the list."""
    book = Workbook()
    page = book.active
    page.append(["Lijst arbeidsmogelijkheden en beperkingen (LAB)"])
    page.append(["Naam", "Jan Voorbeeld"])
    page.append(["Datum", made.form_date])
    page.append(["Bedrijfsarts", "A. Voorbeeld"])
    page.append([])
    page.append(["Code", "Onderdeel", "Niveau", "In woorden", "Kant", "Opmerkingen"])
    for item in made.printed():
        level = item.levels[0] if len(item.levels) == 1 else ", ".join(map(str, item.levels))
        word = item.words[0] if len(item.words) == 1 else ""
        page.append([item.code, item.name, level, word, "", item.text])
    book.save(path)
