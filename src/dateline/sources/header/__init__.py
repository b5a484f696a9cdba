"""The head and foot of a wire report, told apart from its prose."""

from dateline.sources.header.reading import Header, read_header

__all__ = ["Header", "read_header"]
