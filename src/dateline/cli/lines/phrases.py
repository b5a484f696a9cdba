"""Pieces of a record in words: names, dates, verbs of position; the same in every command."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from dateline.cli.lines.quotations import Piece, quote
from dateline.cli.terminal import clean
from dateline.compare.days import read_days
from dateline.model import (
    Actor,
    ActorId,
    ActorKind,
    Directness,
    Event,
    EventStatus,
    Place,
    Position,
    Record,
    Span,
    Statement,
)  # fmt: skip
from dateline.model.wording import say_date
from dateline.situation.decided import BY_PERSON

_STATUS = {
    EventStatus.PLANNED: "planned",
    EventStatus.HYPOTHETICAL: "possible",
    EventStatus.NEGATED: "did not happen",
}
_CROWDS = frozenset({ActorKind.POPULATION, ActorKind.MILITARY, ActorKind.ARMED_GROUP, ActorKind.OTHER})
_PLAIN_CUE = re.compile(r"(?:said|says?|saying|tells?|told|telling|added|adds?|adding|according to)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:The|A|An) ")


def name_actor(actor: Actor) -> str:
    """Return how an actor is called in the middle of a line: "the Islamic State"."""
    return lower_article(clean(actor.name))


def lower_article(name: str) -> str:
    """Return a name with its article in small letters."""
    return name[0].lower() + name[1:] if _ARTICLE.match(name) else name


def open_line(name: str) -> str:
    """Return a name as it stands at the beginning of a line, where its article is large."""
    opened = name[:1].upper() + name[1:]
    return opened if _ARTICLE.match(opened) else name


def name_actors(record: Record, ids: Iterable[ActorId]) -> str:
    """Return the names of actors: "Barack Obama and François Hollande"; empty where there are none."""
    return join_names(dict.fromkeys(name_actor(record.actor(i)) for i in ids))


def join_names(names: Iterable[str]) -> str:
    """Return names as a list in words, the fifth and later ones only counted.

    >>> join_names(["Obama", "Hollande"]), join_names("ABCDEF"), join_names([])
    ('Obama and Hollande', 'A, B, C and 3 others', '')
    """
    found = list(names)
    if len(found) > 4:
        found = [*found[:3], f"{len(found) - 3} others"]
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def are_many(record: Record, ids: Sequence[ActorId]) -> bool:
    """Tell whether actors take a verb in the plural: two of them, or one whose name is a plural ("the rebels")."""
    if len(ids) != 1:
        return len({record.actor(i).name for i in ids}) > 1
    actor = record.actor(ids[0])
    return is_plural(actor.name, is_crowd=actor.kind in _CROWDS)


def is_plural(name: str, *, is_crowd: bool = False) -> bool:
    """Tell whether a name looks like a plural; one in capitals only where it is that of a crowd.

    >>> [is_plural(n) for n in ("Western leaders", "militias", "the press", "United States", "Islamic State")]
    [True, True, False, False, False]
    >>> [is_plural(n, is_crowd=True) for n in ("Kurds", "the Houthis", "Hamas", "police")]
    [True, True, False, True]
    """
    last = name.split()[-1] if name.split() else ""
    if last in ("people", "police", "troops", "gunmen", "men", "women"):
        return True
    if last[:1].isupper():
        return is_crowd and last.endswith("s") and not last.endswith(("as", "us", "ss"))
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


def status_word(status: EventStatus) -> str | None:
    """Return the word for a status that is not actual."""
    return _STATUS.get(status)


def say_day(day: date | None) -> str:
    """Return a day as people write it."""
    return say_date(day) or "no date"


def first_day(value: str | None) -> str:
    """Return what dates are put in order by: the first day that a date of a record may mean; unknown comes last.

    >>> first_day("2015-W48"), first_day("2015-11"), first_day(None)
    ('2015-11-23', '2015-11-01', '9999')
    """
    days = read_days(value)
    return days.first.isoformat() if days else "9999"


def place_of(record: Record, event: Event) -> Place | None:
    """Return the place of an event."""
    return next((p for p in record.places if p.id == event.place), None)


def say_kind(event: Event) -> str:
    """Return type and mode of an event: "assault, firearms"."""
    return event.type.value.lower() + (f", {event.mode}" if event.mode else "")


def say_toll(event: Event) -> str:
    """Return the counts of an event: "130 killed, 12 injured"; empty where there are none."""
    counts = ((event.killed, "killed"), (event.injured, "injured"), (event.arrested, "arrested"))
    return ", ".join(f"{number:,} {what}" for number, what in counts if number is not None)


def words_of(record: Record, statement: Statement) -> str:
    """Return what was said, in quotation marks where the words are the speaker's."""
    text = record.document.text
    pieces = [
        Piece(s.of(text), text[max(0, s.start - 1) : s.start], text[s.end : s.end + 1]) for s in statement.content
    ]
    return quote(pieces, direct=statement.directness is Directness.DIRECT)


def content_of(record: Record, span: Span) -> str:
    """Return the words of a position, their quotation marks in pairs."""
    return quote([Piece(span.of(record.document.text))], direct=False)


def speakers_of(statement: Statement) -> tuple[ActorId, ...]:
    """Return everybody who said it."""
    return statement.speakers or ((statement.speaker,) if statement.speaker else ())


def speaker_of(record: Record, statement: Statement) -> str:
    """Return who spoke: the actor's name, the words that name the source, or "unnamed source"."""
    ids = speakers_of(statement)
    if ids:
        return name_actors(record, ids)
    if statement.speaker_span is not None:
        return lower_article(clean(statement.speaker_span.of(record.document.text)))
    return "unnamed source"


def telling_cue(cue: str | None) -> str:
    """Return a cue in brackets where what was said does not make sense without it: "[called] for a coalition"."""
    words = clean(cue or "")
    return f"[{words}] " if words and not _PLAIN_CUE.match(words) else ""


def condition_of(record: Record, position: Position) -> str | None:
    """Return the words of a position's condition."""
    return clean(position.condition.span.of(record.document.text)) if position.condition else None


def name_source(record: Record) -> str:
    """Return who published a report: publisher, agency, or the name of the file."""
    document = record.document
    return name_origin(document.publisher, document.agency, document.source)


def name_origin(publisher: str | None, agency: str | None, source: str) -> str:
    """Return who published a report: publisher, agency, or the name of the file."""
    return clean(publisher or agency or source.rsplit("/", 1)[-1])


def by_person(piece: Event | Statement | Position) -> str:
    """Return that a person changed what was read; empty where nobody did."""
    return "changed by a person" if piece.rule == BY_PERSON else ""


def say_unnamed(statement: Statement) -> str:
    """Return how many people an unnamed source is, and why it is unnamed: "2 or more people; no reason told"."""
    if not statement.anonymous:
        return ""
    least, exactly = statement.anonymous_at_least or 1, statement.anonymous_exactly
    count = "1 person" if exactly == 1 else f"{exactly} people" if exactly else f"{least} or more people"
    return f"{count}; {statement.anonymity_reason or 'no reason told'}"
