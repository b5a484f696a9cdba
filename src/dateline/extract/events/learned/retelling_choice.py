"""Which acts of a report tell an event again that it told before: a learned choice among the earlier acts of their type.

What an act takes over from earlier ones (parties, a date) is learned with the parties and dates themselves; where that
leaves nothing, whom an event was done to and when is what another telling of it says.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from dateline.extract.cast import Cast
from dateline.extract.events.drafts import Draft
from dateline.extract.events.learned.retelling_features import (
    MANY,
    Company,
    Telling,
    compare,
    describe,
    is_day,
    shape_of,
)
from dateline.extract.events.learned.weights import Names, load_weights, softmax
from dateline.language import Parse
from dateline.model import EventType

LOOK_BACK: Final = 30
"""Acts of one type that are looked at; what was told longer ago is hardly told again, and the cost stays linear."""

SURE: Final = 0.6
"""How sure it must be that an act tells an earlier one again."""

_KNOWN: Final = frozenset(["the", "this", "that", "these", "those", "poss"])


class Pair(NamedTuple):
    """Two acts of one type by their places among the drafts, and what speaks for their being one."""

    earlier: int
    later: int
    groups: tuple[Names, ...]


def group_retellings(drafts: Sequence[Draft], parse: Parse, cast: Cast) -> list[Draft]:
    """Return the drafts with `group` set to the place of the first that tells the same event, and why."""
    pairs = list(iter_pairs(drafts, parse, cast))
    told = _find_told(pairs) | _find_certain(drafts, pairs)
    grouped: list[Draft] = []
    for place, draft in enumerate(drafts):
        if place not in told:
            grouped.append(replace(draft, group=place))
            continue
        earlier, sure = told[place]
        word = drafts[earlier].act.trigger.token.text
        why = (*draft.reasons, f"tells “{word}” again ({sure:.2f})")
        grouped.append(replace(draft, group=grouped[earlier].group, reasons=why))
    return lend(grouped)


def lend(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, those without a recipient or a date with what the first other telling of their event says.

    Not with its actor: one that is wrong would be told of every mention.
    """
    recipients: dict[int, Draft] = {}
    dates: dict[int, Draft] = {}
    for draft in drafts:
        if draft.parties.recipients:
            recipients.setdefault(draft.group, draft)
        if draft.date is not None:
            dates.setdefault(draft.group, draft)
    return [_borrow(draft, recipients.get(draft.group), dates.get(draft.group)) for draft in drafts]


def _borrow(draft: Draft, done_to: Draft | None, dated: Draft | None) -> Draft:
    if done_to is not None and not draft.parties.recipients:
        recipients = done_to.parties.recipients
        if set(recipients).isdisjoint(draft.parties.actors):
            why = f"done to whom “{done_to.act.trigger.token.text}” is told of"
            parties = draft.parties._replace(recipients=recipients)
            draft = replace(draft, parties=parties, reasons=(*draft.reasons, why))
    if dated is not None and draft.date is None:
        why = f"dated like “{dated.act.trigger.token.text}”"
        draft = replace(draft, date=dated.date, reasons=(*draft.reasons, why))
    return draft


def _find_told(pairs: Sequence[Pair]) -> dict[int, tuple[int, float]]:
    """Map the places of acts to that of the act before which they likeliest tell again, where that is sure enough."""
    if not pairs:
        return {}
    likely = softmax(load_weights("retellings").score([pair.groups for pair in pairs]))[:, 1].tolist()
    best: dict[int, tuple[int, float]] = {}
    for pair, sure in zip(pairs, likely, strict=True):
        if sure >= SURE and sure > best.get(pair.later, (0, 0.0))[1]:
            best[pair.later] = (pair.earlier, sure)
    return best


def _find_certain(drafts: Sequence[Draft], pairs: Sequence[Pair]) -> dict[int, tuple[int, float]]:
    """Map the places of acts to that of the first before that they cannot but tell again."""
    return {
        pair.later: (pair.earlier, 1.0)
        for pair in pairs  # the nearest come first, so that the first told stays
        if _met_once(drafts[pair.earlier], drafts[pair.later]) or _share_toll(drafts[pair.earlier], drafts[pair.later])
    }


def _met_once(earlier: Draft, later: Draft) -> bool:
    """Tell whether two acts are one meeting: who meet on a day, meet once, whichever of them is told as the one who acts.

    Of a known meeting not all need be named again ("Monday's meeting").
    """
    if later.act.type is not EventType.CONSULT or earlier.date != later.date or not is_day(later.date):
        return False
    met, named = ({*draft.parties.actors, *draft.parties.recipients} for draft in (earlier, later))
    is_known = shape_of(later.act.trigger.token) in _KNOWN and bool(named) and named < met
    return len(met) > 1 and (met == named or is_known)


def _share_toll(earlier: Draft, later: Draft) -> bool:
    """Tell whether two acts of a day have a toll in common that is no small number."""
    if earlier.date != later.date:
        return False
    one, other = earlier.toll, later.toll
    pairs = ((one.killed, other.killed), (one.injured, other.injured))
    return any(a is not None and a == b and a >= MANY for a, b in pairs)


def iter_pairs(drafts: Sequence[Draft], parse: Parse, cast: Cast) -> Iterator[Pair]:
    """Yield each act with those of its type told before it, the nearest first."""
    told: dict[EventType, deque[tuple[int, Telling]]] = {}
    words: dict[EventType, set[str]] = {}
    for place, draft in enumerate(drafts):
        telling = describe(draft, parse)
        before = told.setdefault(draft.act.type, deque(maxlen=LOOK_BACK))
        lemmas = words.setdefault(draft.act.type, set())
        for between, (number, earlier) in enumerate(reversed(before)):
            yield Pair(number, place, compare(earlier, telling, Company(between, len(lemmas)), cast))
        before.append((place, telling))
        lemmas.add(telling.lemma)
