"""Drawing pages: Jinja with everything escaped, the words of `wording`, and links that are safe to follow."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from dateline.model import EventStatus, EventType, PositionKind
from dateline.model.wording import holds
from dateline.situation import JoinedEvent
from dateline.web import wording
from dateline.web.citing import citation_of, cite, cite_report, headline, say_source
from dateline.web.vendored import SCRIPTS, has_vendored, stamp_of

_SAFE_SCHEMES = ("http", "https")
ROOMS = (
    ("/", "Today"),
    ("/timeline", "Timeline"),
    ("/map", "Map"),
    ("/network", "Network"),
    ("/stories", "Stories"),
    ("/ledger", "Ledger"),
    ("/statements", "Statements"),
    ("/actors", "Actors"),
    ("/reports", "Reports"),
    ("/copies", "Copies"),
    ("/search", "Search"),
)
"""The pages that stand at the head of every page."""


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the templates' environment; a name that a template misspells is an error."""
    found = Environment(
        loader=PackageLoader("dateline.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.filters.update(
        date=wording.say_date,
        weekday=wording.say_weekday,
        names=wording.say_names,
        status=wording.say_status,
        voice=wording.say_voice,
        holds=holds,
        opened=wording.open_line,
        plain=plain,
        by_day=by_day,
        outside=outside_link,
        told=citation_of,
        headline=headline,
        source=say_source,
    )
    found.globals.update(
        kind=wording.say_kind,
        toll=wording.say_toll,
        count=wording.count,
        asset=asset,
        cite=cite,
        cite_report=cite_report,
        has_vendored=has_vendored,
        scripts=SCRIPTS,
        types=tuple(t.value for t in EventType),
        statuses=tuple(s.value for s in EventStatus),
        kinds=tuple(k.value for k in PositionKind),
        rooms=ROOMS,
    )
    return found


def draw(template: str, **values: Any) -> str:
    """Return a page as HTML."""
    return environment().get_template(template).render(**values)


def outside_link(url: str | None) -> str | None:
    """Return a report's address where it is safe to follow: http or https with a host; None for anything else.

    >>> outside_link("https://example.org/a"), outside_link("javascript:alert(1)"), outside_link("//example.org")
    ('https://example.org/a', None, None)
    """
    if not url or any(c.isspace() or not c.isprintable() for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in _SAFE_SCHEMES and parts.hostname else None


def plain(text: str | None) -> str:
    """Return text from outside without characters that steer a display: controls, and marks that turn its direction.

    Each becomes one other character, so that offsets still hold.
    """
    if not text or text.isprintable():
        return text or ""
    return "".join(c if c.isprintable() or c in "\n\t" or c.isspace() else "�" for c in text)


@dataclass(frozen=True, slots=True)
class Day:
    """Events that stand under one date."""

    day: str | None
    events: tuple[JoinedEvent, ...]


def by_day(events: Iterable[JoinedEvent]) -> list[Day]:
    """Return events under their dates, in the order they come."""
    return [Day(day, tuple(group)) for day, group in groupby(events, key=lambda event: event.date)]


def asset(name: str) -> str:
    """Return the address of one of our files, which changes when the file does."""
    return f"/static/{name}?v={stamp_of(name)}"


def as_script_data(value: Any) -> Markup:
    """Return a value as JSON that may stand inside a `<script type="application/json">`."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def read_static(name: str) -> str:
    """Return the text of one of our own files."""
    return (files("dateline.web") / "static" / name).read_text(encoding="utf-8")
