"""Whole records, one after the other: JSON lines and JSON-LD."""
