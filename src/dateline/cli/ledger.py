"""`dateline ledger`: who wants, promises, demands, refuses, denies or warns of what, by actor and topic."""

from __future__ import annotations

import json as json_format
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any

import typer

from dateline.archive import ArchiveReader, Question, Stand, find_stands
from dateline.cli.asking import mean_actors, split_words
from dateline.cli.ledger_page import LedgerPage, join_copies
from dateline.cli.options import (
    DEFAULT_ARCHIVE,
    AllOption,
    ArchiveOption,
    JsonOption,
    SinceOption,
    UntilOption,
    as_day,
    examples,
)
from dateline.cli.terminal import page, remark
from dateline.model import PositionKind

_FEW = 40
_KINDS = ", ".join(PositionKind)
_EXAMPLES = examples(
    "dateline ledger --by Hollande --toward Russia --archive crisis.db",
    "dateline ledger --about sanctions --kind commitment --kind refusal --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ledger", epilog=_EXAMPLES)(ledger)


def ledger(
    by: Annotated[
        str | None, typer.Option(metavar="ACTOR", help="Who holds it: a name, or a country's code for all of it.")
    ] = None,
    toward: Annotated[str | None, typer.Option(metavar="ACTOR", help="Towards whom it is held.")] = None,
    about: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Words that must all stand in it; Syria finds Syrian too.")
    ] = None,
    kind: Annotated[
        list[PositionKind] | None,
        typer.Option(metavar="KIND", help=f"Only this kind, one of {_KINDS}; may be given again."),
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    full: AllOption = False,
    json: JsonOption = False,
) -> None:
    """Print the positions of an archive by actor and topic, newest first, with their conditions.

    A position that several hold stands under each of them; one that several reports tell stands once.
    """
    with ArchiveReader(archive) as reader:
        question = Question(
            by=mean_actors(reader, by),
            toward=mean_actors(reader, toward),
            kinds=tuple(k.value for k in kind) if kind else None,
            about=split_words(about),
            since=as_day(since),
            until=as_day(until),
        )
        found = join_copies(find_stands(reader, question))
    if json:
        for same in found:
            sys.stdout.write(json_format.dumps(_as_json(same), ensure_ascii=False) + "\n")
        return
    page().print(LedgerPage(found if full else found[:_FEW], only=question.by), end="")
    if not found:
        remark(f"{archive}: no position that this asks for")
    elif len(found) > _FEW and not full:
        remark(f"{len(found) - _FEW} more; --all shows them")


def _as_json(same: Sequence[Stand]) -> dict[str, Any]:
    values = asdict(same[0])
    origin = values.pop("origin")
    return {**values, **origin, "also": [stand.number for stand in same[1:]]}
