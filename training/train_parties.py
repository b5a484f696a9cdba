"""Make extract/events/learned/models/parties.npz again: which actors of a report are the parties of an act.

usage: train_parties.py --gold ../shared/gold/train reports [--out FILE] [--limit N]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fitting import Model, fit, hash_row
from gold import find_head, load_examples, tokens_of

from dateline.evaluate.reports import fold_name
from dateline.extract.actors import find_actors
from dateline.extract.cast import Cast
from dateline.extract.events.acts import view_act
from dateline.extract.events.drafts import Act
from dateline.extract.events.learned import weights
from dateline.extract.events.learned.memory import Memory, Told
from dateline.extract.events.learned.party_choice import ACTOR, NONE, RECIPIENT
from dateline.extract.events.learned.party_features import CandidateFinder
from dateline.extract.events.surroundings import Trigger, find_carrier
from dateline.extract.events.triggers.matching import FrameMatcher
from dateline.knowledge.actors.loading import load_actor_knowledge
from dateline.knowledge.frames.loading import load_frames
from dateline.language import Parse
from dateline.model import ActorId, EventType

OUT = Path(weights.__file__).parent / "models" / "parties.npz"
STRENGTH = 0.3
RARE = 2


def iter_acts(report: dict[str, Any], parse: Parse, cast: Cast) -> Iterator[tuple[Act, dict[str, Any]]]:
    """Yield each annotated event as an act with the frame that fits it, if one of its type does."""
    matcher = FrameMatcher(load_frames(), cast)
    for event in sorted(report["events"] or [], key=lambda e: e["span"][0]):
        head = find_head(parse, tokens_of(parse, event["span"]), content_only=True)
        if head is None:
            continue
        token, kind = parse.tokens[head], EventType(event["type"])
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


@dataclass(frozen=True)
class Report:
    """One annotated report, ready to be read act by act; each act comes with the role of every actor."""

    parse: Parse
    cast: Cast
    finder: CandidateFinder
    acts: tuple[tuple[Act, dict[ActorId, int]], ...]


def read_sides(report: dict[str, Any]) -> Annotated:
    """Return country, sector and folded names of each annotated actor."""
    return {
        key: (
            a.get("country"),
            a.get("sector"),
            {fold_name(n) for n in [*(a.get("aliases") or []), a.get("name")] if n},
        )
        for key, a in report["actors"].items()
    }


def load_reports(folders: Sequence[Path], limit: int | None) -> list[Report]:
    """Return the annotated reports with their acts."""
    knowledge = load_actor_knowledge(None)
    reports = []
    for example in load_examples(folders, limit=limit):
        parse = example.parse
        cast = find_actors(parse, knowledge, parse.document.published)
        parties: Annotated = {
            key: (
                a.get("country"),
                a.get("sector"),
                {fold_name(n) for n in [*(a.get("aliases") or []), a.get("name")] if n},
            )
            for key, a in example.gold["actors"].items()
        }
        acts = tuple(
            (act, {a.id: role_of(a.id, cast, event, parties) for a in cast.actors})
            for act, event in iter_acts(example.gold, parse, cast)
        )
        reports.append(Report(parse, cast, CandidateFinder(parse, cast), acts))
    return reports


def read_report(report: Report) -> tuple[list[list[int]], list[int]]:
    """Return the rows and labels of a report."""
    rows: list[list[int]] = []
    labels: list[int] = []
    memory = Memory()
    for act, roles in report.acts:
        candidates = report.finder.find(view_act(act, report.cast, memory))
        rows += [hash_row(c.features) for c in candidates]
        labels += [roles[c.actor] for c in candidates]
        sides = {side: tuple(a for a, role in roles.items() if role == side)[:2] for side in (ACTOR, RECIPIENT)}
        token = act.trigger.token
        number = report.parse.sentence_numbers[token.i]
        memory.add(Told(act.type, token, number, None, sides[ACTOR], sides[RECIPIENT]))
    return rows, labels


def collect(reports: Sequence[Report]) -> tuple[list[list[int]], list[int]]:
    """Return rows and labels of all reports."""
    read = [read_report(report) for report in reports]
    return [row for rows, _ in read for row in rows], [label for _, labels in read for label in labels]


def train(reports: Sequence[Report]) -> Model:
    """Return the model. The memory of what was told before is the annotated one.

    Filling it with what models of other reports chose, as for dates, gave recipients that were right less often.
    """
    return fit(*collect(reports), strength=STRENGTH, rare=RARE)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--gold", type=Path, nargs="+", required=True, help="folders of annotated reports to learn from"
    )
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--limit", type=int, help="learn from the first so many reports only")
    options = parser.parse_args()
    model = train(load_reports(options.gold, options.limit))
    model.save(options.out)
    print(f"{options.out}: {len(model.rows)} features")


if __name__ == "__main__":
    main()
