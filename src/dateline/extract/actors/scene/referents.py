"""Those a report speaks of, while it is still being read: what is known of each, and where each stands."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.knowledge.actors.loading import KnownActor
from dateline.model import ActorKind, MentionForm, Sector


class Mark(NamedTuple):
    """One mention of a referent."""

    head: int
    first: int
    last: int
    form: MentionForm


@dataclass(slots=True, eq=False)
class Referent:
    """Somebody the report speaks of; `key` tells two of them apart."""

    key: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: Sector | None = None
    office: str | None = None
    reason: str = ""
    gender: str | None = None
    plural: bool = False
    is_individual: bool = False  # one of a force or crowd: "a soldier", "the boy"
    is_guess: bool = False  # the country is that of the surroundings
    known: KnownActor | None = None
    owner: Referent | None = None  # the body or state a person speaks for
    name_words: tuple[str, ...] = ()
    lemmas: set[str] = field(default_factory=set)  # nouns and titles it has been spoken of by
    marks: list[Mark] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        """Whether it is one person."""
        return not self.plural and (self.kind is ActorKind.PERSON or self.is_individual)

    @property
    def is_named(self) -> bool:
        """Whether the report gives it a name."""
        return any(m.form is MentionForm.NAME for m in self.marks)


class Register:
    """All referents of a report by key, and who stands at which head."""

    def __init__(self) -> None:
        self._by_key: dict[str, Referent] = {}
        self._at: dict[int, tuple[Referent, ...]] = {}
        self._marks: dict[int, Mark] = {}
        self._order: list[int] = []
        self._further: list[tuple[Mark, tuple[Referent, ...]]] = []
        self._count = 0

    def __iter__(self) -> Iterator[Referent]:
        return iter(self._by_key.values())

    def find(self, key: str) -> Referent | None:
        """Return the referent of that key."""
        return self._by_key.get(key)

    def enter(self, referent: Referent) -> Referent:
        """Return the referent of this key, entering it where it is new."""
        return self._by_key.setdefault(referent.key, referent)

    def new_key(self, stem: str) -> str:
        """Return a key that nobody has."""
        self._count += 1
        return f"{stem}:{self._count}"

    def place(self, referents: Iterable[Referent], mark: Mark, *, also: int | None = None) -> None:
        """Say that these stand at a mark, reached by the token `also` too; the first to be placed at a head stays."""
        chosen = tuple(dict.fromkeys(referents))
        if mark.head in self._at or not chosen:
            return
        self._at[mark.head] = chosen
        self._marks[mark.head] = mark
        insort(self._order, mark.head)
        for referent in chosen:
            insort(referent.marks, mark)
        if also is not None and also not in self._at:
            self._at[also] = chosen
            self._further.append((Mark(also, mark.first, mark.last, mark.form), chosen))

    def at(self, head: int) -> tuple[Referent, ...]:
        """Return who stands at a head."""
        return self._at.get(head, ())

    def one_at(self, head: int) -> Referent | None:
        """Return who alone stands at a head."""
        found = self._at.get(head, ())
        return found[0] if len(found) == 1 else None

    def mark_at(self, head: int) -> Mark | None:
        """Return the mark at a head."""
        return self._marks.get(head)

    def heads_between(self, first: int, last: int) -> list[int]:
        """Return the heads at which somebody stands from `first` up to `last`, in order."""
        return self._order[bisect_left(self._order, first) : bisect_left(self._order, last)]

    def iter_placed(self) -> Iterator[tuple[Mark, tuple[Referent, ...]]]:
        """Yield every mark with those who stand there, in order."""
        for head in self._order:
            yield self._marks[head], self._at[head]
        yield from self._further
