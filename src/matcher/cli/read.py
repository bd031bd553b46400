"""`matcher read FILE...`: documents in, a case file and a list of questions out."""

import json
from pathlib import Path
from typing import Any

import click

from matcher.cli.dutch import DutchCommand, DutchUsageError


@click.command(cls=DutchCommand, short_help="Lees een FML, rapport of cv in.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Schrijf een casusbestand (.yaml).")
@click.option("--add-to", type=click.Path(path_type=Path), help="Vul een bestaande casus aan; wat er staat, blijft.")
@click.option("--replace", is_flag=True, help="Het bestand van -o mag worden vervangen.")
@click.option("--id", "case_id", help="Kenmerk van de casus: geen naam, geen BSN.")
@click.option(
    "--confirm", "written", multiple=True, metavar="TEKST", help='Antwoord met reden: "IV.13=2; op papier staat 2".'
)
@click.option("--identity", type=click.Path(path_type=Path), help="Schrijf naam en adres apart in dit bestand (.json).")
@click.option(
    "--scan-seconds", type=click.IntRange(1, 600), metavar="AANTAL",
    help="Zoveel seconden mag het herkennen van een scan duren. Gewoon: met het openen samen 8.",
)  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Toon ook norm, en de woorden waaruit is gelezen.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="text of json.")
def read(
    files: tuple[Path, ...], output: Path | None, add_to: Path | None, replace: bool, case_id: str | None,
    written: tuple[str, ...], identity: Path | None, scan_seconds: int | None, everything: bool,
    form: str,
) -> None:  # fmt: skip
    """Lees een FML, kFML, IZP, LAB of BAR, een rapport van de arbeidsdeskundige of een cv.

    Wat zeker is, komt in het casusbestand. Wat niet zeker is, wordt een vraag. Namen, adressen en diagnosen komen er
    niet in.

    \b
    Voorbeeld:
      matcher read fml.pdf
      matcher read fml.pdf cv.docx -o casus.yaml --confirm "rest=norm; zo staat het op het voorblad"
    """  # noqa: D301 click needs the control character itself to keep the lines of the example
    from matcher.sheets import begin_sheet, open_paper  # noqa: PLC0415 only when this command runs

    _may_write(output, add_to, replace=replace)
    with begin_sheet(open_paper(files[0])) as begun:  # read by another process, while this one loads its own parts
        from matcher.intake import read_case  # noqa: PLC0415
        from matcher.papers import (  # noqa: PLC0415
            case_id_of,
            case_part,
            confirm,
            correction_of,
            numbering_in,
            read_begun,
            read_document,
        )
        from matcher.report import paper_json, paper_view, render_text  # noqa: PLC0415

        corrections = [correction_of(each) for each in written]
        base = read_case(add_to).case if add_to is not None else None
        numbering = numbering_in(corrections)
        readings = [read_begun(begun, numbering=numbering, scan_seconds=scan_seconds)]
    readings += [read_document(path, numbering=numbering, scan_seconds=scan_seconds) for path in files[1:]]
    newest = max(
        (r for r in readings if r.leading), key=lambda r: str((r.leading and r.leading.date) or ""), default=None
    )
    confirmed, reports, texts = [], [], []
    if corrections and newest is None:
        raise DutchUsageError("--confirm gaat over een formulier van de arts. In deze bestanden staat er geen.")
    for reading in readings:
        own = [
            confirm(each, corrections if reading is newest and not place else ())
            for place, each in enumerate(reading.forms)
        ]
        confirmed += own
        leading = own[0] if own else None
        other = [q for q in reading.questions() if reading.leading is None or q not in reading.leading.questions]
        questions = [*(leading.form.questions if leading else ()), *other]
        reports.append(paper_json(reading, leading, questions))
        texts.append(render_text(paper_view(reading, leading, questions, everything=everything)))
    part = case_part(case_id or case_id_of(output.stem if output else "casus"), readings, confirmed, base)
    report: dict[str, Any] = {"documents": reports, "forms_left_out": len(part.incomplete)}
    kept = ", ".join(part.not_taken_nl)
    if kept:
        texts.append(f"Niet overgenomen, want in de casus staat al iets anders: {kept}. Vergelijk het zelf.")
        report["not_taken_nl"] = list(part.not_taken_nl)
    notes = _save(part.as_yaml(), report, output, len(part.incomplete))
    if identity is not None:
        _save_identity(readings, identity)
    click.echo(json.dumps(report, ensure_ascii=False, indent=2) if form == "json" else "\n\n".join([*texts, *notes]))


def _may_write(output: Path | None, add_to: Path | None, *, replace: bool) -> None:
    if output is None:
        return
    if output.suffix.lower() not in (".yaml", ".yml"):
        raise DutchUsageError("De naam bij -o eindigt op .yaml.")
    if output.exists() and not replace and (add_to is None or output.resolve() != add_to.resolve()):
        raise DutchUsageError("Het bestand bij -o bestaat al. Kies een andere naam, of geef --replace.")


def _save(text: str, report: dict[str, Any], output: Path | None, left_out: int) -> list[str]:
    missing = (
        "Het formulier is nog niet in de casus gezet: beantwoord eerst de vragen over soort, datum, arts en nummering."
        if left_out
        else ""
    )
    if output is None:
        return [missing] if missing else []
    beside = output.with_suffix(".leesverslag.json")
    try:
        output.write_text(text, encoding="utf-8")
        beside.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError:
        raise DutchUsageError("Het bestand bij -o is niet te schrijven. Controleer de plaats.") from None
    return [part for part in (missing, f"Geschreven: {output.name} en {beside.name}.") if part]


def _save_identity(readings: Any, identity: Path) -> None:
    found = [{key: value for key, value in reading.identity.items() if value} for reading in readings]
    try:
        identity.touch(mode=0o600, exist_ok=False)
        identity.write_text(json.dumps({"identity": found}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    except OSError:
        raise DutchUsageError("Het bestand bij --identity bestaat al of is niet te schrijven.") from None
