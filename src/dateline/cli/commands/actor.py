"""`dateline actor`: who somebody is, on a day, and why."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from dateline.cli.options import examples, read_day, settle
from dateline.cli.pages.layout import labelled
from dateline.cli.terminal import clean, complain, page
from dateline.errors import BadInput

_EXAMPLES = examples('dateline actor "the French president" --date 2015-11-26', "dateline actor Bundestag")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("actor", epilog=_EXAMPLES)(actor)


def actor(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or a phrase: “Turkish troops”.")] = "",
    day: Annotated[
        date | None,
        typer.Option("--date", parser=read_day, metavar="DATE", help="The day that is asked about; today if left out."),
    ] = None,
    context: Annotated[str, typer.Option(metavar="TEXT", help="A sentence the name stands in.")] = "",
    batch: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="JSON lines with text, context and query_date; prints one JSON object each."),
    ] = None,
    actors: Annotated[Path | None, typer.Option(metavar="FILE", help="A file of your own actors.", exists=True)] = None,
) -> None:
    """Say who somebody is: country, sectors, office on that day, and why."""
    from dateline.extract.actors import resolve_actor
    from dateline.knowledge.actors.loading import load_actor_knowledge

    knowledge = load_actor_knowledge(settle(actors=actors).actors)
    if batch is not None:
        raise typer.Exit(_run_batch(batch, knowledge))
    if not name:
        raise typer.BadParameter("a name, or --batch FILE, is needed")
    found = resolve_actor(name, context, day or date.today(), knowledge)
    console = page()
    console.print(Text(clean(found.name or name), style="bold"))
    for label, value in (
        ("country", found.country),
        ("sectors", ", ".join(found.sectors)),
        ("office", found.office),
        ("reason", found.reason),
    ):
        console.print(labelled(label, clean(value or "unknown")))


def _run_batch(path: Path, knowledge: Any) -> int:
    from dateline.extract.actors import resolve_actor

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(str(path), "cannot be read as text") from error
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            day = date.fromisoformat(entry["query_date"]) if entry.get("query_date") else None
            found = resolve_actor(entry["text"], entry.get("context") or "", day, knowledge)
        except (json.JSONDecodeError, KeyError, TypeError, ValueError) as error:
            complain(f"{path}:{number}: expected a JSON object with text, context and query_date ({error})")
            status = 1
            continue
        values = {"id": entry.get("id"), "country": found.country, "sectors": list(found.sectors)}
        values |= {"name": found.name, "reason": found.reason}
        sys.stdout.write(json.dumps(values, ensure_ascii=False) + "\n")
    return status
