"""When: the expressions of time in a report, as TIMEX3 dates, times, durations and sets."""

from dateline.extract.times.finder import find_times
from dateline.extract.times.values import event_date, value_to_range

__all__ = ["event_date", "find_times", "value_to_range"]
