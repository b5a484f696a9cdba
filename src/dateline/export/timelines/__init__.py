"""Events on their days: TimelineJS."""
