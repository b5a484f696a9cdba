"""What speaks for a date being an act's own: the times of its sentence, the day of the report, the date told last, or none.

A candidate is a value with the reasons why it came up; equal values are one candidate with all their reasons.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from dateline.extract.events.circumstances.dating import Calendar, is_beside
from dateline.extract.events.learned.memory import Memory
from dateline.extract.events.learned.weights import Pair, Pairs, spell_pair
from dateline.extract.events.surroundings import Trigger
from dateline.language import Parse, Token
from dateline.model import EventStatus, EventType, Time

_CLAUSES = frozenset("ROOT relcl acl advcl ccomp xcomp conj pcomp".split())


class DatedAct(NamedTuple):
    """What is known of an act when its date is chosen."""

    trigger: Trigger
    type: EventType
    status: EventStatus
    is_told: bool  # inside somebody's statement
    memory: Memory


class DateCandidate(NamedTuple):
    """A date an act may have; `value` is in the record's form, None for no date.

    What speaks for it is taken down in pairs: why it came up, with each thing that is known of the act.
    """

    value: str | None
    pairs: Pairs
    why: str

    @property
    def features(self) -> list[str]:
        """The names of what speaks for it."""
        return [spell_pair(pair) for pair in self.pairs.iter_all()]


class DateCandidateFinder:
    """Finds the candidates for the dates of one report's acts."""

    def __init__(self, parse: Parse, times: Sequence[Time], published: date | None) -> None:
        self._parse = parse
        self._published = published.isoformat() if published else None
        self.calendar = Calendar(parse, times, published)

    def find(self, act: DatedAct) -> list[DateCandidate]:
        """Return the candidates of an act, the reasons of equal values joined."""
        about = ("", *self._about(act))
        names: dict[str | None, list[str]] = {}
        why: dict[str | None, str] = {}
        for value, name, reason in self._values(act):
            if value not in names:
                names[value], why[value] = [], reason
            names[value].append(name)
        return [
            DateCandidate(value, Pairs(tuple(found), about, self._of_value(value, about)), why[value])
            for value, found in names.items()
        ]

    def _values(self, act: DatedAct) -> Iterator[tuple[str | None, str, str]]:
        by_clause = list(self.calendar.iter_clause_dates(act.trigger))
        yield None, f"none clause={min(len(by_clause), 2)}", "no date of its own"
        for rank, (value, words) in enumerate(by_clause[:3]):
            yield value, f"clause={rank}", f"“{words}” stands in its clause"
        token = act.trigger.token
        for time, value, head in self.calendar.iter_sentence_dates(token.i):
            side = "L" if head.i < token.i else "R"
            gap = min(abs(head.i - token.i) // 5, 5)
            before = self._parse.tokens[head.i - 1].lower_ if head.i else ""
            words = self._parse.text[time.start : time.end]
            yield value, f"sentence={side}{gap} clause={bool(by_clause)}", f"“{words}” stands in its sentence"
            link = "npadvmod VERB" if is_beside(self._first_of(time), head) else f"{head.dep_} {head.head.pos_}"
            yield value, f"hangs={link} {side}", f"“{words}” stands in its sentence"
            yield value, f"before={before}", f"“{words}” stands in its sentence"
        has_own = bool(by_clause)
        if self.calendar.day is not None:
            yield self.calendar.day, f"day own={has_own}", "the day the report tells of"
        if self._published is not None:
            yield (
                self._published,
                f"published own={has_own} same={self.calendar.day == self._published}",
                "told as news of the day of publication",
            )
        number = self._parse.sentence_numbers[token.i]
        for told, link in act.memory.iter_links(act.type, token, number):
            yield told.date, f"told={link} own={has_own}", f"dated like “{told.token.text}”"
        last = self.calendar.last_date_before(token.i)
        if last is not None:
            yield last, f"last own={has_own}", "the date told last"

    def _first_of(self, time: Time) -> Token:
        return self._parse.tokens[self._parse.tokens_between(time.start, time.end)[0]]

    def _about(self, act: DatedAct) -> Iterator[str]:
        token = act.trigger.token
        verb = _clause_verb(token)
        yield f"{act.status.value} {token.pos_}"
        yield f"{act.type.value}"
        link = verb.dep_ if verb.dep_ in _CLAUSES else "other"
        yield f"{_tense(verb)} {link} {token.pos_}"
        yield f"dep={token.dep_} {act.is_told}"
        sentence = self._parse.sentence_at(token.i)
        yield f"at={'title' if sentence.is_title else min(sentence.index, 3)} {token.pos_}"
        determiner = next((c.lower_ for c in token.children if c.dep_ in ("det", "poss")), "-")
        yield f"det={determiner if determiner in ('the', 'a', 'an', 'this', 'that', '-') else 'other'} {token.pos_}"
        yield f"lemma={token.lemma_.lower()}"

    def _of_value(self, value: str | None, about: Sequence[str]) -> tuple[Pair, ...]:
        """Return what the value itself says; `about` begins with what is known of no act."""
        if value is None:
            return ()
        nothing, status, _, tense = about[:4]
        size = f"size={'range' if '/' in value else 'week' if 'W' in value else len(value)}"
        of_size = (size, nothing), (size, status)
        if self._published is None:
            return of_size
        relation = "future" if value > self._published else "same" if value == self._published else "past"
        return *of_size, (relation, status), (relation, tense)


def _clause_verb(token: Token) -> Token:
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def _tense(verb: Token) -> str:
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if "had" in helpers:
        return "pluperfect"
    if helpers & {"has", "have", "having"}:
        return "perfect"
    if helpers & {"will", "would", "could", "may", "might", "should", "must", "can"}:
        return "modal"
    return "to" if "to" in helpers else verb.tag_
