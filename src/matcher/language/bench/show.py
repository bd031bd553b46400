"""A report as text or JSON."""

import json
from dataclasses import asdict

from matcher.language.bench.runner import Report, Row
from matcher.language.bench.speed import Speed

_WIDTH = 24


def as_text(report: Report) -> str:
    """Answer the report as Dutch tables, readable at 80 columns."""
    lines: list[str] = []
    task = ""
    for row in report.rows:
        if row.task != task:
            task = row.task
            lines += [
                "",
                f"{task}",
                f"{'methode':<{_WIDTH}}{'n':>6}{'MRR':>7}{'hit@1':>15}{'@5':>7}{'@10':>7}{'ms':>8}",
            ]
        lines.append(_line(row))
    fair = report.fairness
    lines += [
        "",
        f"Tweelingen man/vrouw: {fair.pairs} paren, {fair.same_first:.1%} zelfde eerste, RBO {fair.overlap:.3f}",
    ]
    lines += ["", f"{'gemaakte ruis':<{_WIDTH}}{'n':>6}{'ruis':>8}{'schoon':>8}{'verschil':>10}"]
    lines += [
        f"{gap.kind:<{_WIDTH}}{gap.titles:>6}{gap.noisy:>8.3f}{gap.clean:>8.3f}{gap.noisy - gap.clean:>+10.3f}"
        for gap in report.kinds
    ]
    if report.transfers is not None:
        moved = report.transfers
        lines.append(
            f"Overstappen: {moved.pairs} paren, {moved.same_level:.1%} zelfde niveau, {moved.within_one:.1%} hooguit"
            f" een niveau ernaast, rangcorrelatie {moved.correlation:.2f}"
        )
    return "\n".join([*lines, *report.notes]).lstrip("\n")


def _line(row: Row) -> str:
    hit = row.figures["hit@1"]
    interval = f"{hit.value:.3f} ({(hit.high - hit.low) / 2:.3f})"
    line = f"{row.method:<{_WIDTH}}{row.queries:>6}{row.figures['MRR'].value:>7.3f}{interval:>15}"
    line += f"{row.figures['hit@5'].value:>7.3f}{row.figures['hit@10'].value:>7.3f}{row.ms:>8.2f}"
    return line if row.calibration_error is None else f"{line}\n{'':<{_WIDTH}}ijkfout {row.calibration_error:.3f}"


def as_json(report: Report | Speed) -> str:
    """Answer the report as JSON."""
    return json.dumps(asdict(report), indent=2, ensure_ascii=False)


def speed_as_text(speed: Speed) -> str:
    """Answer a timing run as a Dutch table, readable at 80 columns."""
    lines = [
        f"{'methode':<{_WIDTH}}{'labels':>8}{'titels':>8}{'klaar (s)':>11}{'mediaan':>9}{'95%':>9}{'cpu (ms)':>10}"
    ]
    lines += [
        f"{row.method:<{_WIDTH}}{row.labels:>8}{row.titles:>8}{row.prepare_s:>11.1f}{row.median_ms:>9.2f}"
        f"{row.slow_ms:>9.2f}{row.cpu_ms:>10.2f}"
        for row in speed.timings
    ]
    lines += [
        "",
        (
            f"{speed.bulk_titles} titels achter elkaar: {speed.bulk_s:.1f} seconden (top 5, alle kernen;"
            f" {speed.bulk_cpu_s:.1f} seconden rekentijd)"
        ),
    ]
    return "\n".join(lines)
