"""What things are: frozen types, one concept a file, each piece with its evidence."""

from dateline.model.actor import Actor, ActorKind, Mention, MentionForm, Sector
from dateline.model.diagnostic import Diagnostic
from dateline.model.document import Block, BlockKind, Document, identify_document
from dateline.model.event import Event, EventStatus, EventType
from dateline.model.found_date import FoundDate
from dateline.model.identifiers import ActorId, DocumentId, EventId, PlaceId, PositionId, StatementId
from dateline.model.page_stretch import PageStretch
from dateline.model.place import Place, PlaceKind
from dateline.model.position import Condition, ConditionRelation, Position, PositionKind
from dateline.model.record import FORMAT, Record
from dateline.model.span import Piece, Span, check_quotation
from dateline.model.statement import Directness, Statement
from dateline.model.time import Time, TimeType
from dateline.model.wire import Wire, WireStatus

__all__ = [
    "FORMAT",
    "Actor",
    "ActorId",
    "ActorKind",
    "Block",
    "BlockKind",
    "Condition",
    "ConditionRelation",
    "Diagnostic",
    "Directness",
    "Document",
    "DocumentId",
    "Event",
    "EventId",
    "EventStatus",
    "EventType",
    "FoundDate",
    "Mention",
    "MentionForm",
    "PageStretch",
    "Piece",
    "Place",
    "PlaceId",
    "PlaceKind",
    "Position",
    "PositionId",
    "PositionKind",
    "Record",
    "Sector",
    "Span",
    "Statement",
    "StatementId",
    "Time",
    "TimeType",
    "Wire",
    "WireStatus",
    "check_quotation",
    "identify_document",
]
