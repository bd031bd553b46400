"""Every choice of the recipe in one place."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the encoder is trained.

    Attributes:
        dimensions: length of a vector.
        steps: number of batches.
        batch: label pairs a batch.
        hard_share: share of the batch that comes in clusters of neighbouring unit groups (hard negatives).
        cluster: labels a cluster.
        temperature: of all softmax losses.
        learning_rate: at the start; falls to a tenth.
        feature_dropout: upper bound of the share of features left out of a label.
        group_loss: weight of telling the unit group, by the CBS convention.
        source_loss: weight of telling the unit group that ESCO itself gives.
        occupation_loss: weight of telling the occupation.
        text_loss: weight of label against description or skills.
        synonym_loss: weight of our own word pairs.
        seed: of every random choice.
    """

    dimensions: int = 128
    steps: int = 500
    batch: int = 1024
    hard_share: float = 0.5
    cluster: int = 24
    temperature: float = 0.08
    learning_rate: float = 0.02
    feature_dropout: float = 0.2
    group_loss: float = 0.4
    source_loss: float = 0.2
    occupation_loss: float = 0.5
    text_loss: float = 0.15
    synonym_loss: float = 0.2
    seed: int = 20261122

    def as_dict(self) -> dict[str, float | int]:
        """Answer the recipe for the manifest."""
        return asdict(self)
