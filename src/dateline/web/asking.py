"""What an address asks for: filters, the day whose knowledge counts, page and order; and addresses that ask it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from dateline.errors import BadQuestion
from dateline.situation import Party, Scope

FILTERS = ("actor", "country", "type", "status", "source", "place", "since", "until")
"""Filters of every list; each may be given again, and one of its values must hold."""
_LONGEST = 200
"""Characters of one value; longer ones are no names."""


@dataclass(frozen=True, slots=True)
class Ask:
    """An address, taken apart. Values without a character count as not given.

    `parts` are the values that stand in the path: a number, a key.
    """

    path: str
    values: tuple[tuple[str, str], ...] = ()
    parts: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, path: str, query: Iterable[tuple[str, str]], parts: Mapping[str, object] | None = None) -> Ask:
        """Return what an address asks for; raise BadQuestion for a value that is too long to be a name."""
        values = tuple((name, value.strip()) for name, value in query if value.strip())
        for name, value in values:
            if len(value) > _LONGEST:
                raise BadQuestion(f"{name}: longer than {_LONGEST} characters")
        return cls(path, values, tuple((k, str(v)) for k, v in (parts or {}).items()))

    def part(self, name: str) -> str:
        """Return a value that stands in the path."""
        return dict(self.parts)[name]

    def one(self, name: str) -> str | None:
        """Return the last value of a name, None where it is not given."""
        return next((value for key, value in reversed(self.values) if key == name), None)

    def all(self, name: str) -> tuple[str, ...]:
        """Return every value of a name, each once."""
        return tuple(dict.fromkeys(value for key, value in self.values if key == name))

    def choice(self, name: str, allowed: Iterable[str], default: str) -> str:
        """Return one of some words; raise BadQuestion for another one."""
        known = tuple(allowed)
        value = self.one(name) or default
        if value not in known:
            raise BadQuestion(f"{name}: {value!r} is none of {', '.join(known)}")
        return value

    def day(self, name: str) -> date | None:
        """Return a day; raise BadQuestion for what is none."""
        value = self.one(name)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise BadQuestion(f"{name}: {value!r} is no day; write it as 2015-11-26") from None

    @property
    def as_of(self) -> date | None:
        """The day whose knowledge counts."""
        return self.day("as_of")

    @property
    def page(self) -> int:
        """The page of the list, from 1."""
        value = self.one("page") or "1"
        if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= 100_000:
            raise BadQuestion(f"page: {value!r} is no page")
        return int(value)

    def scope(self) -> Scope:
        """Return the filters; raise BadQuestion for what there is not."""
        return Scope(
            actors=self.all("actor"),
            countries=tuple(code.upper() for code in self.all("country")),
            types=tuple(name.upper() for name in self.all("type")),
            statuses=self.all("status"),
            sources=self.all("source"),
            places=self.all("place"),
            since=self.day("since"),
            until=self.day("until"),
        )

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """The filters that are set, as name and value."""
        return tuple(dict.fromkeys((name, value) for name, value in self.values if name in FILTERS))

    # Addresses

    def link(self, path: str, **values: object) -> str:
        """Return the address of another page as of the same day; None leaves a value out, several are given one by one."""
        kept = [("as_of", day)] if (day := self.one("as_of")) else []
        return address(path, [*kept, *_given(values)])

    def beside(self, path: str) -> str:
        """Return the address of another page within the same filters, as of the same day."""
        return address(path, [pair for pair in self.values if pair[0] in (*FILTERS, "as_of")])

    def tie(self, first: Party, second: Party) -> str | None:
        """Return the address of the tie between two; None for a country and one who acts for it, who count as one."""
        if first.country and first.country == second.country and first.country in (first.key, second.key):
            return None
        return self.link("/tie", first=first.key or first.name, second=second.key or second.name)

    def again(self, **changes: object) -> str:
        """Return this address with some values changed; another page than the first is asked for by `page` alone."""
        return address(self.path, self._changed(changes))

    def twin(self, suffix: str) -> str:
        """Return the address of the same as `json` or `csv`: what is shown, and nothing else."""
        return address(f"{self.path.rstrip('/') or '/today'}.{suffix}", list(self.values))

    def without(self, name: str, value: str) -> str:
        """Return this address with one filter taken away."""
        left = [pair for pair in self.values if pair != (name, value) and pair[0] != "page"]
        return address(self.path, left)

    def cleared(self) -> str:
        """Return this address without filters."""
        return address(self.path, [(n, v) for n, v in self.values if n not in FILTERS and n != "page"])

    def _changed(self, changes: Mapping[str, object]) -> list[tuple[str, str]]:
        dropped = {*changes, "page"}
        return [*((n, v) for n, v in self.values if n not in dropped), *_given(changes)]


def address(path: str, values: Iterable[tuple[str, str]] = ()) -> str:
    """Return an address on this host: each part of the path and every value escaped.

    >>> address("/actor/the press?", [("type", "ASSAULT")])
    '/actor/the%20press%3F?type=ASSAULT'
    """
    safe = quote(path, safe="/~:@!$'()*,")
    query = urlencode(list(values))
    return f"{safe}?{query}" if query else safe


def _given(values: Mapping[str, object]) -> list[tuple[str, str]]:
    several = ((name, value if isinstance(value, tuple) else (value,)) for name, value in values.items())
    return [(name, str(value)) for name, found in several for value in found if value is not None]
