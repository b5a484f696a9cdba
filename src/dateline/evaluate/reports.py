"""Records against annotated reports, layer by layer.

An annotated report is a JSON object with `text`, `published`, `actors`, `times`, `places`, `events`, `statements`
and `positions`; spans count characters of `text`. A pair counts as matched:

    times       spans overlap                       value: the TIMEX3 values are equal
    places      spans overlap                       country: the countries are equal
    events      same type, triggers overlap or stand in one sentence
    dyads       a matched event whose actors and recipients agree by country, or by name where there is none
    retellings  two matched events of one type that are told to be one and the same, in the annotation and by us
    statements  contents share at least half of their characters
    positions   same kind, contents share at least a third
    conditions  of matched positions: texts overlap and the relation is equal
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from dateline.evaluate.matching import Bounds, Tally, overlap, pair_best_first, share
from dateline.model import ActorId, Record

LAYERS = ("times", "places", "events", "dyads", "statements", "positions", "conditions")
RETELLINGS = "retellings"
_MODES = {"aerial": "heavy-weapons", "drone": "heavy-weapons", "targeted": "assassinate", "destroy": None}
Piece = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as far as agreement goes: its country and its folded names."""

    country: str | None
    names: frozenset[str]


def score_reports(
    annotated: Iterable[Mapping[str, Any]], records: Iterable[Record]
) -> tuple[dict[str, dict[str, float]], list[str]]:
    """Return each layer's figures, and a line for each piece missed or spurious."""
    by_text = {" ".join(r.document.text.split()): r for r in records}
    tallies: dict[str, Tally[Piece, Piece]] = {layer: Tally() for layer in (*LAYERS, RETELLINGS)}
    errors: list[str] = []
    for report in annotated:
        record = by_text.get(" ".join(report["text"].split()))
        found = _from_record(record) if record else {layer: [] for layer in LAYERS}
        _score_report(report["text"], _from_annotation(report), found, tallies, errors)
    return {layer: tally.figures() for layer, tally in tallies.items()}, errors


def fold_name(name: str | None) -> str:
    """Return a name in lower case without accents, punctuation, possessive ending and article."""
    plain = unicodedata.normalize("NFKD", name or "")
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower().replace("’s", "").replace("'s", "")
    return re.sub(r"^(the|a|an) ", "", re.sub(r"[^\w ]+", " ", plain).strip()).strip()


def _from_annotation(report: Mapping[str, Any]) -> dict[str, list[Piece]]:
    actors = {
        key: Party(
            a.get("country"), frozenset({fold_name(n) for n in [*(a.get("aliases") or []), a.get("name")]} - {""})
        )
        for key, a in report["actors"].items()
    }

    def parties(keys: Sequence[str] | None) -> list[Party]:
        return [actors[k] for k in keys or [] if k in actors]

    pieces = {layer: [dict(p) for p in report.get(layer) or []] for layer in LAYERS}
    for event in pieces["events"]:
        event["actors"], event["recipients"] = parties(event.get("actors")), parties(event.get("recipients"))
        event["source"] = actors.get(event.get("source") or "")
    for statement in pieces["statements"]:
        statement["spans"] = statement["content_spans"]
        statement["speaker"] = actors.get(statement.get("speaker") or "")
    for position in pieces["positions"]:
        position["holder"] = parties(position.get("holder"))
        condition = position.get("condition")
        position["condition"] = (tuple(condition["span"]), condition["relation"]) if condition else None
    return pieces


def _from_record(record: Record) -> dict[str, list[Piece]]:
    text = record.document.text
    actors = {
        a.id: Party(a.country, frozenset({fold_name(m.span.of(text)) for m in a.mentions} | {fold_name(a.name)}) - {""})
        for a in record.actors
    }

    def parties(ids: Sequence[ActorId]) -> list[Party]:
        return [actors[i] for i in ids]

    return {
        "times": [{"span": _bounds(t), "value": t.value} for t in record.times],
        "places": [{"span": _bounds(p), "country": p.country} for p in record.places],
        "events": [
            {
                **e.model_dump(mode="json", include={"type", "mode", "status", "date", "killed", "same_as"}),
                "span": _bounds(e.trigger), "actors": parties(e.actors), "recipients": parties(e.recipients),
                "source": actors.get(e.source) if e.source else None,
            }
            for e in record.events
        ],
        "dyads": [],
        "statements": [
            {
                "spans": [_bounds(c) for c in s.content], "directness": s.directness.value, "anonymous": s.anonymous,
                "speaker": actors.get(s.speaker) if s.speaker else None,
                "speaker_span": _bounds(s.speaker_span) if s.speaker_span else None,
            }
            for s in record.statements
        ],
        "positions": [
            {
                "span": _bounds(p.content), "kind": p.kind.value, "holder": parties(p.holder),
                "condition": (_bounds(p.condition), p.condition.relation.value) if p.condition else None,
            }
            for p in record.positions
        ],
        "conditions": [],
    }  # fmt: skip


def _bounds(piece: Any) -> Bounds:
    return (piece.start, piece.end)


def _score_report(
    text: str,
    gold: dict[str, list[Piece]],
    found: dict[str, list[Piece]],
    tallies: dict[str, Tally[Piece, Piece]],
    errors: list[str],
) -> None:
    sentences = list(_iter_sentences(text))

    def run(layer: str, score: Any) -> list[tuple[Piece, Piece]]:
        pairs = pair_best_first(gold[layer], found[layer], score)
        tally = tallies[layer]
        tally.gold += len(gold[layer])
        tally.found += len(found[layer])
        tally.hit += len(pairs)
        errors.extend(_name_errors(layer, text, gold[layer], [g for g, _ in pairs], "missed"))
        errors.extend(_name_errors(layer, text, found[layer], [f for _, f in pairs], "spurious"))
        return pairs

    for g, f in run("times", _score_span):
        tallies["times"].note("value", str(g["value"]) == f["value"])
    for g, f in run("places", _score_span):
        tallies["places"].note("country", g.get("country") == f["country"])
    events = run("events", lambda g, f: _score_event(g, f, sentences))
    _note_events(events, gold, found, tallies)
    _note_retellings(events, tallies[RETELLINGS])
    for g, f in run("statements", lambda g, f: _at_least(share(g["spans"], f["spans"]), 0.5)):
        tally = tallies["statements"]
        tally.note("speaker", _same_speaker(g, f))
        tally.note("directness", g["directness"] == f["directness"])
        tally.note("anonymous", bool(g.get("anonymous")) == f["anonymous"])
    _note_positions(run("positions", _score_position), gold, found, tallies)


def _name_errors(layer: str, text: str, pieces: Sequence[Piece], paired: Sequence[Piece], what: str) -> Iterator[str]:
    for piece in pieces:
        if not any(piece is p for p in paired):
            start, end = piece.get("span") or piece["spans"][0]
            kind = piece.get("type") or piece.get("kind") or ""
            yield f"{layer}: {what} {kind} {text[start:end]!r}"


def _score_span(gold: Piece, found: Piece) -> float:
    return share([gold["span"]], [found["span"]]) if overlap(gold["span"], found["span"]) else 0.0


def _at_least(value: float, least: float) -> float:
    return value if value >= least else 0.0


def _score_event(gold: Piece, found: Piece, sentences: Sequence[Bounds]) -> float:
    if gold["type"] != found["type"]:
        return 0.0
    touch = overlap(gold["span"], found["span"])
    if not touch and _sentence_of(sentences, gold["span"][0]) != _sentence_of(sentences, found["span"][0]):
        return 0.0
    return 1.0 + 2 * touch + agree(gold["actors"], found["actors"]) + agree(gold["recipients"], found["recipients"])


def _score_position(gold: Piece, found: Piece) -> float:
    return _at_least(share([gold["span"]], [found["span"]]), 1 / 3) if gold["kind"] == found["kind"] else 0.0


def _note_events(
    pairs: list[tuple[Piece, Piece]],
    gold: dict[str, list[Piece]],
    found: dict[str, list[Piece]],
    tallies: dict[str, Tally[Piece, Piece]],
) -> None:
    dyads, events = tallies["dyads"], tallies["events"]
    dyads.gold += len(gold["events"])
    dyads.found += len(found["events"])
    for g, f in pairs:
        actor, recipient = agree(g["actors"], f["actors"]), agree(g["recipients"], f["recipients"])
        dyads.hit += actor and recipient
        events.note("actor", actor)
        events.note("recipient", recipient)
        events.note("mode", g.get("mode") == _MODES.get(f["mode"], f["mode"]))
        events.note("status", g["status"] == f["status"])
        events.note("date", (g.get("date") or None) == f["date"])
        events.note("source", _same_actor(g["source"], f["source"]) or (g["source"] is None and f["source"] is None))
        if g.get("killed") is not None or f["killed"] is not None:
            events.note("killed", g.get("killed") == f["killed"])


def _note_retellings(pairs: Sequence[tuple[Piece, Piece]], tally: Tally[Piece, Piece]) -> None:
    """Count the pairs of matched events of one type that are one; events without a key of their own are nobody's retelling."""
    for (gold, found), (other_gold, other_found) in combinations(pairs, 2):
        if gold["type"] == other_gold["type"]:
            is_one = bool(gold.get("same")) and gold.get("same") == other_gold.get("same")
            is_told = found["same_as"] == other_found["same_as"]
            tally.gold += is_one
            tally.found += is_told
            tally.hit += is_one and is_told


def _note_positions(
    pairs: list[tuple[Piece, Piece]],
    gold: dict[str, list[Piece]],
    found: dict[str, list[Piece]],
    tallies: dict[str, Tally[Piece, Piece]],
) -> None:
    tally = tallies["conditions"]
    tally.gold += sum(bool(p["condition"]) for p in gold["positions"])
    tally.found += sum(bool(p["condition"]) for p in found["positions"])
    for g, f in pairs:
        tallies["positions"].note("holder", agree(g["holder"], f["holder"]))
        if g["condition"] and f["condition"]:
            tally.hit += overlap(g["condition"][0], f["condition"][0]) and g["condition"][1] == f["condition"][1]


def agree(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """Tell whether two sides have a country in common, or a name; two empty sides agree."""
    if not one or not other:
        return not one and not other
    return any((a.country and a.country == b.country) or a.names & b.names for a in one for b in other)


def _same_actor(one: Party | None, other: Party | None) -> bool:
    return bool(one and other and one.names & other.names)


def _same_speaker(gold: Piece, found: Piece) -> bool:
    if gold["speaker"] is None and gold.get("speaker_span") is None:
        return found["speaker"] is None
    if _same_actor(gold["speaker"], found["speaker"]):
        return True
    return bool(
        gold.get("speaker_span") and found["speaker_span"] and overlap(gold["speaker_span"], found["speaker_span"])
    )


def _iter_sentences(text: str) -> Iterator[Bounds]:
    start = 0
    for match in re.finditer(r"(?<=[.!?])[”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z])|\n+", text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _sentence_of(sentences: Sequence[Bounds], offset: int) -> int:
    return next((i for i, (_, end) in enumerate(sentences) if offset < end), len(sentences) - 1)
