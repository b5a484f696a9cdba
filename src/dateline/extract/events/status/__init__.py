"""Whether an act is told as done, to come, possible, or not so."""
