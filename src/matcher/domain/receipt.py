"""What is needed to repeat a result years later. Holds no personal data."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a result was made with (decision 19).

    Attributes:
        version: version of matcher.
        code_hash: hash of the code and reference data, line endings normalised.
        data_hash: hash of the compiled tables and models that were used.
        policy_valid_from: version of the suitability policy.
        weights_valid_from: version of the weights.
        on: the day of matching.
        preset: preset of the policy.
        incidental_peaks: whether the incidental-peak rule was on.
        case_hash: keyed hash of the case, or None when no key is set: a plain hash of health data is personal data.
    """

    version: str
    code_hash: str
    data_hash: str
    policy_valid_from: date
    weights_valid_from: date
    on: date
    preset: str
    incidental_peaks: bool
    case_hash: str | None
