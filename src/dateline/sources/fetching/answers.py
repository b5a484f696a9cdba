"""What a server answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from dateline.sources.containers.http_bodies import parse_media_type


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with its body out of all encodings.

    `asked` is the address that was asked for, `url` the one that answered, after redirects. The names of `headers`
    are in small letters.
    """

    asked: str
    url: str
    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def is_good(self) -> bool:
        """Tell whether it brought what was asked for."""
        return self.status == HTTPStatus.OK

    @property
    def is_unchanged(self) -> bool:
        """Tell whether the server says that nothing changed since what was fetched last."""
        return self.status == HTTPStatus.NOT_MODIFIED

    @property
    def media_type(self) -> str | None:
        """The kind of the body in small letters ("text/html")."""
        return parse_media_type(self.headers.get("content-type"))[0]

    @property
    def charset(self) -> str | None:
        """The encoding that the server names."""
        return parse_media_type(self.headers.get("content-type"))[1]

    def describe_status(self) -> str:
        """Return the status in words: "the server answers 404 (Not Found)"."""
        try:
            return f"the server answers {self.status} ({HTTPStatus(self.status).phrase})"
        except ValueError:
            return f"the server answers {self.status}"

    def seconds_to_wait(self, now: float) -> float | None:
        """Return for how long the server asks to be left alone from `now` (seconds of the epoch), None if it does not.

        Retry-After is a number of seconds or a date (RFC 9110, 10.2.3).
        """
        value = self.headers.get("retry-after", "").strip()
        if value.isascii() and value.isdigit():
            return float(value[:9])
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.fromtimestamp(now, UTC)).total_seconds())
