"""`dateline ask`: a question in words, answered with what the archive holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.text import Text

from dateline.cli.filters import AsOfOption, LimitOption, make_scope, open_situation, print_json
from dateline.cli.lines.answers import are_many, name_parties, say_by_person, say_citation
from dateline.cli.lines.excerpts import shorten
from dateline.cli.lines.phrases import join_names, open_line
from dateline.cli.options import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, SinceOption, UntilOption, examples
from dateline.cli.pages.layout import numbered
from dateline.cli.terminal import clean, page, remark
from dateline.model.wording import holds, say_date
from dateline.situation import Answer, Hit, Understood

_LONGEST = 240
_EXAMPLES = examples(
    'dateline ask "what did France promise about sanctions?" --archive crisis.db',
    'dateline ask "who shot down the Russian warplane?" --as-of 2015-11-25 --archive crisis.db',
    'dateline ask "whom did Hollande meet in November 2015?" --json --archive crisis.db',
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("ask", epilog=_EXAMPLES)(ask)


def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In words: who, what, about what, when.")],
    since: SinceOption = None,
    until: UntilOption = None,
    as_of: AsOfOption = None,
    limit: LimitOption = 8,
    json: JsonOption = False,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
) -> None:
    """Print what answers a question, best first, each with its citation; no sentence is made up.

    Words like promise, demand, threaten, refuse, deny, say, do, attack or meet choose what is searched; names, states and
    days are found in the question; other words must stand in what is found, as far as anything holds them all.
    """
    with open_situation(archive, as_of) as situation:
        answer = situation.with_scope(make_scope(since=since, until=until)).ask(question, limit=limit)
    if json:
        print_json([answer])
        return
    _print(answer)
    if not answer.hits:
        remark(f"{archive}: nothing that answers this")
    elif answer.total > len(answer.hits):
        remark(f"{answer.total - len(answer.hits):,} more; --limit shows them")


def _print(answer: Answer) -> None:
    console = page()
    console.print(Text(f"looked for {say_understood(answer.understood)}", style="dim"))
    for hit in answer.hits:
        console.print(numbered(hit.number, _say(hit)))


def say_understood(asked: Understood) -> str:
    """Return in words what a question was taken to ask."""
    return "; ".join(_iter_understood(asked))


def _iter_understood(asked: Understood) -> Iterator[str]:
    yield join_names(
        [*asked.kinds, *(type_.lower() for type_ in asked.types)] or [f"{layer}s" for layer in asked.layers]
    )
    if asked.by:
        yield f"by {name_parties(asked.by)}"
    if asked.toward:
        yield f"towards {name_parties(asked.toward)}"
    if asked.words:
        yield f"about {join_names(clean(word) for word in asked.words)}"
    if asked.since:
        yield f"from {say_date(asked.since.isoformat())}"
    if asked.until:
        yield f"to {say_date(asked.until.isoformat())}"


def _say(hit: Hit) -> Text:
    who, toward = name_parties(hit.who), name_parties(hit.toward)
    text = Text().append(open_line(who) or "somebody", style="bold" if who else "dim")
    if hit.layer == "position":
        text.append(f" {holds(hit.kind, many=are_many(hit.who))}: ", style="magenta")
    elif hit.layer == "event":
        text.append(f" → {toward}" if toward else "").append(f", {hit.kind.lower()}: ")
    else:
        text.append(": ")
    text.append(shorten(clean(hit.words), _LONGEST))
    if hit.condition:
        text.append(f"\non condition: {clean(hit.condition)}", style="yellow")
    return text.append(f"\n{' · '.join(_iter_details(hit, toward))}", style="dim")


def _iter_details(hit: Hit, toward: str) -> Iterator[str]:
    yield say_date(hit.day) or "no date"
    if toward and hit.layer != "event":
        yield f"towards {toward}"
    if hit.by_person:
        yield say_by_person([hit.by_person])
    yield say_citation(hit.citation)
