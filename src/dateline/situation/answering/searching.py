"""Answering a question: search over events, statements and positions, ranked and cited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.situation.answering.answers import Answer, Hit
from dateline.situation.answering.understanding import Sought, understand
from dateline.situation.events.joined_event import JoinedEvent
from dateline.situation.events.joined_events import load_events
from dateline.situation.events.timeline import find_timeline
from dateline.situation.findings.citing import cite
from dateline.situation.parties.level import Level
from dateline.situation.parties.meant import Meant
from dateline.situation.parties.party import Party
from dateline.situation.rows import Row
from dateline.situation.views.view import View
from dateline.situation.words.said import Spoken, Wanted, find_newest, load_said
from dateline.situation.words.terms import Term, match_all, match_any

_MOST = 300
"""Finds a layer is searched for: more than anybody reads, few enough to rank."""
_BEST = " ORDER BY aimed DESC, rank LIMIT :limit"


def find_answer(view: View, question: str, limit: int) -> Answer:
    """Return what answers a question, best first.

    What holds all its words comes before what holds some of them, and what is told towards whom the question names before
    what is told towards nobody.
    """
    sought = understand(view, question)
    view = _narrow(view, sought)
    found = _search(view, sought) if sought.terms or sought.targets else _list(view, sought, limit)
    hits = _load(view, found[:limit], sought)
    return Answer(question, sought.understood, tuple(hits), len(found))


def _narrow(view: View, sought: Sought) -> View:
    """Return the view within the days that the question names."""
    asked = sought.understood
    since = max(filter(None, (asked.since, view.scope.since)), default=None)
    until = min(filter(None, (asked.until, view.scope.until)), default=None)
    return replace(view, scope=replace(view.scope, since=since, until=until))


def _search(view: View, sought: Sought) -> list[Row]:
    """Return the finds in order; of several in the same words, or of one event, the best."""
    best: dict[tuple[str, object], Row] = {}
    for whole, query in ((1, _aim(sought, match_all(sought.terms))), (0, _aim(sought, match_any(sought.terms)))):
        if query is None or (not whole and len(best) >= _MOST):
            continue
        for row in _ask_layers(view, sought, query):
            mark = row["layer"], row["same"]
            if mark not in best:
                best[mark] = {**row, "whole": whole}
    return sorted(best.values(), key=lambda row: (-row["whole"], -row["aimed"], row["rank"], row["number"]))


def _aim(sought: Sought, query: str | None) -> str | None:
    """Return a query for what also names on whom somebody acts, among its parties or in its own words, not beside them."""
    targets = match_any(sought.targets)
    if targets is None:
        return query
    own = f"{{words parties}} : ({targets})"
    return f"({own}) AND ({query})" if query else own


def _ask_layers(view: View, sought: Sought, query: str) -> list[Row]:
    asked = sought.understood
    limits = view.limits()
    days = {name: limits[name] for name in ("as_of", "since", "until")}
    sides = {"by": _pairs(sought.by), "toward": _pairs(sought.toward)}
    rows: list[Row] = []
    spoken = [layer for layer in asked.layers if layer != "event"]
    if spoken:
        rows += view.ask(
            "search_utterances",
            _BEST,
            words=query,
            layers=spoken,
            kinds=list(asked.kinds) or None,
            limit=_MOST,
            **sides,
            **days,
        )
    if "event" in asked.layers:
        rows += view.ask(
            "search_events",
            _BEST,
            words=query,
            types=list(asked.types) or None,
            mutual=sought.mutual,
            limit=_MOST,
            **sides,
            **days,
        )
    return rows


def _pairs(meant: Sequence[Meant]) -> list[tuple[int, int]] | None:
    return [pair for one in meant for pair in one.pairs] or None


def _list(view: View, sought: Sought, limit: int) -> list[Row]:
    """Return what somebody did, said or holds where the question holds no other words, the newest first."""
    asked = sought.understood
    name = sought.by[0].asked
    rows: list[Row] = []
    for layer in asked.layers:
        if layer == "event":
            scope = replace(view.scope, actors=(name,), types=asked.types)
            found = find_timeline(replace(view, scope=scope), limit=_MOST, offset=0, newest_first=True)
            events = [event for event in found if sought.mutual or _acts(event, sought.by[0])]
            rows += [{"number": e.number, "layer": layer, "day": e.date, "rank": 0.0, "whole": 1} for e in events]
        else:
            kinds = asked.kinds if layer == "position" else ()
            said = find_newest(view, Wanted(layer, by=name, kinds=kinds), limit)
            rows += [
                {"number": s.row["number"], "layer": layer, "day": s.row["day"], "rank": 0.0, "whole": 1} for s in said
            ]
    return sorted(rows, key=lambda row: row["day"] or "", reverse=True)


def _acts(event: JoinedEvent, meant: Meant) -> bool:
    """Tell whether somebody who is meant acts in an event, not only has it done to them."""
    keys = {party.key for party in meant.parties}
    if meant.level is Level.COUNTRY:
        return any(party.country in keys for party in event.actors)
    return any(party.key in keys for party in event.actors)


def _load(view: View, found: Sequence[Row], sought: Sought) -> list[Hit]:
    said = {s.row["number"]: s for s in load_said(view, [r["number"] for r in found if r["layer"] != "event"])}
    events = _load_tellings(view, [r["number"] for r in found if r["layer"] == "event"])
    hits: list[Hit] = []
    for row in found:
        number = row["number"]
        if number in said:
            hits.append(_hit_of_words(said[number], row, sought))
        elif number in events:
            hits.append(_hit_of_event(*events[number], row, sought))
    return hits


def _load_tellings(view: View, numbers: Sequence[int]) -> Mapping[int, tuple[JoinedEvent, Row]]:
    """Return for each telling its event and where the telling itself stands."""
    joined = {row["event"]: row["joined"] for row in view.ask("joined_of", events=numbers)}
    events = load_events(view.ask, sorted(set(joined.values())), view.as_of)
    by_telling = {telling.citation.number: event for event in events for telling in event.tellings}
    rows = {row["number"]: row for row in view.ask("event_rows", events=numbers)}
    return {number: (by_telling[number], rows[number]) for number in numbers if number in by_telling}


def _hit_of_words(spoken: Spoken, row: Row, sought: Sought) -> Hit:
    own = spoken.row
    names = (*spoken.by, *spoken.toward)
    return Hit(
        layer=own["layer"],
        kind=own["kind"],
        number=own["number"],
        day=own["day"],
        who=spoken.by,
        toward=spoken.toward,
        words=own["words"],
        condition=own["condition"],
        rank=round(-row["rank"], 3),
        why=_explain((*sought.targets, *sought.terms), f"{own['words']} {own['condition'] or ''}", names),
        citation=spoken.citation,
        by_person=own["by_person"],
    )


def _hit_of_event(event: JoinedEvent, telling: Row, row: Row, sought: Sought) -> Hit:
    names = (*event.actors, *event.recipients)
    return Hit(
        layer="event",
        kind=event.type,
        number=telling["number"],
        day=event.date,
        who=event.actors,
        toward=event.recipients,
        words=telling["words"] or event.words,
        condition=None,
        rank=round(-row["rank"], 3),
        why=_explain((*sought.targets, *sought.terms), telling["words"] or "", names),
        citation=cite(telling),
        by_person=", ".join(event.by_person) or None,
    )


def _explain(terms: Sequence[Term], words: str, parties: Sequence[Party]) -> str:
    """Return which terms stand in the words, which in the names of parties, which only beside them."""
    lower, names = words.casefold(), " ".join(f"{p.name} {p.country or ''}" for p in parties).casefold()
    parts = []
    for term in terms:
        forms = [form.casefold() for form in term]
        if any(form[:5] in lower for form in forms):
            parts.append(f"says {term[0]}")
        elif any(form in names for form in forms):
            parts.append(f"{term[0]} takes part")
        else:
            parts.append(f"{term[0]} not in its words")
    return "; ".join(parts)
