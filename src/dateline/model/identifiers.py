"""Distinct types for ids, so that one kind is never handed over for another."""

from __future__ import annotations

from typing import NewType

DocumentId = NewType("DocumentId", str)
ActorId = NewType("ActorId", str)
PlaceId = NewType("PlaceId", str)
EventId = NewType("EventId", str)
StatementId = NewType("StatementId", str)
PositionId = NewType("PositionId", str)
