"""`dateline quotes`: who said what, each with a citation ready to copy."""

from __future__ import annotations

import json as json_format
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import typer
from rich.text import Text

from dateline.archive import ArchiveReader, Question, Quote, find_quotes
from dateline.cli.asking import mean_actors, split_words
from dateline.cli.filters import AboutOption, ByOption
from dateline.cli.lines.answers import say_by_person
from dateline.cli.lines.excerpts import plain_words
from dateline.cli.lines.phrases import join_names, lower_article, name_origin, open_line, telling_cue
from dateline.cli.lines.quotations import Piece, quote
from dateline.cli.options import (
    DEFAULT_ARCHIVE,
    AllOption,
    ArchiveOption,
    JsonOption,
    SinceOption,
    UntilOption,
    examples,
)
from dateline.cli.terminal import clean, page, remark
from dateline.model.wording import say_date

_FEW = 20
_EXAMPLES = examples(
    "dateline quotes --by Obama --about Syria --since 2015-11-20 --archive crisis.db",
    "dateline quotes --by TUR --json --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("quotes", epilog=_EXAMPLES)(quotes)


def quotes(
    by: ByOption = None,
    about: AboutOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    full: AllOption = False,
    json: JsonOption = False,
) -> None:
    """Print statements of an archive, newest first, each as a citation of one line.

    Quotation marks stand only around words that the report quotes; what it tells in its own words is marked as
    indirect. Words are looked for in a statement and in its paragraph. The day is the one it was said on, or else that
    of the report.
    """
    with ArchiveReader(archive) as reader:
        question = Question(by=mean_actors(reader, by), about=split_words(about), since=since, until=until)
        found = _join_copies(find_quotes(reader, question))
    if json:
        for same in found:
            sys.stdout.write(json_format.dumps(_as_json(same), ensure_ascii=False) + "\n")
        return
    _print(found if full else found[:_FEW])
    if not found:
        remark(f"{archive}: nothing said that this asks for")
    elif len(found) > _FEW and not full:
        remark(f"{len(found) - _FEW} more; --all shows them")


def _print(found: Sequence[Sequence[Quote]]) -> None:
    """Print one line each, left for the terminal to wrap, so that a copied citation has no line breaks in it."""
    console = page()
    for number, same in enumerate(found):
        if number and console.is_terminal:
            console.print()
        line = Text.assemble((f"{same[0].number}", "cyan"), "  ", _cite(same))
        console.print(line, soft_wrap=True)


def _join_copies(found: Sequence[Quote]) -> list[list[Quote]]:
    """Return the statements, those that several reports print in the same words together, the first report first."""
    joined: dict[tuple[str, str], list[Quote]] = {}
    for said in found:
        joined.setdefault((_speaker(said), plain_words(said.words)), []).append(said)
    return [sorted(same, key=lambda q: q.origin.published or "9999") for same in joined.values()]


def _cite(same: Sequence[Quote]) -> str:
    """Return a citation: speaker, words, publisher, title, date, address."""
    first = same[0]
    origin = first.origin
    changed = say_by_person([first.by_person] if first.by_person else [])
    indirect = "indirect" if first.directness == "indirect" else None
    notes = [part for part in (first.medium, indirect, changed) if part]
    who = open_line(_speaker(first)) + (f" ({clean(', '.join(notes))})" if notes else "")
    source = name_origin(origin.publisher, origin.agency, origin.source)
    title = f"“{clean(origin.title)}”" if origin.title else ""
    said = f"said on {say_date(first.day)}" if first.day and first.day != origin.published else ""
    parts = (source, title, say_date(origin.published) or "no date", said, clean(origin.url or origin.source))
    also = f" (also in {len(same) - 1} other report{'s' if len(same) > 2 else ''})" if len(same) > 1 else ""
    return f"{who}: {_words(first)} – {', '.join(part for part in parts if part)}{also}"


def _words(said: Quote) -> str:
    direct = said.directness == "direct"
    words = quote([Piece(piece, before, after) for before, piece, after in said.pieces], direct=direct)
    return words if direct else f"{telling_cue(said.opening_cue)}{words}"


def _speaker(said: Quote) -> str:
    if said.speakers:
        return join_names(lower_article(clean(name)) for name in said.speakers)
    return lower_article(clean(said.speaker_words)) if said.speaker_words else "unnamed source"


def _as_json(same: Sequence[Quote]) -> dict[str, Any]:
    values = asdict(same[0])
    origin = values.pop("origin")
    values.pop("pieces")
    values.pop("opening_cue")
    return {**values, **origin, "also": [said.number for said in same[1:]], "citation": _cite(same)}
