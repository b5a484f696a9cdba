"""`dateline read`: reports in, an archive and a brief out."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.archive import ArchiveWriter
from dateline.cli.brief_page import BriefPage, Reading
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption
from dateline.cli.progress import ReadingProgress
from dateline.cli.terminal import complain, page, remark
from dateline.errors import BadInput
from dateline.run import Failed, Read, read_items
from dateline.run.one_by_one import Outcome
from dateline.settings import Coder, load_settings
from dateline.sources import ReadOptions, Unreadable, count_sources, iter_items
from dateline.sources.options import STANDARD_COLUMNS

_STOPPED = 130


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("read", epilog="Example: dateline read reports/ --archive crisis.db")(read)


def read(
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help="Files, folders, or - for standard input.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    no_archive: Annotated[bool, typer.Option("--no-archive", help="Keep nothing.")] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print records, one JSON object a line, instead of a brief.")
    ] = False,
    published: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], metavar="DATE", help="Day of publication where a report does not say it."),
    ] = None,
    coder: Annotated[
        Coder | None, typer.Option(help="fast: frames and the linear model; careful: the encoder too.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="OURS=THEIRS", help="Another name of a field of JSON lines: text=body, date=published_at."
        ),
    ] = None,
    frames: Annotated[
        Path | None, typer.Option(metavar="DIR", help="A folder of your own frames.", exists=True)
    ] = None,
    actors: Annotated[Path | None, typer.Option(metavar="FILE", help="A file of your own actors.", exists=True)] = None,
    any_language: Annotated[bool, typer.Option("--any-language", help="Read texts that are not English too.")] = False,
    full: Annotated[bool, typer.Option("--all", help="Show every line of the brief.")] = False,
) -> None:
    """Read reports, keep them in an archive and print a brief.

    Plain text (one report a file) and JSON lines (fields id, date, title, url, publisher, text) are told apart
    by their content. A text that the archive has is not read again; a changed text at the same address is kept as a new version.
    """
    settings = load_settings(coder=coder, frames=frames, actors=actors)
    options = ReadOptions(
        published=published.date() if published else None,
        columns=_columns(column or []),
        max_characters=settings.max_characters,
        any_language=any_language,
    )
    keep = None if no_archive else archive
    run = _Run(keep, as_json=json, full=full)
    run.start(sources, options, settings)
    raise typer.Exit(run.finish())


def _columns(given: list[str]) -> dict[str, str]:
    columns = dict(STANDARD_COLUMNS)
    for pair in given:
        ours, equals, theirs = pair.partition("=")
        if not equals or ours not in columns:
            raise typer.BadParameter(f"{pair!r}: expected one of {', '.join(columns)}, then = and the name in the file")
        columns[ours] = theirs
    return columns


class _Run:
    """One run of the command: what was read, kept and left out."""

    def __init__(self, keep: Path | None, *, as_json: bool, full: bool) -> None:
        self._keep = keep
        self._as_json = as_json
        self._full = full
        self._readings: list[Reading] = []
        self._known = 0
        self._left_out = 0
        self._stopped = False

    def start(self, sources: list[str], options: ReadOptions, settings: Any) -> None:
        from dateline.pipeline import load_reader

        archive = ArchiveWriter(self._keep) if self._keep else None
        with archive or nullcontext(), ReadingProgress(count_sources(sources)) as progress:
            try:
                reader = load_reader(settings)
                for outcome in read_items(iter_items(sources, options), reader, archive):
                    progress.advance(outcome)
                    self._take(outcome)
            except KeyboardInterrupt:
                self._stopped = True
            except OSError as error:
                if "Can't find model" not in str(error):
                    raise
                raise BadInput(settings.model, "no spaCy pipeline of that name is installed") from error

    def _take(self, outcome: Outcome) -> None:
        if isinstance(outcome, Unreadable):
            self._left_out += 1
            complain(str(outcome))
        elif isinstance(outcome, Failed):
            self._left_out += 1
            complain(f"{outcome.document.source}: could not be read ({outcome.reason})")
        elif isinstance(outcome, Read):
            self._take_read(outcome)
        else:
            remark(str(outcome))

    def _take_read(self, outcome: Read) -> None:
        if outcome.record is None:
            self._known += 1
            return
        if outcome.record.document.published is None:
            remark(
                f"{outcome.document.source}: no day of publication; relative times stay unresolved (--published DATE gives one)"
            )
        if self._as_json:
            sys.stdout.write(outcome.record.to_json() + "\n")
        else:
            numbers = outcome.keeping.numbers if outcome.keeping else {}
            self._readings.append(Reading(outcome.record, numbers))

    def finish(self) -> int:
        """Print the brief and what became of the rest; return the exit status."""
        if not self._as_json and self._readings:
            page().print(BriefPage(self._readings, full=self._full))
        if self._known:
            remark(f"{self._known} known already, not read again")
        if self._keep is not None and not self._as_json:
            remark(f"{len(self._readings)} kept in {self._keep}")
        if self._stopped:
            remark("stopped; what is named above is kept" if self._keep else "stopped")
            return _STOPPED
        return 1 if self._left_out else 0
