"""What changed from one day to another, and who denies what was known."""
