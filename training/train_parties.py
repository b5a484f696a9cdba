"""Make extract/events/learned/models/parties.npz again: which actors of a report are the parties of an act.

usage: train_parties.py --gold ../shared/gold/train [--out FILE] [--limit N]
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from gold import find_head, load_examples, tokens_of
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dateline.evaluate.reports import fold_name
from dateline.extract.actors import find_actors
from dateline.extract.cast import Cast
from dateline.extract.events.acts import view_act
from dateline.extract.events.drafts import Act
from dateline.extract.events.learned import weights
from dateline.extract.events.learned.memory import Memory, Told
from dateline.extract.events.learned.party_choice import ACTOR, NONE, RECIPIENT
from dateline.extract.events.learned.party_features import CandidateFinder
from dateline.extract.events.matching import FrameMatcher, trigger_tokens
from dateline.extract.events.surroundings import Trigger, find_carrier
from dateline.knowledge.actors import load_actor_knowledge
from dateline.knowledge.frames import load_frames
from dateline.language import Parse
from dateline.model import ActorId, EventType

OUT = Path(weights.__file__).parent / "models" / "parties.npz"
STRENGTH = 0.3
RARE = 2
LEAST = 0.02


def iter_acts(report: dict[str, Any], parse: Parse, cast: Cast) -> Iterator[tuple[Act, dict[str, Any]]]:
    """Yield each annotated event as an act with the frame that fits it, if one of its type does."""
    matcher = FrameMatcher(load_frames(), cast)
    for event in sorted(report["events"] or [], key=lambda e: e["span"][0]):
        head = find_head(parse, tokens_of(parse, event["span"]), content_only=True)
        if head is None:
            continue
        token, kind = parse.doc[head], EventType(event["type"])
        trials = [t for t in matcher.iter_trials(token) if t.failure is None and t.frame.type is kind]
        frame = trials[0].frame if trials else None
        carrier = None if token.pos_ in ("VERB", "AUX") else find_carrier(token, frame.light if frame else ())
        first, last = (head, head + 1)
        yield Act(Trigger(token, carrier), first, last, kind, frame, frame.id if frame else "tagger", ""), event


Annotated = dict[str, tuple[str | None, str | None, set[str]]]


def role_of(actor: ActorId, cast: Cast, event: dict[str, Any], parties: Annotated) -> int:
    """Return which role the annotation gives an actor of ours: by name, else by country and sector, else by country."""
    entry = cast[actor]
    names = {fold_name(entry.name)}
    fits = {role: _fit(entry.country, entry.sector, names, [parties[k] for k in event[side] or [] if k in parties])
            for role, side in ((ACTOR, "actors"), (RECIPIENT, "recipients"))}  # fmt: skip
    best = max(fits.values())
    if best == 0 or (fits[ACTOR] == fits[RECIPIENT] == 1):
        return NONE
    return ACTOR if fits[ACTOR] == best else RECIPIENT


def _fit(
    country: str | None, sector: str | None, names: set[str], side: Sequence[tuple[str | None, str | None, set[str]]]
) -> int:
    fits = [0]
    for gold_country, gold_sector, gold_names in side:
        if names & gold_names:
            fits.append(3)
        elif gold_country and gold_country == country:
            fits.append(2 if gold_sector == sector else 1)
    return max(fits)


def remember(act: Act, parse: Parse, event: dict[str, Any], roles: dict[ActorId, int]) -> Told:
    """Return an annotated act as a report's memory keeps it."""
    token = act.trigger.token
    actors = tuple(a for a, role in roles.items() if role == ACTOR)[:2]
    recipients = tuple(a for a, role in roles.items() if role == RECIPIENT)[:2]
    return Told(act.type, token, parse.sentence_numbers[token.i], event.get("date") or None, actors, recipients)


def collect(folder: Path, limit: int | None) -> tuple[list[list[int]], list[int]]:
    rows: list[list[int]] = []
    labels: list[int] = []
    knowledge = load_actor_knowledge(None)
    for example in load_examples(folder, limit=limit):
        cast = find_actors(example.parse, knowledge, example.parse.document.published)
        finder = CandidateFinder(example.parse, cast)
        parties = {
            key: (
                a.get("country"),
                a.get("sector"),
                {fold_name(n) for n in [*(a.get("aliases") or []), a.get("name")] if n},
            )
            for key, a in example.gold["actors"].items()
        }
        memory = Memory()
        for act, event in iter_acts(example.gold, example.parse, cast):
            roles = {a.id: role_of(a.id, cast, event, parties) for a in cast.actors}
            for candidate in finder.find(view_act(act, cast, memory)):
                rows.append([zlib.crc32(f.encode()) for f in candidate.features])
                labels.append(roles[candidate.actor])
            memory.add(remember(act, example.parse, event, roles))
    return rows, labels


def fit(rows: Sequence[Sequence[int]], labels: Sequence[int], *, strength: float, rare: int) -> dict[str, np.ndarray]:
    """Return keys, weights and biases of a logistic regression over hashed features."""
    counts = Counter(key for row in rows for key in set(row))
    keys = sorted(key for key, count in counts.items() if count > rare)
    place = {key: i for i, key in enumerate(keys)}
    index = [(r, place[k]) for r, row in enumerate(rows) for k in set(row) if k in place]
    row, column = zip(*index, strict=True)
    matrix = csr_matrix((np.ones(len(row), np.float32), (row, column)), shape=(len(rows), len(keys)))
    model = LogisticRegression(C=strength, max_iter=400, tol=1e-3).fit(matrix, labels)
    coefficients = model.coef_ if len(model.classes_) > 2 else np.vstack([-model.coef_[0], model.coef_[0]]) / 2
    intercept = (
        model.intercept_ if len(model.classes_) > 2 else np.array([-model.intercept_[0], model.intercept_[0]]) / 2
    )
    kept = np.abs(coefficients).max(axis=0) >= LEAST
    return {
        "keys": np.array(keys, dtype=np.uint32)[kept],
        "weights": coefficients.T[kept].astype(np.float16),
        "bias": intercept.astype(np.float32),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="folder of annotated reports to learn from")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--limit", type=int, help="learn from the first so many reports only")
    options = parser.parse_args()
    rows, labels = collect(options.gold, options.limit)
    arrays = fit(rows, labels, strength=STRENGTH, rare=RARE)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(options.out, **arrays)
    print(f"{options.out}: {len(rows)} candidates, {Counter(labels)}, {len(arrays['keys'])} features")


if __name__ == "__main__":
    main()
