"""Texts with marks on them, for tools that people annotate with, and what people corrected there."""
