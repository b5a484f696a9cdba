"""`dateline sql`: questions to an archive in SQL, read-only."""

from __future__ import annotations

import csv
import json
import sys
from typing import Annotated, Any

import typer
from rich.table import Table as RichTable
from rich.text import Text

from dateline.archive import ArchiveReader, Table
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, examples
from dateline.cli.terminal import clean, page

_LONGEST_CELL = 120
_EXAMPLES = examples(
    'dateline sql "SELECT type, count(*) AS n FROM event GROUP BY type ORDER BY n DESC" --archive crisis.db',
    'dateline sql "SELECT name, country FROM actor GROUP BY name" --csv --archive crisis.db',
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sql", epilog=_EXAMPLES)(sql)


def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One SELECT.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    json_lines: JsonOption = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
) -> None:
    """Run a query on an archive; nothing can be changed by it.

    Tables: document, version, actor, mention, place, time, item, event, role, statement, speaker, position, stance,
    evidence, diagnostic, family, member, notice; full-text indexes: version_words, statement_words, statement_around,
    position_words. What counts now, without copies, superseded and withdrawn reports: current_version, current_event,
    current_statement, current_position; the copies: current_copy. Decisions of people: decision, standing_decision,
    decided; the current_ views respect them.

    Derived from these when an archive is asked (docs/situation.md): known_version, joined_event, telling, telling_link,
    joined_party, party, party_name, tie, utterance, voice, topic, story.
    """
    with ArchiveReader(archive) as reader:
        table = reader.query(query)
    if json_lines:
        for row in table.rows:
            sys.stdout.write(
                json.dumps(dict(zip(table.columns, row, strict=True)), ensure_ascii=False, default=_as_text) + "\n"
            )
    elif as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows(table.rows)
    else:
        page().print(_as_table(table))


def _as_table(table: Table) -> RichTable:
    shown = RichTable(box=None, header_style="bold", pad_edge=False)
    for column in table.columns:
        shown.add_column(column, overflow="fold")
    for row in table.rows:
        shown.add_row(*(_cell(value) for value in row))
    return shown


def _cell(value: Any) -> Text:
    if value is None:
        return Text("–", style="dim")
    words = clean(_as_text(value))
    return Text(words if len(words) <= _LONGEST_CELL else words[: _LONGEST_CELL - 1] + "…")


def _as_text(value: Any) -> str:
    return f"<{len(value)} bytes>" if isinstance(value, bytes) else str(value)
