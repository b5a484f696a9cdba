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
from dateline.knowledge.word_lists import load_grammar_lists
from dateline.model import ActorId, EventStatus, EventType

_LISTS = load_grammar_lists()
_LOOK_BACK = 150  # acts; what was told longer ago is hardly told again, and the cost stays linear
_DONE = (EventStatus.ACTUAL, EventStatus.PLANNED)
_COURSES = frozenset({EventType.PROTEST, EventType.SANCTION})
"""Types whose acts go on: what the same parties do to each other on one day is one, whatever the words."""
_TELLING_TOLL = 9
"""The toll from which the same figure tells of the same act."""


def group_retellings(drafts: Sequence[Draft], cast: Cast) -> list[Draft]:
    """Return the drafts with `group` set to the number of the first that tells the same event."""
    grouped: list[Draft] = []
    for number, draft in enumerate(drafts):
        first = _find_told(grouped[-_LOOK_BACK:], draft, cast)
        grouped.append(replace(draft, group=number if first is None else first))
    return grouped


def _find_told(told: Sequence[Draft], draft: Draft, cast: Cast) -> int | None:
    """Return the group that tells the event of a draft: the last that surely does, else the only one it can mean.

    "The attacks of 13 November" take up nothing that was told without a day, such as a fight that goes on.
    """
    if _is_another(draft):
        return None
    for earlier in reversed(told):
        if is_same_event(earlier, draft, cast):
            return earlier.group
    if not _is_taken_up(draft):
        return None
    meant = {e.group for e in told if (e.date or not draft.date) and _could_be_same(e, draft, cast)}
    return meant.pop() if len(meant) == 1 else None


def is_same_event(earlier: Draft, later: Draft, cast: Cast) -> bool:
    """Tell whether `later` surely speaks of the act that `earlier` told."""
    if _agree_on_facts(earlier, later) and _is_one_meeting(earlier, later):
        return True
    if not _could_be_same(earlier, later, cast):
        return False
    if _share_toll(earlier, later) or _is_spelled_out(earlier, later):
        return True
    same_word = _word(earlier) == _word(later)
    if _is_definite(later) and (same_word or _shares_stem(earlier, later)):
        return True
    actors = _compare(earlier.parties.actors, later.parties.actors, cast)
    recipients = _compare(earlier.parties.recipients, later.parties.recipients, cast)
    if actors and recipients:
        return same_word or (later.act.type in _COURSES and earlier.date == later.date)
    return same_word and bool(actors or recipients) and earlier.date is not None and earlier.date == later.date


def _is_one_meeting(earlier: Draft, later: Draft) -> bool:
    """Tell whether two acts of meeting have the day and all parties in common: who meet on a day, meet once.

    Whichever of them is told as the one who acts; of a known meeting not all need be named again ("Monday's meeting").
    """
    if later.act.type is not EventType.CONSULT or earlier.date != later.date or not _is_day(later.date):
        return False
    one, other = ({*draft.parties.actors, *draft.parties.recipients} for draft in (earlier, later))
    return (one == other or (bool(other) and other < one and _is_definite(later))) and len(one) > 1


def _is_spelled_out(earlier: Draft, later: Draft) -> bool:
    """Tell whether a relative clause tells a noun's act again: "the sinking of the ferry, which rebels had torpedoed"."""
    verb, noun = later.act.trigger.token, earlier.act.trigger.token
    return verb.dep_ == "relcl" and verb.head.dep_ == "pobj" and verb.head.head.head.i == noun.i != verb.i


def _is_day(value: str | None) -> bool:
    return value is not None and len(value) == len("2015-11-26") and "/" not in value


def _could_be_same(earlier: Draft, later: Draft, cast: Cast) -> bool:
    """Tell whether nothing speaks against two acts being one: type, status, date, place, toll, parties."""
    return (
        _agree_on_facts(earlier, later)
        and _compare(earlier.parties.actors, later.parties.actors, cast) is not False
        and _compare(earlier.parties.recipients, later.parties.recipients, cast) is not False
    )


def _agree_on_facts(earlier: Draft, later: Draft) -> bool:
    """Tell whether type, status, mode, place, toll and date agree as far as they are told."""
    if earlier.act.type is not later.act.type:
        return False
    if (earlier.status.status in _DONE) != (later.status.status in _DONE):
        return False
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


def _share_toll(earlier: Draft, later: Draft) -> bool:
    one, other = earlier.toll, later.toll
    pairs = ((one.killed, other.killed), (one.injured, other.injured))
    return any(a is not None and a == b and a >= _TELLING_TOLL for a, b in pairs)


def _is_another(draft: Draft) -> bool:
    """Tell whether a noun says that it is one more: "another attack", "a second round"."""
    token = draft.act.trigger.token
    return not draft.act.trigger.is_verb and any(c.lower_ in _LISTS["another"] for c in token.children)


def _is_taken_up(draft: Draft) -> bool:
    """Tell whether a definite noun of no certain kind takes up what was told before: "the attack", "the incident"."""
    taken_up = _LISTS.get(f"taken-up.{draft.act.type}", frozenset())
    return _word(draft) in taken_up and _is_definite(draft)


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
