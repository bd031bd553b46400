"""The explanation for the coach: the whole reasoning, with figures. For no other reader."""

from collections.abc import Iterator

from matcher.catalogue import load_catalogue
from matcher.domain.finding import Finding
from matcher.domain.zoekprofiel import KindOfWork, RankedOccupation
from matcher.matching import Match
from matcher.prose.explanation import Block, Points, Text, Title
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.kind_sentences import work_name
from matcher.prose.wording import Wording
from matcher.reference.dates import date_in_words
from matcher.reference.tables import read_yaml
from matcher.report.kind_view import advice_nl, needs_nl
from matcher.report.sentences import finding_nl, own_words_nl, verdict_nl


def coach_blocks(match: Match, words: Wording) -> Iterator[Block]:
    """Answer the explanation for the coach.

    Args:
        match: what `match` answered.
        words: the Dutch wording.
    """
    stage = match.stage.stage
    ref = f"policy.yaml#{stage.code}"
    yield Title(words.say("coach.title", "score", Provenance.POLICY, "", date=date_in_words(match.on)), 1)
    counts = {name: str(number) for name, number in match.counts.items() if name in _COUNTED}
    counted = "coach.counts" if match.counts["later"] else "coach.counts_now"
    yield Text(
        (
            words.say("coach.warning", "score", Provenance.POLICY, ""),
            words.say("coach.stage", "stage", Provenance.POLICY, ref, code=stage.code, stage=stage.label_nl,
                      why=stage.why_nl),
            words.say(counted, "score", Provenance.CATALOGUE, "match.counts", **counts),
            words.say("coach.statement", "score", Provenance.CATALOGUE, "zoekprofiel.statement_nl",
                      text=match.zoekprofiel.statement_nl),
            words.say("coach.no_final", "score", Provenance.POLICY, ""),
        )
    )  # fmt: skip
    yield from _expert_said(match, words)
    for kind in match.zoekprofiel.kinds:
        yield from _kind(kind, words)
    asked = [
        _question(words, question.to, question.text_nl, question.about) for question in match.zoekprofiel.questions
    ]
    known = tuple(sentence for sentence in asked if sentence is not None)
    if known:
        yield Title(words.say("coach.questions", "score", Provenance.POLICY, ""))
        yield Points(known)
    notices = [*((n.text_nl, f"form.{n.code}") for n in match.profile.notices)]
    notices += [(text, ref) for text in match.stage.notices]
    if match.zoekprofiel.kinds:
        notices.append((read_yaml("zoekprofiel.yaml")["sources"]["shares"], "zoekprofiel.yaml#sources"))
    notices += [(text, "zoekprofiel.yaml#caveats") for text in match.zoekprofiel.caveats_nl]
    yield Title(words.say("coach.about", "score", Provenance.POLICY, ""))
    yield Points(tuple(words.say("coach.notice", "form_text", Provenance.FORM, at, text=text) for text, at in notices))


def _expert_said(match: Match, words: Wording) -> Iterator[Block]:
    """Answer the labour expert's advice and rejections word for word, with what was done with each."""
    said = match.zoekprofiel.expert_said
    if said:
        yield Title(words.say("coach.expert_title", "expert_words", Provenance.POLICY, ""))
        yield Points(
            tuple(
                words.say("coach.expert_said", "expert_words", Provenance.LABOUR_EXPERT, each.field,
                          label=each.label_nl, words=each.words, done=each.done_nl)
                for each in said
            )
        )  # fmt: skip


_COUNTED = ("all", "shown", "exceeding", "later", "barred", "own_work")


def _kind(kind: KindOfWork, words: Wording) -> Iterator[Block]:
    occupation = kind.occupation
    ref = f"catalogue.{occupation.id}"
    yield Title(words.say("coach.kind", "work", Provenance.CATALOGUE, ref, work=work_name(kind), id=occupation.id), 3)
    parts = ", ".join(f"{c.label_nl} {c.points} van {c.max_points} ({c.level_nl})" for c in occupation.contributions)
    verdict = verdict_nl(occupation.verdict)
    texts = [
        words.say("coach.verdict", "verdict", Provenance.FORM, f"findings of {occupation.id}", verdict=verdict,
                  why=kind.why_nl),
        words.say("coach.score", "score", Provenance.POLICY, "weights.yaml", score=str(occupation.score),
                  most=str(sum(c.max_points for c in occupation.contributions)), parts=parts),
        _wage(occupation, words),
    ]  # fmt: skip
    if occupation.legal_requirement_nl:
        text = occupation.legal_requirement_nl.rstrip(".")
        texts.append(words.say("coach.legal", "work", Provenance.CATALOGUE, f"{ref}.legal_requirement_text", text=text))
    if kind.needs:
        texts.append(words.say("coach.needs", "work", Provenance.CATALOGUE, f"{ref}.needs", text=needs_nl(kind)))
    if kind.advice:
        at = kind.advice[0].field
        texts.append(words.say("coach.advice", "expert_words", Provenance.LABOUR_EXPERT, at, text=advice_nl(kind)))
    yield Text(tuple(texts))
    tables = load_catalogue()
    points = tuple(
        words.say("coach.point", "capacity_figures", Provenance.FORM, f"form.{f.channel}", text=finding_nl(f, tables),
                  words=_own_words(f, words))
        for f in occupation.findings
        if f.outcome.is_open_point
    )  # fmt: skip
    if points:
        yield Points(points)


def _own_words(finding: Finding, words: Wording) -> tuple[Fragment, ...]:
    said = own_words_nl(finding.capacity)
    if not said:
        return ()
    return words.say("coach.own_words", "form_text", Provenance.FORM, f"form.{finding.channel}", words=said).fragments


def _wage(occupation: RankedOccupation, words: Wording) -> Sentence:
    ref = "person.old_job.wage_eur_per_hour"
    if occupation.wage_share_pct is None:
        return words.say("coach.no_wage", "wage", Provenance.PERSON, ref)
    share = str(occupation.wage_share_pct)
    if occupation.month_share_pct in (None, occupation.wage_share_pct):
        return words.say("coach.wage", "wage", Provenance.PERSON, ref, share=share)
    month = str(occupation.month_share_pct)
    return words.say("coach.wage_month", "wage", Provenance.PERSON, ref, share=share, month=month)


def _question(words: Wording, to: str, text: str, about: str) -> Sentence | None:
    kinds = {"doctor": "doctor_question", "labour_expert": "expert_question", "coach": "score"}
    if to not in kinds:
        return None
    origin = Provenance.PERSON if to == "coach" else Provenance.FORM
    return words.say(f"coach.question_{to}", kinds[to], origin, f"form.{about}", text=text)
