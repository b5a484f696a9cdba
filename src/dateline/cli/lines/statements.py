"""Who said what, in lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.text import Text

from dateline.cli.lines.excerpts import plain_words, shorten
from dateline.cli.lines.phrases import by_person, name_actors, open_line, speaker_of, speakers_of, telling_cue, words_of
from dateline.cli.lines.ranking import Line, Source
from dateline.cli.terminal import clean
from dateline.model import Record, Statement
from dateline.model.wording import say_date

_LONGEST = 240
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def iter_statement_lines(record: Record, numbers: dict[str, int]) -> Iterator[Line]:
    """Yield one line for each statement of a record."""
    for statement in record.statements:
        yield _line(record, statement, numbers.get(statement.id))


def _line(record: Record, statement: Statement, number: int | None) -> Line:
    words = words_of(record, statement)
    named = speakers_of(statement)
    text = Text().append(open_line(speaker_of(record, statement)), style="bold" if named else None)
    text.append(f": {telling_cue(_opening_cue(record, statement))}{_shorten_quote(words)}")
    return Line(
        number=number,
        day=day_of(record, statement.date),
        text=text,
        key=statement_key(words),
        details=_details(record, statement),
        weight=bool(named) + (statement.directness != "indirect"),
        sources=Source.of(record),
    )


def _opening_cue(record: Record, statement: Statement) -> str | None:
    """Return the words that announce what was said, where they stand before it."""
    cue = statement.cue
    if cue is None or statement.directness == "direct" or cue.start > statement.content[0].start:
        return None
    return cue.of(record.document.text)


def statement_key(words: str) -> tuple[object, ...]:
    """Return what statements in the same words have in common."""
    return "statement", plain_words(words)


def day_of(record: Record, told: str | None) -> str | None:
    """Return the day something was said where it is told, else the day the report was published."""
    published = record.document.published
    return choose_day(told, published.isoformat() if published else None)


def choose_day(told: str | None, published: str | None) -> str | None:
    """Return the day something was said where it is told as a day, else the one its report was published on."""
    return told[:10] if told and _FULL_DATE.match(told) else published


def _shorten_quote(words: str) -> str:
    cut = shorten(words, _LONGEST)
    return cut if cut == words or not words.endswith("”") or "“" not in cut else f"{cut}”"


def _details(record: Record, statement: Statement) -> tuple[str, ...]:
    unnamed = clean(statement.anonymity_reason) if statement.anonymity_reason else ""
    vague = statement.date if statement.date and not _FULL_DATE.match(statement.date) else None
    return (
        clean(statement.medium or ""),
        f"to {name_actors(record, [statement.addressee])}" if statement.addressee else "",
        say_date(vague),
        (f"unnamed, {unnamed}" if unnamed else "unnamed") if statement.anonymous else "",
        by_person(statement),
    )
