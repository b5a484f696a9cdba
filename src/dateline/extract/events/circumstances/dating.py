"""The times of a report by the words they date: what an act's clause says of its date, and the day the report tells of.

That day is the first date by which the report's opening dates anything, else the day of publication. Which of the dates is an
act's own is chosen in `learned.date_choice`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from dateline.extract.events.surroundings import Trigger
from dateline.extract.times import event_date, value_to_range
from dateline.language import Parse, Token
from dateline.model import Time, TimeType

_LINKS = frozenset(
    [
        "npadvmod",
        "advmod",
        "tmod",
        "prep",
        "pobj",
        "pcomp",
        "nmod",
        "compound",
        "amod",
        "poss",
        "nummod",
        "appos",
        "dep",
        "npmod",
        "quantmod",
        "det",
    ]
)
_OPENING_SENTENCES = 4


class Dated(NamedTuple):
    """An event's date in the record's form, and why."""

    value: str | None
    reason: str


class Calendar:
    """The times of one report, reachable from the words they date."""

    def __init__(self, parse: Parse, times: Sequence[Time], published: date | None) -> None:
        self._parse = parse
        self._published = published
        self._by_word: dict[int, list[Time]] = {}
        self._by_sentence: dict[int, list[tuple[Time, str, Token]]] = {}
        self._told: list[tuple[int, str]] = []
        for time in times:
            tokens = parse.tokens_between(time.start, time.end)
            if tokens:
                self._take(time, _head_of(parse, tokens))
        self._day = self._find_day(times)

    def _take(self, time: Time, head: Token) -> None:
        for word in _dated_words(head):
            self._by_word.setdefault(word, []).append(time)
        value = event_date(time.value) if time.type in (TimeType.DATE, TimeType.TIME) else None
        if value is not None:
            number = self._parse.sentence_numbers[head.i]
            self._by_sentence.setdefault(number, []).append((time, value, head))
            self._told.append((head.i, value))

    @property
    def day(self) -> str | None:
        """The day the report tells of."""
        return self._day

    def iter_clause_dates(self, trigger: Trigger) -> Iterator[tuple[str, str]]:
        """Yield the dates hung on the act's words and clause, the nearest first, each with the words that say it."""
        times = [t for word in _clause_words(trigger) for t in self._by_word.get(word.i, ())]
        shifted = [t for t in times if t.type is TimeType.DURATION and self._from_time(t, trigger.token)]
        seen: set[str] = set()
        for time in shifted or times:  # what is counted from a clause is not dated by that clause's own times
            value = self._from_time(time, trigger.token)
            if value is not None and value not in seen:
                seen.add(value)
                yield value, self._parse.text[time.start : time.end]

    def iter_sentence_dates(self, token: int) -> Iterator[tuple[Time, str, Token]]:
        """Yield the dates that stand in a token's sentence, each with its value and head."""
        yield from self._by_sentence.get(self._parse.sentence_numbers[token], ())

    def iter_dates(self) -> Iterator[tuple[int, str]]:
        """Yield the dates of the report in order, each by the number of its head."""
        yield from self._told

    def last_date_before(self, token: int) -> str | None:
        """Return the last date told before a token."""
        found = None
        for number, value in self._told:
            if number >= token:
                break
            found = value
        return found

    def _from_time(self, time: Time, trigger: Token) -> str | None:
        return self._shift(time, trigger) if time.type is TimeType.DURATION else event_date(time.value)

    def _shift(self, time: Time, trigger: Token) -> str | None:
        """Read "two days after he met": for the meeting the day of the clause above, moved back by the duration.

        For the clause above it says nothing, unless the day of the meeting is known.
        """
        tokens = self._parse.tokens_between(time.start, time.end)
        following = self._parse.tokens[tokens[-1] + 1] if tokens[-1] + 1 < len(self._parse) else None
        if following is None or following.lower_ not in ("after", "before"):
            return None
        top = following.head if following.dep_ == "mark" else following
        days = _days(time.value)
        anchor = self._anchor_above(top)
        if days is None or anchor is None or (not top.is_ancestor(trigger) and top.i != trigger.i):
            return None
        shift = timedelta(days=days if following.lower_ == "before" else -days)
        return (anchor + shift).isoformat()

    def _anchor_above(self, word: Token) -> date | None:
        above = word
        while above.head.i != above.i:
            above = above.head
            for time in self._by_word.get(above.i, ()):
                span = value_to_range(event_date(time.value) or "")
                if span is not None and time.type is not TimeType.DURATION:
                    return span[0]
        return self._published

    def _find_day(self, times: Sequence[Time]) -> str | None:
        published = self._published.isoformat() if self._published else None
        for time in times:
            tokens = self._parse.tokens_between(time.start, time.end)
            if not tokens or time.type not in (TimeType.DATE, TimeType.TIME):
                continue
            if self._parse.sentence_at(tokens[0]).index >= _OPENING_SENTENCES:
                break
            value = event_date(time.value)
            if value and len(value) == 10 and self._is_recent(value):
                return value
        return published

    def _is_recent(self, value: str) -> bool:
        """Tell whether a day lies in the week before publication, or no day of publication is known."""
        return self._published is None or 0 <= (self._published - date.fromisoformat(value)).days <= 7


def _head_of(parse: Parse, tokens: range) -> Token:
    inside = set(tokens)
    for number in tokens:
        token = parse.tokens[number]
        if token.head.i not in inside or token.head.i == token.i:
            return token
    return parse.tokens[tokens[0]]


def _dated_words(head: Token) -> list[int]:
    """Return the words a time says when of: up from its head to the first verb or noun that can be an act."""
    found: list[int] = []
    token = head
    while token.head.i != token.i and token.dep_ in _LINKS:
        token = token.head
        if token.pos_ in ("NOUN", "PROPN", "VERB", "AUX"):
            found.append(token.i)
        if token.pos_ in ("VERB", "AUX"):
            break
    return found


def _clause_words(trigger: Trigger) -> list[Token]:
    """Return the words whose times date an act, nearest first."""
    words = [trigger.token]
    token = trigger.token
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i and token.dep_ not in ("relcl", "acl"):
        if token.dep_ == "pobj" and token.head.head.pos_ in ("NOUN", "PROPN"):
            return words  # a noun inside another noun's phrase has no part in the clause's time
        token = token.head
        if token.pos_ in ("NOUN", "PROPN", "VERB", "AUX"):
            words.append(token)
    if token.pos_ in ("VERB", "AUX"):
        while token.dep_ in ("xcomp", "conj") and token.head.pos_ in ("VERB", "AUX"):
            token = token.head
            words.append(token)
        if token.dep_ in ("advcl", "pcomp") and token.tag_ == "VBG":
            words.append(token.head if token.dep_ == "advcl" else token.head.head)
    return words


def _days(value: str) -> int | None:
    units = {"D": 1, "W": 7}
    if len(value) >= 3 and value[0] == "P" and value[-1] in units and value[1:-1].isdigit():
        return int(value[1:-1]) * units[value[-1]]
    return None
