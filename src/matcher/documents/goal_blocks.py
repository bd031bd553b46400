"""What a document says about the goal: the profile text, kinds of work, conditions, stage, market and steps."""

from collections.abc import Iterator

from matcher.catalogue import Catalogue
from matcher.documents.speech import Speech
from matcher.domain.anchor import AnchorKind
from matcher.domain.case import Case
from matcher.domain.zoekprofiel import KindOfWork
from matcher.dossier import NO_COUNTS, ProfileDetails, VacancyCounts, coached, enrich
from matcher.matching import Match
from matcher.prose import (
    Audience,
    Block,
    Points,
    Provenance,
    Sentence,
    Text,
    compose_text,
    condition_sentences,
    document_sentence,
    hours_sentences,
    lower_first,
    region_sentence,
    sentence_hand,
    titles_of,
    travel_sentence,
    work_name,
)
from matcher.reference.channels import channels
from matcher.reference.dates import date_in_words
from matcher.reference.letters import upper_first

_ALL = 99
_QUESTIONS = 14


def text_blocks(match: Match, case: Case, audience: Audience, speech: Speech) -> Iterator[Block]:
    """Answer the two paragraphs that practice puts in a zoekprofiel.

    Args:
        match: what `match` answered for the case.
        case: the case.
        audience: who will read it.
        speech: the words.
    """
    yield speech.title("goal.text")
    yield from (Text(paragraph) for paragraph in compose_text(match, case, audience).paragraphs)


def details_of(match: Match, case: Case, catalogue: Catalogue, counts: VacancyCounts = NO_COUNTS) -> ProfileDetails:
    """Answer what stands around the kinds of work; worth keeping when several documents of one case are written.

    Args:
        match: what `match` answered for the case.
        case: the case.
        catalogue: occupations.
        counts: open vacancies, when an index is there.
    """
    return enrich(match, case, catalogue, match.on, counts, kinds=coached(match, case, catalogue).usable())


def goal_blocks(
    match: Match,
    case: Case,
    details: ProfileDetails,
    speech: Speech,
) -> Iterator[Block]:
    """Answer the zoekprofiel as data: kinds of work with their reason, conditions, hours, region, stage, market, steps.

    Args:
        match: what `match` answered for the case.
        case: the case.
        details: what `details_of` answered.
        speech: the words.
    """
    yield speech.title("goal.kinds")
    yield from _kinds(match, speech)
    yield from _branches(match, speech)
    yield speech.title("goal.conditions", kind="conditions")
    yield Text((document_sentence(case, match.profile, speech.prose),))
    struck = sentence_hand(case, match.on).struck
    found = condition_sentences(match.zoekprofiel.conditions, speech.prose)
    conditions = tuple(sentence for sentence in found if sentence.text not in struck)
    if conditions:
        yield Points(conditions)
    yield speech.title("goal.hours")
    yield Points(hours_sentences(match.zoekprofiel.hours, speech.prose))
    yield speech.title("goal.place")
    travel = travel_sentence(case, speech.prose)
    yield Text((region_sentence(case, speech.prose), *([travel] if travel is not None else [])))
    yield speech.title("goal.stage", kind="stage")
    yield Text(tuple(_stage(match, speech)))
    yield from _market(match, details, speech)
    yield from _steps(details, speech)
    yield from _questions(match, speech)
    yield speech.title("goal.caveats")
    caveats = match.zoekprofiel.caveats_nl
    yield Points(tuple(speech.cell(text, "profile", Provenance.POLICY, "zoekprofiel.yaml#caveats") for text in caveats))


def _branches(match: Match, speech: Speech) -> Iterator[Block]:
    found, by_coach = match.zoekprofiel.branches_nl, match.zoekprofiel.coach_branches_nl
    cells = []
    if found:
        cells.append(speech.cell(f"{', '.join(found)}.", "work", Provenance.CATALOGUE, "zoekprofiel.branches"))
    if by_coach:
        said = speech.words.template("goal.coach_branches").format(list=", ".join(by_coach))
        cells.append(speech.cell(said, "coach_sentence", Provenance.COACH, "zoekprofiel.coach_branches"))
    if cells:
        yield speech.title("goal.branches")
        yield Text(tuple(cells))


def _kinds(match: Match, speech: Speech) -> Iterator[Block]:
    kinds = match.zoekprofiel.kinds
    if not kinds:
        yield Text((speech.rule("goal.no_kinds"),))
        return
    yield speech.table(
        ("goal.kind_head", "goal.anchor_head", "goal.tasks_head", "goal.law_head"),
        (_kind(kind, speech) for kind in kinds),
    )


def _kind(kind: KindOfWork, speech: Speech) -> tuple[Sentence, ...]:
    ref = f"catalogue.{kind.occupation.id}"
    advised = kind.anchor.kind is AnchorKind.ADVISED
    reason = ("expert_advice", Provenance.LABOUR_EXPERT) if advised else ("work", Provenance.PERSON)
    law = kind.occupation.legal_requirement_nl or speech.words.template("goal.law_none")
    name = work_name(kind)
    return (
        speech.cell(upper_first(name), "work", Provenance.CATALOGUE, ref),
        speech.cell(_why(kind, speech), *reason, kind.anchor.field or kind.anchor.ref),
        speech.cell(", ".join(kind.tasks_nl), "work", Provenance.CATALOGUE, ref),
        speech.cell(f"{law}{_papers(kind, speech)}", "profile", Provenance.CATALOGUE, ref),
    )


def _papers(kind: KindOfWork, speech: Speech) -> str:
    """Answer what is asked beside the law and the case does not show."""
    asked = "; ".join(need.nl for need in kind.needs if not need.by_law)
    return speech.words.template("goal.papers").format(list=asked) if asked else ""


def _why(kind: KindOfWork, speech: Speech) -> str:
    """Answer why the work is named, without a title of earlier work that may hold a name or a cause."""
    title = kind.anchor.title
    if not title or None not in titles_of(title):
        return kind.why_nl
    text, words = kind.why_nl, speech.words.template
    for key, instead in (("earlier_job_as", "earlier_job"), ("job_as", "earlier_job"), ("as_job", "")):
        said = words(f"goal.{key}").format(title=title)
        text = text.replace(said, words(f"goal.{instead}") if instead else "")
    return text if title not in text else words("goal.unnamed_reason")


def _stage(match: Match, speech: Speech) -> Iterator[Sentence]:
    view = match.stage
    label = view.stage.label_nl
    yield speech.say(
        "goal.stage_line",
        "stage",
        Provenance.POLICY,
        f"policy.yaml#{view.stage.code}",
        stage=upper_first(label),
        why=view.stage.why_nl,
        law=view.law_nl,
    )
    after = match.zoekprofiel.next_stage
    if after is not None and after.from_date is not None and after.from_date > match.on:
        day, ref = date_in_words(after.from_date), f"policy.yaml#{after.code}"
        yield speech.say("goal.next", "stage", Provenance.POLICY, ref, date=day, stage=lower_first(after.label_nl))


def _market(match: Match, details: ProfileDetails, speech: Speech) -> Iterator[Block]:
    """Answer the market check; a list only when something was counted, in the words of the kinds of work."""
    if not details.market:
        return
    yield speech.title("goal.market", kind="profile")
    test = details.sufficiency.text_nl
    yield Text((speech.cell(test, "profile", Provenance.POLICY, "dossier_market.yaml"),))
    names = {kind.occupation.id: upper_first(work_name(kind)) for kind in match.zoekprofiel.kinds}
    if all(line.evidence is None for line in details.market):
        return
    yield Points(
        tuple(
            speech.say(
                "goal.market_line",
                "profile",
                Provenance.CATALOGUE,
                f"market.{line.occupation_id}",
                work=names.get(line.occupation_id, line.title_nl),
                text=lower_first(line.text_nl),
            )
            for line in details.market
        )
    )


def _steps(details: ProfileDetails, speech: Speech) -> Iterator[Block]:
    fitting = [route for route in details.routes if route.fits and route.code != "volunteering"]
    if fitting:
        yield speech.title("goal.routes", kind="profile")
        yield Points(
            tuple(
                speech.cell(
                    f"{upper_first(route.label_nl)}: {lower_first(route.what_nl)}",
                    "profile",
                    Provenance.POLICY,
                    f"routes.yaml#{route.code}",
                )
                for route in fitting
            )
        )
    allowed = [form.label_nl for form in details.contracts if form.allowed]
    if allowed:
        yield speech.title("goal.contracts", kind="stage")
        yield Points(
            tuple(speech.cell(label, "stage", Provenance.POLICY, "dossier_contracts.yaml") for label in allowed)
        )


def _questions(match: Match, speech: Speech) -> Iterator[Block]:
    own = (text for kind in match.zoekprofiel.kinds for text in kind.employer_questions_nl)
    questions = dict.fromkeys((*match.zoekprofiel.employer_questions_nl, *own)) if match.zoekprofiel.kinds else {}
    if not questions:
        return
    order = {channel.employer_question_nl: place for place, channel in enumerate(channels().values())}
    listed = sorted(list(questions)[:_QUESTIONS], key=lambda text: order.get(text, _ALL))
    yield speech.title("goal.questions", kind="employer_questions")
    yield Text((speech.rule("goal.questions_intro", "employer_questions"),))
    yield Points(
        tuple(speech.cell(text, "employer_questions", Provenance.CATALOGUE, "channels.csv") for text in listed)
    )
