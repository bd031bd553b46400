"""The shipped encoder as a sentence-transformers model, for whoever works with those; needs the extra `encoders`.

    from matcher.language.sentence_transformer import as_sentence_transformer
    model = as_sentence_transformer()
    model.encode(["timmervrouw", "kok"])  # the same vectors as matcher gives, from the same weights

The weights stay frozen: to train further, use `matcher.language.training`.
"""
# mypy: disable-error-code="import-not-found,misc,no-any-return"

from typing import Any

import numpy as np
import torch

from matcher.language.encoder import EncoderWeights, TitleEncoder, shipped_encoder
from matcher.language.normalise import default_normaliser
from matcher.resources import model_path


class TitleBag(torch.nn.Module):
    """One sentence-transformers module: titles to bags of features to unit vectors."""

    def __init__(self) -> None:
        super().__init__()
        self._encoder: TitleEncoder = shipped_encoder()
        weights = EncoderWeights.load(model_path("title_encoder/weights.npz"))
        table = torch.from_numpy(weights.rows.astype(np.float32) * weights.scales[:, None])
        self.table = torch.nn.EmbeddingBag.from_pretrained(table, mode="sum")
        self.max_seq_length = None

    def tokenize(self, texts: list[str], **_: Any) -> dict[str, torch.Tensor]:
        """Answer the rows of the table that each title uses, one after the other, and where each title begins."""
        normaliser = default_normaliser()
        found = [self._encoder.places(normaliser.normalise(text).title) for text in texts]
        offsets = np.cumsum([0, *(len(one) for one in found[:-1])])
        flat = np.concatenate(found) if found else np.zeros(0)
        return {"places": torch.from_numpy(flat.astype(np.int64)), "offsets": torch.from_numpy(offsets)}

    preprocess = tokenize

    def forward(self, features: dict[str, torch.Tensor], **_: Any) -> dict[str, torch.Tensor]:
        """Add the sentence embeddings to the features."""
        total = self.table(features["places"], features["offsets"])
        features["sentence_embedding"] = torch.nn.functional.normalize(total, dim=1)
        return features

    def get_sentence_embedding_dimension(self) -> int:
        """Answer the length of a vector."""
        return self._encoder.dimensions

    get_embedding_dimension = get_sentence_embedding_dimension


def as_sentence_transformer() -> Any:
    """Answer a sentence-transformers model with the shipped weights."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - an extra

    return SentenceTransformer(modules=[TitleBag()], device="cpu")
