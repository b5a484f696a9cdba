"""Who takes part: actors of many reports under one key, and whom a person means by a name."""
