"""Noun phrases, and what they tell of somebody unknown."""
