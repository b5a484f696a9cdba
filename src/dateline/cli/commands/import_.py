"""`dateline import`: what people corrected in brat or Label Studio, into the log of decisions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, examples
from dateline.cli.runs.joining import join_new
from dateline.cli.terminal import remark
from dateline.errors import BadInput
from dateline.export.annotation.brat_reading import iter_brat_texts
from dateline.export.annotation.corrections import Summary, take_corrections
from dateline.export.annotation.label_studio_reading import iter_label_studio_texts

AuthorOption = Annotated[str, typer.Option("--author", metavar="NAME", help="Who made the corrections.")]
_app = typer.Typer(
    help="Take back texts whose marks were corrected, as decisions of a person.",
    no_args_is_help=True,
    add_completion=False,
)


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    app.add_typer(_app, name="import")


@_app.command("brat", epilog=examples('dateline import brat corrected-brat/ --author "A. Coder" --archive crisis.db'))
def import_brat(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder that `dateline export brat` wrote.")],
    author: AuthorOption,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Log what was changed in a folder of brat's: marks moved, given another type, added, deleted.

    Records stay as they were read; what was deleted no longer counts, what was changed is shown as it was changed, and the
    log holds for a new reading too. Taking the same
    folder twice logs nothing twice; a change that was taken back in it is undone in the log.
    """
    _tell(take_corrections(archive, iter_brat_texts(folder), author=_named(author), via="brat"), archive)


@_app.command(
    "label-studio",
    epilog=examples('dateline import label-studio corrected.json --author "A. Coder" --archive crisis.db'),
)
def import_label_studio(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help="What Label Studio exports as JSON of the tasks dateline wrote.")
    ],
    author: AuthorOption,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Log what was changed in Label Studio: marks moved, given another label, added, deleted.

    Of several annotations of a task the last counts; a task that nobody annotated is passed over.
    """
    _tell(take_corrections(archive, iter_label_studio_texts(path), author=_named(author), via="label-studio"), archive)


def _named(author: str) -> str:
    if not author.strip():
        raise BadInput("--author", "a name is asked for, so that others know whose decisions these are")
    return author.strip()


def _tell(summary: Summary, archive: Path) -> None:
    counts = {
        "moved": summary.moved,
        "given another type": summary.retyped,
        "added": summary.added,
        "deleted": summary.deleted,
        "taken back": summary.taken_back,
    }
    changes = ", ".join(f"{number} {what}" for what, number in counts.items() if number)
    reports = f"{summary.reports} report{'' if summary.reports == 1 else 's'}"
    remark(f"{reports}: {changes or 'nothing new'}; {summary.unchanged} unchanged, {summary.known} known already")
    if summary.logged:
        remark(f"{summary.logged} decision{'' if summary.logged == 1 else 's'} logged in {archive}")
        join_new(archive)
