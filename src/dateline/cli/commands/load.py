"""`dateline load`: records that were read elsewhere, into an archive."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Annotated

import typer

from dateline.archive import ArchiveWriter
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, SinceOption, UntilOption, examples
from dateline.cli.runs.log import TextLog
from dateline.cli.runs.progress import ReadingProgress
from dateline.cli.terminal import page
from dateline.run import Copied, Read, Stop, read_items
from dateline.run.loading import Loading
from dateline.run.shards import Choice, iter_shards

_EXAMPLES = examples(
    "dateline load records/ --archive crisis.db",
    "dateline load records/ --publisher Reuters --since 2015-11-20 --archive crisis.db",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("load", epilog=_EXAMPLES)(load)


def load(
    path: Annotated[
        str,
        typer.Argument(metavar="PATH", help="A folder that `dateline read --output` wrote, or its address in a store."),
    ],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Only reports of this publisher.")] = None,
    since: SinceOption = None,
    until: UntilOption = None,
) -> None:
    """Bring records that `dateline read --output` wrote into an archive, all or some of them.

    Nothing is read again: the archive has the same records as if they had been read into it. What it has already is
    passed over, and copies of a report are joined to it. Days are those of publication.
    """
    choice = Choice(publisher, since, until)
    count: Counter[str] = Counter()
    with Stop() as stop, ReadingProgress(None, TextLog()) as progress:
        for recipe, group in groupby(iter_shards(path, choice), key=lambda pair: pair[1]):
            with ArchiveWriter(archive, recipe) as writer, Loading() as loading:
                documents = loading.iter_documents(noted for noted, _ in group)
                for outcome in read_items(documents, loading, writer, stop):
                    progress.advance(outcome)
                    if isinstance(outcome, Read | Copied):
                        loading.forget(outcome.document)
                        is_known = isinstance(outcome, Read) and outcome.is_known
                        count["known already" if is_known else "loaded"] += 1
    said = f"; {count['known already']:,} known already" if count["known already"] else ""
    page().print(f"{count['loaded']:,} records loaded into {archive}{said}")
