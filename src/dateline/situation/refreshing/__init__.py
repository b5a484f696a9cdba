"""Keeping what is derived from an archive's records up to date: joined events, parties, ties, stories."""

from dateline.situation.refreshing.refreshing import needs_refresh, refresh

__all__ = ["needs_refresh", "refresh"]
