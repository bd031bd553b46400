"""Who is really asked about a kind of work: only those who have a question on one of its own open points."""

from matcher.domain.finding import Finding, Outcome
from matcher.domain.zoekprofiel import KindOfWork
from matcher.matching import Match
from matcher.prose.audience import audiences_of
from matcher.prose.fragment import Fragment, Provenance
from matcher.prose.grammar import in_list
from matcher.prose.wording import Wording
from matcher.zoekprofiel import names_situation

# Only an answer about the person settles these; an employer cannot give it.
_FOR_DOCTOR = frozenset({"degree_unknown", "capacity_unknown", "capacity_unknown_asked"})


def whom_to_ask(kind: KindOfWork, match: Match, words: Wording) -> tuple[Fragment, ...]:
    """Answer who is asked about the work itself, as one list; empty when no open point is about the work.

    The doctor is never asked about work: see `doctor_is_asked`.

    Args:
        kind: the kind of work with its findings.
        match: for the questions to the labour expert.
        words: the wording, for the names and the language.
    """
    asked = {
        "employer": any(_for_employer(finding) for finding in _open(kind)),
        "labour_expert": any(
            finding.outcome is Outcome.SIGNAL and finding.channel in _about(match, "labour_expert")
            for finding in _open(kind)
        ),
    }
    ref = f"findings of {kind.occupation.id}"
    names = words.list_of("whom")
    pieces = [
        Fragment(names[to], Provenance.CATALOGUE, audiences_of("work_points"), ref)
        for to, is_asked in asked.items()
        if is_asked
    ]
    return in_list(pieces, words.language) if pieces else ()


def doctor_is_asked(kind: KindOfWork, match: Match) -> bool:
    """Answer whether a question to the doctor is about an item that is open for this work.

    Args:
        kind: the kind of work with its findings and the remarks that hold for it.
        match: for the questions to the doctor.
    """
    about = _about(match, "doctor")
    here = {finding.channel for finding in _open(kind)} | {remark.item for remark in kind.occupation.verdict.remarks}
    return bool(about & here)


def _for_employer(finding: Finding) -> bool:
    """Answer whether an employer can say something on a point: a situation that is ruled out is there or is not."""
    return finding.rule not in _FOR_DOCTOR or names_situation(finding.capacity)


def _open(kind: KindOfWork) -> tuple[Finding, ...]:
    return tuple(finding for finding in kind.occupation.findings if finding.outcome.is_open_point)


def _about(match: Match, to: str) -> set[str]:
    return {question.about for question in match.zoekprofiel.questions if question.to == to}
