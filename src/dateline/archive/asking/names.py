"""Which actors of an archive a person means by a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain

from dateline.archive.reader import ArchiveReader
from dateline.errors import ArchiveError

_COUNTRY = re.compile(r"[A-Z]{3}")
_MOST_NEAREST = 4


@dataclass(frozen=True, slots=True)
class MeantActors:
    """The names that are meant; `country` is set where a country's code was asked, for all its actors."""

    asked: str
    names: tuple[str, ...]
    country: str | None = None


def find_meant_actors(reader: ArchiveReader, asked: str, also: Iterable[str] = ()) -> MeantActors:
    """Return whom `asked` means: by the whole name, a person's part of a name, a part of any name, a country's code.

    `also` are other names of the same actor, asked for and tried in order where the archive has not the first. Raises
    ArchiveError with the nearest names where nobody is called so.
    """
    known = [(str(name), str(kind)) for name, kind in reader.query("SELECT DISTINCT name, kind FROM actor").rows]
    for name in chain((asked,), also):
        found = _match(name, known)
        if found:
            return MeantActors(asked, found)
    if _COUNTRY.fullmatch(asked):
        table = reader.query("SELECT DISTINCT name FROM actor WHERE country = ? ORDER BY name", (asked,))
        if table.rows:
            return MeantActors(asked, tuple(str(name) for (name,) in table.rows), asked)
    nearest = _nearest(asked, [name for name, _ in known])
    hint = f"; nearest: {', '.join(nearest)}" if nearest else ""
    raise ArchiveError(f"{reader.path}: has no actor called {asked!r}{hint}")


def _match(asked: str, known: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    words = fold_name(asked)
    if not words:
        return ()
    folded = [(name, kind, fold_name(name)) for name, kind in known]
    whole = {name for name, kind, parts in folded if parts == words or (kind == "person" and _holds(parts, words))}
    return tuple(sorted(whole or {name for name, _, parts in folded if _holds(parts, words)}))


def fold_name(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case without accents and article.

    >>> fold_name("the Élysée"), fold_name("Jean-Yves Le Drian")
    (('elysee',), ('jean', 'yves', 'le', 'drian'))
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = re.findall(r"\w+", plain.casefold())
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    return any(tuple(words[i : i + len(part)]) == tuple(part) for i in range(len(words) - len(part) + 1))


def _nearest(asked: str, names: Sequence[str]) -> list[str]:
    """Return the names that are spelt most alike, as a whole or in one word."""
    target = " ".join(fold_name(asked))
    spelt: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (len(name), name)):
        parts = fold_name(name)
        for form in (" ".join(parts), *(part for part in parts if len(part) > 2)):
            spelt.setdefault(form, name)
    close = get_close_matches(target, spelt, n=3 * _MOST_NEAREST, cutoff=0.6)
    return list(dict.fromkeys(spelt[form] for form in close))[:_MOST_NEAREST]
