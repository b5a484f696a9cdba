"""An archive seen through a scope as of a day: what every question of a situation starts from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from dateline.archive import ArchiveReader
from dateline.situation.parties.meant import Meant, find_meant
from dateline.situation.rows import Asking, reading
from dateline.situation.views.scope import Scope


@dataclass(frozen=True)
class View:
    """Reader, scope and day."""

    reader: ArchiveReader
    scope: Scope
    as_of: date | None

    @property
    def ask(self) -> Asking:
        """What answers queries."""
        return reading(self.reader)

    @property
    def last_day(self) -> date | None:
        """The day the latest report became known."""
        day = self.ask("last_day")[0]["day"]
        return date.fromisoformat(day) if day else None

    def meant(self, asked: str) -> Meant:
        """Return whom a name means; raise BadQuestion with the nearest names for nobody."""
        return _find_meant(self, asked)

    def pairs(self, names: Sequence[str]) -> list[tuple[int, int]] | None:
        """Return level and number of all that names mean, None where there are no names."""
        return [pair for name in names for pair in self.meant(name).pairs] if names else None

    def party_pairs(self) -> list[tuple[int, int]] | None:
        """Return level and number of the actors of the scope, None for no limit."""
        return self.pairs(self.scope.actors)

    def country_pairs(self) -> list[tuple[int, int]] | None:
        """Return level and number of the countries of the scope, None for no limit."""
        if not self.scope.countries:
            return None
        rows = [row for code in self.scope.countries for row in self.ask("country_party", code=code)]
        return [(0, row["party"]) for row in rows]

    def limits(self) -> dict[str, Any]:
        """Return the scope as parameters of queries of events."""
        scope = self.scope
        return {
            "as_of": self.as_of,
            "parties": self.party_pairs(),
            "countries": self.country_pairs(),
            "types": list(scope.types) or None,
            "statuses": list(scope.statuses) or None,
            "sources": list(scope.sources) or None,
            "places": list(scope.places) or None,
            "since": scope.since,
            "until": scope.until,
            "known_after": None,
        }


@lru_cache(maxsize=256)
def _find_meant(view: View, asked: str) -> Meant:
    return find_meant(view.ask, asked, view.reader.path, view.as_of or view.last_day)
