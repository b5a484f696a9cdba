"""The shape of the files in `knowledge/data/times/`: classes of words, and rules with their examples.

A rule's `patterns` say how an expression is written:

    [the] (early|late) MONTH , which:YEAR

Small letters and signs stand for themselves; `[…]` may be left out, `(a|b)` is a choice. Capitals name a
class of words (`words.yaml`), a reader of numbers (AMOUNT, YEAR, DAY, ORDINAL, CLOCK) or a group of other
rules; `name:` before them names the slot in which the rule's meaning finds what stood there.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.model import TimeType


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class WordClass(_Entry):
    """Words of one kind with what each means; those under `dotted` may end in a full stop ("Oct.")."""

    id: str = Field(pattern=r"^[A-Z]+$")
    gloss: str
    words: dict[str, Any]
    dotted: dict[str, Any] = {}


class CueList(_Entry):
    """Words that tell which way a clause looks."""

    id: str
    gloss: str
    words: tuple[str, ...]


class Example(_Entry):
    """A sentence with the expression in it, and the value it must have on the day of publication."""

    text: str
    time: str
    value: str
    type: TimeType | None = None
    published: date = date(2015, 11, 26)


class Rule(_Entry):
    """One way to speak of time: how it is written, and the meaning that resolves it.

    A rule with a `group` can stand inside others; `alone: false` says that it only does so. `unless` names
    the checks that forbid a reading, `span` the slot that is the expression when the rest is only around it.
    `no` are sentences in which the rule must find nothing.
    """

    id: str = Field(pattern=r"^[a-z0-9.-]+$")
    gloss: str
    group: str | None = Field(default=None, pattern=r"^[A-Z]+$")
    alone: bool = True
    patterns: tuple[str, ...] = Field(min_length=1)
    meaning: str
    given: Mapping[str, Any] = Field(default={}, alias="with")
    type: TimeType = TimeType.DATE
    unless: tuple[str, ...] = ()
    span: str | None = None
    yes: tuple[Example, ...] = ()
    no: tuple[str, ...] = ()
