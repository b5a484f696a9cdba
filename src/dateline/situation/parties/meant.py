"""Which parties a person means by a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from dateline.archive.asking.names import fold_name
from dateline.errors import BadQuestion
from dateline.situation.parties.level import Level, level_number
from dateline.situation.parties.party import Party
from dateline.situation.rows import Asking, Row

_CODE = re.compile(r"[A-Z]{3}")
_MOST_NEAREST = 4


@dataclass(frozen=True, slots=True)
class Meant:
    """The parties somebody means: `numbers` are the archive's, `level` says whether countries stand for all who act for them."""

    asked: str
    level: Level
    numbers: tuple[int, ...]
    parties: tuple[Party, ...]

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """Level and number of each, as the tables have them."""
        level = level_number(self.level)
        return [(level, number) for number in self.numbers]


def find_meant(ask: Asking, asked: str, path: Path, day: date | None = None) -> Meant:
    """Return whom a name means: a country (by code or name) with all who act for it, else the party of that key, else
    parties so called.

    A whole name beats a part of one, a person's surname a part of another name; "the French president" is who held the
    office on `day`. Raises BadQuestion with the nearest names where nobody is called so.
    """
    for name in _iter_names(asked, day):
        meant = find_known(ask, name)
        if meant:
            return meant
    nearest = find_nearest(ask, asked)
    hint = f"; nearest: {', '.join(nearest)}" if nearest else ""
    raise BadQuestion(f"{path}: has no actor called {asked!r}{hint}")


def find_known(ask: Asking, name: str) -> Meant | None:
    """Return whom a name, or the key of a party, means as the archive itself calls people, None for nobody."""
    state = _find_state(ask, name)
    if state:
        return state
    found = ask("party_by_key", key=name) or _find_named(ask, name)
    numbers = {row["party"]: Party(row["key"], row["name"], row["country"], row["kind"]) for row in found}
    return Meant(name, Level.ACTOR, tuple(numbers), tuple(numbers.values())) if numbers else None


def _iter_names(asked: str, day: date | None) -> Iterator[str]:
    """Yield the name as asked, and as dateline itself calls the actor: "ISIS" is the Islamic State."""
    yield asked
    from dateline.extract.actors import resolve_actor
    from dateline.knowledge.actors.loading import load_actor_knowledge

    found = resolve_actor(asked, "", day, load_actor_knowledge())
    if found.name and found.name != asked:
        yield found.name


def _find_state(ask: Asking, name: str) -> Meant | None:
    code = name if _CODE.fullmatch(name) else find_code(name)
    rows = ask("country_party", code=code) if code else []
    if not rows:
        return None
    row = rows[0]
    party = Party(row["key"], row["name"], row["country"], row["kind"])
    return Meant(name, Level.COUNTRY, (row["party"],), (party,))


def find_code(name: str) -> str | None:
    """Return the code of the state that is called so, None where none is.

    >>> find_code("France"), find_code("Paris")
    ('FRA', None)
    """
    from dateline.knowledge.actors.states import load_state_codes

    return load_state_codes().get(" ".join(fold_name(name)))


def _find_named(ask: Asking, name: str) -> list[Row]:
    words = fold_name(name)
    if not words:
        return []
    folded = " ".join(words)
    rows = ask("named_parties", folded=folded, phrase=f'"{folded}"')
    whole = [row for row in rows if row["is_whole"] or (row["kind"] == "person" and _ends(row["name"], words))]
    return whole or rows


def _ends(name: str, words: Sequence[str]) -> bool:
    return fold_name(name)[-len(words) :] == tuple(words)


def find_nearest(ask: Asking, asked: str) -> list[str]:
    """Return the names that are spelt most alike, as a whole or in one word."""
    words = fold_name(asked)
    target = " ".join(words)
    if not target:
        return []
    rows = ask("near_names", first=" OR ".join(f'"{word[:1]}"*' for word in words))
    spelt: dict[str, str] = {}
    for form, name in _iter_forms(rows):
        spelt.setdefault(form, name)
    close = get_close_matches(target, spelt, n=3 * _MOST_NEAREST, cutoff=0.6)
    return list(dict.fromkeys(spelt[form] for form in close))[:_MOST_NEAREST]


def _iter_forms(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        yield row["folded"], row["name"]
        yield from ((word, row["name"]) for word in row["folded"].split() if len(word) > 2)
