"""What matching finds: a frame that fits a word."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.extract.events.surroundings import Trigger
from dateline.knowledge.frames import Frame


@dataclass(frozen=True, slots=True)
class Match:
    """A frame that fits a trigger."""

    trigger: Trigger
    frame: Frame
