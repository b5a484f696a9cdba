"""Events across reports: one event, everybody who tells it, and where they differ."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from dateline.situation.findings.citation import Citation
from dateline.situation.parties.party import Party


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling of an event, as that report has it.

    `on_word_of` is the actor in whose statement it is told, None where the report tells it itself; `reason` says why
    it is taken for the same event, None for the first telling.
    """

    citation: Citation
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    status: str
    date: str | None
    place: str | None
    killed: int | None
    injured: int | None
    arrested: int | None
    on_word_of: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Corroboration:
    """How well an event is attested.

    `reports` counts the reports, `independent` the sources that did not copy one another and speak for themselves;
    `sources` names them. `on_word_of` are the speakers where no report tells it in its own voice; `denied_by` are
    those who deny it, or the reports that tell it did not happen.
    """

    reports: int
    independent: int
    sources: tuple[str, ...]
    on_word_of: tuple[str, ...]
    denied_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the values that reports give, and who gives it."""

    value: str
    told: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A point on which reports of one event differ: `about` is killed, injured, arrested, date, place, actor or status.

    `reason` says what it rests on: a correction in a later version, a figure that grew with time, or two accounts.
    """

    about: str
    figures: tuple[Figure, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class JoinedEvent:
    """An event as all reports known by the day asked for tell it.

    `number` is the number of its first telling and opens with `dateline show`. Type, date, parties and place are those
    that most tell, of equals the fullest. `first_known` is the day the first report of it was published. `words` are
    the sentence of the fullest telling, `trigger_start` and `trigger_end` where in them the act stands. `quad`, `score`
    and `cameo` are PLOVER's, of that telling. `by_person` are those who changed what was read of a telling.
    """

    number: int
    type: str
    mode: str | None
    status: str
    quad: int
    cameo: str | None
    score: float
    date: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    killed: int | None
    injured: int | None
    arrested: int | None
    words: str
    trigger_start: int
    trigger_end: int
    first_known: datetime.date | None
    tellings: tuple[Telling, ...]
    corroboration: Corroboration
    disagreements: tuple[Disagreement, ...]
    by_person: tuple[str, ...] = ()

    @property
    def citation(self) -> Citation:
        """Where it is told first."""
        return self.tellings[0].citation
