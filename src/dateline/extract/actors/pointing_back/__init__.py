"""Whom nouns, titles and pronouns mean that point back."""
