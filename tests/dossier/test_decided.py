"""What every paper says follows the coach's hand; what the engine found stays in the match."""

from datetime import date

from matcher.documents import Kind, build_document
from matcher.dossier import coached, decided, track_report
from matcher.prose import Audience, compose_text, engine_sentences, lint_text
from tests.dossier.world import THIRD, action, catalogue, full, matched, story, with_actions

DAY = date(2026, 11, 5)
STRUCK, ADDED, MOVED = "isco:5244", "isco:4225", "isco:4311"
EXCEEDING = "isco:9333"


def hand(what="occupation", act="strike", target=STRUCK, **more):
    return action(what, act, target, DAY, **more)


def after(*actions):
    case = with_actions(*actions)
    return case, decided(matched(), case, catalogue())


def kinds(match):
    return [kind.occupation.id for kind in match.zoekprofiel.kinds]


def said(case, match, audience):
    blocks = build_document(Kind.ZOEKPROFIEL, match, case, catalogue(), audience).blocks
    return repr(blocks)


def test_struck_work_is_in_no_text_and_no_document_for_anybody() -> None:
    before = story().model_copy(update={"coach": with_actions().coach})
    case, match = after(hand())
    name = next(k.kind_nl for k in matched().zoekprofiel.kinds if k.occupation.id == STRUCK)
    for audience in (Audience.COACH, Audience.WORKER, Audience.CURRENT_EMPLOYER):
        assert name in said(before, matched(), audience).lower()
        assert name not in said(case, match, audience).lower()
        assert name not in compose_text(match, case, audience).text


def test_added_work_is_named_in_the_place_that_the_coach_gave_it_with_what_the_engine_found() -> None:
    case, match = after(hand(act="add", target=ADDED, place=1))
    assert ADDED not in kinds(matched())
    assert kinds(match)[0] == ADDED
    assert match.zoekprofiel.kinds[0].occupation.findings
    assert "informatiebaliewerk" in compose_text(match, case).text


def test_the_order_is_the_coachs_order() -> None:
    _, match = after(hand(act="move", target=MOVED, place=1))
    assert kinds(match)[0] == MOVED
    assert sorted(kinds(match)) == sorted(kinds(matched()))


def test_work_that_exceeds_never_comes_in_by_hand() -> None:
    case, match = after(hand(act="add", target=EXCEEDING))
    assert EXCEEDING in [o.line.target for o in coached(matched(), case, catalogue()).occupations]
    assert EXCEEDING not in kinds(match)


def test_the_engines_lists_findings_and_receipt_stay_as_they_were() -> None:
    _, match = after(hand(), hand(act="add", target=ADDED))
    engine = matched()
    assert (match.shown, match.exceeding, match.counts, match.receipt) == (
        engine.shown,
        engine.exceeding,
        engine.counts,
        engine.receipt,
    )


def test_without_actions_or_with_later_ones_nothing_changes() -> None:
    assert after()[1] is matched()
    later = with_actions(action(target=STRUCK, day=date(2026, 12, 1)))
    assert decided(matched(), later, catalogue()) is matched()


def test_a_branch_of_the_coach_is_named_as_the_coachs_and_a_struck_one_falls_away() -> None:
    gone = matched().zoekprofiel.main_branches_nl[0]
    case, match = after(hand("branch", "add", "kleine gemeenten"), hand("branch", "strike", gone))
    profile = match.zoekprofiel
    assert profile.coach_branches_nl == ("kleine gemeenten",)
    assert gone not in (*profile.branches_nl, *profile.main_branches_nl)
    assert "kleine gemeenten" in compose_text(match, case).text
    assert "De coach noemt ook: kleine gemeenten." in said(case, match, Audience.CURRENT_EMPLOYER)


def test_a_sentence_of_the_text_may_be_struck_and_is_then_not_called_refused() -> None:
    sentence = engine_sentences(matched(), story())[3]
    case, match = after(hand("sentence", target=sentence))
    assert sentence not in compose_text(match, case).text
    found = coached(matched(), case, catalogue(), engine_sentences(match, case))
    assert not found.refused


def test_a_struck_sentence_that_is_put_back_stands_once() -> None:
    sentence = engine_sentences(matched(), story())[3]
    case, match = after(hand("sentence", target=sentence), hand("sentence", "add", sentence))
    assert compose_text(match, case).text.count(sentence) == 1


def test_a_sentence_is_moved_to_its_place_but_never_before_the_first_or_after_the_last() -> None:
    sentence = engine_sentences(matched(), story())[3]
    for place, index in ((2, 1), (1, 1), (50, -2)):
        case, match = after(hand("sentence", "move", sentence, place=place))
        text = compose_text(match, case)
        assert text.sentences[index].text == sentence
        assert not lint_text(text, Audience.COACH)


def test_the_papers_of_the_story_follow_the_hand_on_the_day_itself() -> None:
    match = decided(matched(THIRD), story(), catalogue())
    assert kinds(match)[0] == ADDED


def test_only_the_coach_reads_why_the_coach_did_it() -> None:
    case = with_actions(hand().model_copy(update={"reason": "Past niet bij de wens"}))
    for audience in (Audience.COACH, Audience.WORKER, Audience.LABOUR_EXPERT, Audience.CURRENT_EMPLOYER):
        assert ("Past niet bij de wens" in said(case, matched(), audience)) == (audience is Audience.COACH)


def test_work_that_the_labour_expert_rejected_never_comes_in_by_hand_and_the_coach_is_told() -> None:
    case = with_actions(hand(act="add", target=ADDED))
    expert = case.person.labour_expert.model_copy(update={"rejected": (ADDED,)})
    case = case.model_copy(update={"person": case.person.model_copy(update={"labour_expert": expert})})
    match = full(case)
    assert ADDED not in kinds(decided(match, case, catalogue()))
    needs = [need.text_nl for need in coached(match, case, catalogue()).needs()]
    assert any("de arbeidsdeskundige wees dit werk af" in text for text in needs)


def test_the_closing_report_counts_what_work_is_worth_without_struck_work() -> None:
    """With no work left there is nothing to count, so the report names no share of the old wage."""
    found = [hand(target=kind) for kind in kinds(matched())]
    case = with_actions(*found)
    told = " ".join(line for each in closing(case).sections for line in each.lines_nl)
    before = " ".join(line for each in closing(with_actions()).sections for line in each.lines_nl)
    assert "De indicatie van de verdienmogelijkheden" in before
    assert "De indicatie van de verdienmogelijkheden" not in told


def closing(case):
    return track_report(case, full(case), catalogue(), "closing", "coach")
