"""What the rules of the grammar mean: from the words that matched to a TIMEX3 value and the reason for it."""

from dateline.extract.times.meanings import clocks, days, durations, months, relative, vague, years
from dateline.extract.times.meanings.registry import MEANINGS, resolve

__all__ = ["MEANINGS", "clocks", "days", "durations", "months", "relative", "resolve", "vague", "years"]
