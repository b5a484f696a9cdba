"""Answers of a situation in lines: events, statements, citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from dateline.cli.lines.events import COLOURS
from dateline.cli.lines.excerpts import cut_excerpt, shorten
from dateline.cli.lines.phrases import is_plural, join_names, lower_article, open_line, status_word
from dateline.cli.lines.quotations import Piece, quote
from dateline.cli.terminal import clean
from dateline.model import EventStatus, Span
from dateline.model.wording import say_date
from dateline.situation import Citation, Corroboration, Disagreement, JoinedEvent, Party, Saying

_LONGEST = 240
_FEW = 3


def name_parties(parties: Sequence[Party]) -> str:
    """Return parties in words."""
    return join_names(dict.fromkeys(lower_article(clean(party.name)) for party in parties))


def say_by_person(names: Iterable[str]) -> str:
    """Return who changed what was read, empty for nobody: "changed by a person, A. Coder"."""
    found = join_names(clean(name) for name in names)
    return f"changed by a person, {found}" if found else ""


def are_many(parties: Sequence[Party]) -> bool:
    """Tell whether parties take a verb in the plural: two of them, or one whose name is a plural."""
    return len({party.name for party in parties}) > 1 or any(is_plural(party.name) for party in parties)


def say_event(event: JoinedEvent) -> Text:
    """Return an event in a line: who, towards whom, in the words of the fullest telling."""
    text = Text()
    status = EventStatus(event.status)
    word = status_word(status)
    if word:
        text.append(f"{word}: ", style=COLOURS[status])
    actors, recipients = name_parties(event.actors), name_parties(event.recipients)
    if actors or recipients:
        text.append(open_line(actors) or "unknown", style="bold" if actors else "dim")
        if recipients:
            text.append(" → ").append(recipients, style="bold")
        text.append(": ")
    if not event.words:
        return text
    sentence, trigger = Span(start=0, end=len(event.words)), Span(start=event.trigger_start, end=event.trigger_end)
    excerpt = cut_excerpt(event.words, sentence, trigger, with_subject=not event.actors)
    return text.append_text(Text.assemble(excerpt.before, (excerpt.trigger, "underline"), excerpt.after))


def describe_event(event: JoinedEvent) -> Text:
    """Return an event with what is known of it below: kind, place, toll, who tells it, where they differ."""
    kind = event.type.lower() + (f", {event.mode}" if event.mode else "")
    toll = ", ".join(_iter_toll(event))
    details = [
        kind, clean(event.place or ""), toll, say_sources(event.corroboration), say_by_person(event.by_person)
    ]  # fmt: skip
    body = say_event(event).append("\n" + " · ".join(part for part in details if part), style="dim")
    for line in (*_iter_doubts(event), *map(say_disagreement, event.disagreements)):
        body.append(f"\n{line}", style="yellow")
    return body


def _iter_toll(event: JoinedEvent) -> Iterator[str]:
    for what in ("killed", "injured", "arrested"):
        number = getattr(event, what)
        if number is not None:
            yield f"{number:,} {what}"


def say_sources(attested: Corroboration) -> str:
    """Return who tells it: "Reuters", "9 reports, 5 sources: Reuters, dpa and others"."""
    names = [clean(name) for name in attested.sources]
    if attested.reports == 1:
        return names[0] if names else ""
    few = " and ".join(names) if len(names) < _FEW else f"{names[0]}, {names[1]} and others"
    sources = f", {attested.independent} sources" if attested.independent > 1 else ""
    return f"{attested.reports} reports{sources}: {few}"


def _iter_doubts(event: JoinedEvent) -> Iterator[str]:
    attested = event.corroboration
    if attested.on_word_of:
        yield f"only on the word of {join_names(clean(name) for name in attested.on_word_of)}"
    if attested.denied_by and event.status != EventStatus.NEGATED:
        yield f"denied by {join_names(clean(name) for name in attested.denied_by)}"


def say_disagreement(differing: Disagreement) -> str:
    """Return where reports differ: "killed: 129 (Reuters), 130 (dpa)"."""
    told = (
        f"{say_date(clean(figure.value)) or clean(figure.value)} ({_names(figure.told)})"
        for figure in differing.figures
    )
    return f"{differing.about}: {', '.join(told)}; {differing.reason}"


def _names(told: Sequence[Citation]) -> str:
    names = list(dict.fromkeys(clean(citation.publisher) for citation in told))
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more" if names else "nobody"


def say_saying(said: Saying) -> Text:
    """Return a statement in a line."""
    speaker = name_parties(said.speakers) or lower_article(clean(said.speaker_words or "")) or "unnamed source"
    words = quote([Piece(said.words)], direct=said.directness == "direct")
    text = (
        Text()
        .append(open_line(speaker), style="bold" if said.speakers else None)
        .append(f": {shorten(words, _LONGEST)}")
    )
    details = [say_date(said.day) or "no date", clean(said.medium or ""), say_origin(said.citation, len(said.also))]
    details.append(say_by_person([said.by_person] if said.by_person else []))
    return text.append("\n" + " · ".join(part for part in details if part), style="dim")


def say_origin(citation: Citation, also: int = 0) -> str:
    """Return who published something: "Reuters", "3 reports: Reuters and others"."""
    publisher = clean(citation.publisher)
    return publisher if not also else f"{also + 1} reports: {publisher} and others"


def say_citation(citation: Citation) -> str:
    """Return a citation on one line: publisher, title, day, address."""
    title = f"“{clean(citation.title)}”" if citation.title else ""
    day = say_date(citation.published.isoformat()) if citation.published else "no date"
    parts = (clean(citation.publisher), title, day, clean(citation.url or citation.source))
    return ", ".join(dict.fromkeys(part for part in parts if part))
