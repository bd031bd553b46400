"""One invented case on three days, and small ways to change it. Read once per test run."""

from datetime import date
from functools import cache
from pathlib import Path

from matcher.catalogue import load_catalogue
from matcher.domain.case import Case, Entry
from matcher.domain.coach import Coach, CoachAction
from matcher.domain.track import Track
from matcher.dossier import full_match
from matcher.intake import read_case

PLACE = Path(__file__).parent / "cases" / "drie_formulieren.yaml"
FIRST, SECOND, THIRD = date(2026, 5, 11), date(2026, 6, 15), date(2026, 11, 9)


@cache
def catalogue():
    return load_catalogue()


@cache
def story():
    return read_case(PLACE).case


@cache
def matched(on=THIRD):
    return full_match(story(), on, catalogue())


def full(case, on=THIRD):
    return full_match(case, on, catalogue())


def with_track(**more):
    return story().model_copy(update={"track": Track(**more)})


def with_actions(*actions):
    return story().model_copy(update={"coach": Coach(actions=tuple(actions))})


def action(what="occupation", hand="strike", target="isco:4323", day=date(2026, 6, 10), **more):
    return CoachAction(date=day, action=hand, what=what, target=target, reason="reden", **more)


def with_person(**more):
    case = story()
    return case.model_copy(update={"person": case.person.model_copy(update=more)})


def with_last_form(**more):
    case = story()
    form = case.forms[-1].model_copy(update=more)
    return case.model_copy(update={"forms": (*case.forms[:-1], form)})


def with_last_entries(**levels):
    """Change levels on the last form; a name such as IV_13 stands for IV.13."""
    form = story().forms[-1]
    wanted = {name.replace("_", "."): level for name, level in levels.items()}
    kept = [e for e in form.entries if e.item not in wanted and e.item.rsplit(".", 1)[0] not in wanted]
    added = [Entry(item=item, levels=(level,)) for item, level in wanted.items() if level]
    return with_last_form(entries=(*kept, *added))


def bare(case: Case):
    """The case without the coach's hand and without a log."""
    return case.model_copy(update={"coach": Coach(), "track": Track()})
