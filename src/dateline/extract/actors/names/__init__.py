"""Names: where they stand and where they end."""
