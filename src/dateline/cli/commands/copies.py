"""`dateline copies`: which reports repeat one another, which was first, and what was changed in the others."""

from __future__ import annotations

import json as json_format
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.text import Text

from dateline.archive import ArchiveReader, Family, Member
from dateline.cli.lines.phrases import name_origin
from dateline.cli.options import DEFAULT_ARCHIVE, AllOption, ArchiveOption, JsonOption, examples
from dateline.cli.pages.layout import Hanging
from dateline.cli.terminal import clean, page, remark
from dateline.model.wording import say_date

_FEW = 20
_EXAMPLES = examples(
    "dateline copies --archive crisis.db",
    'dateline copies --publisher "The Harbour Gazette" --archive crisis.db',
    "dateline copies --json --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("copies", epilog=_EXAMPLES)(copies)


def copies(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only families that a report of this publisher belongs to.")
    ] = None,
    full: AllOption = False,
    json: JsonOption = False,
) -> None:
    """List reports that repeat one another: the origin, then its copies, newest first.

    The number before a copy says how much of the shorter text the longer has, from 0.70 to 1.00. A copy is not read
    again: the record of the report it repeats speaks for it. One that tells more than a sentence of its own, or has
    other figures, is read like any report and says so.
    """
    with ArchiveReader(archive) as reader:
        families = list(reader.families(publisher=publisher))
    if json:
        for family in families:
            sys.stdout.write(json_format.dumps(asdict(family), ensure_ascii=False) + "\n")
        return
    _print(families if full else families[:_FEW])
    if not families:
        who = f" of {publisher}" if publisher else ""
        remark(f"{archive}: no report{who} repeats another")
    elif len(families) > _FEW and not full:
        remark(f"{len(families) - _FEW:,} more; --all shows them")


def _print(families: Sequence[Family]) -> None:
    console = page()
    for number, family in enumerate(families):
        if number:
            console.print()
        for line in _iter_lines(family):
            console.print(line)


def _iter_lines(family: Family) -> Iterator[RenderableType]:
    origin = family.origin
    yield Text(clean(origin.title or origin.source), style="bold")
    yield Text(_say_source(origin) + _say_standing(origin, is_origin=True))
    yield Text(_address(origin), style="dim")
    yield Text(f"origin: {clean(family.reason)}")
    for copy in family.copies:
        head = _say_source(copy) + _say_standing(copy, is_origin=False)
        title = clean(copy.title) if copy.title and copy.title != origin.title else None
        notes = "; ".join(map(clean, copy.differences)) or "word for word the same"
        rows = [Text(row) for row in (head, title, notes) if row] + [Text(_address(copy), style="dim")]
        yield Hanging(Text(f"  {copy.similarity:.2f}", style="cyan"), Text("\n").join(rows), indent=8)


def _say_source(member: Member) -> str:
    return f"{name_origin(member.publisher, member.agency, member.source)}, {say_date(member.published) or 'no date'}"


def _say_standing(member: Member, *, is_origin: bool) -> str:
    if member.is_withdrawn:
        return " – taken back"
    if not member.is_current:
        return " – changed since"
    if is_origin:
        return "" if member.copy_of is None else " – a copy tells more"
    return " – read as a report of its own" if member.copy_of is None else ""


def _address(member: Member) -> str:
    return clean(member.url or member.source)
