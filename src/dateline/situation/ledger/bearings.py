"""What came later in the matter of a position: evidence set beside it, with the reason why it bears on it.

Later events, positions and statements that hold rare words of the position, or of its condition, are weighed by the
share of its words they hold and by whether the same parties take part; later acts of the sort that its words name, by how
rare such acts between the two are. Nothing here says that a promise was kept or broken, or that a condition was met: that
is for the reader.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from dateline.compare.words import stems_of
from dateline.knowledge.actors.states import load_states
from dateline.situation.events.mentions import group_roles
from dateline.situation.events.settling import parties_of
from dateline.situation.findings.citing import cite
from dateline.situation.ledger.acts import Act, find_acts, iter_later, weigh_act
from dateline.situation.ledger.evidence import Bearing
from dateline.situation.parties.party import Party
from dateline.situation.parties.party_rows import load_parties
from dateline.situation.rows import Row
from dateline.situation.views.view import View
from dateline.situation.words.said import Spoken
from dateline.situation.words.terms import find_terms, match_any
from dateline.situation.words.weighing import Weights, matter_stems, unify, weigh_stems

LEAST_SHARED = 3.0
"""Natural logarithm units of rarity that two passages must share: about one word in twenty sentences."""
_LEAST = 0.35
"""The least strength of what is set beside a position."""
_WHOLE = 4
_MOST = 6
_ENOUGH = 10.0
"""Units of rarity from which on acts of the sort that a position names bear on it as much as all its words would."""
_RAREST = 5
"""Words of a position that others are found by."""
_ITEMS = 3000
"""Items that hold the words looked for, in an archive so large that common words stand in more."""
_SHOWN = 4
_AGAINST = frozenset({"refusal", "denial"})
_FOR = frozenset({"commitment", "goal", "demand"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event, statement or position that may bear on a position, with its stems."""

    row: Row
    by: tuple[Party, ...]
    toward: tuple[Party, ...]
    stems: frozenset[str]


class _Weighed(NamedTuple):
    """Something that bears on a position: how much, what it is, and why in words."""

    strength: float
    candidate: Candidate
    reason: str


@dataclass(frozen=True, slots=True)
class Sought:
    """The words of a position, or of its condition, that later things are looked for by."""

    on: str
    stems: frozenset[str]
    weights: Weights
    query: str | None

    @property
    def whole(self) -> float:
        """What its rarest words weigh together: sharing them is sharing it, however many words it has."""
        return sum(sorted((self.weights.by_stem[one] for one in self.stems), reverse=True)[:_WHOLE])


def find_bearings(view: View, spoken: Spoken, first: int = 0) -> tuple[Bearing, ...]:
    """Return what bears on a position and on its condition, the strongest first, at most six of each.

    `first` may tell that nothing made known since has a lower number, so that less is looked through.
    """
    if not spoken.row["since"]:
        return ()
    found: list[Bearing] = []
    named, when = name_stems(spoken), _when(view, spoken, first)
    for on, words in (("position", spoken.row["words"]), ("condition", spoken.row["condition"])):
        if words:
            weighed = _weigh_words(view, spoken, seek(view, on, words, named), when)
            if on == "position":
                weighed += _weigh_acts(view, spoken, when)
            weighed.sort(key=lambda one: (-one.strength, one.candidate.row["number"]))
            found += islice(_iter_bearings(view, spoken, on, weighed), _MOST)
    return tuple(found)


def _when(view: View, spoken: Spoken, first: int) -> dict[str, Any]:
    """Return the parameters of `later_events.sql` that say what is later."""
    row = spoken.row
    return {
        "since": row["since"],
        "day": row["day"],
        "version": row["version"],
        "as_of": view.as_of,
        "first": first,
    }


def seek(view: View, on: str, words: str, named: Collection[str]) -> Sought:
    """Return what to look for: the words but for the names of parties, unless there are no others."""
    stems = matter_stems(words)
    stems = stems - unify(named) or stems
    weights = weigh_stems(view.ask, stems)
    by_stem = {one: word for word in words.split() for one in stems_of(word) if unify({one}) & stems}
    rarest = sorted(by_stem, key=lambda one: (-weights.of(unify({one})), one))[:_RAREST]
    words_asked = [by_stem[one] for one in _affordable(rarest, weights)]
    return Sought(on, stems, weights, match_any(find_terms(" ".join(words_asked))))


def _affordable(rarest: Sequence[str], weights: Weights) -> list[str]:
    """Return the rarest words, two at least, as long as they stand in few enough items to rank them all in no time."""
    chosen: list[str] = []
    items = 0
    for one in rarest:
        items += sum(weights.items.get(head, 0) for head in unify({one}))
        if len(chosen) >= 2 and items > _ITEMS:
            break
        chosen.append(one)
    return chosen


def name_stems(spoken: Spoken) -> frozenset[str]:
    """Return the stems of the names of those who hold a position and those it is held towards."""
    names = [party.name for party in (*spoken.by, *spoken.toward)]
    codes = {party.country for party in (*spoken.by, *spoken.toward) if party.country}
    states = load_states()
    forms = [form for code in codes if code in states for form in states[code].forms]
    return frozenset(one for name in (*names, *forms) for one in stems_of(name))


def _weigh_words(view: View, spoken: Spoken, sought: Sought, when: Mapping[str, Any]) -> list[_Weighed]:
    """Return what came later and shares enough words."""
    if sought.query is None:
        return []
    rows = [
        row for query in ("later_events", "later_utterances") for row in view.ask(query, words=sought.query, **when)
    ]
    weighed = []
    for candidate in load_candidates(view, rows):
        shared = sought.stems & candidate.stems
        if sought.weights.of(shared) < LEAST_SHARED:
            continue
        strength = weigh_candidate(spoken, candidate, sought, shared)
        if strength >= _LEAST:
            reason = _explain_words(spoken, candidate, shared, sought.weights.by_stem)
            weighed.append(_Weighed(strength, candidate, reason))
    return weighed


def _weigh_acts(view: View, spoken: Spoken, when: Mapping[str, Any]) -> list[_Weighed]:
    """Return the later acts of the sorts that a position names, where they are rare enough to say something."""
    weighed = []
    for act in find_acts(view, spoken):
        rarity = weigh_act(view, act)
        if rarity < LEAST_SHARED:
            continue
        rows = list(iter_later(view, act, when))
        parties = load_parties(view.ask, act.by | act.toward)
        for row, candidate in zip(rows, load_candidates(view, rows), strict=True):
            strength = round(0.7 * min(1.0, rarity / _ENOUGH) + 0.3, 3)
            weighed.append(_Weighed(strength, candidate, _explain_act(act, row, parties)))
    return weighed


def _iter_bearings(view: View, spoken: Spoken, on: str, weighed: Sequence[_Weighed]) -> Iterator[Bearing]:
    """Yield bearings, the strongest first; of several that stand in one passage, or in the same words, only the first."""
    seen: set[frozenset[str]] = set()
    spans: list[tuple[str, int, int]] = []
    for one in weighed:
        candidate = one.candidate
        row = _cited(view, candidate)
        here = row["document"], row["start"], row["end"]
        if candidate.stems in seen or any(_overlap(here, span) for span in spans):
            continue
        seen.add(candidate.stems)
        spans.append(here)
        yield _make(spoken, on, one, row)


def _overlap(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def load_candidates(view: View, rows: Sequence[Row]) -> Iterator[Candidate]:
    """Yield rows of `later_events.sql` and its like with who takes part."""
    events = [row["number"] for row in rows if row["layer"] == "event"]
    said = [row["number"] for row in rows if row["layer"] != "event"]
    roles = group_roles(view.ask("roles", events=events))
    voices = group_roles(view.ask("voices_of", items=said))
    for row in rows:
        if row["layer"] == "event":
            by, toward = (parties_of(roles.get(row["number"], ()), role) for role in ("actor", "recipient"))
        else:
            by, toward = (parties_of(voices.get(row["number"], ()), role) for role in ("by", "toward"))
        yield Candidate(row, by, toward, unify(row["stems"].split()))


def weigh_candidate(spoken: Spoken, candidate: Candidate, sought: Sought, shared: Collection[str]) -> float:
    """Return the share of the words, and whether the parties meet: half each for holder and addressee."""
    cover = min(1.0, sought.weights.of(shared) / max(1e-9, sought.whole))
    sides = (*candidate.by, *candidate.toward)
    holder = 0.5 if meet(spoken.by, sides) else 0.0
    toward = 0.5 if meet(spoken.toward, sides) else 0.0
    return round(0.7 * cover + 0.3 * (holder + toward), 3)


def meet(ours: Collection[Party], theirs: Collection[Party]) -> bool:
    """Tell whether two sides share a party or a country."""
    keys, countries = {p.key for p in ours} - {None}, {p.country for p in ours} - {None}
    return any(p.key in keys or p.country in countries for p in theirs)


def _cited(view: View, candidate: Candidate) -> Row:
    number, layer = candidate.row["number"], candidate.row["layer"]
    rows = view.ask("event_rows", events=[number]) if layer == "event" else view.ask("said", items=[number])
    return rows[0]


def _make(spoken: Spoken, on: str, weighed: _Weighed, row: Row) -> Bearing:
    candidate = weighed.candidate
    return Bearing(
        on=on,
        relation=_relate(spoken, candidate),
        layer=candidate.row["layer"],
        number=candidate.row["number"],
        day=row["day"],
        who=candidate.by,
        words=row["words"] or "",
        reason=weighed.reason,
        strength=weighed.strength,
        citation=cite(row),
    )


def _relate(spoken: Spoken, candidate: Candidate) -> str:
    row = candidate.row
    if row["layer"] in ("event", "statement"):
        return str(row["layer"])
    ours, theirs = spoken.row["kind"], row["kind"]
    if meet(spoken.by, candidate.by):
        if ours == theirs:
            return "repeated"
        against = (ours in _AGAINST and theirs in _FOR) or (ours in _FOR and theirs in _AGAINST)
        return "opposed" if against else "further"
    if theirs == "denial":
        return "disputed"
    return "answered" if meet(spoken.toward, candidate.by) else "other"


def _explain_act(act: Act, row: Row, parties: Mapping[int, Party]) -> str:
    """Say which of the acts a position names was done later, by whom towards whom."""
    by, toward = (parties[row[side]].name for side in ("act_by", "act_toward"))
    if len(act.types) > 1:
        return f"a hostile act of {by} towards {toward}, after a warning"
    return f"{min(act.types)} of {by} towards {toward}, which the position speaks of"


def _explain_words(spoken: Spoken, candidate: Candidate, shared: Collection[str], weights: Mapping[str, float]) -> str:
    words = sorted(shared, key=lambda one: (-weights.get(one, 0.0), one))[:_SHOWN]
    parts = [f"shares {', '.join(words)}"]
    sides = (*candidate.by, *candidate.toward)
    for role, parties in (("holder", spoken.by), ("addressee", spoken.toward)):
        names = [party.name for party in parties if meet((party,), sides)]
        if names:
            parts.append(f"{role} {names[0]} takes part")
    status = candidate.row["kind"] if candidate.row["layer"] == "event" else "actual"
    if status != "actual":
        parts.append(f"told as {status}")
    return "; ".join(parts)
