"""The times of a report by the words they date: what an act's clause says of its date, and the day the report tells of.

That day is the first date by which the report's opening dates anything, else the day of publication. Which of the dates is an
act's own is chosen in `learned.date_choice`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dateline.extract.events.circumstances.counted_days import find_counted
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
_ORDER = frozenset(("after", "before", "since", "until", "following"))
"""What sets one act after or before another, whose day is then its own."""
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
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
                self._take(time, parse.tokens[tokens[0]], _head_of(parse, tokens))
        self._counted = find_counted(parse, times)
        self._day = self._find_day(times)

    def _take(self, time: Time, first: Token, head: Token) -> None:
        for word in _dated_words(first, head):
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
        """Yield the dates hung on the act's words and clause, the nearest first, each with the words that say it.

        What is counted from a clause ("two days after he met") is not dated by that clause's own times.
        """
        words = _clause_words(trigger)
        found = list(self._iter_counted_from(trigger.token)) or [
            *self._iter_counted_to(words),
            *((event_date(t.value), t) for word in words for t in self._by_word.get(word.i, ()) if _is_date(t)),
        ]
        seen: set[str] = set()
        for value, time in found:
            if value is not None and value not in seen:
                seen.add(value)
                yield value, self._parse.text[time.start : time.end]

    def _iter_counted_from(self, act: Token) -> Iterator[tuple[str | None, Time]]:
        """Yield the dates of an act that a duration is counted from, by the day of the clause above."""
        for counted in self._counted:
            if counted.reaches(act):
                day = self._day_above(counted.above)
                yield (counted.date_beyond(day) if day else None), counted.time

    def _iter_counted_to(self, words: Sequence[Token]) -> Iterator[tuple[str | None, Time]]:
        """Yield the dates of an act that are counted from another whose own day is told."""
        numbers = {word.i for word in words}
        for counted in self._counted:
            day = self._day_in(counted.beyond) if counted.above.i in numbers else None
            if day is not None:
                yield counted.date_above(day), counted.time

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

    def _day_above(self, word: Token) -> date | None:
        """Return the first day told of a word or of what it hangs on; the day the report tells of where there is none."""
        while True:
            day = self._day_of(word.i)
            if day is not None:
                return day
            if word.head.i == word.i:
                return _one_day(self._day)
            word = word.head

    def _day_in(self, beyond: Token) -> date | None:
        """Return the day told of what a duration is counted from: a clause, or the noun after "after"."""
        nouns = (child.i for child in beyond.children if child.dep_ == "pobj")
        return next((day for i in (beyond.i, *nouns) if (day := self._day_of(i))), None)

    def _day_of(self, word: int) -> date | None:
        values = (event_date(time.value) for time in self._by_word.get(word, ()) if _is_date(time))
        return next((day for value in values if (day := _one_day(value))), None)

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


def _is_date(time: Time) -> bool:
    return time.type is not TimeType.DURATION


def _one_day(value: str | None) -> date | None:
    """Return the day of a value that is one day."""
    span = value_to_range(value or "")
    return span[0] if span is not None and span[0] == span[1] else None


def _head_of(parse: Parse, tokens: range) -> Token:
    """Return the word by which a time hangs on its sentence; its article can have been parsed with the word after it."""
    words = [parse.tokens[number] for number in tokens]
    tops = [word for word in words if word.head.i not in tokens or word.head.i == word.i]
    if len(tops) > 1 and words[0].tag_ == "DT":
        return tops[-1]
    return tops[0] if tops else words[0]


def is_beside(first: Token, head: Token) -> bool:
    """Tell whether a time stands before a subject without being part of it, however it was parsed.

    A time with an article or a preposition of its own cannot be: "The following day rebels struck" and "On Monday Baku
    agreed" say when they did.
    """
    subject = head.head
    if head.dep_ not in ("compound", "nmod") or subject.dep_ not in _SUBJECTS:
        return False
    if first.tag_ == "DT":
        return True
    before = first.doc[first.i - 1] if first.i else first
    return before.dep_ == "prep" and before.head.i == subject.head.i and not before.children


def _dated_words(first: Token, head: Token) -> list[int]:
    """Return the words a time says when of: up from its head to the first verb or noun that can be an act.

    "After the vote of Monday, crowds gathered" says when the vote was, not when the crowds gathered.
    """
    if is_beside(first, head):
        return [head.head.head.i]
    found: list[int] = []
    token = head
    while token.head.i != token.i and token.dep_ in _LINKS:
        token = token.head
        if found and token.lower_ in _ORDER:
            break
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
