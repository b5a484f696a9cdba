"""What the network learns of every token."""

from __future__ import annotations

from dateline.extract.taggers import labels

UNJUDGED = -100  # the label of a token that a layer says nothing about
DATINGS = ("none", "news", "other")
"""How an event is dated: not at all, as news of the day the report tells of or of publication, on some other day."""

LAYERS = {**labels.LAYERS, "dating": DATINGS}
"""What the network learns; how events are dated, only for the sake of what it then knows of times. It is not exported."""
