"""Who takes part in a report: every actor with every mention; and who a short name means without a report."""

from dateline.extract.actors.finding import find_actors
from dateline.extract.actors.resolving import ResolvedActor, resolve_actor

__all__ = ["ResolvedActor", "find_actors", "resolve_actor"]
