"""What a wire service says of an item it sends: its number, its version, and whether it may be printed."""

from __future__ import annotations

from enum import StrEnum

from dateline.model.span import Piece


class WireStatus(StrEnum):
    """Whether an item may be printed: the three values of ninjs' `pubstatus` and NewsML-G2's `pubStatus`."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class Wire(Piece):
    """An item of a wire service; `id` is the same for all its versions.

    `version` is as the service writes it, mostly a counted number. `embargo` is the ISO date-time before which the
    item may not be printed.
    """

    id: str
    version: str | None = None
    status: WireStatus = WireStatus.USABLE
    embargo: str | None = None
