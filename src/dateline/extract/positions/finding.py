"""The positions of a report: stands with holder, content, condition and on whose word we have them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from dateline.extract import syntax
from dateline.extract.cast import Cast
from dateline.extract.events.parties import actors_of
from dateline.extract.events.relevance import Relevance, is_political, is_private
from dateline.extract.positions.conditions import FoundCondition, as_condition, find_conditions
from dateline.extract.positions.learned import iter_learned_stands
from dateline.extract.positions.modals import iter_modal_stands, iter_narrative_stands
from dateline.extract.positions.purposes import PURPOSE, iter_purposes
from dateline.extract.positions.second_reader import SecondReader
from dateline.extract.positions.stands import Stand, iter_stands
from dateline.extract.positions.topics import name_topic
from dateline.extract.taggers import Judgement
from dateline.extract.times import event_date
from dateline.knowledge.cues.positions import load_position_cues
from dateline.language import Parse, Token
from dateline.model import ActorId, Position, PositionId, PositionKind, Span, Statement, Time

_CONDITION_COUNTS = 1.0  # log odds that a condition adds: what is conditional is seldom mere narrative
_NOBODY_COSTS = 2.2  # log odds that a stand loses whose holder no words name
_PRIVATE_COSTS = 1.2  # and one that only companies, publishers or private people take
_UNKNOWN_COSTS = 0.8  # and one whose holders may be political or not
_ELSEWHERE_COSTS = 2.0  # and one in a report on something else than politics, where players and kings refuse and demand
_QUESTION_COSTS = 1.5  # and one in a question
_ASKED_OR_PROMISED = (PositionKind.COMMITMENT, PositionKind.DEMAND, PositionKind.REFUSAL, PositionKind.WARNING)
_WISHES = (PositionKind.GOAL, PositionKind.COMMITMENT)
_DEADLINE_WORDS = frozenset({"by", "before", "until", "within"})


def find_positions(
    parse: Parse, cast: Cast, times: Sequence[Time], statements: Sequence[Statement], judgement: Judgement | None
) -> list[Position]:
    """Return the positions of a report in order; ids count from o1."""
    return _PositionFinder(parse, cast, times, statements, judgement).find()


class _PositionFinder:
    def __init__(
        self,
        parse: Parse,
        cast: Cast,
        times: Sequence[Time],
        statements: Sequence[Statement],
        judgement: Judgement | None,
    ) -> None:
        self._parse = parse
        self._cast = cast
        self._times = times
        self._statements = statements
        self._judgement = judgement
        self._second = SecondReader(judgement, len(parse))
        self._cues = load_position_cues()
        self._relevance = Relevance(parse, cast)
        self._conditions: dict[int, list[FoundCondition]] = {}

    def find(self) -> list[Position]:
        weighed = []
        cues = set()
        for stand, statement in self._iter_stands():
            if stand.head == stand.cue and stand.head in cues:
                continue  # "will seek to avoid it": the word of wanting speaks, not the modal on it
            belief = self._believe(stand, statement)
            if belief >= 0:
                weighed.append((belief, stand, statement))
                cues.add(stand.cue)
        weighed.sort(key=lambda item: (-item[0], item[1].first, item[1].last))
        kept: list[tuple[Stand, Statement | None]] = []
        for _, stand, statement in weighed:
            if (stand.holders or statement) and not any(_repeats(stand, other) for other, _ in kept):
                kept.append((stand, statement))
        for stand in self._iter_learned():
            if not any(_overlaps(stand, other) for other, _ in kept):
                kept.append((stand, self._statement_around(stand)))
        stands = [stand for stand, _ in kept]
        kept = [pair for pair in kept if not any(_is_told_by(pair[0], other) for other in stands)]
        kept.sort(key=lambda pair: (pair[0].first, pair[0].last))
        return [self._finish(stand, statement, n) for n, (stand, statement) in enumerate(kept, start=1)]

    def _believe(self, stand: Stand, statement: Statement | None) -> float:
        """Return the log odds that a stand is one: both readers, and what stands around it."""
        first, last, condition = self._extent(stand)
        belief = self._second.weigh(first, last, stand.kind, stand.trust)
        holders = self._holders(stand, statement)
        if condition is not None and condition.above in _own_words(stand):
            belief += _CONDITION_COUNTS
        elif not holders:
            belief -= _NOBODY_COSTS
        actors = [self._cast[holder] for holder in holders]
        if actors and not any(map(is_political, actors)):
            belief -= _PRIVATE_COSTS if all(map(is_private, actors)) else _UNKNOWN_COSTS
        belief -= _ELSEWHERE_COSTS * self._relevance.is_elsewhere
        sentence = self._parse.sentence_at(stand.cue)
        return belief - _QUESTION_COSTS if self._parse.tokens[sentence.last - 1].text == "?" else belief

    def _iter_stands(self) -> Iterator[tuple[Stand, Statement | None]]:
        read = list(iter_stands(self._parse, self._cues))
        purposes = iter_purposes(self._parse, read, self._cues)
        for stand in (*read, *purposes, *iter_narrative_stands(self._parse)):
            yield stand, self._statement_around(stand)
        yield from iter_modal_stands(self._parse, self._cast, self._statements)

    def _iter_learned(self) -> Iterator[Stand]:
        """Yield what the tagger alone finds; the linear model is too often wrong by itself to be heard."""
        if self._judgement is not None and self._judgement.encoder is not None:
            for stand in iter_learned_stands(self._parse, self._judgement):
                if stand.holders or self._statement_around(stand) is not None:
                    yield stand

    def _statement_around(self, stand: Stand) -> Statement | None:
        """Return the narrowest statement whose content the stand's cue lies in."""
        start = self._parse.start(stand.cue)
        around = [s for s in self._statements if any(c.start <= start < c.end for c in s.content)]
        return min(around, key=lambda s: sum(len(c) for c in s.content)) if around else None

    def _finish(self, stand: Stand, statement: Statement | None, number: int) -> Position:
        first, last, condition = self._extent(stand)
        content = self._trimmed(first, last)
        holders = self._holders(stand, statement)
        return Position(
            id=PositionId(f"o{number}"),
            holder=holders,
            kind=stand.kind,
            content=content,
            toward=tuple(a for a in self._actors(stand.toward) if a not in holders),
            condition=as_condition(self._parse, condition) if condition else None,
            deadline=self._deadline(content),
            topic=name_topic(self._parse, self._cast, first, last),
            source=statement.speaker if statement else None,
            statement=statement.id if statement else None,
            rule=stand.rule,
            reason=f"{stand.reason}; {self._second.opinion(stand.first, stand.last, stand.kind)}",
        )

    def _extent(self, stand: Stand) -> tuple[int, int, FoundCondition | None]:
        """Return the tokens of a stand's content without its condition, and the condition."""
        condition = self._condition_of(stand)
        first, last = stand.first, stand.last
        if condition is not None and first < condition.first < last:
            last = condition.first
        elif condition is not None and condition.first <= first < condition.last < last:
            first = condition.last
        return first, last, condition

    def _trimmed(self, first: int, last: int) -> Span:
        while first < last - 1 and self._parse.tokens[first].text in ",;:":
            first += 1
        while last > first + 1 and self._parse.tokens[last - 1].text in ",;:":
            last -= 1
        return self._parse.span(first, last)

    def _holders(self, stand: Stand, statement: Statement | None) -> tuple[ActorId, ...]:
        found = self._actors(stand.holders)
        if not found and statement is not None and not stand.unowned:
            return statement.speakers
        return found

    def _actors(self, tokens: Sequence[Token]) -> tuple[ActorId, ...]:
        return tuple(dict.fromkeys(a for t in tokens for a in actors_of(t, self._cast)))

    def _condition_of(self, stand: Stand) -> FoundCondition | None:
        """Return the condition hung on the stand's content, on its cue, or on a word between them."""
        sentence = self._parse.sentence_at(stand.cue)
        found = self._conditions.get(sentence.index)
        if found is None:
            found = find_conditions(self._parse, sentence, self._cues)
            self._conditions[sentence.index] = found
        words = {*_own_words(stand), *_words_above(self._parse.tokens[stand.cue])}
        fitting = [c for c in found if c.above in words and not c.first <= stand.head < c.last]
        return fitting[0] if fitting else None

    def _deadline(self, content: Span) -> str | None:
        for time in self._final_times:
            if content.start <= time.start and time.end <= content.end:
                return event_date(time.value)
        return None

    @cached_property
    def _final_times(self) -> list[Time]:
        """The times by which something is to be done: "by Friday"."""
        found = []
        for time in self._times:
            tokens = self._parse.tokens_between(time.start, time.end)
            if tokens and tokens[0] and self._parse.tokens[tokens[0] - 1].lower_ in _DEADLINE_WORDS:
                found.append(time)
        return found


def _own_words(stand: Stand) -> set[int]:
    return {stand.cue, *range(stand.first, stand.last)}


def _words_above(cue: Token) -> Iterator[int]:
    """Yield the words that a condition of a stand may hang on beside its own: the verb of a noun's clause, the one of saying.

    "Stated his interest in the post, should it fall free"; "if the siege ends, he said, they will leave".
    """
    verb = syntax.clause_of(cue)
    yield verb.i
    if verb.dep_ == "ccomp":
        yield verb.head.i


def _is_told_by(stand: Stand, other: Stand) -> bool:
    """Tell whether another stand says what this one is about, so that this one is none of its own.

    What a denial says is not so; the wish within a promise or demand ("agreed to try to free them"); the wish or
    promise to make a demand, which is the demand ("plans to call for a truce"); and the purpose of what is promised.
    """
    if stand is other:
        return False
    if other.kind is PositionKind.DENIAL and other.first <= stand.cue < other.last:
        return True
    if stand.rule == PURPOSE and other.kind in _ASKED_OR_PROMISED and other.first < stand.head < other.last:
        return True
    if other.cue == stand.head and other.head != other.cue:
        return stand.kind in _WISHES and other.kind not in _WISHES
    if stand.cue == other.head:
        return stand.kind in _WISHES or other.kind not in _WISHES
    return False


def _repeats(stand: Stand, other: Stand) -> bool:
    """Tell whether a stand says again what a better one says: the same head, or much the same words."""
    if stand.head == other.head:
        return True
    shared = min(stand.last, other.last) - max(stand.first, other.first)
    return stand.kind is other.kind and shared > 0.6 * max(stand.last - stand.first, other.last - other.first)


def _overlaps(stand: Stand, other: Stand) -> bool:
    return stand.first < other.last and other.first < stand.last
