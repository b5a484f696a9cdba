"""Where output goes: the page on standard output, everything about the run on standard error.

Colour is off with NO_COLOR, and off with all ornament where the output is no terminal.
"""

from __future__ import annotations

import sys
from functools import lru_cache

from rich.console import Console
from rich.text import Text

PIPE_WIDTH = 100
"""Columns of a page that is piped; a terminal's own width otherwise."""


@lru_cache(maxsize=1)
def page() -> Console:
    """Return the console that results are printed to."""
    width = None if sys.stdout.isatty() else PIPE_WIDTH
    return Console(highlight=False, soft_wrap=False, width=width, emoji=False, markup=False)


@lru_cache(maxsize=1)
def notes() -> Console:
    """Return the console for what is told about the run: progress, remarks, faults."""
    return Console(stderr=True, highlight=False, emoji=False, markup=False, soft_wrap=True)


def complain(message: str) -> None:
    """Print one line about something that went wrong."""
    notes().print(Text.assemble(("dateline: ", "bold red"), clean(message)))


def remark(message: str) -> None:
    """Print one line about something a reader should know."""
    notes().print(Text.assemble(("dateline: ", "bold"), clean(message)))


def clean(text: str) -> str:
    """Return text from outside on one line without control characters, so that it cannot steer the terminal."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() or c.isspace() else "�" for c in text)
    return " ".join(text.split())
