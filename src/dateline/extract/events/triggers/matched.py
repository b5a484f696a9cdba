"""What matching finds: a frame that fits a word."""

from __future__ import annotations

from typing import NamedTuple

from dateline.extract.events.surroundings import Trigger
from dateline.knowledge.frames.loading import Frame


class Match(NamedTuple):
    """A frame that fits a trigger."""

    trigger: Trigger
    frame: Frame
