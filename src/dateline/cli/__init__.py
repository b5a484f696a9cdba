"""The command line: `dateline COMMAND`; each command is a module of its own."""

from dateline.cli.app import main

__all__ = ["main"]
