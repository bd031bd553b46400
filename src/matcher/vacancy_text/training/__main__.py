"""Make the clause model and its weights: `python -m matcher.vacancy_text.training OUT LABELLED.jsonl[:SHARE]...`."""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from threadpoolctl import threadpool_limits

from matcher.vacancy_text.clause_model import FORMAT, ClauseModel
from matcher.vacancy_text.training.examples import Example, labelled_examples, own_examples
from matcher.vacancy_text.training.families import family_examples
from matcher.vacancy_text.training.fit import SOFTNESS, STRENGTH, learn
from matcher.vacancy_text.training.weigh import CUT, EARLIER, Weighable, weigh, weighable_of
from matcher.vacancy_text.weighing import OUTCOMES

WEIGHTS, WEIGHING = "weights.npz", "weighing.json"


def main(words: list[str]) -> None:
    """Fit model and weights on our own sentences and labelled texts, and write them with their manifest.

    Each file holds the texts of one hand: the weights are learnt on what a model says that has not seen that hand.

    Args:
        words: the command line.
    """
    reader = argparse.ArgumentParser(prog="python -m matcher.vacancy_text.training")
    reader.add_argument("out", type=Path)
    reader.add_argument("labelled", nargs="+", help="FILE or FILE:SHARE, how much its texts count in the weights")
    reader.add_argument("--without", help="name of a file of which nothing is learnt, to be scored on", default="")
    reader.add_argument("--folds", type=int, default=0, help="into how many models the hands are dealt; each its own")
    reader.add_argument("--processes", type=int, default=1, help="models learnt at once; the answer stays the same")
    reader.add_argument(
        "--keep", action="store_true", help="keep the models of --folds, to score them on what they miss"
    )
    reader.add_argument(
        "--earlier",
        type=Path,
        help="weights.npz of a model of other texts to go on from; our older sentences are in it",
    )
    given = reader.parse_args(words)
    hands = {Path(name): float(share or 1) for name, _, share in (each.partition(":") for each in given.labelled)}
    hands = {path: share for path, share in hands.items() if path.name != given.without}
    given.out.mkdir(parents=True, exist_ok=True)
    own = [*own_examples(later=True)] if given.earlier else [*own_examples(), *family_examples()]
    texts = {path: list(labelled_examples(path)) for path in hands}
    learnt = [example for path in texts for example in texts[path]]
    dealt = _dealt(list(hands), given.folds or len(hands))
    wanted = [[*own, *learnt], *([*own, *_without(fold, texts)] for fold in dealt)]
    place, weights = given.out / WEIGHTS, given.out / WEIGHING
    places = [place, *(given.out / f"without_{number}.npz" for number in range(len(dealt)))]
    pieces = _learn_all(wanted, places, given.earlier and given.earlier / WEIGHTS, given.processes)
    with threadpool_limits(1):
        found = _found(hands, dealt, places[1:], given.processes)
        shares = [share * of for share in hands.values() for of in (1.0, CUT)]
        fitted = weigh([each for pair in found for each in pair], shares)
        weights.write_text(json.dumps(_together(fitted, given.earlier), indent=1) + "\n", encoding="utf-8")
    for each in () if given.keep else places[1:]:
        each.unlink()
    manifest = {
        "schema": "matcher/model/1",
        "name": "vacancy_clauses",
        "format": FORMAT,
        "weights_sha256": _digest(place),
        "weighing_sha256": _digest(weights),
        "method": f"support vector machines, softness {SOFTNESS}, one a channel; polarity: ridge, strength {STRENGTH}",
        "own_sentences": len(own),
        "labelled_texts": len({example.text for example in learnt}),
        "labelled_clauses": len(learnt),
        "hands": len(hands),
        "shares_of_hands": list(hands.values()),
        "models_that_had_not_seen": len(dealt),
        "pieces": pieces,
        "channels": len(ClauseModel.load(place).channels),
        "earlier_weights_sha256": _digest(given.earlier / WEIGHTS) if given.earlier else None,
    }
    (given.out / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")


def _together(fitted: Mapping[str, object], earlier: Path | None) -> Mapping[str, object]:
    """Answer the weighing as it is kept: with an earlier model its weighing has a share in the answer."""
    if earlier is None:
        return {"outcomes": list(OUTCOMES), "members": [{"share": 1.0, **fitted}]}
    before = json.loads((earlier / WEIGHING).read_text(encoding="utf-8"))["members"]
    kept = [{**member, "share": round(EARLIER * member["share"], 3)} for member in before]
    return {"outcomes": list(OUTCOMES), "members": [{"share": round(1 - EARLIER, 3), **fitted}, *kept]}


def _dealt(hands: Sequence[Path], folds: int) -> list[list[Path]]:
    return [list(hands[number::folds]) for number in range(min(folds, len(hands)))]


def _without(fold: Sequence[Path], texts: Mapping[Path, Sequence[Example]]) -> list[Example]:
    return [example for path in texts if path not in fold for example in texts[path]]


def _learn_all(wanted: Sequence[list[Example]], places: Sequence[Path], earlier: Path | None, processes: int) -> int:
    """Write a model of each list and answer how many pieces of text the first knows."""
    if processes == 1:
        counts = [learn(examples, place, earlier) for examples, place in zip(wanted, places, strict=True)]
        return counts[0]
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        return next(iter(pool.map(learn, wanted, places, [earlier] * len(places))))


def _found(
    hands: Iterable[Path], dealt: Sequence[Sequence[Path]], places: Sequence[Path], processes: int
) -> list[tuple[Weighable, Weighable]]:
    """Answer what each hand shows, whole and cut, read by the model that has not seen it, as coarse as what is kept."""
    models = {path: place for fold, place in zip(dealt, places, strict=True) for path in fold}
    paths = list(hands)
    if processes == 1:
        return [weighable_of(path, models[path]) for path in paths]
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        return list(pool.map(weighable_of, paths, [models[path] for path in paths]))


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main(sys.argv[1:])
