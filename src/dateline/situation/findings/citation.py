"""Where something stands: enough to cite it, and to open it with `dateline show`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Citation:
    """The words of one report that an answer rests on.

    `number` is what `dateline show NUMBER` opens; `publisher` who published it, else the agency, else the name of the
    file; `start` and `end` count Unicode code points into the report's text, of which `words` are that stretch.
    """

    number: int
    document: str
    title: str | None
    publisher: str
    agency: str | None
    published: date | None
    url: str | None
    source: str
    start: int
    end: int
    words: str
