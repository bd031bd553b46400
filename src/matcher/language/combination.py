"""How the signals weigh, as learned; run time only multiplies and adds."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from matcher.errors import DataError
from matcher.language.coded_titles import PLACES, CodedTitle
from matcher.language.title_index import SIGNALS
from matcher.resources import model_path

FORMAT = "matcher/title-combination/1"
CANDIDATE_SIGNALS = ("label", "mean", "log_group", "same")


@dataclass(frozen=True, slots=True)
class Combination:
    """Learned weights and the bounds that go with them.

    Attributes:
        signals: weight of each signal on unit groups (see `SIGNALS`).
        candidates: weight of each signal on a named candidate (see `CANDIDATE_SIGNALS`).
        coded: what a title with a written unit group adds for that group, by its place in the text (see `PLACES`).
        sure_from: from this chance on, the first match may be used without asking.
        close_from: below this cosine nothing in the lexicon resembles the title.
        group_handicap: how much closer a mere unit group, or an English label, must be than a named Dutch one.
    """

    signals: NDArray[np.float64]
    candidates: NDArray[np.float64]
    coded: NDArray[np.float64]
    sure_from: float
    close_from: float
    group_handicap: float

    def chances(self, table: NDArray[np.float32], coded: CodedTitle | None = None) -> NDArray[np.float64]:
        """Answer the chance of each unit group; they add up to 1.

        Args:
            table: signals, one row a unit group.
            coded: the title with a written unit group that the text is or holds.

        Example:
            >>> even = Combination(np.ones(11), np.ones(4), np.zeros(3), 0.8, 0.4, 0.05)
            >>> even.chances(np.zeros((4, 11), dtype=np.float32)).tolist()
            [0.25, 0.25, 0.25, 0.25]
        """
        logits = table.astype(np.float64) @ self.signals
        if coded is not None:
            logits[coded.group] += self.coded[coded.place]
        weights = np.exp(logits - logits.max())
        return np.asarray(weights / weights.sum(), dtype=np.float64)

    @classmethod
    def load(cls, path: Path) -> "Combination":
        """Read learned weights.

        Raises:
            DataError: when the file is missing or made for other signals.
        """
        if not path.exists():
            raise DataError(
                f"Het bestand {path.name} ontbreekt. Maak het met python -m matcher.language.training.combine."
            )
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["format"] != FORMAT or list(stored["signals"]) != list(SIGNALS):
            raise DataError(f"Het bestand {path.name} hoort bij een andere versie. Maak het opnieuw.")
        return cls(
            signals=np.array(list(stored["signals"].values())),
            candidates=np.array([stored["candidates"][name] for name in CANDIDATE_SIGNALS]),
            coded=np.array([stored["coded"][name] for name in PLACES]),
            sure_from=stored["sure_from"]["value"],
            close_from=stored["close_from"]["value"],
            group_handicap=stored["group_handicap"]["value"],
        )


@cache
def shipped_combination() -> Combination:
    """Answer the shipped weights, read once."""
    return Combination.load(model_path("title_encoder/combination.json"))
