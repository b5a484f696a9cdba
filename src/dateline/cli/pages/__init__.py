"""Whole pages of the terminal: the brief, the ledger, one piece with all its fields."""
