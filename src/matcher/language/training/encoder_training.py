# mypy: disable-error-code="import-not-found,misc,no-any-return"
# ruff: noqa: S311 - chance in training needs no secrecy
"""Contrastive training of the encoder: wordings of one occupation together, the others apart."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from matcher.language.lexicon import Label
from matcher.language.training.corpus import Corpus
from matcher.language.training.recipe import Recipe

_RARE = 2
_TEXTS = 200
_SKILLS = 6
_SYNONYMS = 150
_FAR = -1e4
Bag = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Trained:
    """What a run leaves behind: one vector a feature and one a unit group (by CBS, and by ESCO itself)."""

    features: tuple[str, ...]
    table: NDArray[np.float32]
    codes: tuple[str, ...]
    groups: NDArray[np.float32]
    source_groups: NDArray[np.float32]


class _Bags(torch.nn.Module):
    """Sum of feature vectors at unit length."""

    def __init__(self, features: int, dimensions: int) -> None:
        super().__init__()
        self.table = torch.nn.EmbeddingBag(features, dimensions, mode="sum")
        torch.nn.init.normal_(self.table.weight, std=0.1)

    def forward(self, bags: Sequence[Bag], dropout: float = 0.0) -> torch.Tensor:
        """Answer one unit vector a bag, some features left out at random."""
        if dropout:
            bags = [_thinned(bag, dropout) for bag in bags]
        offsets = np.cumsum([0, *(len(bag) for bag in bags[:-1])])
        total = self.table(torch.from_numpy(np.concatenate(bags)), torch.from_numpy(offsets))
        return functional.normalize(total, dim=1)


def _thinned(bag: Bag, dropout: float) -> Bag:
    return bag[np.random.rand(len(bag)) > dropout * np.random.rand()]


class _Sampler:
    """Draws batches of label pairs, some of them from neighbouring unit groups."""

    def __init__(self, labels: Sequence[Label], recipe: Recipe) -> None:
        self._recipe = recipe
        named = [at for at, label in enumerate(labels) if label.kind != "cbs"]
        self.dutch = [at for at in named if labels[at].lang == "nl"]
        self.english = [at for at in named if labels[at].lang == "en"]
        self.cbs = [at for at, label in enumerate(labels) if label.kind in ("cbs", "own", "group")]
        self.cbs = [at for at in self.cbs if labels[at].lang == "nl"]
        self._labels = labels
        self._of: dict[tuple[str, str], list[int]] = defaultdict(list)
        clusters: dict[str, list[int]] = defaultdict(list)
        for at in named:
            self._of[labels[at].occupation_id, labels[at].lang].append(at)
        for at in self.dutch:
            clusters[labels[at].isco08[:3]].append(at)
        self._clusters = [clusters[code] for code in sorted(clusters)]
        self._sizes = [len(cluster) ** 0.5 for cluster in self._clusters]

    def anchors(self) -> list[int]:
        """Answer the labels of one batch."""
        hard = int(self._recipe.batch * self._recipe.hard_share)
        size = self._recipe.cluster
        drawn: list[int] = []
        for cluster in random.choices(self._clusters, weights=self._sizes, k=hard // size):
            drawn += random.choices(cluster, k=size)
        rest = self._recipe.batch - len(drawn)
        return drawn + random.choices(self.dutch, k=rest * 3 // 5) + random.choices(self.english, k=rest * 2 // 5)

    def partner(self, at: int) -> int:
        """Answer another wording of the same occupation, mostly Dutch; the label itself when it has none."""
        occupation = self._labels[at].occupation_id
        dutch, english = self._of[occupation, "nl"], self._of[occupation, "en"]
        pool = dutch if dutch and (random.random() < 0.75 or not english) else english  # noqa: PLR2004 - of the recipe
        drawn = random.choice(pool)
        both = dutch + english
        return random.choice(both) if drawn == at and len(both) > 1 else drawn


def train_encoder(corpus: Corpus, recipe: Recipe, say: Callable[[str], object]) -> Trained:  # noqa: PLR0915 - one loop, read top to bottom
    """Train one encoder; the same corpus, recipe and version of torch on one thread give the same weights.

    Args:
        corpus: the training data.
        recipe: every choice.
        say: told about progress.
    """
    random.seed(recipe.seed)
    np.random.seed(recipe.seed)
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(1)
    labels = corpus.labels
    label_features = [corpus.features(label.text) for label in labels]
    features = _vocabulary(corpus, label_features)
    number = {feature: at for at, feature in enumerate(features)}

    def bag(found: Sequence[str]) -> Bag:
        return np.array(sorted({number[one] for one in found if one in number}), dtype=np.int64)

    bags = [bag(found) for found in label_features]
    texts: dict[str, tuple[list[Bag], list[Bag]]] = defaultdict(lambda: ([], []))
    for text in corpus.texts:
        texts[text.occupation_id][text.kind == "skill"].append(bag(corpus.features(text.text)))
    synonyms = [[b for word in group if len(b := bag(corpus.features(word)))] for group in corpus.synonyms]
    synonyms = [group for group in synonyms if len(group) > 1]

    codes = tuple(sorted({label.isco08 for label in labels}))
    occupations = {one: at for at, one in enumerate(sorted({label.occupation_id for label in labels}))}
    code_of = torch.tensor([codes.index(label.isco08) for label in labels])
    occupation_of = torch.tensor([occupations[label.occupation_id] for label in labels])
    model = _Bags(len(features), recipe.dimensions)
    heads = [
        torch.nn.Parameter(torch.randn(size, recipe.dimensions) * 0.1)
        for size in (len(codes), len(codes), len(occupations))
    ]
    slow = torch.optim.Adagrad(model.parameters(), lr=recipe.learning_rate)
    quick = torch.optim.Adam(heads, lr=0.01)
    sampler = _Sampler(labels, recipe)

    def told(vectors: torch.Tensor, head: torch.Tensor, right: torch.Tensor) -> torch.Tensor:
        logits = vectors @ functional.normalize(head, dim=1).T / recipe.temperature
        return functional.cross_entropy(logits, right)

    for step in range(recipe.steps):
        for setting in slow.param_groups:
            setting["lr"] = recipe.learning_rate * (1 - 0.9 * step / recipe.steps)
        chosen = sampler.anchors()
        left = model([bags[at] for at in chosen], recipe.feature_dropout)
        right = model([bags[sampler.partner(at)] for at in chosen], recipe.feature_dropout)
        own = occupation_of[chosen]
        loss = _matched(left, right, own, recipe.temperature)
        loss = loss + recipe.occupation_loss * told(left, heads[2], own)
        loss = loss + recipe.source_loss * told(left, heads[1], code_of[chosen])
        grouped = random.choices(sampler.cbs, k=450) + random.choices(sampler.dutch, k=200)
        vectors = model([bags[at] for at in grouped], recipe.feature_dropout)
        loss = loss + recipe.group_loss * told(vectors, heads[0], code_of[grouped])
        described = [k for k, at in enumerate(chosen) if labels[at].occupation_id in texts][:_TEXTS]
        told_texts = [_text(*texts[labels[chosen[k]].occupation_id], bags[chosen[k]]) for k in described]
        loss = loss + recipe.text_loss * _matched(
            left[described], model(told_texts), own[described], recipe.temperature
        )
        pairs = [random.sample(group, 2) for group in random.sample(synonyms, min(_SYNONYMS, len(synonyms)))]
        one, two = model([a for a, _ in pairs]), model([b for _, b in pairs])
        loss = loss + recipe.synonym_loss * _matched(one, two, torch.arange(len(pairs)), recipe.temperature)
        slow.zero_grad()
        quick.zero_grad()
        loss.backward()
        slow.step()
        quick.step()
        if step % 100 == 0 or step == recipe.steps - 1:
            say(f"stap {step + 1} van {recipe.steps}, verlies {loss.item():.3f}")
    plain = [functional.normalize(head.detach(), dim=1).numpy() for head in heads]
    return Trained(features, model.table.weight.detach().numpy(), codes, plain[0], plain[1])


def _vocabulary(corpus: Corpus, label_features: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Answer the features to learn: in two labels, or in one label and in the texts."""
    spread = Counter(feature for found in label_features for feature in set(found))
    elsewhere: Counter[str] = Counter()
    for text in {text.text for text in corpus.texts}:
        elsewhere.update(feature for feature in set(corpus.features(text)) if feature in spread)
    return tuple(sorted(f for f, count in spread.items() if count + elsewhere[f] / 2 >= _RARE))


def _text(descriptions: list[Bag], skills: list[Bag], spare: Bag) -> Bag:
    if descriptions and (random.random() < 0.5 or not skills):  # noqa: PLR2004 - half and half
        drawn = random.choice(descriptions)
    elif skills:
        drawn = np.concatenate(random.sample(skills, min(_SKILLS, len(skills))))
    else:
        drawn = spare
    return drawn if len(drawn) else spare


def _matched(left: torch.Tensor, right: torch.Tensor, own: torch.Tensor, temperature: float) -> torch.Tensor:
    """Answer the loss of finding each partner among the partners of others; others of the same kind are left out."""
    same = (own[:, None] == own[None, :]) & ~torch.eye(len(own), dtype=torch.bool)
    scores = (left @ right.T / temperature).masked_fill(same, _FAR)
    right_one = torch.arange(len(own))
    return (functional.cross_entropy(scores, right_one) + functional.cross_entropy(scores.T, right_one)) / 2
