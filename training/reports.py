"""Annotated reports of our own: text and annotation in one YAML file, offsets found by the words quoted.

A file holds `id`, `published`, `text` and the layers of an annotation (actors, times, places, events, statements,
positions). Every piece quotes the words it stands in, to the letter, with `nth` where they stand more than once.

usage: reports.py FILE [FILE ...] [--compare]     checks files; with --compare, lists what the taggers would mark
                                                  as an event where none is annotated, and the reverse
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

import dateline
from dateline.knowledge.ontology.types import load_ontology
from dateline.model import ConditionRelation, Directness, EventStatus, EventType, PositionKind, Sector

Value = Annotated[str, BeforeValidator(str)]  # YAML reads 2015 and 2015-11-26 as numbers and dates


LAYERS = ("actors", "times", "places", "events", "statements", "positions")


_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same in C, ten times faster
_CLOSING_MARKS = ('"', "”", "’", "'")


class BadReport(ValueError):
    """An annotation that does not fit its text; says which file and which piece."""


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Actor(_Closed):
    """Who takes part; `aliases` are words of the text."""

    name: str | None = None
    country: str | None = Field(default=None, pattern="^[A-Z]{3}$")
    sector: Sector | None = None
    aliases: list[str] = []


class Time(_Closed):
    """An expression of time and its TIMEX3 value."""

    text: str
    nth: int = 1
    type: str = Field(pattern="^(DATE|TIME|DURATION|SET)$")
    value: Value


class Place(_Closed):
    """A place named as a place."""

    text: str
    nth: int = 1
    country: str | None = Field(default=None, pattern="^[A-Z]{3}$")
    kind: str | None = None


class Event(_Closed):
    """One mention of an event; `actors`, `recipients` and `source` are keys of actors."""

    trigger: str
    nth: int = 1
    same: Value | None = None
    type: EventType
    mode: str | None = None
    actors: list[str] = []
    recipients: list[str] = []
    status: EventStatus
    date: Value | None = None
    place: Place | None = None
    killed: int | None = None
    injured: int | None = None
    source: str | None = None


class Statement(_Closed):
    """One reported utterance; `content` is a list where the cue splits it."""

    content: str | list[str]
    nth: int | list[int] = 1
    speaker: str | None = None
    speaker_text: str | None = None
    speaker_nth: int = 1
    cue: str | None = None
    cue_nth: int = 1
    directness: Directness
    anonymous: bool = False
    medium: str | None = None


class Condition(_Closed):
    """What a position hangs on."""

    text: str
    nth: int = 1
    relation: ConditionRelation


class Position(_Closed):
    """What somebody wants, promises, demands, refuses, denies or warns of."""

    holder: list[str]
    kind: PositionKind
    content: str
    nth: int = 1
    toward: list[str] = []
    condition: Condition | None = None
    source: str | None = None


class Report(_Closed):
    """One report with its annotation."""

    id: Value
    published: date
    text: str
    actors: dict[str, Actor] = {}
    times: list[Time] = []
    places: list[Place] = []
    events: list[Event] = []
    statements: list[Statement] = []
    positions: list[Position] = []


def load_report(path: Path) -> dict[str, Any]:
    """Return a report in the form of the annotated reports of gold, offsets and all; raise BadReport on a misfit."""
    try:
        entries = yaml.load(path.read_text(encoding="utf-8"), _Loader)
    except yaml.YAMLError as error:
        raise BadReport(f"{path}: {error}") from None
    return compile_report(entries, path)


def compile_report(entries: Any, path: Path) -> dict[str, Any]:
    """Return the same of what a file holds; `path` is for the message of BadReport."""
    try:
        report = Report.model_validate(entries)
    except ValidationError as error:
        raise BadReport(f"{path}: {error}") from None
    faults = [*_find_strangers(report), *_find_wrong_modes(report)]
    try:
        compiled = _compile(report)
    except BadReport as error:
        faults.append(str(error))
    if faults:
        raise BadReport("\n".join(f"{path}: {fault}" for fault in faults))
    return compiled


def _compile(report: Report) -> dict[str, Any]:
    faults: list[str] = []

    def place(words: str, nth: int) -> list[int]:
        try:
            return find(report.text, words, nth)
        except BadReport as error:
            faults.append(str(error))
            return [0, 0]

    compiled = report.model_dump(mode="json")
    aliases = (alias for actor in report.actors.values() for alias in actor.aliases)
    faults += [f"not in the text: {alias!r}" for alias in aliases if not _stands(report.text, alias)]
    for layer, key in (("times", "text"), ("places", "text"), ("events", "trigger"), ("positions", "content")):
        for piece in compiled[layer]:
            piece["span"] = place(piece[key], piece["nth"])
            for part in filter(None, (piece.get("place"), piece.get("condition"))):
                part["span"] = place(part["text"], part["nth"])
    for piece in compiled["statements"]:
        pieces = piece["content"] if isinstance(piece["content"], list) else [piece["content"]]
        counts = piece["nth"] if isinstance(piece["nth"], list) else [piece["nth"]] * len(pieces)
        spans = (place(words, nth) for words, nth in zip(pieces, counts, strict=True))
        piece["content_spans"] = [_settle_ends(report.text, start, end) for start, end in spans]
        for part in ("cue", "speaker"):
            words = piece["cue" if part == "cue" else "speaker_text"]
            if words:
                piece[f"{part}_span"] = place(words, piece[f"{part}_nth"])
    if faults:
        raise BadReport("\n".join(faults))
    return compiled


def _settle_ends(text: str, start: int, end: int) -> list[int]:
    """Return a content as the guide cuts it: without "that" and the last comma, with the full stop inside its marks."""
    words = text[start:end]
    start += len(words) - len(words.removeprefix("that "))
    if text[end : end + 1] in _CLOSING_MARKS and words.endswith(","):
        end -= 1
    elif text[end : end + 1] in (".", "?", "!") and text[end + 1 : end + 2] in _CLOSING_MARKS:
        end += 1
    return [start, end]


def find(text: str, words: str, nth: int) -> list[int]:
    """Return first and last offset of the `nth` place where words stand; raise BadReport where they do not."""
    place = -1
    for _ in range(nth):
        place = text.find(words, place + 1)
        if place < 0 or not words:
            raise BadReport(f"not in the text ({nth}): {words!r}")
    end = place + len(words)
    if _is_inside_word(text, place) or _is_inside_word(text, end):
        raise BadReport(f"inside a word ({nth}): {words!r} in {text[max(0, place - 10) : end + 10]!r}")
    return [place, end]


def _stands(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _is_inside_word(text: str, offset: int) -> bool:
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()


def _find_strangers(report: Report) -> Iterator[str]:
    """Yield a fault for every key of an actor that nobody has."""
    for event in report.events:
        yield from _unknown(report, [*event.actors, *event.recipients, event.source], event.trigger)
    for statement in report.statements:
        yield from _unknown(report, [statement.speaker], str(statement.content))
    for position in report.positions:
        yield from _unknown(report, [*position.holder, *position.toward, position.source], position.content)


def _unknown(report: Report, keys: Iterable[str | None], where: str) -> Iterator[str]:
    yield from (f"no actor {key!r} at {where!r}" for key in keys if key is not None and key not in report.actors)


def _find_wrong_modes(report: Report) -> Iterator[str]:
    ontology = load_ontology()
    for event in report.events:
        if event.mode and not ontology.has_mode(event.type, event.mode):
            yield f"{event.type} has no mode {event.mode!r} at {event.trigger!r}"


def compare(report: dict[str, Any]) -> Iterator[str]:
    """Yield a line for every place where dateline reads an event and none is annotated, or the reverse."""
    record = dateline.read(report["text"], published=report["published"])
    read = [(event.trigger.start, event.trigger.end, event) for event in record.events]
    for start, end, event in read:
        if not any(e["span"][0] < end and start < e["span"][1] for e in report["events"]):
            yield f"read and not annotated: {event.type} {event.status} {_around(report['text'], start, end)}"
    for annotated in report["events"]:
        start, end = annotated["span"]
        if not any(start < other_end and other_start < end for other_start, other_end, _ in read):
            yield f"annotated and not read: {annotated['type']} {annotated['status']} {_around(report['text'], start, end)}"


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    return f"{before}[{text[start:end]}]{after}".replace("\n", " ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--compare", action="store_true", help="also list where the taggers and the annotation differ")
    options = parser.parse_args()
    faulty = False
    for path in options.files:
        try:
            report = load_report(path)
        except BadReport as error:
            faulty = True
            print(error)
            continue
        print(f"{path}: " + ", ".join(f"{len(report[layer])} {layer}" for layer in LAYERS))
        for line in compare(report) if options.compare else ():
            print(f"  {line}")
    sys.exit(faulty)


if __name__ == "__main__":
    main()
