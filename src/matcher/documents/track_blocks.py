"""The progress and closing report as blocks; what the reader may not see was never made."""

from collections.abc import Iterable, Iterator
from datetime import date

from matcher.catalogue import Catalogue
from matcher.documents.speech import Speech
from matcher.domain.case import Case
from matcher.dossier import full_match, track_report
from matcher.dossier.rules import rules_on
from matcher.dossier.track_reports import Audience as Reader
from matcher.dossier.track_reports import Kind as ReportKind
from matcher.matching import Match
from matcher.prose import Audience, Block, Points, Provenance, Sentence, Table, Text, titles_of
from matcher.reference.dates import date_in_words

_FUNCTION = "Functie"  # the row of the report that holds a title


def track_blocks(
    match: Match, case: Case, catalogue: Catalogue, kind: ReportKind, audience: Audience, speech: Speech
) -> Iterator[Block]:
    """Answer the report on the second track for the coach or the current employer.

    Args:
        match: for the day of the report.
        case: the case with its log.
        catalogue: occupations.
        kind: progress or closing.
        audience: coach or current-employer.
        speech: the words.
    """
    reader: Reader = "current-employer" if audience is Audience.CURRENT_EMPLOYER else "coach"
    # The coach's warnings look at every occupation; an employer gets none of them.
    ground = match if reader == "current-employer" else full_match(case, match.on, catalogue)
    report = track_report(case, ground, catalogue, kind, reader)
    common = "progress" if audience is Audience.CURRENT_EMPLOYER else "track_log"

    def line(text: str, ref: str) -> Sentence:
        return speech.cell(text, common, Provenance.PERSON, ref)

    yield Text((line(report.note_nl, "track_rules.yaml"),))
    yield speech.title("track.facts", kind=common)
    head = (speech.rule("head.label"), speech.rule("head.value"))
    rows = report.rows if reader == "coach" else _writable_rows(report.rows, match.on)
    yield Table(head, tuple((line(label, "track"), line(text, "track")) for label, text in rows))
    functions = report.functions_nl if reader == "coach" else _writable(report.functions_nl, match.on)
    if functions:
        yield speech.title("track.functions", kind=common)
        yield Points(tuple(line(text, "track") for text in functions))
    if report.warnings:
        yield speech.title("track.warnings", kind=common)
        yield Points(tuple(line(warning.text_nl, f"track_rules.yaml#{warning.code}") for warning in report.warnings))
    for section in report.sections:
        from_log = speech.say("line", common, Provenance.COACH, "track", text=section.title_nl)
        yield speech.title_of(from_log)
        yield Points(tuple(line(text, "track") for text in section.lines_nl))
    if report.next_dates:
        yield speech.title("track.next", kind=common)
        yield Points(tuple(line(f"{date_in_words(each.day)}: {each.what_nl}", "track") for each in report.next_dates))


def _writable(titles: Iterable[str], on: date) -> tuple[str, ...]:
    """Answer titles of functions; one that may name a firm, a person or a cause is said to be left out.

    The log holds what the coach typed, and a report to an employer has no room for free words.
    """
    hidden = str(rules_on("track_rules.yaml", on)["words"]["hidden_title"])
    return tuple(dict.fromkeys(hidden if None in titles_of(title) else title for title in titles))


def _writable_rows(rows: Iterable[tuple[str, str]], on: date) -> tuple[tuple[str, str], ...]:
    return tuple((label, _writable((text,), on)[0] if label == _FUNCTION else text) for label, text in rows)
