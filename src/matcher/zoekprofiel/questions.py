"""The open questions: to the doctor, the labour expert, the coach, and to every employer the same ones."""

from collections.abc import Iterable, Sequence

from matcher.domain.capacity import CapacityProfile, CapacityStatus
from matcher.domain.finding import Outcome
from matcher.domain.zoekprofiel import Question, RankedOccupation
from matcher.ranking import PersonFacts
from matcher.reference.channels import channels
from matcher.reference.tables import read_yaml

DEMANDING = "capacity_unknown_asked"


def person_questions(
    profile: CapacityProfile, facts: PersonFacts, occupations: Sequence[RankedOccupation]
) -> tuple[Question, ...]:
    """Answer what must still be asked about the person.

    Args:
        profile: capacity with its remarks.
        facts: what is missing about experience, level and wage.
        occupations: the occupations of the profile; only items that their work asks lead to a question.
    """
    words = read_yaml("zoekprofiel.yaml")["questions"]
    asked = {f.channel for o in occupations for f in o.findings if f.rule == DEMANDING}
    signals = {f.channel for o in occupations for f in o.findings if f.outcome is Outcome.SIGNAL}
    questions = [Question("doctor", remark.item, remark.question_nl) for remark in profile.remarks]
    for code, capacity in profile.channels.items():
        channel = channels()[code]
        about = {"label": channel.label_nl, "item": channel.item}
        if capacity.status is CapacityStatus.UNKNOWN and code in asked:
            questions.append(Question("doctor", code, words["doctor_unknown"].format(**about)))
        if capacity.status is CapacityStatus.LIMITED and not capacity.degree_known:
            questions.append(Question("doctor", code, words["doctor_degree"].format(**about)))
        if code in signals and capacity.status is not CapacityStatus.LIMITED:
            questions.append(Question("labour_expert", code, words["labour_expert_signal"].format(**about)))
    questions.extend(Question("coach", "person", text) for text in (*facts.missing_nl, *facts.assumed_nl))
    return tuple(dict.fromkeys(questions))


def employer_questions(channels_asked: Iterable[str], limit: int) -> tuple[str, ...]:
    """Answer the open questions for an employer about an occupation.

    The questions come from what is uncertain or notable in the *work*, never from what is limited in the person, so
    two people with different limits ask the same (decision 11).

    Args:
        channels_asked: channels that are notable or unknown in the work, most notable first.
        limit: how many questions at most.
    """
    return tuple(dict.fromkeys(channels()[code].employer_question_nl for code in channels_asked))[:limit]
