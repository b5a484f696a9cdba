"""Mentions of one real event inside one report: which go together.

Two mentions are one event when their types agree and nothing speaks against it (other parties, another date,
another place, another toll), and a definite noun, the same lemma, or the same parties and day speak for it. What
they lend each other (parties, a date) is learned with the parties and dates themselves, from the acts told before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.extract.cast import Cast
from dateline.extract.events.drafts import Draft
from dateline.model import ActorId, EventStatus

_LOOK_BACK = 150  # acts; what was told longer ago is hardly told again, and the cost stays linear
_DONE = (EventStatus.ACTUAL, EventStatus.PLANNED)


def group_retellings(drafts: Sequence[Draft], cast: Cast) -> list[Draft]:
    """Return the drafts with `group` set to the number of the first that tells the same event."""
    grouped: list[Draft] = []
    for number, draft in enumerate(drafts):
        first = number
        for earlier in reversed(grouped[-_LOOK_BACK:]):
            if is_same_event(earlier, draft, cast):
                first = earlier.group
                break
        grouped.append(replace(draft, group=first))
    return grouped


def is_same_event(earlier: Draft, later: Draft, cast: Cast) -> bool:
    """Tell whether `later` speaks of the act that `earlier` told."""
    if earlier.act.type is not later.act.type or not _agree_on_facts(earlier, later):
        return False
    if (earlier.status.status in _DONE) != (later.status.status in _DONE):
        return False
    actors, recipients = (
        _compare(earlier.parties.actors, later.parties.actors, cast),
        _compare(earlier.parties.recipients, later.parties.recipients, cast),
    )
    if actors is False or recipients is False:
        return False
    same_word = _word(earlier) == _word(later)
    if _is_definite(later) and (same_word or _shares_stem(earlier, later)):
        return True
    if same_word and (actors or recipients):
        return True
    return bool(actors and recipients and (earlier.date == later.date or earlier.date is None or later.date is None))


def _agree_on_facts(earlier: Draft, later: Draft) -> bool:
    if earlier.mode and later.mode and earlier.mode != later.mode:
        return False
    for one, other in (
        (earlier.place, later.place),
        (earlier.toll.killed, later.toll.killed),
        (earlier.toll.injured, later.toll.injured),
    ):
        if one is not None and other is not None and one != other:
            return False
    if earlier.date and later.date:
        return earlier.date.startswith(later.date) or later.date.startswith(earlier.date)
    return True


def _compare(earlier: Sequence[ActorId], later: Sequence[ActorId], cast: Cast) -> bool | None:
    """Return True where both sides name a party in common, False where they differ, None where one names nobody."""
    if not earlier or not later:
        return None
    if set(earlier) & set(later):
        return True
    countries = {cast[a].country for a in earlier} - {None}
    return bool(countries & {cast[a].country for a in later})


def _word(draft: Draft) -> str:
    return draft.act.trigger.token.lemma_.lower()


def _shares_stem(earlier: Draft, later: Draft) -> bool:
    one, other = _word(earlier), _word(later)
    return one[:4] == other[:4] and min(len(one), len(other)) >= 4


def _is_definite(draft: Draft) -> bool:
    token = draft.act.trigger.token
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    return any(c.lower_ in ("the", "this", "that", "these", "those") or c.dep_ == "poss" for c in token.children)
