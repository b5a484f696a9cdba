"""Which reports of an archive repeat one another."""
