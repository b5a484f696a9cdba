"""What an entry of the actor files may hold; docs/knowledge.md describes the files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from dateline.model import ActorKind, Sector

_CODE = re.compile(r"^[A-Z]{3}$")
_DATE = re.compile(r"^\d{4}(?:-\d{2}(?:-\d{2})?)?$")


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value or ()


def _emptied(value: object) -> object:
    return None if value in ("", "null", "None") else value


def _check_code(value: str) -> str:
    if not _CODE.match(value):
        raise ValueError("a country is three capitals, as in ISO 3166 alpha-3")
    return value


def _check_date(value: str) -> str:
    if not _DATE.match(value):
        raise ValueError("a date is YYYY, YYYY-MM or YYYY-MM-DD")
    return value


Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]
CountryCode = Annotated[str, AfterValidator(_check_code)]
OptionalCode = Annotated[CountryCode | None, BeforeValidator(_emptied)]
OptionalDate = Annotated[Annotated[str, AfterValidator(_check_date)] | None, BeforeValidator(_emptied)]
OptionalSector = Annotated[Sector | None, BeforeValidator(_emptied)]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class FormerName(_Closed):
    """A name that a state bore once, or a town that was its capital."""

    name: str
    also: Words = ()
    adjectives: Words = ()
    people: Words = ()
    capital: str | None = None
    seats: Words = ()
    from_: OptionalDate = Field(default=None, alias="from")
    until: OptionalDate = None


class Part(_Closed):
    """A region, nation, territory or breakaway entity inside a state; it acts under the state's code."""

    name: str
    kind: Literal["region", "nation", "territory", "breakaway"]
    also: Words = ()
    adjectives: Words = ()
    people: Words = ()
    capital: str | None = None
    seats: Words = ()


class StateEntry(_Closed):
    """An entry of states.yaml."""

    id: CountryCode
    name: str
    also: Words = ()
    adjectives: Words = ()
    people: Words = ()
    capital: str | None = None
    seats: Words = ()
    government: Words = ()
    ambiguous: Words = ()
    local: Words = ()
    headline: Words = ()
    not_in_capitals: Words = ()
    later: Words = ()
    former: tuple[FormerName, ...] = ()
    former_capitals: tuple[FormerName, ...] = ()
    parts: tuple[Part, ...] = ()
    belongs_to: OptionalCode = None
    also_means: Mapping[str, Words] = Field(default_factory=dict)
    gloss: str | None = None


class Rule(_Closed):
    """The years in which a group was the government of its country."""

    from_: OptionalDate = Field(default=None, alias="from")
    until: OptionalDate = None


class NamedEntry(_Closed):
    """An entry of the files of organisations, groups, parties, agencies and companies, and of a user's own."""

    id: str
    name: str
    kind: ActorKind
    sector: OptionalSector = None
    country: OptionalCode = None
    also: Words = ()
    ambiguous: Words = ()
    local: Words = ()
    not_in_capitals: Words = ()
    adjectives: Words = ()
    people: Words = ()
    capital: str | None = None
    seats: Words = ()
    later: Words = ()
    parent: str | None = None
    rules: tuple[Rule, ...] = ()
    office: str | None = None
    from_: OptionalDate = Field(default=None, alias="from")
    until: OptionalDate = None
    gloss: str | None = None


class NounEntry(_Closed):
    """An entry of nouns.yaml; a `country` that is given as null is told to be none."""

    id: str
    nouns: Words
    kind: ActorKind
    sector: OptionalSector = None
    country: OptionalCode = None
    adjectives: Words = ()
    weak: bool = False
    thing: bool = False
    beside: Words = ()
    gloss: str | None = None
    yes: Words = ()
    no: Words = ()


class TitleEntry(_Closed):
    """An entry of titles.yaml."""

    id: str
    titles: Words
    office: str | None = None
    sector: OptionalSector = None
    kind: ActorKind = ActorKind.PERSON
    of: Mapping[str, Words] = Field(default_factory=dict)
    weak: bool = False
    gloss: str | None = None


class TermEntry(_Closed):
    """A row of the office lists: `country` is a state's code or an organisation's id."""

    country: str
    office: str
    name: str
    from_: OptionalDate = Field(default=None, alias="from")
    until: OptionalDate = None
    also: str | None = None
