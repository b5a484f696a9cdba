"""Positions: what somebody wants, promises, demands, refuses, denies or warns of, and on which condition."""

from dateline.extract.positions.finding import find_positions

__all__ = ["find_positions"]
