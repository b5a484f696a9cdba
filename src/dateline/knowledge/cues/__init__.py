"""Cues of statements, of positions and of conditions."""
