"""Places: toponyms found in the text, and resolved to where they lie."""

from dateline.extract.places.finding import find_places

__all__ = ["find_places"]
