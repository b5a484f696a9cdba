"""`dateline show NUMBER`: a line of the brief, opened to the words it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.text import Text

from dateline.archive import ArchiveReader, Item, Standing, StandingKind
from dateline.archive.decisions import LoggedDecision
from dateline.cli.lines.phrases import name_source, say_day
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, examples
from dateline.cli.pages.fields import iter_fields
from dateline.cli.pages.layout import indented, labelled
from dateline.cli.pages.marking import mark_parts
from dateline.cli.terminal import clean, page
from dateline.model import Event, Position, Statement
from dateline.model.wording import say_date
from dateline.situation.decided import find_decision


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show", epilog=examples("dateline show 12 --archive crisis.db"))(show)


def show(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number a line of the brief begins with.", min=1)],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Open a line of the brief: the paragraph with the words marked, every field, the rule and the reason."""
    with ArchiveReader(archive) as reader:
        item = reader.item(number)
        decided = find_decision(reader, item)
    console = page()
    for part in _render(item, decided):
        console.print(part)


def _render(item: Item, decided: LoggedDecision | None) -> Iterator[RenderableType]:
    record, piece = item.record, _find_piece(item)
    document = record.document
    yield Text(f"{item.layer} {item.number}", style="bold underline")
    yield Text(clean(document.title or document.source))
    yield Text(f"{name_source(record)}, {say_day(document.published)}, {clean(document.url or document.source)}", "dim")
    if standing := _say_standing(item.standing):
        yield Text(standing, "red")
    if decided:
        yield Text(_say_decided(item, decided), "yellow")
    yield Text()
    yield indented(mark_parts(record, piece), 2)
    yield Text()
    for label, value in iter_fields(record, piece):
        if value:
            yield labelled(label, clean(value))


def _say_decided(item: Item, logged: LoggedDecision) -> str:
    """Return what a person decided about an item, which stands below as it was read."""
    change, who = logged.decision.change, f"{clean(logged.decision.author)}, {say_date(logged.made[:10])}"
    if change is None:
        return f"rejected by a person, {who}: it does not count"
    words = " … ".join(clean(item.record.document.text[start:end]) for start, end in change.spans)
    type_ = "" if item.layer == "statement" else f"{change.type.lower()}, "
    return f"changed by a person, {who}: {type_}“{words}”; below, as it was read"


def _say_standing(standing: Standing) -> str:
    """Return why an item does not count now; empty where it does."""
    day = say_date(standing.since[:10]) if standing.since else "unknown day"
    told = f"says the same: {standing.number}" if standing.number else "does not say this in these words"
    return {
        StandingKind.WITHDRAWN: f"withdrawn: the wire took this report back (read on {day})",
        StandingKind.EMBARGO: f"under embargo until {standing.since}",
        StandingKind.SUPERSEDED: f"{'told anew' if standing.number else 'withdrawn'}: the later version, {day}, {told}",
        StandingKind.COPY: f"not counted: another copy of this report speaks for it and {told}",
        StandingKind.CURRENT: "",
    }[standing.kind]


def _find_piece(item: Item) -> Event | Statement | Position:
    record = item.record
    pieces: tuple[Event | Statement | Position, ...] = (*record.events, *record.statements, *record.positions)
    return next(piece for piece in pieces if piece.id == item.id)
