"""The reference of all commands as Markdown: `python -m dateline.cli.reference > docs/commands.md`.

It is written from what `--help` is written from, so that it cannot say anything else; a test compares.
"""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterator
from typing import Any

import typer

from dateline.cli.app import app

_WIDTH = 120
_HEAD = """# Commands

Written from the program itself; after a change run `python -m dateline.cli.reference > docs/commands.md`.

Every command says what it needs with `--help`. The exit status is 0 when all is done, 1 when some input could not be
read, 2 for wrong usage and 130 after Ctrl-C. Results go to standard output; remarks, faults and progress go to standard
error. `NO_COLOR` turns colour off; where the output is no terminal there is none, and pages are 100 columns wide.

The examples are run by a test in a folder where `reports/` holds the bundled reports and `crisis.db` is their archive.
"""


def write_reference() -> str:
    """Return the whole page."""
    commands = dict(iter_commands(typer.main.get_command(app), "dateline"))
    links = "\n".join(f"- [`{name}`](#{name.replace(' ', '-')}): {_first_line(c)}" for name, c in commands.items())
    return "\n".join([_HEAD, links, "", *(_describe(name, command) for name, command in commands.items())])


def iter_commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Yield full name and command object of everything below a group: "dateline frames try"."""
    for short, inner in command.commands.items():
        full = f"{name} {short}"
        if hasattr(inner, "commands"):
            yield from iter_commands(inner, full)
        else:
            yield full, inner


def iter_examples(command: Any) -> Iterator[str]:
    """Yield the examples at the end of a command's help."""
    for line in (command.epilog or "").split("\n\n"):
        if line.startswith("Example: `"):
            yield line.removeprefix("Example: `").removesuffix("`")


def _describe(name: str, command: Any) -> str:
    lines = [f"## {name}", "", "```", f"{name} {_usage(command)}", "```", ""]
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        lines += [textwrap.fill(" ".join(paragraph.split()), _WIDTH, break_on_hyphens=False), ""]
    parameters = [p for p in command.params if p.name != "help"]
    if parameters:
        lines += ["| parameter | what it says |", "|---|---|"]
        lines += [f"| {_cell(_spell(parameter))} | {_cell(_explain(parameter))} |" for parameter in parameters]
        lines.append("")
    return "\n".join([*lines, "```", *iter_examples(command), "```", ""])


def _usage(command: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    return " ".join(["[OPTIONS]", *(_metavar(p) if p.required else f"[{_metavar(p)}]" for p in arguments)])


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _spell(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{_metavar(parameter)}`"
    names = ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
    return names if parameter.is_flag else f"{names} `{_metavar(parameter)}`"


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _explain(parameter: Any) -> str:
    words = " ".join((parameter.help or "").split())
    notes = []
    if parameter.required:
        notes.append("needed")
    if parameter.default not in (None, "", False) and not callable(parameter.default):
        notes.append(f"default `{parameter.default}`")
    if parameter.envvar:
        notes.append(f"also `{parameter.envvar}` in the environment")
    return f"{words} ({'; '.join(notes)})" if notes else words


def _first_line(command: Any) -> str:
    return " ".join(inspect.cleandoc(command.help or "").split("\n\n")[0].split()).rstrip(".")


if __name__ == "__main__":
    print(write_reference(), end="")
