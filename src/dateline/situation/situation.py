"""A situation: an archive seen through a scope, as of a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from dateline.archive import ArchiveReader, Item, Table
from dateline.model import DocumentId, Record
from dateline.situation.answering.answers import Answer
from dateline.situation.answering.searching import find_answer
from dateline.situation.changes.change import Change
from dateline.situation.changes.changing import find_changes
from dateline.situation.decided import seen_record
from dateline.situation.events.joined_event import JoinedEvent
from dateline.situation.events.stories import Story, find_stories, find_story, find_story_of
from dateline.situation.events.timeline import find_event, find_timeline, iter_timeline
from dateline.situation.findings.found import Found
from dateline.situation.ledger.entries import LedgerEntry, Matter, find_entry, find_ledger, find_matters
from dateline.situation.opening import count_behind, open_refreshed
from dateline.situation.parties.level import Level
from dateline.situation.parties.party import Party
from dateline.situation.profiles import ActorRow, Profile, find_actors, find_profile
from dateline.situation.ties.balance import find_network, find_shifts
from dateline.situation.ties.network import Network, Shift
from dateline.situation.ties.tie import Tie
from dateline.situation.ties.tie_weeks import find_tie, find_ties
from dateline.situation.views.scope import Scope
from dateline.situation.views.view import View
from dateline.situation.words.said import Wanted
from dateline.situation.words.statements import Saying, find_statements


class Situation:
    """What an archive knows within `scope`, as it was known on `as_of`; immutable, and a context manager.

    As of a day, only reports published by that day count, each in the latest version there was then; what is
    withdrawn or embargoed is left out. None counts everything. Joining is a view: records never change by it.
    A situation reads from one connection and is used from the thread that opened it.
    """

    def __init__(self, reader: ArchiveReader, scope: Scope | None = None, as_of: date | None = None) -> None:
        self._view = View(reader, scope or Scope(), as_of)

    @classmethod
    def open(cls, path: Path) -> Situation:
        """Open an archive, joining first what has been read since it was last opened.

        Raises ArchiveError where there is none or it is no archive, ArchiveTooNew where a newer dateline made it, and
        ArchiveLocked where another process is writing and nothing has been joined yet.
        """
        return cls(open_refreshed(path))

    def __enter__(self) -> Situation:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file, for all situations that were made from this one."""
        self._view.reader.close()

    def __len__(self) -> int:
        """Count the versions of reports in the archive."""
        return len(self._view.reader)

    # What is looked at

    @property
    def path(self) -> Path:
        """The archive's file."""
        return self._view.reader.path

    @property
    def scope(self) -> Scope:
        """What is looked at."""
        return self._view.scope

    @property
    def as_of(self) -> date | None:
        """The day whose knowledge counts; None for all there is."""
        return self._view.as_of

    @property
    def behind(self) -> int:
        """How many versions are not joined yet, because another process is writing; usually none."""
        return count_behind(self._view.reader)

    def with_scope(self, scope: Scope | None = None, **limits: Any) -> Situation:
        """Return the same archive through another scope, or through this one with some limits changed.

        `limits` are fields of Scope: `situation.with_scope(countries=("FRA",), since=date(2015, 11, 13))`.
        Raises BadQuestion where limits contradict each other.
        """
        return Situation(self._view.reader, replace(scope or self._view.scope, **limits), self._view.as_of)

    def at(self, day: date | None) -> Situation:
        """Return the same archive and scope as of another day."""
        return Situation(self._view.reader, self._view.scope, day)

    # What is in the archive, whatever the scope

    def iter_records(self, *, current: bool = True) -> Iterator[Record]:
        """Yield the records in the order they were kept; only the latest version of each document where `current`."""
        return self._view.reader.iter_records(current=current)

    def record(self, document_id: DocumentId) -> Record:
        """Return the record of a document version; raise ArchiveError where there is none."""
        return self._view.reader.record(document_id)

    def seen_record(self, document_id: DocumentId) -> Record:
        """Return the record of a document version as people decided; raise ArchiveError where there is none."""
        return seen_record(self._view.reader, document_id)

    def item(self, number: int) -> Item:
        """Return the event, statement or position of that number; raise ArchiveError where there is none."""
        return self._view.reader.item(number)

    def query(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Table:
        """Return the rows of one SELECT; raise ArchiveError where it is no valid or no reading query."""
        return self._view.reader.query(sql, parameters)

    # Events

    def timeline(self, *, limit: int | None = 100, offset: int = 0, newest_first: bool = False) -> Found[JoinedEvent]:
        """Return the joined events in order of their days; those without a day come last."""
        return find_timeline(self._view, limit=limit, offset=offset, newest_first=newest_first)

    def iter_events(self) -> Iterator[JoinedEvent]:
        """Yield all joined events in order of their days, without holding them all."""
        return iter_timeline(self._view)

    def event(self, number: int) -> JoinedEvent:
        """Return the joined event that the telling of that number belongs to; raise BadQuestion where there is none."""
        return find_event(self._view, number)

    def stories(self, *, limit: int | None = 50, offset: int = 0) -> Found[Story]:
        """Return the stories, those of most reports first."""
        return find_stories(self._view, limit=limit, offset=offset)

    def story(self, number: int) -> Story:
        """Return the story of that number; raise BadQuestion where there is none."""
        return find_story(self._view, number)

    def story_of(self, event: int) -> Story:
        """Return the story that the event of that number belongs to; raise BadQuestion where there is none."""
        return find_story_of(self._view, event)

    # Words

    def statements(
        self,
        *,
        by: str | None = None,
        toward: str | None = None,
        about: str | None = None,
        limit: int | None = 100,
        offset: int = 0,
    ) -> Found[Saying]:
        """Return what was said, newest first: by whom, to whom, with which words; the same words of several reports once."""
        wanted = Wanted("statement", by, toward, about)
        return find_statements(self._view, wanted, limit=limit, offset=offset)

    def ledger(
        self,
        *,
        by: str | None = None,
        toward: str | None = None,
        about: str | None = None,
        kinds: Sequence[str] = (),
        limit: int | None = 100,
        offset: int = 0,
        later: bool = True,
    ) -> Found[LedgerEntry]:
        """Return positions, newest first, and beside each, where `later`, what came later in its matter.

        `about` are words or a topic: "sanctions on Russia". Raises BadQuestion for an actor nobody is called, with
        the nearest names, and for a kind that there is not.
        """
        wanted = Wanted("position", by, toward, about, tuple(kinds))
        return find_ledger(self._view, wanted, limit=limit, offset=offset, later=later)

    def entry(self, number: int) -> LedgerEntry:
        """Return the position of that number with what came later; raise BadQuestion where there is none."""
        return find_entry(self._view, number)

    def matters(self, *, by: str | None = None, limit: int | None = 50) -> Found[Matter]:
        """Return the topics that most positions are held on."""
        return find_matters(self._view, by, limit)

    # Actors

    def actors(self, *, limit: int | None = 100, offset: int = 0) -> Found[ActorRow]:
        """Return the actors of the scope, those of most events first."""
        return find_actors(self._view, limit=limit, offset=offset)

    def find_party(self, name: str) -> Party:
        """Return who is meant by a name or a country's code; raise BadQuestion with the nearest names for nobody."""
        return self._view.meant(name).parties[0]

    def find_parties(self, name: str) -> tuple[Party, ...]:
        """Return everybody who may be meant by a name, those most reports name first; a country stands for all of it."""
        return self._view.meant(name).parties

    def profile(self, name: str, *, limit: int = 10) -> Profile:
        """Return what there is on an actor: ties, events, statements, positions; raise BadQuestion for nobody."""
        return find_profile(self._view, name, limit)

    def tie(self, first: str, second: str) -> Tie:
        """Return what two did and said towards each other, week by week; codes or names of countries take all of them."""
        return find_tie(self._view, first, second)

    def ties(self, *, level: Level = Level.COUNTRY, limit: int | None = 50) -> Found[Tie]:
        """Return the ties with most events, each with its weeks."""
        return find_ties(self._view, level, limit)

    def network(self, *, level: Level = Level.COUNTRY, fewest: int = 1) -> Network:
        """Return the signed network of the scope's days: ties of `fewest` events or more, and triads under strain."""
        return find_network(self._view, level, fewest)

    def shifts(self, split: date, *, level: Level = Level.COUNTRY, fewest: int = 2) -> Found[Shift]:
        """Return who moved closer to whom from the scope's days before `split` to those from it on, largest change first.

        Only pairs with `fewest` events in both periods are compared.
        """
        return find_shifts(self._view, split, level, fewest)

    # What changed, and questions in words

    def changes(self, since: date, *, limit: int | None = 100) -> Found[Change]:
        """Return what became known after `since`, up to the day asked for: new, corrected, withdrawn, doubted, confirmed."""
        return find_changes(self._view, since, limit)

    def ask(self, question: str, *, limit: int = 10) -> Answer:
        """Return what answers a question, ranked and cited; nothing is put into words that no report has.

        Raises BadQuestion where no word of the question can be looked for.
        """
        return find_answer(self._view, question, limit)
