"""How pages are set: lines that hang beside a number or a label, for any width and without trailing blanks."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

INDENT = 7
"""Columns that numbers take, the gap behind them included."""
_LABEL = 12
_NARROWEST = 20
_WIDEST = 110  # longer rows are hard to read on


class Hanging:
    """A head and a body whose rows all begin in column `indent`."""

    def __init__(self, head: Text, body: Text, *, indent: int = INDENT) -> None:
        self._head = head
        self._body = body
        self._indent = indent

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = min(_WIDEST, max(_NARROWEST, options.max_width - self._indent))
        rows = self._body.wrap(console, width)
        for index, row in enumerate(rows):
            row.rstrip()
            head = self._head if index == 0 else Text()
            yield Text.assemble(head, " " * (self._indent - head.cell_len), row) if row else Text()


def numbered(number: int | None, body: Text) -> Hanging:
    """Return a line that hangs beside its number; a dash where it has none."""
    return Hanging(Text(f"{'–' if number is None else number:>{INDENT - 2}}", style="cyan"), body)


def labelled(label: str, value: str) -> Hanging:
    """Return a value that hangs beside its label."""
    return Hanging(Text(f"{label:>{_LABEL - 2}}", style="cyan"), Text(value), indent=_LABEL)


def indented(body: Text, indent: int = INDENT) -> Hanging:
    """Return a body all of whose rows are indented."""
    return Hanging(Text(), body, indent=indent)
