"""The ranked occupations as a table of 80 columns, or as CSV with every part of the score."""

import csv
import io
import textwrap

from matcher.domain.zoekprofiel import RankedOccupation
from matcher.matching import Match
from matcher.report.blocks import WIDTH
from matcher.report.sentences import verdict_nl

_TITLE_WIDTH = 38
_WAITED = (
    "* Staat lager dan de score: er staat al werk van dezelfde soort boven, het lijkt op het eigen werk, "
    "het ligt ver onder het eigen niveau, of het is niet zeker dat minstens een tiende van de banen binnen "
    "elke grens blijft."
)
_HEADER = ("nr", "score", "oordeel", "beroep")


def occupation_table(result: Match, notices: tuple[str, ...] = ()) -> str:
    """Answer the order as a table; conflicts stand below, with what exceeds.

    Args:
        result: what `match` answered.
        notices: what the coach must know first about the form and the file.
    """
    lines = [line for text in notices for line in textwrap.wrap(f"! {text}", WIDTH, subsequent_indent="  ")]
    lines += [""] if notices else []
    lines += [f"{_HEADER[0]:>3} {_HEADER[1]:>5}  {'beroepsgroep':<{_TITLE_WIDTH}} {_HEADER[2]}", "-" * WIDTH]
    proposed = [occupation for occupation in result.shown if not occupation.rejected]
    lines += [_line(occupation) for occupation in proposed]
    if any(occupation.waited for occupation in proposed):
        lines += ["", *textwrap.wrap(_WAITED, WIDTH)]
    ruled_out = [occupation for occupation in result.shown if occupation.rejected]
    if ruled_out:
        lines += ["", "Niet voorgesteld, want al afgewezen of uitgesloten:"]
        lines += [f"    {_cut(occupation.title_nl)}" for occupation in ruled_out]
    if result.exceeding:
        lines += [
            "",
            f"Overschrijding ({result.counts['exceeding']} in totaal, de hoogste {len(result.exceeding)}):",
        ]
        lines += [_conflict(occupation) for occupation in result.exceeding]
    return "\n".join(lines)


def _line(occupation: RankedOccupation) -> str:
    verdict = verdict_nl(occupation.verdict).replace(" toelichten", "") + (
        " (lijkt op eigen werk)" if occupation.alike_own else ""
    )
    mark = "*" if occupation.waited else " "
    return f"{occupation.rank:>3} {occupation.score:>5}{mark} {_cut(occupation.title_nl):<{_TITLE_WIDTH}} {verdict}"


def _conflict(occupation: RankedOccupation) -> str:
    channels = ", ".join(occupation.verdict.exceeding)
    line = f"    {occupation.score:>5}  {_cut(occupation.title_nl):<{_TITLE_WIDTH}} {channels}"
    return textwrap.shorten(line, WIDTH, placeholder=" ...") if len(line) > WIDTH else line


def _cut(title: str) -> str:
    return title if len(title) <= _TITLE_WIDTH else title[: _TITLE_WIDTH - 1] + "…"


def occupation_csv(result: Match) -> str:
    """Answer the order as CSV (comma, UTF-8, LF), one row per occupation and a column per part of the score.

    Args:
        result: what `match` answered.
    """
    groups = (
        ("shown", result.shown),
        ("own_work", result.own_work),
        ("later", result.later),
        ("exceeding", result.exceeding),
    )
    parts = [c.part for _, rows in groups for o in rows[:1] for c in o.contributions]
    names = list(dict.fromkeys(parts))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(
        [
            "id",
            "title_nl",
            "group",
            "rank",
            "score",
            "verdict",
            "points",
            "exceeding",
            "opens_at",
            "acceptance",
            "wage_share_pct",
            "month_share_pct",
            *(f"points_{name}" for name in names),
        ]
    )
    for group, rows in groups:
        for o in rows:
            points = {c.part: c.points for c in o.contributions}
            writer.writerow(
                [
                    o.id,
                    o.title_nl,
                    "ruled_out" if group == "shown" and o.rejected else group,
                    o.rank,
                    o.score,
                    o.verdict.kind.value,
                    o.verdict.points,
                    " ".join(o.verdict.exceeding),
                    o.opens_at or "",
                    o.acceptance,
                    "" if o.wage_share_pct is None else o.wage_share_pct,
                    "" if o.month_share_pct is None else o.month_share_pct,
                    *(points[name] for name in names),
                ]
            )
    return out.getvalue()
