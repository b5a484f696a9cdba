"""Which words name an act, and of which type."""
