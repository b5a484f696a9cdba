"""Who held which office when: the terms in `data/offices/*.tsv`, by office, by name and by surname."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.knowledge.actors.cased_names import split_name
from dateline.knowledge.actors.entries import TermEntry
from dateline.knowledge.files import DATA, load_table_entries

OFFICE_FOLDER = DATA / "offices"
COLUMNS = ("country", "office", "name", "from", "until", "also")

# Where the family name is written first.
_FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK", "VNM", "KHM"})
_PARTICLES = frozenset(
    ["al", "el", "de", "da", "di", "du", "von", "van", "der", "bin", "ben", "la", "le", "dos", "del"]
)
# How prominent an office is: decides between two bearers of one surname.
_RANK = {
    "president": 9, "supreme-leader": 9, "monarch": 8, "prime-minister": 8, "chancellor": 8, "leader": 8,
    "secretary-general": 7, "vice-president": 6, "foreign-minister": 6, "head": 5, "defence-minister": 5,
    "crown-prince": 5, "interior-minister": 4, "finance-minister": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office; `country` is a state's code or an organisation's id, dates are ISO or a prefix."""

    country: str
    office: str
    name: str
    since: str | None
    until: str | None

    def covers(self, day: date | None) -> bool:
        """Tell whether the office was held on a day; without a day, whether it is held still."""
        if day is None:
            return self.until is None
        text = day.isoformat()
        return (self.since is None or self.since <= text) and (
            self.until is None or text <= self.until or text.startswith(self.until)
        )

    def begins_between(self, first: date, last: date) -> bool:
        """Tell whether the office is taken after `first` and by `last`."""
        return self.since is not None and first.isoformat() < self.since <= last.isoformat()

    @property
    def rank(self) -> int:
        """How prominent the office is, 0 to 9."""
        return _RANK.get(self.office, 3)


@dataclass(frozen=True, slots=True)
class Officer:
    """A person with every term that is known, the latest last."""

    name: str
    also: tuple[str, ...]
    terms: tuple[Term, ...]

    def terms_on(self, day: date | None) -> list[Term]:
        """Return the terms that cover a day, the most prominent first."""
        return sorted((t for t in self.terms if t.covers(day)), key=lambda t: -t.rank)

    def last_before(self, day: date | None) -> Term | None:
        """Return the latest term that had begun by that day."""
        begun = [t for t in self.terms if day is None or (t.since or "") <= day.isoformat()]
        return begun[-1] if begun else None

    @property
    def country(self) -> str | None:
        """The state the person belongs to, by the terms held in a state."""
        return next((t.country for t in reversed(self.terms) if len(t.country) == 3), None)


class Offices:
    """All terms, indexed."""

    def __init__(self, rows: Iterable[TermEntry]) -> None:
        people: dict[tuple[str, ...], list[TermEntry]] = {}
        for row in rows:
            people.setdefault(split_name(row.name), []).append(row)
        self.officers: tuple[Officer, ...] = tuple(_make_officer(rows) for rows in people.values())
        self._by_office: dict[tuple[str, str], list[tuple[Term, Officer]]] = {}
        self._by_surname: dict[tuple[str, ...], list[Officer]] = {}
        for officer in self.officers:
            for term in officer.terms:
                self._by_office.setdefault((term.country, term.office), []).append((term, officer))
            for surname in dict.fromkeys(iter_surnames(officer)):
                self._by_surname.setdefault(surname, []).append(officer)

    def holders(self, country: str, office: str, day: date | None) -> list[Officer]:
        """Return who held an office on a day, the one who took it last first."""
        found = [(t, o) for t, o in self._by_office.get((country, office), ()) if t.covers(day)]
        return [o for _, o in sorted(found, key=lambda pair: pair[0].since or "", reverse=True)]

    def named(self, surname: Sequence[str]) -> Sequence[Officer]:
        """Return everyone whose surname (folded words) this is."""
        return self._by_surname.get(tuple(surname), ())


def _make_officer(rows: list[TermEntry]) -> Officer:
    rows = sorted(rows, key=lambda r: (r.from_ or "", r.until or "9999"))
    also = dict.fromkeys(a for r in rows for a in (r.also or "").split("|") if a)
    terms = tuple(Term(r.country, r.office, r.name, r.from_, r.until) for r in rows)
    return Officer(rows[-1].name, tuple(also), terms)


_NO_SURNAMES = frozenset(
    """i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi jr sr monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december king queen prince""".split()
)


def iter_surnames(officer: Officer) -> Iterable[tuple[str, ...]]:
    """Yield what an officer is called by when not in full, as folded words."""
    family_first = officer.country in _FAMILY_FIRST
    for name in (officer.name, *officer.also):
        words = split_name(name)
        if "of" in words or words[-1].lower() in _NO_SURNAMES:
            continue  # "Abdullah of Jordan", "Leo XIV", "Charles III": nobody is called by the last word
        if len(words) == 1:
            yield words
        elif family_first and name == officer.name:
            yield words[:1]
        else:
            yield from surnames_of(words)


def surnames_of(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """Yield the family name of a name in the usual order, with and without its particles."""
    yield tuple(words[-1:])
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1
        yield tuple(words[first:])


def load_terms(folder: Path = OFFICE_FOLDER) -> list[tuple[Path, int, TermEntry]]:
    """Return every row of every office list with where it stands; raise BadKnowledge on the first fault."""
    found = []
    for path in sorted(folder.glob("*.tsv")):
        found += [(path, line, entry) for line, entry in load_table_entries(path, TermEntry, COLUMNS)]
    return found
