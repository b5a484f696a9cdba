"""Those who act, speak, promise and suffer."""

from __future__ import annotations

from enum import StrEnum

from dateline.model.identifiers import ActorId
from dateline.model.span import Piece, Span


class ActorKind(StrEnum):
    """What sort of being an actor is."""

    STATE = "state"
    GOVERNMENT = "government"
    PERSON = "person"
    MILITARY = "military"
    ARMED_GROUP = "armed_group"
    PARTY = "party"
    IGO = "igo"
    NGO = "ngo"
    COMPANY = "company"
    MEDIA = "media"
    POPULATION = "population"
    OTHER = "other"


class Sector(StrEnum):
    """The part of society an actor stands for (PLOVER's sectors, as the annotation guide uses them)."""

    GOV = "GOV"
    MIL = "MIL"
    POL = "POL"
    LEG = "LEG"
    JUD = "JUD"
    SPY = "SPY"
    REB = "REB"
    UAF = "UAF"
    OPP = "OPP"
    PTY = "PTY"
    IGO = "IGO"
    NGO = "NGO"
    MED = "MED"
    BUS = "BUS"
    EDU = "EDU"
    REL = "REL"
    CVL = "CVL"
    CRM = "CRM"
    REF = "REF"


class MentionForm(StrEnum):
    """How a mention speaks of its actor."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


class Mention(Piece):
    """One place where the text speaks of an actor."""

    start: int
    end: int
    form: MentionForm

    @property
    def span(self) -> Span:
        return Span(start=self.start, end=self.end)


class Actor(Piece):
    """Somebody who takes part, with every mention; `country` is ISO 3166 alpha-3 or None.

    `country_assumed` says that the report does not tell the country: it is that of what stands around.
    """

    id: ActorId
    name: str
    kind: ActorKind
    country: str | None = None
    country_assumed: bool = False
    sector: Sector | None = None
    office: str | None = None
    wikidata: str | None = None
    mentions: tuple[Mention, ...]
    reason: str
