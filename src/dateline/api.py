"""What a Python program uses: reading a text, opening an archive."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from dateline.model import Record
from dateline.settings import Coder, load_settings
from dateline.situation import Situation
from dateline.sources import Known, make_document


def read(
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    coder: str | None = None,
) -> Record:
    """Return the record of one report.

    `published` is the day it appeared (a date or ISO text), against which times are resolved; where it is left
    out, the report's head may say it. `coder` is "fast" or "careful", the default. Offsets in the record count
    Unicode code points into `record.document.text`. Raises ValueError where `published` is no ISO date or `coder`
    none of the two.

    >>> import dateline
    >>> record = dateline.read("France expelled two Russian diplomats on Tuesday.", published="2015-11-26")
    >>> event = record.events[0]
    >>> event.type.value, event.date, event.trigger.of(record.document.text)
    ('SANCTION', '2015-11-24', 'expelled')
    >>> [record.actor(a).country for a in event.actors]
    ['FRA']
    """
    from dateline.pipeline import load_reader

    day = date.fromisoformat(published) if isinstance(published, str) else published
    known = Known(published=day, title=title, url=url, publisher=publisher)
    document = make_document(text, source="-", published=day, known=known)
    chosen = Coder(coder) if coder is not None else None
    return load_reader(load_settings(coder=chosen)).read(document)


def open(path: str | Path) -> Situation:
    """Open an archive as a situation: its records, and answers over all of them.

    Raises ArchiveError where there is none or it is no archive.

    >>> import tempfile
    >>> import dateline
    >>> dateline.open("no-such-file.db")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    dateline.errors.ArchiveError: no-such-file.db: no such archive; ...

    An archive gives the same records back that were kept, and answers SQL:

    >>> from dateline.archive import ArchiveWriter
    >>> record = dateline.read("France expelled two Russian diplomats on Tuesday.", published="2015-11-26")
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder) / "crisis.db"
    ...     with ArchiveWriter(path) as writer:
    ...         kept = writer.keep([record])
    ...     with dateline.open(path) as situation:
    ...         found = list(situation.iter_records())
    ...         types = situation.query("SELECT type FROM event").rows
    >>> found == [record], types
    (True, [('SANCTION',)])
    """
    return Situation.open(Path(path))
