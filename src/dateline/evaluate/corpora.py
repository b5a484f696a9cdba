"""Records against corpora of one layer: times, quotations, source-target pairs, toponyms.

Entries are JSON objects with `text`, `date` and one layer's annotation, by which the corpus is recognised: `timex`, `quotes`,
`marked` with `expected`, or `toponyms`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.evaluate.matching import Bounds, overlap, precision_recall, share
from dateline.model import ActorId, Record

_SPEECH = frozenset(
    """say said says saying tell told tells telling accord according add added adds adding write wrote written tweet tweeted
    ask asked asks call called calls calling note noted notes noting announce announced suggest suggested argue argued argues
    arguing explain explained declare declared urge urged accuse accused acknowledge acknowledged insist insisted warn warned
    claim claimed claims state stated states statement reply replied respond responded confirm confirmed deny denied promise
    promised vow vowed pledge pledged demand demanded criticize criticized condemn condemned praise praised quote quoted
    describe described report reported mention mentioned joke joked conclude concluded continue continued recall recalled
    post posted shout shouted""".split()
)
NEAR_KM = 161.0
"""100 miles: the usual distance within which a toponym counts as resolved."""
Entry = Mapping[str, Any]
Pairs = Iterable[tuple[Entry, Record]]


def recognise(entry: Entry) -> str | None:
    """Return which measure an entry is for, None for none."""
    for key, measure in (("timex", "times"), ("quotes", "attribution"), ("marked", "dyads"), ("toponyms", "places")):
        if key in entry:
            return measure
    return None


def score_times(pairs: Pairs) -> dict[str, float]:
    """TempEval-3's measures: relaxed and strict span F1, and F1 of relaxed matches with the right value."""
    gold = found = strict = relaxed = value = 0
    for entry, record in pairs:
        times = [((t.start, t.end), t.value) for t in record.times]
        gold, found = gold + len(entry["timex"]), found + len(times)
        used: set[int] = set()
        for timex in entry["timex"]:
            bounds = (timex["start"], timex["end"])
            hits = [i for i, (b, _) in enumerate(times) if i not in used and overlap(b, bounds)]
            if hits:
                best = max(hits, key=lambda i: min(times[i][0][1], bounds[1]) - max(times[i][0][0], bounds[0]))
                used.add(best)
                relaxed += 1
                strict += times[best][0] == bounds
                value += times[best][1] == str(timex.get("value"))
    figures = {"relaxed_f1": relaxed, "value_f1": value, "strict_f1": strict}
    return {name: precision_recall(hit, found, gold)["f1"] for name, hit in figures.items()} | {
        "gold": gold,
        "found": found,
    }


def score_attribution(pairs: Pairs) -> dict[str, float]:
    """Precision against all annotated attributions, recall on speech, direct recall, and speakers of matched ones."""
    speech = speech_hit = found = found_hit = direct = direct_hit = speaker = speaker_right = 0
    for entry, record in pairs:
        statements = [([(c.start, c.end) for c in s.content], s) for s in record.statements]
        found += len(statements)
        used: set[int] = set()
        for quote in sorted(entry["quotes"], key=lambda q: -sum(e - s for s, e in q["content_spans"])):
            said = quote["direct"] is not False or bool(
                _SPEECH & set(re.findall(r"[a-z]+", (quote.get("cue_text") or "").lower()))
            )
            shares = [
                (share(quote["content_spans"], spans), i) for i, (spans, _) in enumerate(statements) if i not in used
            ]
            best_share, best = max(shares, default=(0.0, -1))
            hit = best_share >= 0.5
            speech, direct = speech + said, direct + (quote["direct"] is True)
            if not hit:
                continue
            used.add(best)
            found_hit, speech_hit, direct_hit = found_hit + 1, speech_hit + said, direct_hit + (quote["direct"] is True)
            if quote["source"]:
                speaker += 1
                places = _speaker_spans(record, statements[best][1])
                speaker_right += any(overlap(p, tuple(quote["source"])) for p in places)
    p, r = (found_hit / found if found else 0.0), (speech_hit / speech if speech else 0.0)
    return {
        "precision": round(p, 3), "speech_recall": round(r, 3), "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0,
        "direct_recall": round(direct_hit / direct, 3) if direct else 0.0,
        "speaker": round(speaker_right / speaker, 3) if speaker else 0.0, "speech": speech, "found": found,
    }  # fmt: skip


def _speaker_spans(record: Record, statement: Any) -> list[Bounds]:
    spans = [(m.start, m.end) for m in record.actor(statement.speaker).mentions] if statement.speaker else []
    if statement.speaker_span:
        spans.append((statement.speaker_span.start, statement.speaker_span.end))
    return spans


def score_dyads(pairs: Pairs) -> dict[str, float]:
    """The type given to one labelled source-target pair a sentence; a pair not found counts as wrong."""
    wanted, given = [], []
    for entry, record in pairs:
        source, target = _marked_spans(entry["marked"])
        wanted.append(entry["expected"][0]["code"])
        given.append(_best_type(record, source, target))
    if not wanted:
        return {}
    f1s = []
    for kind in sorted(set(wanted)):
        hit = sum(w == g == kind for w, g in zip(wanted, given, strict=True))
        f1s.append(precision_recall(hit, given.count(kind), wanted.count(kind))["f1"])
    right = sum(w == g for w, g in zip(wanted, given, strict=True))
    return {
        "accuracy": round(right / len(wanted), 3), "macro_f1": round(sum(f1s) / len(f1s), 3),
        "pairs_found": round(sum(g != "NONE" for g in given) / len(given), 3), "sentences": len(wanted),
    }  # fmt: skip


def _marked_spans(marked: str) -> tuple[Bounds, Bounds]:
    plain, marks = "", {"s": [0, 0], "t": [0, 0]}
    for piece in re.split(r"(</?[st]>)", marked):
        match = re.fullmatch(r"<(/?)([st])>", piece)
        if match is None:
            plain += piece
        else:
            marks[match[2]][bool(match[1])] = len(plain)
    return (marks["s"][0], marks["s"][1]), (marks["t"][0], marks["t"][1])


def _best_type(record: Record, source: Bounds, target: Bounds) -> str:
    spans = {a.id: [(m.start, m.end) for m in a.mentions] for a in record.actors}

    def touches(ids: Iterable[ActorId], bounds: Bounds) -> bool:
        return any(overlap(span, bounds) for i in ids for span in spans[i])

    best, best_score = "NONE", 0
    for event in record.events:
        forward = 2 * touches(event.actors, source) + 2 * touches(event.recipients, target)
        mutual = 3 * (touches(event.actors, source) and touches(event.actors, target))
        if max(forward, mutual) > best_score:
            best, best_score = event.type.value, max(forward, mutual)
    return "YIELD" if best in ("CONCEDE", "RETREAT") else best


def score_places(pairs: Pairs) -> dict[str, float]:
    """Toponyms found, and how many of those lie within 161 km of where they are."""
    gold = hit = near = 0
    for entry, record in pairs:
        for toponym in _iter_literal(entry["toponyms"]):
            gold += 1
            bounds = (toponym["start"], toponym["end"])
            place = next((p for p in record.places if overlap((p.start, p.end), bounds)), None)
            hit += place is not None
            if place is not None and place.latitude is not None and place.longitude is not None:
                near += kilometres(toponym["lat"], toponym["lon"], place.latitude, place.longitude) <= NEAR_KM
    return {
        "recall": round(hit / gold, 3) if gold else 0.0, "within_161_km_of_found": round(near / hit, 3) if hit else 0.0,
        "within_161_km_of_all": round(near / gold, 3) if gold else 0.0, "gold": gold,
    }  # fmt: skip


def _iter_literal(toponyms: Iterable[Entry]) -> Iterator[Entry]:
    for toponym in toponyms:
        if toponym.get("lat") is not None and (toponym.get("type") or "Literal") in (
            "Literal",
            "Mixed",
            "Literal_Modifier",
        ):
            yield toponym


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the great-circle distance of two points in degrees (haversine, mean radius 6,371 km)."""
    a, b, c, d = map(math.radians, (latitude, longitude, other_latitude, other_longitude))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


MEASURES = {"times": score_times, "attribution": score_attribution, "dyads": score_dyads, "places": score_places}
