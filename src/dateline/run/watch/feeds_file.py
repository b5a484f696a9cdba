"""`feeds.toml`: which feeds are watched, how often, and whose they are."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from dateline.errors import BadInput
from dateline.sources.fetching import BadAddress, parse_address

_LARGEST = 1 << 20
_WEEK = 7 * 24 * 60
_CONTACT = re.compile(r"(?=.{1,200}$)[!-'*-~]+(?: [!-'*-~]+)*")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


@dataclass(frozen=True, slots=True)
class WatchedFeed:
    """A feed that is watched. `pages` tells whether the page of an entry is fetched where the feed has its summary only."""

    url: str
    publisher: str | None
    pages: bool
    every: float
    """Seconds between two askings."""


@dataclass(frozen=True, slots=True)
class WatchList:
    """All feeds, in the order of the file, and how servers are treated."""

    feeds: tuple[WatchedFeed, ...]
    host_delay: float
    """Seconds between two requests to one host."""
    contact: str | None


class _Feed(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

    url: str
    publisher: str | None = Field(default=None, min_length=1, max_length=200)
    pages: bool = False
    every_minutes: float | None = Field(default=None, ge=1, le=_WEEK)

    @field_validator("url")
    @classmethod
    def _check_url(cls, value: str) -> str:
        try:
            return str(parse_address(value))
        except BadAddress as error:
            raise ValueError(str(error)) from error

    @field_validator("publisher")
    @classmethod
    def _check_publisher(cls, value: str | None) -> str | None:
        if value is not None and not (value.isprintable() and value.strip()):
            raise ValueError("a name is one line of letters")
        return value


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)

    every_minutes: float = Field(default=15, ge=1, le=_WEEK)
    host_delay_seconds: float = Field(default=5, ge=1, le=3600)
    contact: str | None = None
    feed: list[_Feed] = Field(min_length=1)

    @field_validator("contact")
    @classmethod
    def _check_contact(cls, value: str | None) -> str | None:
        if value is not None and not _CONTACT.fullmatch(value):
            raise ValueError("write an address of at most 200 plain letters, without brackets")
        return value


def load_feeds(path: Path) -> WatchList:
    """Return what a file of feeds says; raise BadInput, with the line, where it does not say it properly."""
    text = _read(path)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else len(text.splitlines()) or 1
        raise BadInput(str(path), f"is no TOML: {_begin_small(_PLACE.sub('', str(error)))}", line=line) from error
    except RecursionError as error:
        raise BadInput(str(path), "is no TOML: nested too deeply") from error
    try:
        file = _File.model_validate(values)
    except ValidationError as error:
        raise _explain(path, text, error) from error
    _check_unique(path, text, file)
    feeds = (_watched(feed, file) for feed in file.feed)
    return WatchList(tuple(feeds), file.host_delay_seconds, file.contact)


def _watched(feed: _Feed, file: _File) -> WatchedFeed:
    every = feed.every_minutes if feed.every_minutes is not None else file.every_minutes
    return WatchedFeed(feed.url, feed.publisher, feed.pages, 60 * every)


def _read(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise BadInput(str(path), "is larger than 1 MB, which no list of feeds is")
        return data.decode("utf-8-sig")
    except FileNotFoundError as error:
        raise BadInput(str(path), "no such file") from error
    except UnicodeDecodeError as error:
        raise BadInput(str(path), f"is no UTF-8 (byte {error.start + 1})") from error
    except OSError as error:
        raise BadInput(str(path), f"cannot be read ({error.strerror or error})") from error


def _check_unique(path: Path, text: str, file: _File) -> None:
    seen: dict[str, int] = {}
    for number, feed in enumerate(file.feed):
        if feed.url in seen:
            where = _find_line(text, ("feed", seen[feed.url], "url"))
            raise BadInput(
                str(path),
                f"the feed {feed.url} stands in line {where} too",
                line=_find_line(text, ("feed", number, "url")),
            )
        seen[feed.url] = number


def _explain(path: Path, text: str, error: ValidationError) -> BadInput:
    fault = error.errors()[0]
    place: tuple[Any, ...] = fault["loc"]
    name = str(place[-1]) if place else "the file"
    line = _find_line(text, place)
    if fault["type"] == "extra_forbidden":
        allowed = _Feed.model_fields if len(place) > 1 else _File.model_fields
        return BadInput(str(path), f"{name!r} is no setting; there are {', '.join(allowed)}", line=line)
    if fault["type"] in ("missing", "too_short") and name in ("url", "feed"):
        needs = "a feed needs its url" if name == "url" else "no feeds; each begins with [[feed]] and has a url"
        return BadInput(str(path), needs, line=line)
    message = fault["msg"].removeprefix("Value error, ")
    return BadInput(str(path), f"{name}: {_begin_small(message)}", line=line)


def _begin_small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _find_line(text: str, place: tuple[Any, ...]) -> int | None:
    """Return the line a setting stands in, as the file is mostly written; that of its [[feed]] where it has none."""
    lines = text.splitlines()
    start, end = 0, len(lines)
    if len(place) > 1:
        heads = [n for n, line in enumerate(lines) if re.match(r"\s*\[\[\s*feed\s*\]\]", line)] + [len(lines)]
        if int(place[1]) >= len(heads) - 1:
            return None
        start, end = heads[int(place[1])], heads[int(place[1]) + 1]
    if not place:
        return None
    named = re.compile(rf"\s*[\"']?{re.escape(str(place[-1]))}[\"']?\s*=")
    return next((n + 1 for n in range(start, end) if named.match(lines[n])), start + 1 if len(place) > 1 else None)
