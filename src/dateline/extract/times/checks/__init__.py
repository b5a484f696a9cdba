"""Checks that forbid a reading: "may" that is a verb, "2000" that counts soldiers, "Weekly" in a name."""

from dateline.extract.times.checks import ages, names, numbers, phrases
from dateline.extract.times.checks.registry import CHECKS, is_forbidden

__all__ = ["CHECKS", "ages", "is_forbidden", "names", "numbers", "phrases"]
