"""A day that a source gives as the one its report appeared or was changed on."""

from __future__ import annotations

from datetime import date

from pydantic import field_validator

from dateline.model.span import Piece


class FoundDate(Piece):
    """One candidate among the dates of a report; several sources of one page often differ.

    `value` is an ISO date. `origin` says where it stands ("JSON-LD datePublished", "htmldate", "feed published").
    `used` tells whether it became the document's `published` or `modified`.
    """

    value: str
    origin: str
    used: bool = False

    @field_validator("value")
    @classmethod
    def _check_value(cls, value: str) -> str:
        return date.fromisoformat(value).isoformat()
