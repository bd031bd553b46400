"""What the comparison of a matched case rests on, so that the comparison can be run again with one thing changed."""

from dataclasses import dataclass
from datetime import date

from matcher.catalogue import Catalogue
from matcher.domain.capacity import CapacityProfile
from matcher.domain.case import Case
from matcher.fit import FitRules, Screening, fit_rules, screen
from matcher.matching import Match
from matcher.policy import StageView, stage_views
from matcher.ranking import PersonFacts, Ranking, rank
from matcher.rulings import Rulings


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything that the comparison of a case needs.

    Attributes:
        case: the case.
        catalogue: occupations.
        on: the day of matching.
        profile: capacity.
        facts: experience, level and wage.
        view: the stage that applies.
        rules: thresholds of the comparison.
        peaks: whether the incidental-peak rule is on.
        rejected: occupations that the labour expert or the person ruled out.
    """

    case: Case
    catalogue: Catalogue
    on: date
    profile: CapacityProfile
    facts: PersonFacts
    view: StageView
    rules: FitRules
    peaks: bool
    rejected: frozenset[str]

    def screened(self, profile: CapacityProfile, catalogue: Catalogue) -> Screening:
        """Answer the outcomes for a changed capacity or changed work."""
        return screen(catalogue, profile, self.rules, peaks=self.peaks)

    def ranked(self, screening: Screening) -> Ranking:
        """Answer the order for given outcomes."""
        stages = stage_views(self.case.policy, self.on)
        case, facts, profile = self.case, self.facts, self.profile
        return rank(case, facts, profile, self.catalogue, screening, stages, self.view, self.on, rejected=self.rejected)


def ground_of(match: Match, case: Case, catalogue: Catalogue, ruled: Rulings) -> Ground:
    """Answer the ground of a case on the day that it was matched; nothing is read a second time.

    Args:
        match: what `match` answered for this case.
        case: the case.
        catalogue: the occupations that it was matched with.
        ruled: what people already ruled on.
    """
    return Ground(
        case=case,
        catalogue=catalogue,
        on=match.on,
        profile=match.profile,
        facts=match.facts,
        view=match.stage,
        rules=fit_rules(),
        peaks=match.profile.incidental_peaks and case.policy.incidental_peaks,
        rejected=ruled.rejected,
    )
