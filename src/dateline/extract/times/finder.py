"""Finding the times of a report: match the grammar block by block, check, and resolve in the order of telling."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import date

from dateline.extract.times.checks import is_forbidden
from dateline.extract.times.clauses import Clauses
from dateline.extract.times.grammar import load_grammar
from dateline.extract.times.matching import Match, Matcher
from dateline.extract.times.meanings import resolve
from dateline.extract.times.quotes import find_quoted
from dateline.extract.times.story import Reading, Story
from dateline.extract.times.values import value_to_range
from dateline.extract.times.words import Words, split_words
from dateline.language import Parse
from dateline.model import BlockKind, Diagnostic, Time

# In a header only what is a date by itself counts: names and numbers there are no prose.
_HEADERS = frozenset((BlockKind.DATE, BlockKind.DATELINE, BlockKind.BYLINE))
_IN_HEADERS = frozenset(("digit_date", "calendar_day", "clock", "part_of_day"))

Found = tuple[Match, Reading]
Candidate = tuple[int, list[Match]]
_STILL_NEWS = 3  # days


def find_times(parse: Parse, published: date | None) -> tuple[list[Time], list[Diagnostic]]:
    """Return the times of a document in order, resolved against its day of publication and its own telling.

    Without a day of publication, what has to be counted from it keeps an X for what is unknown, and one
    diagnostic says so.
    """
    clauses = Clauses(parse)
    changed = _day_of_change(published, parse.document.modified)
    story = Story(published, clauses.look, clauses.find_role, now=published, changed=changed)
    found: list[Found] = []
    for block in parse.document.blocks:
        if block.kind.is_prose or block.kind in _HEADERS:
            words = split_words(parse.text, block.span.start, block.span.end)
            found += _read_block(words, story, clauses, is_header=not block.kind.is_prose)
    times = sorted((_make_time(match, reading) for match, reading in found), key=lambda time: (time.start, time.end))
    return times, _report_unresolved(found)


def _day_of_change(published: date | None, modified: date | None) -> date | None:
    """Return the day of a rewriting that went on with the same news; a correction weeks later leaves its days as they are."""
    if published is None or modified is None:
        return None
    return modified if 0 < (modified - published).days <= _STILL_NEWS else None


def _read_block(words: Words, story: Story, clauses: Clauses, *, is_header: bool) -> list[Found]:
    """Read one block: first what the article tells, then what is quoted, which may point to it."""
    candidates = Matcher(load_grammar(), words).find_candidates()
    if is_header:
        candidates = [(at, [m for m in fits if m.rule.meaning in _IN_HEADERS]) for at, fits in candidates]
        return list(_read_in_order(candidates, story, clauses, stand=lambda _: None))
    quoted = find_quoted(words) if candidates else None
    if quoted is None:
        return list(_read_in_order(candidates, story, clauses))
    before = story.spoken_on
    told = list(_read_in_order([c for c in candidates if not quoted[c[0]]], story, clauses))
    return told + list(_read_quoted([c for c in candidates if quoted[c[0]]], told, before, story, clauses))


def _read_in_order(
    candidates: list[Candidate], story: Story, clauses: Clauses, stand: Callable[[Candidate], None] | None = None
) -> Iterator[Found]:
    """Yield, from left to right, the longest match at each place that no check forbids and that means something.

    `stand` moves the story to where a candidate is told; then the candidate itself does not move it on.
    """
    reached = 0
    for at, matches in candidates:
        if at < reached or not matches:
            continue
        if stand is not None:
            stand((at, matches))
        for match in matches:
            if is_forbidden(match, clauses, story):
                continue
            reading = resolve(match, story)
            if reading is None:
                continue
            story.remember(match, reading, keep=stand is None)
            reached = match.last
            yield match, reading
            break


def _read_quoted(
    candidates: list[Candidate], told: list[Found], before: date | None, story: Story, clauses: Clauses
) -> Iterator[Found]:
    """Yield the times in quotation marks, counted from the day the words were spoken on.

    That is the day told last before them, or the one named after them in the same sentence ("… today," he
    said on Monday). What is quoted does not move the narrative on.
    """
    after_all, value = story.told, story.value
    days = [(match.first, day) for match, reading in told if (day := _single_day(reading))]

    def stand(candidate: Candidate) -> None:
        story.told = _find_spoken(candidate[1][0].words, candidate[0], days, clauses) or before
        story.now = story.spoken(story.told)

    yield from _read_in_order(candidates, story, clauses, stand)
    story.told, story.value, story.now = after_all, value, story.published


def _find_spoken(words: Words, at: int, days: list[tuple[int, date]], clauses: Clauses) -> date | None:
    """Return the day told nearest before a word, or after it in the same sentence; `days` are in order."""
    place = bisect_left(days, (at, date.min))
    if place > 0:
        return days[place - 1][1]
    if days and words.starts[days[0][0]] < clauses.sentence_end(words, at):
        return days[0][1]
    return None


def _single_day(reading: Reading) -> date | None:
    covered = value_to_range(reading.value)
    return covered[0] if covered and covered[0] == covered[1] else None


def _make_time(match: Match, reading: Reading) -> Time:
    first, last = match.place(match.rule.span) if match.rule.span else (match.first, match.last)
    return Time(
        start=match.words.starts[first],
        end=match.words.ends[last - 1],
        type=reading.type or match.rule.type,
        value=reading.value,
        anchor=reading.anchor.isoformat() if reading.anchor else None,
        rule=match.rule.id,
        reason=reading.why,
    )


def _report_unresolved(found: list[Found]) -> list[Diagnostic]:
    open_ones = [match for match, reading in found if not reading.resolved]
    if not open_ones:
        return []
    first = open_ones[0]
    count = f"{len(open_ones)} times count" if len(open_ones) > 1 else "1 time counts"
    return [
        Diagnostic(
            stage="times",
            message=f"{count} from a day that is not known",
            start=first.words.starts[first.first],
            end=first.words.ends[first.last - 1],
        )
    ]
