"""Which document a report is a version of, and whether what it says still stands."""
