"""One row of a table or one JSON object: a report with named columns, or an item of a wire."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from dateline.sources.document import Known
from dateline.sources.found_dates import Candidate, choose_dates, read_day
from dateline.sources.options import Origin, ReadOptions, Remark, Unreadable
from dateline.sources.text import Item, check_text
from dateline.sources.wire.marks import is_ninjs

_MOST_NAMES = 30


def read_object(
    values: Any, source: str, options: ReadOptions, origin: Origin, line: int | None = None
) -> Iterator[Item]:
    """Yield what a JSON object holds: a row with a text, or an item of a wire in ninjs."""
    if not isinstance(values, dict):
        yield Unreadable(source, "not a JSON object", line)
    elif not isinstance(values.get(text_column(options)), str) and is_ninjs(values):
        from dateline.sources.wire.ninjs import read_ninjs  # it brings an XML parser with it

        yield from read_ninjs(values, source, options, origin, line)
    else:
        yield from read_row(values, source, options, origin, line)


def read_row(
    values: Mapping[str, Any], source: str, options: ReadOptions, origin: Origin, line: int | None = None
) -> Iterator[Item]:
    """Yield the report of a row whose columns are named as `options.columns` says."""
    text = values.get(text_column(options))
    if not isinstance(text, str):
        names = ", ".join(sorted(map(str, values))) or "none"
        yield Unreadable(source, f"no text in field {text_column(options)!r}; its fields: {names}", line)
        return
    published, remark = _read_published(values.get(options.columns.get("date", "date")))
    if remark:
        yield Remark(source if line is None else f"{source}:{line}", remark)
    known = Known(
        published=published,
        title=_words(values, "title", options),
        url=_words(values, "url", options) or origin.url,
        publisher=_words(values, "publisher", options),
    )
    yield check_text(text.replace("\x00", " "), source, options, known, line)


def text_column(options: ReadOptions) -> str:
    """Return the name of the column that holds the text."""
    return options.columns.get("text", "text")


def describe_missing(names: Iterable[str], options: ReadOptions) -> str:
    """Return why a table without a text column cannot be read, with the columns it has and what would read it."""
    known = list(map(str, names))
    more = f" and {len(known) - _MOST_NAMES} more" if len(known) > _MOST_NAMES else ""
    return (
        f"a table without a column {text_column(options)!r}; its columns: {', '.join(known[:_MOST_NAMES]) or 'none'}{more} "
        "(--column text=NAME says which holds the text)"
    )


def _words(values: Mapping[str, Any], name: str, options: ReadOptions) -> str | None:
    value = values.get(options.columns.get(name, name))
    return value.strip() or None if isinstance(value, str) else None


def _read_published(value: Any) -> tuple[date | None, str | None]:
    """Return the day a field names, and a remark where it names none or one that no report has."""
    if value is None or value == "":
        return None, None
    day = _read_value(value)
    if day is None:
        return None, f"the date {str(value).strip()!r} cannot be read; taken as unknown"
    if choose_dates([Candidate(day, "column")]).published is None:
        return None, f"the date {str(value).strip()!r} is none that a report can have; taken as unknown"
    return day, None


def _read_value(value: Any) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = str(value).strip()
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return read_day(text)
