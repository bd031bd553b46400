"""The explanation for the labour expert: load, capacity, conclusion and motivation per item that is open or exceeds."""

from collections.abc import Iterator

from matcher.domain.case import Case
from matcher.domain.finding import Finding, Outcome
from matcher.domain.zoekprofiel import RankedOccupation
from matcher.fit import fit_rules
from matcher.matching import Match
from matcher.prose.as_of import as_of_sentence
from matcher.prose.audience import audiences_of
from matcher.prose.document_sentences import author_of
from matcher.prose.explanation import Block, Points, Table, Text, Title
from matcher.prose.fragment import Fragment, Provenance, Sentence
from matcher.prose.grammar import in_list, lower_first
from matcher.prose.kind_sentences import work_name
from matcher.prose.known_words import titles_of
from matcher.prose.wording import Wording
from matcher.reference.channels import channels
from matcher.reference.dates import date_in_words
from matcher.reference.tables import read_yaml
from matcher.report.sentences import (
    OUTCOME_NL,
    capacity_nl,
    own_words_nl,
    rule_nl,
    share_nl,
    silent_nl,
    source_short,
    verdict_nl,
)

_EXCEEDING_SHOWN = 3
_COLUMNS = ("item", "load", "capacity", "conclusion", "motivation")


def expert_blocks(match: Match, case: Case, words: Wording) -> Iterator[Block]:
    """Answer the explanation for the labour expert: no wage, no score.

    Args:
        match: what `match` answered.
        case: for the author of the form.
        words: the Dutch wording.
    """
    yield Title(_rule(words, "title", date=date_in_words(match.on)), 1)
    peaks = _rule(words, "peaks_tolerated" if match.receipt.incidental_peaks else "peaks_exceed")
    shares = _rule(words, "shares", text=read_yaml("zoekprofiel.yaml")["sources"]["shares"])
    yield Text(
        (
            _rule(words, "reader"),
            *_about_form(match, case, words),
            as_of_sentence(match.receipt, words, "load"),
            _rule(words, "origin"),
            _rule(words, "human"),
        )
    )
    lines = fit_rules()
    fits = _rule(words, "rule_fits", pct=str(lines.within_pct))
    exceeds = _rule(words, "rule" if match.receipt.incidental_peaks else "rule_strict", pct=str(lines.exceeds_pct))
    yield Text((_rule(words, "intro"), fits, exceeds, _rule(words, "rule_between"), peaks))
    yield Text((shares, _rule(words, "judged")))
    for kind in match.zoekprofiel.kinds:
        yield from _occupation(kind.occupation, work_name(kind), "kind", words)
    for own in match.own_work:
        yield from _occupation(own, lower_first(own.title_nl), "own", words)
        yield from _two_jobs(match, own, words)
    for other in match.exceeding[:_EXCEEDING_SHOWN]:
        yield from _occupation(other, lower_first(other.title_nl), "other", words)
    remarks = dict.fromkeys(remark.item for remark in match.profile.remarks)
    asked = [q for q in match.zoekprofiel.questions if q.to == "labour_expert"]
    if remarks or asked:
        yield Title(_rule(words, "questions"))
        yield Points(
            (
                *(words.say("expert.cell", "expert_question", Provenance.FORM, f"form.{q.about}", text=q.text_nl)
                  for q in asked),
                *(words.say("expert.remarks", "expert_question", Provenance.FORM, f"form.{item}", item=item)
                  for item in remarks),
            )
        )  # fmt: skip


def _about_form(match: Match, case: Case, words: Wording) -> Iterator[Sentence]:
    profile = match.profile
    if profile.form_date is not None and profile.form_kind is not None:
        name, day = str(words.list_of("document_names")[profile.form_kind.value]), date_in_words(profile.form_date)
        author = author_of(case, profile, words)
        yield words.say(
            "expert.form_by" if author else "expert.form",
            "capacity_figures", Provenance.FORM, "forms", case=match.case_id, name=name, date=day, author=author or "",
        )  # fmt: skip


def _rule(words: Wording, key: str, **slots: str) -> Sentence:
    return words.say(f"expert.{key}", "load", Provenance.POLICY, "", **slots)


def _occupation(occupation: RankedOccupation, name: str, key: str, words: Wording) -> Iterator[Block]:
    ref = f"catalogue.{occupation.id}"
    verdict = Fragment(verdict_nl(occupation.verdict), Provenance.FORM, audiences_of("verdict"), f"findings of {ref}")
    yield Title(
        words.say(f"expert.{key}", "work", Provenance.CATALOGUE, ref, work=name, id=occupation.id, verdict=verdict)
    )
    shown = [f for f in occupation.findings if f.outcome.is_open_point or f.outcome is Outcome.EXCEEDS]
    if shown:
        rows = tuple(_row(finding, ref, words) for finding in sorted(shown, key=_exceeding_first))
        yield Table(tuple(_rule(words, column) for column in _COLUMNS), rows)
    elif not occupation.verdict.remarks:
        yield Text((_rule(words, "none"),))
    remarks = dict.fromkeys(remark.item for remark in occupation.verdict.remarks)
    if remarks:
        yield Points(
            tuple(
                words.say("expert.remark_here", "expert_question", Provenance.FORM, f"form.{item}", item=item)
                for item in remarks
            )
        )
    if key == "own":
        yield Text((words.say("expert.own_note", "load", Provenance.POLICY, ""),))
    silent = [
        Text((words.say(f"expert.silent_{why}", "load", Provenance.CATALOGUE, ref, items=items),))
        for why, uncertain in (("unknown", False), ("uncertain", True))
        if (items := silent_nl(occupation.findings, uncertain=uncertain))
    ]
    yield from silent


def _two_jobs(match: Match, own: RankedOccupation, words: Wording) -> Iterator[Block]:
    """Answer that a title with more than one job was compared as one group only."""
    held = [each for each in match.facts.held if each.own_work]
    titles = {title: each.field for each in held for title in titles_of(each.title) if title is not None}
    if len(titles) > len(match.own_work):
        named = [Fragment(title, Provenance.PERSON, audiences_of("person"), field) for title, field in titles.items()]
        group = lower_first(own.title_nl)
        ref = f"catalogue.{own.id}"
        yield Text(
            (words.say("expert.own_two", "load", Provenance.CATALOGUE, ref, titles=in_list(named), group=group),)
        )


def _exceeding_first(finding: Finding) -> bool:
    return finding.outcome is not Outcome.EXCEEDS


def _row(finding: Finding, ref: str, words: Wording) -> tuple[Sentence, ...]:
    channel = channels()[finding.channel]
    form, load = f"form.{finding.channel}", f"{ref}.{finding.channel}"
    unknown = words.template("expert.load_beyond" if finding.rule == "beyond_list" else "expert.load_unknown")
    share = unknown if finding.share_pct is None else share_nl(finding)
    within = "load_unknown_row" if finding.share_pct is None else "load_row"
    asks = words.template(f"expert.{within}").format(asks=channel.work_asks_nl, share=share) + _source(finding)
    capacity = capacity_nl(finding.capacity)
    if own_words_nl(finding.capacity):  # the words themselves are for the coach and the doctor
        capacity = words.template("expert.with_words").format(capacity=capacity)
    return (
        _cell(words, f"{channel.label_nl} ({channel.item})", "load", Provenance.FORM, form),
        _cell(words, asks, "load", Provenance.CATALOGUE, load),
        _cell(words, capacity, "capacity_figures", Provenance.FORM, form),
        _cell(words, OUTCOME_NL[finding.outcome], "verdict", Provenance.POLICY, f"fit_rules.yaml#{finding.rule}"),
        _cell(words, rule_nl(finding), "verdict", Provenance.POLICY, f"fit_rules.yaml#{finding.rule}"),
    )


def _source(finding: Finding) -> str:
    if finding.share_pct is None or finding.demand is None:
        return ""
    return f"; bron: {source_short(finding.demand.source)}"


def _cell(words: Wording, text: str, kind: str, provenance: Provenance, ref: str) -> Sentence:
    return words.say("expert.cell", kind, provenance, ref, text=text)
