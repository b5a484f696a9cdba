"""Statements: what was said, by whom, in whose words."""

from dateline.extract.statements.finding import find_statements

__all__ = ["find_statements"]
