"""Who takes part in a report: every actor with every mention."""

from dateline.extract.actors.finding import find_actors

__all__ = ["find_actors"]
