"""Whether an act is told as done, to come, possible, or not so.

Explicit marks decide (negation, modals, the word that governs the act); where there are none, or where a mark is
often meant otherwise, the tagger's opinion counts, and without a tagger what the mark hints at. The words stand in
`knowledge/data/ontology/status.yaml`.
"""

from __future__ import annotations

from datetime import date

from dateline.extract.events.status.nouns import read_noun
from dateline.extract.events.status.readings import StatusReading, hint
from dateline.extract.events.status.verbs import read_verb
from dateline.extract.events.surroundings import Trigger
from dateline.extract.times import value_to_range
from dateline.language import Token
from dateline.model import EventStatus, EventType

__all__ = ["StatusReading", "agree_with_date", "read_status"]

# Acts of saying: "must leave" is a demand that was made, "will not bow" a refusal, "would use force" a threat.
_SAID = frozenset({EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.AGREE, EventType.CONCEDE})


_DEMANDING = frozenset({"must", "should", "ought", "need", "may", "can", "ca", "dare", "shall"})


def read_status(trigger: Trigger, kind: EventType | None = None) -> StatusReading:
    """Return the status of the act a trigger names, as its clause marks it; `kind` is its type where that is known."""
    if not trigger.is_verb:
        return read_noun(trigger, kind)
    reading = read_verb(trigger.token)
    if kind is EventType.REQUEST and reading.status is EventStatus.NEGATED and not _is_demanded(trigger.token):
        return reading  # "was not invited"; "must not leave" is a demand that was made
    if kind in _SAID and reading.is_marked and ("verb is negated" in reading.reason or reading.reason.startswith("“")):
        return hint(EventStatus.ACTUAL, f"{reading.reason}, said as {kind}")
    return reading


def agree_with_date(
    reading: StatusReading, kind: EventType, value: str | None, published: date | None
) -> StatusReading:
    """Return a status that fits the date: what nothing marks as done is still to come where its day is after publication.

    The day of what is asked, promised or threatened may be that of its content, so such acts keep theirs.
    """
    if reading.is_marked or reading.status is not EventStatus.ACTUAL or kind in _SAID or published is None:
        return reading
    days = value_to_range(value or "")
    return hint(EventStatus.PLANNED, "dated after publication") if days and days[0] > published else reading


def _is_demanded(verb: Token) -> bool:
    """Tell whether a modal asks for what the verb names, so that the verb is the content and no request itself."""
    return any(child.lower_ in _DEMANDING for child in verb.children if child.dep_ == "aux")
